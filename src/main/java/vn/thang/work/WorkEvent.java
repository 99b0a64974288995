package vn.thang.work;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Somebody had long work done once more. */
public sealed interface WorkEvent extends DomainEvent {

    /** Failed work was started again. */
    record WorkStartedAgain(long work, String kind) implements WorkEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("start-again", "work", work, null, kind));
        }
    }

    /** Recurring work was started at once. */
    record WorkStartedNow(String kind) implements WorkEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("start-now", "work", null, null, kind));
        }
    }
}
