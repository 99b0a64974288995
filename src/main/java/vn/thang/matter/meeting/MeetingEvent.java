package vn.thang.matter.meeting;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something became of a meeting. */
public sealed interface MeetingEvent extends DomainEvent {

    /** A meeting is prepared for a day. */
    record MeetingPrepared(long meeting, String day) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("prepare-meeting", meeting, day);
        }
    }

    /** A target is to be looked at for a reason that somebody gave. */
    record ExceptionPicked(long meeting, String target, String reason) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("pick-exception", meeting, target + ": " + reason);
        }
    }

    /** It is no longer looked at for that reason. */
    record ExceptionLeft(long meeting, String target) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("leave-exception", meeting, target);
        }
    }

    /** The figures of a meeting were frozen. */
    record MeetingFrozen(long meeting, String hash) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("freeze-meeting", meeting, "hash=" + hash);
        }
    }

    /** A meeting is over; nothing more is decided in it. */
    record MeetingClosed(long meeting) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("close-meeting", meeting, null);
        }
    }

    /** A meeting that was not frozen is not held. */
    record MeetingGivenUp(long meeting, String day) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("give-up-meeting", meeting, day);
        }
    }

    /** A person had the pack of a meeting made, and got this file. */
    record PackTaken(long meeting, String file, String sha256) implements MeetingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("take-pack", meeting, file + " sha256=" + sha256);
        }
    }

    private static List<TrailLine> line(String action, long meeting, String details) {
        return List.of(new TrailLine(action, "meeting", meeting, null, details));
    }
}
