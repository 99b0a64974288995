package vn.thang.retention;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done by the table of retention, or with it. */
sealed interface RetentionEvent extends DomainEvent {

    /** What was older than its time was removed. */
    record DataRemoved(String kind, int days, long removed) implements RetentionEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("remove-expired", "retention", null, null,
                    "%s days=%d removed=%d".formatted(kind, days, removed)));
        }
    }

    /** A kind of data is kept for another time. */
    record TimeChanged(String kind, int before, int after) implements RetentionEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("change-retention", "retention", null, null, kind)
                    .changing(String.valueOf(before), String.valueOf(after)));
        }
    }

    /** An audit holds data. */
    record HoldPlaced(long hold, String kind, String reason) implements RetentionEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("place-hold", "retention", hold, null,
                    (kind == null ? "*" : kind) + " " + reason));
        }
    }

    /** A hold was ended. */
    record HoldEnded(long hold) implements RetentionEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-hold", "retention", hold, null, null));
        }
    }
}
