package vn.thang.matter;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something became of a matter. */
public sealed interface MatterEvent extends DomainEvent {

    /** Something was asked of an agency. */
    record MatterAsked(long matter, long agency, String kind, String about) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-matter", matter, agency, kind + " " + about);
        }
    }

    /** A meeting decided something of an agency. */
    record DecisionTaken(long matter, long agency, long meeting) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("take-decision", matter, agency, "meeting=" + meeting);
        }
    }

    /** An agency plans to improve its answer to a criterion. */
    record MeasurePlanned(long matter, long agency, String criterion) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("plan-measure", matter, agency, criterion);
        }
    }

    /** The agency answered. */
    record MatterAnswered(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("answer-matter", matter, agency, null);
        }
    }

    /** The answer was accepted. */
    record MatterAccepted(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("accept-matter", matter, agency, null);
        }
    }

    /** The answer was not enough, and it was asked again. */
    record MatterAskedAgain(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-matter-again", matter, agency, null);
        }
    }

    /** Its last day was moved. */
    record MatterMoved(long matter, long agency, String day) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("move-matter", matter, agency, day);
        }
    }

    /** It was done. */
    record MatterClosed(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("close-matter", matter, agency, null);
        }
    }

    /** It was dropped. */
    record MatterDropped(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("drop-matter", matter, agency, null);
        }
    }

    /** The agency ended, and another one goes on for it. */
    record MatterSucceeded(long matter, long agency, long former) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("succeed-in-matter", matter, agency, "former=" + former);
        }
    }

    /** The agency ended, and none goes on for it. */
    record MatterOrphaned(long matter, long agency) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return line("orphan-matter", matter, agency, null);
        }
    }

    /**
     * A target or an indicator has an owner from a day on; the id is that of the naming.
     *
     * @param of   target or indicator
     * @param code of that
     */
    record OwnerNamed(long owner, long agency, String of, String code) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("name-owner", of, owner, agency, code));
        }
    }

    /** The owner of a target or an indicator wrote a word on it. */
    record WordWritten(long agency, String of, String code) implements MatterEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("write-word", of, null, agency, code));
        }
    }

    private static List<TrailLine> line(String action, long matter, long agency, String details) {
        return List.of(new TrailLine(action, "matter", matter, agency, details));
    }
}
