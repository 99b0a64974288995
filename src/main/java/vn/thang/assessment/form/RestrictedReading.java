package vn.thang.assessment.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.security.session.SignedInSession;

/**
 * Tells the trail who was shown restricted answers, once in a session for each assessment. What programs and long work take
 * away is told by the use cases that hand it over.
 */
@ApplicationScoped
public class RestrictedReading {

    @Inject
    private SignedInSession session;

    @Inject
    private Assessments assessments;

    @Inject
    private Event<FormEvent> events;

    /** The person is shown so many restricted answers of the assessment. */
    void shown(AssessmentHead head, long criteria) {
        if (criteria > 0 && isFirst(head.id())) {
            events.fire(new FormEvent.RestrictedRead(
                    List.of(new FormEvent.Restricted(head.id(), head.agencyId(), criteria))));
        }
    }

    /** The person is shown restricted answers of several assessments, as in a list: how many, by the id of each. */
    public void shown(Map<Long, Long> criteria) {
        List<Long> first = criteria.keySet().stream().filter(this::isFirst).sorted().toList();
        if (!first.isEmpty()) {
            events.fire(new FormEvent.RestrictedRead(assessments.heads(first).stream().map(
                    head -> new FormEvent.Restricted(head.id(), head.agencyId(), criteria.get(head.id()))).toList()));
        }
    }

    private boolean isFirst(long assessment) {
        try {
            return session.id() != null && session.isFirst("restricted " + assessment);
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
