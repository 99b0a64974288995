package vn.thang.assessment.filling;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done about the answers of an assessment or of the units below it that changes no answer. */
public sealed interface FillingEvent extends DomainEvent {

    /** These answers are offered to the units below, and no others. */
    record AnswersOffered(long assessment, long agency, SortedSet<String> criteria) implements FillingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("offer", assessment, agency, String.join(",", criteria));
        }
    }

    /** The units below were asked to hand in by a day. */
    record UnitsAsked(long assessment, long agency, LocalDate by) implements FillingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-below", assessment, agency, by.toString());
        }
    }

    /** The units below are asked no more. */
    record UnitsAskedNoMore(long assessment, long agency) implements FillingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-below-no-more", assessment, agency, null);
        }
    }

    /** The units below that have not handed in were reminded of the day. */
    record UnitsReminded(long assessment, long agency, LocalDate by) implements FillingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remind-below", assessment, agency, by.toString());
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
