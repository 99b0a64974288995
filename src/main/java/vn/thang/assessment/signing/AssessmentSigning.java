package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.HandIn;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenStep;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.discrepancy.Discrepancies;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.UnitsBelow;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.score.SingleInputs;
import vn.thang.catalog.Catalog;
import vn.thang.organisation.factor.FactorShown;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** From the officers' complete answers to the signature of the head, by which the agency hands in. */
@ApplicationScoped
@Transactional
@Requires(Permission.HAND_IN)
public class AssessmentSigning {

    static final int LONGEST_POSITION = 120;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private AssessmentScores readings;

    @Inject
    private Evidences evidences;

    @Inject
    private SingleInputs inputs;

    @Inject
    private UnitsBelow below;

    @Inject
    private Submitters submitters;

    @Inject
    private Signatures signatures;

    @Inject
    private Discrepancies discrepancies;

    @Inject
    private TakenSteps steps;

    @Inject
    private Scores scores;

    @Inject
    private SignedContents contents;

    @Inject
    private SignatureFactor factor;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<SigningEvent> signing;

    @Inject
    private Event<ScoringEvent> scoring;

    /** Lets the answers wait for the signature: from then on they are locked. */
    @Requires(Permission.HAND_IN)
    public void submit(long assessmentId) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = head(assessmentId, Permission.HAND_IN);
        AnswerLock.requireNone(AnswerLock.of(head));
        requireSubmitter(head);
        ScoredAssessment scored = scores.of(head);
        requireComplete(scored);
        requireExplained(assessmentId);
        below.requireHandedIn(head);
        assessment.submit();
        steps.add(assessmentId, Step.SUBMIT, null, caller.personId(), clock.instant());
        signing.fire(new SigningEvent.AnswersSubmitted(assessmentId, head.agencyId()));
    }

    /** Where somebody is named to submit, nobody else does but the head. */
    private void requireSubmitter(AssessmentHead head) {
        Optional<Submitter> named = submitters.find(head.id(), LocalDate.now(clock));
        if (named.isPresent() && !caller.can(Permission.SIGN, head.agencyPath())
                && !Objects.equals(named.get().person(), caller.personId())) {
            throw new BusinessException.Forbidden("submitter.not-you", named.get().name());
        }
    }

    /** Back to the officers, who see the word: by themselves, or by the head who does not sign. */
    @Requires(Permission.HAND_IN)
    public void withdraw(long assessmentId, String word) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = head(assessmentId, Permission.HAND_IN);
        head.requireReady();
        String said = AssessmentWorkflow.comment(word);
        assessment.withdraw(steps.add(assessmentId, Step.WITHDRAW, said, caller.personId(), clock.instant()));
        signing.fire(new SigningEvent.AnswersWithdrawn(assessmentId, head.agencyId(), said));
    }

    /** What the head has before them. */
    @Requires(Permission.SIGN)
    public SignatureSheet sheet(long assessmentId) {
        AssessmentHead head = head(assessmentId, Permission.SIGN);
        return new SignatureSheet(readings.view(assessmentId), discrepancies.explained(assessmentId),
                hash(head, storedAnswers.of(assessmentId)));
    }

    /** The position that stood under the person's last signature; null before the first one. */
    @Requires(Permission.SIGN)
    public String lastPosition() {
        return caller.personId() == null ? null : signatures.position(caller.personId()).orElse(null);
    }

    /**
     * Signs, and hands in by it.
     *
     * @param seen  {@link SignatureSheet#seen()} of what the head had before them
     * @param shown the code of the second factor, which is taken when nothing else stands in the way; null where none is given
     * @throws BusinessException.Conflict when it is not what is stored now
     */
    @Requires(Permission.SIGN)
    public AssessmentHead sign(long assessmentId, String seen, String position, ShownCode shown) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = head(assessmentId, Permission.SIGN);
        head.requireReady();
        SingleInputs.Stored stored = inputs.of(assessmentId);
        ScoredAssessment scored = scores.of(head, stored.answers(), stored.evidence(), stored.rulings()).unjudged();
        requireComplete(scored);
        requireExplained(assessmentId);
        below.requireHandedIn(head);
        String hash = hash(head, stored.answers());
        if (!SignatureSheet.seen(hash, scored).equals(seen)) {
            throw new BusinessException.Conflict("sign.changed");
        }
        HandIn signed = give(head, Step.HAND_IN, hash, position, shown);
        assessment.handIn(signed);
        steps.add(assessmentId, Step.HAND_IN, null, caller.personId(), signed.at());
        scoring.fire(new ScoringEvent.HandedIn(head, signed.receipt(), hash, scored));
        return assessments.head(assessmentId);
    }

    /**
     * Gives the signature of the caller to what the agency says by a step. Whose step it is sees to it that the step can be
     * taken, and that the content is what the caller has seen.
     *
     * @param hash  fingerprint of the content
     * @param shown the code of the second factor; null where none is given
     */
    @Requires(Permission.SIGN)
    public HandIn give(AssessmentHead head, Step step, String hash, String position, ShownCode shown) {
        caller.check(Permission.SIGN, head.agencyPath());
        Faults faults = new Faults();
        String as = faults.take("position", () -> position(position));
        faults.refuse(); // a code is valid once, and is not taken for nothing
        FactorShown proved = faults.take("code", () -> factor.require(shown));
        faults.refuse();
        HandIn signed = new HandIn(clock.instant(), caller.personId(), HandedInContent.receipt(head, hash), hash);
        signatures.add(head.id(), new Signature(head.id(), step,
                new Signature.Signatory(caller.personId(), caller.getFullName(), as, proved), signed));
        if (proved != null) {
            signing.fire(new SigningEvent.FactorShownAtSignature(head.id(), head.agencyId(), proved));
        }
        return signed;
    }

    /** Returns the position as it stands under a signature. */
    static String position(String given) {
        return GivenText.required(given, LONGEST_POSITION, "sign.position-missing");
    }

    /**
     * Every signature, the newest first; those in force are compared with what is stored now, and with the trail. One that must
     * be in force by what the trail tells, and is not, does not hold.
     */
    @Requires(Permission.VIEW)
    public List<GivenSignature> signatures(long assessmentId) {
        head(assessmentId, Permission.VIEW);
        Set<String> broken = contents.broken(assessmentId, null).stream().map(SignedContents.Signed::receipt)
                .collect(Collectors.toSet());
        return signatures.of(assessmentId).stream().map(one -> one.checked(!broken.contains(one.receipt()))).toList();
    }

    /** The steps that were taken, the newest first. */
    @Requires(Permission.VIEW)
    public List<TakenStep> steps(long assessmentId) {
        head(assessmentId, Permission.VIEW);
        return steps.of(assessmentId);
    }

    /** Whose signatures these assessments wait for, by agency. */
    @Requires(Permission.HAND_IN)
    public Map<Long, List<String>> signatories(List<AssessmentHead> heads) {
        return signatures.heads(heads.stream().filter(head -> caller.can(Permission.HAND_IN, head.agencyPath()))
                .map(AssessmentHead::agencyId).distinct().toList(), LocalDate.now(clock));
    }

    private AssessmentHead head(long assessmentId, Permission permission) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(permission, head.agencyPath());
        return head;
    }

    private String hash(AssessmentHead head, List<GivenAnswer> answers) {
        return HandedInContent.hash(HandedInContent.Of.head(head, catalog.hash(head.modelRef())), answers,
                evidences.of(head.id()), discrepancies.explained(head.id()));
    }

    private static void requireComplete(ScoredAssessment scored) {
        if (!scored.complete()) {
            throw new BusinessException("assessment.unanswered", scored.applicable() - scored.answered());
        }
    }

    /** Every answer above its measured level has its explanation. */
    private void requireExplained(long assessmentId) {
        List<String> unexplained = discrepancies.unexplained(assessmentId);
        if (!unexplained.isEmpty()) {
            throw new BusinessException("discrepancy.unexplained", unexplained.size(), String.join(", ", unexplained));
        }
    }
}
