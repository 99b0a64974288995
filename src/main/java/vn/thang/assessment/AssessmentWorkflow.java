package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Path;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Change;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Answering and handing in, for the agency's own people. */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class AssessmentWorkflow {

    static final int LONGEST_COMMENT = 4_000;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Evidences evidences;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<Change> changes;

    /**
     * What a person answers.
     *
     * @param value       a level "1" to "5" or an option; null while undecided
     * @param seenVersion version of the answer that the person had before them; 0 for none
     */
    public record Draft(String criterion, String value, String comment, int seenVersion) {
    }

    /** The stored answer, and where the assessment stands with it. */
    public record Saved(GivenAnswer answer, Standing standing) {
    }

    /**
     * Stores an answer.
     *
     * @throws AnswerConflict when somebody else has answered differently since
     */
    @Requires(Permission.ANSWER)
    public Saved answer(long assessmentId, Draft draft) {
        AssessmentHead head = openForCaller(assessmentId, Permission.ANSWER);
        MaturityModel model = model(head);
        Criterion criterion = applicable(model, draft.criterion());
        String comment = comment(draft.comment());
        requireOnScale(criterion, draft.value());
        StoredAnswer answer = assessments.findAnswer(assessmentId, criterion.code()).orElse(null);
        boolean known = answer != null;
        if (known && answer.says(draft.value(), comment)) {
            return new Saved(assessments.answer(assessmentId, criterion.code()), standing(head, model));
        }
        if (known && answer.version() != draft.seenVersion()) {
            throw new AnswerConflict(assessments.answer(assessmentId, criterion.code()));
        }
        assessments.get(assessmentId).change(clock.instant());
        if (!known) {
            answer = new StoredAnswer(assessmentId, criterion.code());
            assessments.add(answer);
        }
        answer.set(draft.value(), comment, caller.personId(), clock.instant());
        assessments.add(new AnswerChange(assessmentId, answer));
        flushOrConflict();
        changes.fire(new Change("answer", "assessment", assessmentId, head.agencyId(), criterion.code() + "=" + draft.value()));
        return new Saved(assessments.answer(assessmentId, criterion.code()), standing(head, model));
    }

    private void flushOrConflict() {
        try {
            assessments.flush();
        } catch (OptimisticLockException e) {
            throw new BusinessException.Conflict("assessment.same-moment");
        } catch (PersistenceException e) {
            if (e.getCause() != null && String.valueOf(e.getCause().getMessage()).contains("answer_once")) {
                throw new BusinessException.Conflict("assessment.same-moment");
            }
            throw e;
        }
    }

    /** Hands in: from then on the answers are locked. */
    @Requires(Permission.HAND_IN)
    public AssessmentHead handIn(long assessmentId) {
        AssessmentHead head = openForCaller(assessmentId, Permission.HAND_IN);
        ScoredAssessment scored = scored(head, model(head));
        if (!scored.isComplete()) {
            throw new BusinessException("assessment.unanswered", scored.applicable() - scored.answered());
        }
        String hash = HandedInContent.hash(head, catalog.hash(head.modelRef()), assessments.answers(assessmentId),
                evidences.of(assessmentId));
        String receipt = HandedInContent.receipt(head, hash);
        assessments.get(assessmentId).handIn(caller.personId(), clock.instant(), receipt, hash);
        assessments.flush();
        scores.store(Map.of(assessmentId, scored));
        changes.fire(new Change("hand-in", "assessment", assessmentId, head.agencyId(), receipt + " " + hash));
        return assessments.head(assessmentId);
    }

    private AssessmentHead openForCaller(long assessmentId, Permission permission) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(permission, head.agencyPath());
        if (!head.roundState().equals("OPEN")) {
            throw new BusinessException("assessment.round-not-open", head.roundName());
        }
        if (!head.state().isOpen()) {
            throw new BusinessException("assessment.closed");
        }
        return head;
    }

    private MaturityModel model(AssessmentHead head) {
        return catalog.model(head.modelRef()).forAgencyType(head.agencyType());
    }

    private static Criterion applicable(MaturityModel model, String code) {
        try {
            return model.criterion(code);
        } catch (NoSuchElementException e) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", code);
        }
    }

    private static void requireOnScale(Criterion criterion, String value) {
        boolean fits = value == null || (criterion.scale() instanceof AnswerScale.Points points
                ? points.options().containsKey(value) : value.matches("[1-5]"));
        if (!fits) {
            throw new BusinessException("assessment.off-scale", criterion.code());
        }
    }

    private static String comment(String text) {
        String comment = text == null || text.isBlank() ? null : text.strip();
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new BusinessException("assessment.comment-too-long", LONGEST_COMMENT);
        }
        return comment;
    }

    private Standing standing(AssessmentHead head, MaturityModel model) {
        ScoredAssessment scored = scored(head, model);
        scores.store(Map.of(head.id(), scored));
        return standing(scored);
    }

    private ScoredAssessment scored(AssessmentHead head, MaturityModel model) {
        return ScoredAssessment.of(model, ScoredAssessment.inputs(model, assessments.answers(head.id()), evidences.of(head.id())));
    }

    static Standing standing(ScoredAssessment scored) {
        int level = scored.official().whole().level();
        return new Standing(scored.answered(), scored.applicable(), level,
                level == MaturityModel.HIGHEST_LEVEL ? java.util.Optional.empty()
                        : Path.toLevel(scored.model(), scored.answers(), level + 1));
    }
}
