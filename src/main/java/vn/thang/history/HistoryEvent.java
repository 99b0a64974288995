package vn.thang.history;

import java.util.List;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was kept of how the targets stand. */
sealed interface HistoryEvent extends DomainEvent {

    /** The status of so many targets was taken; the hash is that of all of it. */
    record StatusesTaken(Cause cause, String about, int targets, String sha256) implements HistoryEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-statuses", "target", null, null,
                    cause + (about == null ? "" : " " + about) + " targets=" + targets + " sha256=" + sha256));
        }
    }
}
