package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.core.model.Criterion;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The panel that decides on objections, with its reasons. Nobody decides on an agency they belonged to since the last round,
 * nor on an answer that they judged themselves. A decision is never changed.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.DECIDE)
public class PanelDecision {

    private static final int LONGEST_MEMBERS = 1_000;
    private static final int LONGEST_NAME = 120;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Objections objections;

    @Inject
    private Sittings sittings;

    @Inject
    private TakenSteps steps;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Scores scores;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReplyEvent> events;

    @Inject
    private Event<ScoringEvent> scoring;

    /** A page of the assessments whose objections wait. */
    @Requires(Permission.DECIDE)
    public Slice<WaitingObjections> waiting(ObjectionFilter filter, Cut<ObjectionOrder> cut) {
        return objections.waiting(caller.subtrees(Permission.DECIDE), filter, LocalDate.now(clock), cut);
    }

    /** Counts what waits for the person as a member of the panel, by one statement. */
    @Requires(Permission.DECIDE)
    public Objections.Figures figures() {
        return objections.figures(caller.subtrees(Permission.DECIDE), LocalDate.now(clock));
    }

    /** Whether the person may decide on this assessment now, for a page that offers it. */
    @Requires(Permission.VIEW)
    public boolean isAllowed(AssessmentHead head) {
        return head.state() == AssessmentState.OBJECTION && caller.can(Permission.DECIDE, head.agencyPath())
                && !impartiality.belongs(head);
    }

    /** What a value would change: the dimension of the criterion and the whole. */
    @Requires(Permission.DECIDE)
    public List<ScoreEffect> effect(long assessmentId, String criterion, String value) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.DECIDE, head.agencyPath());
        ScoredAssessment before = scores.of(head);
        return ScoreEffect.of(before, before.ruled(criterion, value), criterion);
    }

    /** Decides on one objection; what is upheld becomes the verdict that holds from then on. */
    @Requires(Permission.DECIDE)
    public void decide(long assessmentId, PanelRuling ruling) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = decidable(assessmentId);
        assessment.take(Step.DECIDE);
        Objection objection = objections.get(assessmentId, ruling.criterion());
        objection.requireUndecided();
        if (objections.judged(caller.personId(), assessmentId, ruling.criterion())) {
            throw new BusinessException.Forbidden("reply.own-verdict");
        }
        ScoredAssessment scored = scores.of(head);
        check(scored.criterion(ruling.criterion()), objection, ruling);
        objection.decide(ruling, caller.personId(), clock.instant());
        if (ruling.decision() != Objection.Decision.DISMISSED) {
            String declared = scored.isAnswered(ruling.criterion())
                    ? scored.inputs().get(ruling.criterion()).declared().written() : null;
            verdicts.replace(assessmentId, ruling.criterion(),
                    new Verdict(assessmentId, new Judgement(ruling.criterion(),
                            Verdict.Kind.DECIDED, objection.value(), ruling.reasons(), null, 0), objection.value(),
                            declared, caller.personId(),
                            clock.instant()),
                    clock.instant());
        }
        scoring.fire(new ScoringEvent.ObjectionDecided(head,
                new ScoringEvent.Given(ruling.criterion(), scored.criterion(ruling.criterion()).restricted(),
                        objection.provisional(), objection.value()),
                ruling.decision().name(), ruling.reasons()));
    }

    /** What the person wrote of the last sitting, to begin with; null before the first one. */
    @Requires(Permission.DECIDE)
    public Sitting.Meeting lastMeeting() {
        return caller.personId() == null ? null : sittings.last(caller.personId()).orElse(null);
    }

    /** Closes the case once every objection is decided: the result is final, and the minutes are written. */
    @Requires(Permission.DECIDE)
    public void settle(long assessmentId, Sitting.Meeting meeting) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = decidable(assessmentId);
        long open = objections.of(assessmentId).stream().filter(one -> !one.decided()).count();
        if (open > 0) {
            throw new BusinessException("reply.undecided", open);
        }
        check(meeting);
        assessment.take(Step.SETTLE);
        sittings.add(head, meeting, caller.personId(), clock.instant());
        steps.add(assessmentId, Step.SETTLE, null, caller.personId(), clock.instant());
        events.fire(new ReplyEvent.CaseSettled(assessmentId, head.agencyId(),
                sittings.find(assessmentId).orElseThrow().number()));
    }

    private AssessmentHead decidable(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.DECIDE, head.agencyPath());
        if (impartiality.belongs(head)) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (head.state() != AssessmentState.OBJECTION) {
            throw new BusinessException("reply.not-now");
        }
        return head;
    }

    private void check(Sitting.Meeting meeting) {
        Faults faults = new Faults();
        named(faults, "place", meeting.place());
        faults.require(meeting.heldOn() != null && !meeting.heldOn().isAfter(LocalDate.now(clock)), "heldOn",
                "panel.sitting-day");
        named(faults, "chair", meeting.chair());
        named(faults, "position", meeting.position());
        named(faults, "secretary", meeting.secretary());
        faults.check("present", () -> GivenText.required(meeting.members(), LONGEST_MEMBERS, "reply.members"));
        faults.refuse();
    }

    private static void named(Faults faults, String field, String name) {
        faults.check(field, () -> GivenText.required(name, LONGEST_NAME, "panel.sitting-" + field));
    }

    private static void check(Criterion criterion, Objection objection, PanelRuling ruling) {
        Faults faults = new Faults();
        faults.require(ruling.decision() != null, "decision", "reply.decision");
        boolean between = criterion.scale().accepts(ruling.value()) && !ruling.value().equals(objection.claimed())
                && !ruling.value().equals(objection.provisional());
        faults.require(ruling.decision() != Objection.Decision.PARTLY || between, "value", "reply.partly",
                criterion.code());
        faults.check("reasons",
                () -> GivenText.required(ruling.reasons(), RightOfReply.LONGEST_GROUNDS, "reply.reasons"));
        faults.check("members", () -> GivenText.required(ruling.members(), LONGEST_MEMBERS, "reply.members"));
        faults.refuse();
    }
}
