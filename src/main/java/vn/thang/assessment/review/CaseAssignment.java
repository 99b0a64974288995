package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Reviewers share out what waits in the queue. Giving a case to somebody names them to all; whoever else may review it still
 * may. Nobody is given a case that they could not review.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.REVIEW)
public class CaseAssignment {

    @Inject
    private Caller caller;

    @Inject
    private AssignedReviews assigned;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReviewEvent> events;

    /** Whoever can be given cases of the caller's part of the tree. */
    @Requires(Permission.REVIEW)
    public List<AssignedReviews.Reviewer> reviewers() {
        return assigned.reviewers(caller.subtrees(Permission.REVIEW), LocalDate.now(clock));
    }

    /**
     * Gives all of them to the reviewer, or none when one of them is refused.
     *
     * @param reviewer null takes them back
     */
    @Requires(Permission.REVIEW)
    public void assign(Set<Long> assessments, Long reviewer) {
        if (assessments.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        List<AssignedReviews.Case> cases = assigned.cases(assessments, caller.personId(), reviewer,
                LocalDate.now(clock));
        if (cases.size() < assessments.size()) {
            throw new BusinessException.NotFound("review.assign.unknown");
        }
        cases.forEach(one -> check(one, reviewer));
        assigned.assign(cases, reviewer, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.CasesAssigned(cases.stream()
                .collect(Collectors.toMap(AssignedReviews.Case::assessment, AssignedReviews.Case::agency)), reviewer));
    }

    private void check(AssignedReviews.Case one, Long reviewer) {
        caller.check(Permission.REVIEW, one.path());
        if (one.own()) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (!one.open()) {
            throw new BusinessException("review.assign.not-now", one.name());
        }
        if (reviewer != null && !one.reviews()) {
            throw new BusinessException("review.assign.not-theirs", one.name());
        }
        if (reviewer != null && one.ofReviewer()) {
            throw new BusinessException("review.assign.belonged", one.name());
        }
        if (reviewer != null && one.second()) {
            throw new BusinessException("review.assign.second", one.name());
        }
    }
}
