package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.HandIn;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.assessment.signing.ShownCode;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Answer;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** What an agency says to its provisional result: it accepts, or objects criterion by criterion, until the last day for it. */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class RightOfReply {

    static final int LONGEST_GROUNDS = 4_000;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Objections objections;

    @Inject
    private Evidences evidences;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private TakenSteps steps;

    @Inject
    private Rounds rounds;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReplyEvent> events;

    /** Until when the agency may reply. */
    @Requires(Permission.VIEW)
    public LocalDate until(AssessmentHead head) {
        caller.check(Permission.VIEW, head.agencyPath());
        return rounds.get(head.roundCode()).replyUntil();
    }

    /** The objections, as far as the person may read the answers they are about; others than the agency's people those that were sent. */
    @Requires(Permission.VIEW)
    public List<RaisedObjection> objections(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.VIEW, head.agencyPath());
        boolean all = caller.can(Permission.VIEW_RESTRICTED, head.agencyPath());
        return objections.shown(head, CourseSight.of(caller)).stream()
                .filter(one -> all || !catalog.model(head.modelRef()).criterion(one.criterion()).restricted()).toList();
    }

    /** Whether the person may write objections now, for a page that offers it. */
    @Requires(Permission.VIEW)
    public boolean isOpen(AssessmentHead head) {
        return caller.can(Permission.ANSWER, head.agencyPath()) && lock(head).isEmpty();
    }

    /**
     * Keeps an objection, which counts once it is handed in with the others; the same criterion again changes it.
     *
     * @param claimed the answer that should hold, on the scale of the criterion
     */
    @Requires(Permission.ANSWER)
    public void object(long assessmentId, String criterion, String claimed, String grounds) {
        assessments.lock(assessmentId);
        AssessmentHead head = open(assessmentId, Permission.ANSWER);
        ScoredAssessment scored = scores.of(head);
        Criterion of = scored.criterion(criterion);
        AnswerLock.requireNotExempt(criterion, scored.isExempt(criterion));
        String official = scored.answers().of(criterion).map(Answer::written).orElse(null);
        Faults faults = new Faults();
        faults.require(of.scale().accepts(claimed) && !claimed.equals(official), "claimed", "reply.claim", criterion);
        String text = faults.take("grounds", () -> GivenText.required(grounds, LONGEST_GROUNDS, "reply.grounds"));
        faults.refuse();
        Objection objection = objections.find(assessmentId, criterion)
                .orElseGet(() -> new Objection(assessmentId, criterion, official));
        objection.write(claimed, text, caller.personId(), clock.instant());
        objections.add(objection);
        events.fire(new ReplyEvent.ObjectionWritten(assessmentId, head.agencyId(),
                new ScoringEvent.Given(criterion, of.restricted(), official, claimed), text));
    }

    /** @throws BusinessException when there is no objection to this criterion that can still be changed */
    void requireObjection(long assessmentId, String criterion) {
        open(assessmentId, Permission.ANSWER);
        objections.get(assessmentId, criterion);
    }

    /** Takes an objection back that is not handed in yet. */
    @Requires(Permission.ANSWER)
    public void withdraw(long assessmentId, String criterion) {
        assessments.lock(assessmentId);
        AssessmentHead head = open(assessmentId, Permission.ANSWER);
        objections.get(assessmentId, criterion).withdraw(clock.instant());
        events.fire(new ReplyEvent.ObjectionWithdrawn(assessmentId, head.agencyId(), criterion));
    }

    /** Returns the fingerprint of what the head signs by a reply now: the provisional result, and the objections to it. */
    @Requires(Permission.SIGN)
    public String content(long assessmentId) {
        return content(open(assessmentId, Permission.SIGN));
    }

    /**
     * Takes the provisional result as the final one, by the signature of the head.
     *
     * @param seen     {@link #content} of what the head had before them
     * @param shown    the code of the second factor; null where none is given
     * @throws BusinessException.Conflict when it is not what is stored now
     */
    @Requires(Permission.SIGN)
    public void accept(long assessmentId, String seen, String position, ShownCode shown) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = open(assessmentId, Permission.SIGN);
        if (!objections.of(assessmentId).isEmpty()) {
            throw new BusinessException("reply.drafts");
        }
        HandIn signed = reply(assessment, head, Step.ACCEPT, seen, position, shown);
        events.fire(new ReplyEvent.ResultAccepted(assessmentId, head.agencyId(), signed.receipt(),
                signed.contentHash()));
    }

    /** Hands in the objections that were written, likewise. */
    @Requires(Permission.SIGN)
    public void handIn(long assessmentId, String seen, String position, ShownCode shown) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = open(assessmentId, Permission.SIGN);
        if (objections.of(assessmentId).isEmpty()) {
            throw new BusinessException("reply.none");
        }
        HandIn signed = reply(assessment, head, Step.OBJECT, seen, position, shown);
        events.fire(new ReplyEvent.ObjectionsHandedIn(assessmentId, head.agencyId(), signed.receipt(),
                signed.contentHash()));
    }

    private HandIn reply(Assessment assessment, AssessmentHead head, Step step, String seen, String position,
            ShownCode shown) {
        String hash = content(head);
        if (!hash.equals(seen)) {
            throw new BusinessException.Conflict("sign.changed");
        }
        HandIn signed = signing.give(head, step, hash, position, shown);
        assessment.reply(step, caller.personId(), signed.at());
        steps.add(head.id(), step, null, caller.personId(), signed.at());
        return signed;
    }

    private String content(AssessmentHead head) {
        return ReplyContent.hash(head, scores.of(head), objections.of(head.id()), evidences.of(head.id()));
    }

    private AssessmentHead open(long assessmentId, Permission permission) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(permission, head.agencyPath());
        lock(head).ifPresent(reason -> {
            throw reason;
        });
        return head;
    }

    /** Returns the reason why the agency cannot reply now; empty while it can. */
    private Optional<BusinessException> lock(AssessmentHead head) {
        if (head.state() != AssessmentState.PROVISIONAL) {
            return Optional.of(new BusinessException("reply.not-now"));
        }
        LocalDate until = rounds.get(head.roundCode()).replyUntil();
        return until != null && !until.isBefore(LocalDate.now(clock)) ? Optional.empty()
                : Optional.of(new BusinessException("reply.too-late", until));
    }
}
