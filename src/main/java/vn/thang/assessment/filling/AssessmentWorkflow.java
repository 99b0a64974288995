package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.score.SingleInputs;
import vn.thang.assessment.score.Standing;
import vn.thang.assessment.section.FormAccess;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Answering, for the agency's own people and for whom sections were given to. */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
public class AssessmentWorkflow {

    public static final int LONGEST_COMMENT = 4_000;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private SingleInputs inputs;

    @Inject
    private FormAccess access;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScoringEvent> events;

    /**
     * What a person answers.
     *
     * @param value       a level such as "3", or an option; null while undecided
     * @param seenVersion version of the answer that the person had before them; 0 for none
     */
    public record Draft(String criterion, String value, String comment, int seenVersion) {
    }

    /** The stored answer, where the assessment stands with it, and everything that follows from its answers. */
    public record Saved(GivenAnswer answer, Standing standing, ScoredAssessment scored) {
    }

    /**
     * The answers of an assessment after some were stored.
     *
     * @param sections those that were given to the person; empty for the agency's own people
     * @param before   what was stored until now
     * @param answers  by criterion
     * @param changed  those that are other ones now
     */
    record Kept(AssessmentHead head, Set<String> sections, SingleInputs.Stored before,
            Map<String, GivenAnswer> answers,
            List<ScoringEvent.Given> changed) {
    }

    /**
     * Stores an answer.
     *
     * @throws AnswerConflict when somebody else has answered differently since
     */
    @Requires(Permission.CONTRIBUTE)
    public Saved answer(long assessmentId, Draft draft) {
        return store(assessmentId, List.of(draft)).get(0);
    }

    /** Stores several answers with one scoring: all of them, or none when one is refused. */
    @Requires(Permission.CONTRIBUTE)
    public List<Saved> answerAll(long assessmentId, List<Draft> drafts) {
        return store(assessmentId, drafts);
    }

    private List<Saved> store(long assessmentId, List<Draft> drafts) {
        Kept kept = keep(assessmentId, drafts);
        ScoredAssessment scored = scores.of(kept.head(), kept.answers().values(),
                kept.before().evidence(), kept.before().rulings());
        if (!kept.changed().isEmpty()) {
            events.fire(new ScoringEvent.AnswersGiven(kept.head(), kept.changed(), scored));
        }
        ScoredAssessment shown = scored.unjudged();
        Standing standing = Standing.of(shown, kept.sections());
        return drafts.stream().map(draft -> new Saved(kept.answers().get(draft.criterion()), standing, shown))
                .toList();
    }

    /** Stores answers as {@link #answerAll} does; whoever calls it fires the event by which the scores follow. */
    Kept keep(long assessmentId, List<Draft> drafts) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        Set<String> sections = access.sections(Permission.ANSWER, head);
        AnswerLock.requireNone(AnswerLock.of(head));
        MaturityModel model = model(head);
        Set<String> own = FormAccess.criteria(model, sections);
        SingleInputs.Stored stored = inputs.of(assessmentId);
        Set<String> returned = verdicts.returned(head);
        Map<String, GivenAnswer> answers = stored.answers().stream()
                .collect(Collectors.toMap(GivenAnswer::criterion, Function.identity()));
        Instant now = clock.instant();
        List<ScoringEvent.Given> given = new ArrayList<>();
        List<GivenAnswer> added = new ArrayList<>();
        List<GivenAnswer> changed = new ArrayList<>();
        for (Draft draft : drafts) {
            Criterion criterion = applicable(model, draft.criterion());
            AnswerLock.requireNone(AnswerLock.of(head, new AnswerLock.Question(criterion.code(),
                    sections.isEmpty() || own.contains(criterion.code()), returned.contains(criterion.code()),
                    stored.rulings().exempt().contains(criterion.code()))));
            String comment = comment(draft.comment());
            requireOnScale(criterion, draft.value());
            GivenAnswer before = answers.get(criterion.code());
            if (before == null ? draft.value() == null && comment == null : before.says(draft.value(), comment)) {
                continue;
            }
            if (before != null && before.version() != draft.seenVersion()) {
                throw new AnswerConflict(before);
            }
            GivenAnswer answer = new GivenAnswer(criterion.code(), draft.value(), comment, caller.getFullName(), now,
                    before == null ? 1 : before.version() + 1);
            answers.put(criterion.code(), answer);
            (before == null ? added : changed).add(answer);
            given.add(new ScoringEvent.Given(criterion.code(), criterion.restricted(),
                    before == null ? null : before.value(), draft.value()));
        }
        if (!given.isEmpty()) {
            assessment.change(now);
            storedAnswers.store(assessmentId, caller.personId(), added, changed);
        }
        return new Kept(head, sections, stored, answers, given);
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
        if (value != null && !criterion.scale().accepts(value)) {
            throw new BusinessException("assessment.off-scale", criterion.code());
        }
    }

    public static String comment(String text) {
        return GivenText.optional(text, LONGEST_COMMENT, "assessment.comment-too-long");
    }
}
