package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** An agency follows the units below it, asks them to hand in before it does, and reminds them. */
@ApplicationScoped
@Transactional
@Requires(Permission.HAND_IN)
public class BelowFirst {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private UnitsBelow units;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<FillingEvent> events;

    /** How far the units are. */
    public record Progress(AssessmentHead head, Map<AssessmentState, Long> counts) {

        public long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long handedIn() {
            return counts.entrySet().stream().filter(count -> count.getKey().isHandedIn())
                    .mapToLong(Map.Entry::getValue).sum();
        }

        public long waiting() {
            return all() - handedIn();
        }
    }

    /** How far the units are in all. */
    @Requires(Permission.VIEW)
    public Progress progress(long assessmentId) {
        AssessmentHead head = seen(assessmentId);
        return new Progress(head, units.count(head));
    }

    /** A page of the units. */
    @Requires(Permission.VIEW)
    public Slice<UnitLine> units(long assessmentId, UnitFilter filter, Cut<UnitOrder> cut) {
        AssessmentHead head = seen(assessmentId);
        return units.list(head, filter, cut, catalog.model(head.modelRef()).criteria().size());
    }

    private AssessmentHead seen(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.VIEW, head.agencyPath());
        return head;
    }

    /** How far the units below are, of those of the assessments whose agencies have any that take part. */
    @Requires(Permission.VIEW)
    public Map<Long, UnitsBelow.Share> shares(List<AssessmentHead> heads) {
        return units.shares(heads.stream().filter(head -> caller.can(Permission.VIEW, head.agencyPath()))
                .map(AssessmentHead::id).toList());
    }

    /** @param day null to ask no more */
    @Requires(Permission.HAND_IN)
    public void ask(long assessmentId, LocalDate day) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = open(assessmentId);
        if (day != null && (day.isBefore(LocalDate.now(clock)) || day.isAfter(head.dueOn()))) {
            throw new BusinessException("below.day");
        }
        assessment.askBelow(day);
        events.fire(day == null ? new FillingEvent.UnitsAskedNoMore(assessmentId, head.agencyId())
                : new FillingEvent.UnitsAsked(assessmentId, head.agencyId(), day));
    }

    /** Tells the people of the units that did not hand in yet, once a day. Answers how many units that are. */
    @Requires(Permission.HAND_IN)
    public long remind(long assessmentId) {
        AssessmentHead head = open(assessmentId);
        LocalDate day = head.time().belowBy() == null ? head.dueOn() : head.time().belowBy();
        events.fire(new FillingEvent.UnitsReminded(assessmentId, head.agencyId(), day));
        return new Progress(head, units.count(head)).waiting();
    }

    private AssessmentHead open(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.HAND_IN, head.agencyPath());
        if (!head.roundOpen()) {
            throw new BusinessException("assessment.round-not-open", head.roundName());
        }
        return head;
    }
}
