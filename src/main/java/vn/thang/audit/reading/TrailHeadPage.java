package vn.thang.audit.reading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How far the trail is sealed, at the foot of what people print. */
@Named
@RequestScoped
public class TrailHeadPage {

    @Inject
    private TrailHead head;

    private TrailHead.Head last;

    /** Null before the first block. */
    public TrailHead.Head getLast() {
        if (last == null) {
            last = head.last().orElse(null);
        }
        return last;
    }
}
