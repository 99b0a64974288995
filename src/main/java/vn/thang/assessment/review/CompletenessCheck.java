package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.signing.Signatures;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Between handing in and the review: whether everything is there. It is not about whether it is right. */
@ApplicationScoped
@Transactional
@Requires(Permission.REVIEW)
public class CompletenessCheck {

    /** So many are admitted in one transaction. */
    static final int AT_ONCE = 250;

    @Inject
    private Caller caller;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Assessments assessments;

    @Inject
    private AssessmentScores readings;

    @Inject
    private Evidences evidences;

    @Inject
    private Signatures signatures;

    @Inject
    private TakenSteps steps;

    @Inject
    private ReviewQueue queue;

    @Inject
    private Catalog catalog;

    @Inject
    private AssessmentReview review;

    @Inject
    private LongWork works;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReviewEvent> events;

    /** What the application finds missing, in model order. */
    @Requires(Permission.REVIEW)
    public List<Finding> findings(long assessmentId) {
        AssessmentView view = readings.view(assessmentId);
        caller.check(Permission.REVIEW, view.head().agencyPath());
        return Finding.of(view, evidences.lost(assessmentId));
    }

    @Requires(Permission.REVIEW)
    public void admit(long assessmentId) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        assessment.take(Step.ADMIT);
        steps.add(assessmentId, Step.ADMIT, null, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.AssessmentAdmitted(assessmentId, head.agencyId()));
    }

    /** Gives it back as a whole; its signature is no longer in force. */
    @Requires(Permission.REVIEW)
    public void turnBack(long assessmentId, String reason) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        Faults faults = new Faults();
        String said = faults.take("reason",
                () -> GivenText.required(reason, AssessmentWorkflow.LONGEST_COMMENT, "completeness.reason"));
        faults.refuse();
        if (!head.roundOpen()) {
            throw new BusinessException("completeness.round-closed", head.roundName());
        }
        Step.TURN_BACK.take(head.state());
        assessment.turnBack(steps.add(assessmentId, Step.TURN_BACK, said, caller.personId(), clock.instant()));
        signatures.end(assessmentId, clock.instant());
        events.fire(new ReviewEvent.AssessmentTurnedBack(assessmentId, head.agencyId(), said));
    }

    /** How many of the filter have nothing missing and can be admitted at once. */
    @Requires(Permission.REVIEW)
    public long countComplete(QueueFilter filter) {
        return queue.countComplete(caller.subtrees(Permission.REVIEW), filter, candidates());
    }

    /**
     * Begins to admit all of the filter that have nothing missing; answers the number of the work.
     *
     * @param asked the filter as it stands in the address of the queue
     */
    @Requires(Permission.REVIEW)
    public long startAdmitting(Map<String, String> asked) {
        if (countComplete(filter(asked)) == 0) {
            throw new BusinessException("completeness.none-left");
        }
        Map<String, String> given = new TreeMap<>();
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return works.start(new CompleteAdmission.Wanted("", given, caller.personId()), caller.behalf());
    }

    /** The filter of the queue that an address asks for, as the caller sees it today. */
    @Requires(Permission.REVIEW)
    public QueueFilter filter(Map<String, String> asked) {
        return QueueFilter.of(asked, review.seen());
    }

    /** Admits the next of them, in a fixed number of statements; answers how many. None are left when it is zero. */
    @Requires(Permission.REVIEW)
    public int admitComplete(QueueFilter filter) {
        List<Long> admitted = queue
                .lockHandedIn(queue.complete(caller.subtrees(Permission.REVIEW), filter, candidates(), AT_ONCE));
        if (!admitted.isEmpty()) {
            assessments.admit(admitted);
            steps.add(admitted, Step.ADMIT, caller.personId(), clock.instant());
            events.fire(new ReviewEvent.AssessmentsAdmitted(admitted));
        }
        return admitted.size();
    }

    private ReviewQueue.Candidates candidates() {
        Set<String> points = catalog.models().stream().flatMap(model -> model.criteria().stream()
                .filter(criterion -> !criterion.scale().ofLevels())
                .map(criterion -> model.ref() + " " + criterion.code())).collect(Collectors.toSet());
        Set<String> high = catalog.models().stream().flatMap(model -> IntStream
                .rangeClosed(model.levels().firstHigh(), model.highest()).mapToObj(level -> model.ref() + " " + level))
                .collect(Collectors.toSet());
        return new ReviewQueue.Candidates(caller.personId(), points, high);
    }
}
