package vn.thang.dashboard.target;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with what is shown of a target. */
public sealed interface TargetEvent extends DomainEvent {

    /** A picture of a target was taken along, on the basis of a round. */
    record PictureTaken(String target, String form, String basis) implements TargetEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-picture", "target", null, null, target + " " + form + " " + basis));
        }
    }
}
