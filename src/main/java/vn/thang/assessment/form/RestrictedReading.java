package vn.thang.assessment.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.security.session.SignedInSession;

/**
 * Tells the trail who was shown restricted answers, once in a session for each assessment. What programs and long work take
 * away is told by the use cases that hand it over.
 */
@ApplicationScoped
class RestrictedReading {

    @Inject
    private SignedInSession session;

    @Inject
    private Event<FormEvent> events;

    /** The person is shown so many restricted answers of the assessment. */
    void shown(AssessmentHead head, long criteria) {
        if (criteria > 0 && isFirst(head)) {
            events.fire(new FormEvent.RestrictedRead(head.id(), head.agencyId(), criteria));
        }
    }

    private boolean isFirst(AssessmentHead head) {
        try {
            return session.name() != null && session.isFirst("restricted " + head.id());
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
