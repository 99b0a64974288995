package vn.thang.assessment.section;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A section of an assessment changed hands. */
public sealed interface SectionEvent extends DomainEvent {

    /** A section was given to a person or a unit. */
    record SectionGiven(long assessment, long agency, String dimension, long section) implements SectionEvent {

        @Override
        public List<TrailLine> trail() {
            return line("give-section", assessment, agency, dimension + "=" + section);
        }
    }

    /** A section was taken back. */
    record SectionTaken(long assessment, long agency, String dimension, long section) implements SectionEvent {

        @Override
        public List<TrailLine> trail() {
            return line("take-section", assessment, agency, dimension + "=" + section);
        }
    }

    /** A section was handed back as finished. */
    record SectionFinished(long assessment, long agency, String dimension, long section) implements SectionEvent {

        @Override
        public List<TrailLine> trail() {
            return line("finish-section", assessment, agency, dimension + "=" + section);
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
