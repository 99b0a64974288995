package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.drafting.DraftEvent;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.work.LongWork;

/** Has the status of the targets taken after what can change it for everybody at once. */
@ApplicationScoped
class StatusFollowing {

    @Inject
    private LongWork works;

    void rounds(@Observes RoundEvent event) {
        if (event instanceof RoundEvent.ResultsPublished published) {
            works.start(new StatusWork.Occasion(Cause.PUBLISHED.name(), published.round(), ""));
        } else if (event instanceof RoundEvent.RoundWithdrawn withdrawn) {
            works.start(new StatusWork.Occasion(Cause.WITHDRAWN.name(), withdrawn.round(), ""));
        }
    }

    /** A version of a model changes no target; whether it is one of the programme is seen when it holds. */
    void versions(@Observes DraftEvent event) {
        if (event instanceof DraftEvent.DraftPublished published) {
            works.start(new StatusWork.Occasion(Cause.PROGRAMME.name(), null, published.ref()));
        }
    }
}
