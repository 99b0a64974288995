package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.section.Candidate;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Naming the one person who answers for submitting an assessment: by the people of the agency, or by an administrator.
 * Where nobody is named, every officer submits; the head does in any case.
 */
@ApplicationScoped
@Transactional
@Requires({Permission.HAND_IN, Permission.ADMINISTER})
public class SubmitterNaming {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Submitters submitters;

    @Inject
    private Clock clock;

    @Inject
    private Event<SigningEvent> events;

    /**
     * Who was named, the newest first, and who can be.
     *
     * @param open whether somebody can be named now
     */
    public record Plan(AssessmentHead head, List<Submitter> history, List<Candidate> candidates, boolean open) {

        /** Null where nobody is named. */
        public Submitter present() {
            return history.stream().filter(Submitter::present).findFirst().orElse(null);
        }
    }

    @Requires({Permission.HAND_IN, Permission.ADMINISTER})
    public Plan plan(long assessmentId) {
        AssessmentHead head = head(assessmentId);
        return new Plan(head, submitters.of(assessmentId, today()), submitters.candidates(head.agencyId(), today()),
                isOpen(head));
    }

    /** Whether the person may name somebody here, for a page that offers it. */
    @Requires(Permission.VIEW)
    public boolean isAllowed(AssessmentHead head) {
        return caller.can(Permission.HAND_IN, head.agencyPath())
                || caller.can(Permission.ADMINISTER, head.agencyPath());
    }

    /** Who is named, for whoever sees the agency. */
    @Requires(Permission.VIEW)
    public Optional<Submitter> named(AssessmentHead head) {
        caller.check(Permission.VIEW, head.agencyPath());
        return submitters.find(head.id(), today());
    }

    @Requires({Permission.HAND_IN, Permission.ADMINISTER})
    public void name(long assessmentId, long person) {
        assessments.lock(assessmentId);
        AssessmentHead head = changeable(assessmentId);
        if (submitters.candidates(head.agencyId(), today()).stream().noneMatch(one -> one.id() == person)) {
            throw new BusinessException("submitter.who");
        }
        if (submitters.find(assessmentId, today()).filter(one -> one.person() == person).isPresent()) {
            return;
        }
        long id = submitters.name(assessmentId, person, caller.personId(), clock.instant());
        events.fire(new SigningEvent.SubmitterNamed(assessmentId, head.agencyId(), person, id));
    }

    /** Nobody is named any more. */
    @Requires({Permission.HAND_IN, Permission.ADMINISTER})
    public void clear(long assessmentId) {
        assessments.lock(assessmentId);
        AssessmentHead head = changeable(assessmentId);
        Optional<Submitter> named = submitters.find(assessmentId, today());
        if (named.isPresent()) {
            submitters.end(assessmentId, caller.personId(), clock.instant());
            events.fire(new SigningEvent.SubmitterCleared(assessmentId, head.agencyId(), named.get().person()));
        }
    }

    private AssessmentHead changeable(long assessmentId) {
        AssessmentHead head = head(assessmentId);
        if (!isOpen(head)) {
            throw new BusinessException("submitter.closed");
        }
        return head;
    }

    private static boolean isOpen(AssessmentHead head) {
        return AnswerLock.of(head).isEmpty() || head.ready();
    }

    private AssessmentHead head(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        if (!caller.can(Permission.ADMINISTER, head.agencyPath())) {
            caller.check(Permission.HAND_IN, head.agencyPath());
        }
        return head;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
