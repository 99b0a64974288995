package vn.thang.assessment.conduct.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** What administrators do about several agencies that are waited for: all of the chosen ones, or none when one is refused. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class WaitingAgencies {

    @Inject
    private Assessments assessments;

    @Inject
    private StageDates dates;

    @Inject
    private Caller caller;

    @Inject
    private Event<RoundEvent> events;

    /** Reminds those who answer for them; they are told once a day however often they are reminded. */
    @Requires(Permission.ADMINISTER)
    public void remind(Set<Long> chosen) {
        for (long id : inOrder(chosen)) {
            AssessmentHead head = head(id);
            if (!AssessmentState.waiting().contains(head.state())
                    || !head.roundOpen() && !head.time().extensionRuns()) {
                throw new BusinessException("waiting.not-waited-for", head.agencyName());
            }
            events.fire(new RoundEvent.AgencyReminded(id, head.agencyId(), head.dueOn()));
        }
    }

    /** Gives each a later day for the stage in which it is, with a word why. */
    @Requires(Permission.ADMINISTER)
    public void extend(Set<Long> chosen, LocalDate day, String reason) {
        for (long id : inOrder(chosen)) {
            AssessmentHead head = head(id);
            if (head.time().stage() == null) {
                throw new BusinessException("waiting.no-stage", head.agencyName());
            }
            dates.extend(id, head.time().stage(), day, reason);
        }
    }

    private AssessmentHead head(long id) {
        AssessmentHead head = assessments.head(id);
        caller.check(Permission.ADMINISTER, head.agencyPath());
        return head;
    }

    private static Set<Long> inOrder(Set<Long> chosen) {
        if (chosen.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        return new TreeSet<>(chosen);
    }
}
