package vn.thang.assessment.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.Exemptions;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.section.FormAccess;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Reading assessments: what was answered, and how the score follows from it. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class AssessmentScores {

    private static final int FEWEST_PEERS = 5;

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private FormAccess access;

    @Inject
    private Impartiality impartiality;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private Evidences evidences;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Exemptions exemptions;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    @Requires(Permission.VIEW)
    public AssessmentView view(long assessmentId) {
        return view(assessments.head(assessmentId));
    }

    @Requires(Permission.VIEW)
    public AssessmentView view(String roundCode, String agencyCode) {
        return view(assessments.findHead(roundCode, agencyCode)
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown")));
    }

    /** The form: the same, or the sections of it that were given to the person. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public AssessmentView form(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        return view(head, access.sections(Permission.VIEW, head));
    }

    private AssessmentView view(AssessmentHead head) {
        caller.check(Permission.VIEW, head.agencyPath());
        return view(head, Set.of());
    }

    private AssessmentView view(AssessmentHead head, Set<String> sections) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        boolean all = caller.can(Permission.VIEW_RESTRICTED, head.agencyPath());
        Set<String> own = FormAccess.criteria(model, sections);
        Set<String> unseen = model.criteria().stream()
                .filter(criterion -> sections.isEmpty() ? criterion.restricted() && !all
                        : !own.contains(criterion.code()))
                .map(Criterion::code).collect(Collectors.toSet());
        List<GivenAnswer> answers = storedAnswers.of(head.id());
        List<AttachedEvidence> evidence = evidences.of(head.id());
        Map<String, GivenVerdict> verdicts = impartiality.isBlind(head.id()) ? new HashMap<>()
                : this.verdicts.of(head.id());
        Map<String, AskedExemption> asked = exemptions.of(head.id());
        ScoredAssessment scored = scores.of(head, answers, evidence, Rulings.of(verdicts, asked));
        verdicts.keySet().removeAll(unseen);
        asked.keySet().removeAll(unseen);
        Optional<AssessmentHead> last = assessments.before(head);
        return new AssessmentView(head, scored, byCriterion(answers, unseen),
                evidence.stream().filter(item -> !unseen.contains(item.criterion())).toList(),
                last.map(before -> byCriterion(storedAnswers.of(before.id()), unseen)).orElse(Map.of()), last, verdicts,
                asked, unseen,
                sections, AnswerLock.of(head).isEmpty()
                        && (!sections.isEmpty() || caller.can(Permission.ANSWER, head.agencyPath())));
    }

    /** What readings say of the criterion, beside the answer; a stale one too. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Optional<MeasuredLevels.Measured> measured(AssessmentHead head, String criterion) {
        access.read(head, criterion);
        return measured.shown(head.modelRef(), head.roundDueOn(), head.agencyId(), head.time().publishedAt(),
                criterion);
    }

    /** What was answered to a criterion over time, newest first. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<GivenAnswer> history(long assessmentId, String criterion) {
        access.read(assessments.head(assessmentId), criterion);
        return storedAnswers.history(assessmentId, criterion);
    }

    /**
     * What agencies of the same type declared for the criterion in the same round: answer to their number; empty when they
     * are fewer than five.
     */
    @Requires(Permission.REVIEW)
    public Map<String, Long> peers(long assessmentId, String criterion) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.REVIEW, head.agencyPath());
        Map<String, Long> peers = storedAnswers.peers(head, criterion);
        return peers.values().stream().mapToLong(Long::longValue).sum() < FEWEST_PEERS ? Map.of() : peers;
    }

    /** What reviewers said of an answer over time, newest first. */
    @Requires(Permission.VIEW)
    public List<GivenVerdict> verdicts(long assessmentId, String criterion) {
        access.read(assessments.head(assessmentId), criterion);
        return impartiality.isBlind(assessmentId) ? List.of() : verdicts.history(assessmentId, criterion);
    }

    /** The assessments of the agencies at which the person answers, newest round first. */
    @Requires(Permission.VIEW)
    public List<AssessmentHead> own() {
        return assessments.ofAgencies(caller.grants().stream()
                .filter(grant -> caller.can(Permission.ANSWER, grant.path())).map(Grant::agencyId).distinct().toList());
    }

    /** The same with how far they are. */
    @Requires(Permission.VIEW)
    public List<AssessmentLine> mine() {
        return scores.lines(own(), head -> catalog.find(head.modelRef())
                .map(model -> model.forAgencyType(head.agencyType()).criteria().size()).orElse(0));
    }

    /** What came back of the assessments at whose agencies the person answers, by assessment. */
    @Requires(Permission.VIEW)
    public Map<Long, List<Verdicts.Returned>> returned(List<AssessmentHead> heads) {
        return verdicts.returned(heads.stream().filter(AssessmentHead::returned)
                .filter(head -> caller.can(Permission.ANSWER, head.agencyPath())).map(AssessmentHead::id).toList());
    }

    private static Map<String, GivenAnswer> byCriterion(List<GivenAnswer> answers, Set<String> without) {
        Map<String, GivenAnswer> byCriterion = new LinkedHashMap<>();
        answers.stream().filter(answer -> !without.contains(answer.criterion()))
                .forEach(answer -> byCriterion.put(answer.criterion(), answer));
        return byCriterion;
    }
}
