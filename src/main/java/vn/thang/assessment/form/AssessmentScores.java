package vn.thang.assessment.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
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
    private RestrictedReading restricted;

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
        return view(head(assessmentId));
    }

    /** The assessment that an address names, for a page that shows something of it before it is handed in too. */
    @Requires(Permission.VIEW)
    public AssessmentHead head(long assessmentId) {
        return seen(assessments.head(assessmentId));
    }

    /** The assessment of an agency in a round, likewise. */
    @Requires(Permission.VIEW)
    public AssessmentHead head(String roundCode, String agencyCode) {
        return seen(assessments.findHead(roundCode, agencyCode)
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown")));
    }

    private AssessmentHead seen(AssessmentHead head) {
        caller.check(Permission.VIEW, head.agencyPath());
        return head;
    }

    /** Whether answers and result are shown to the caller in the state in which the assessment is. */
    @Requires(Permission.VIEW)
    public boolean isShown(AssessmentHead head) {
        return CourseSight.of(caller).shows(Shown.ANSWERS, head);
    }

    /** The form: the same, or the sections of it that were given to the person. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public AssessmentView form(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        return view(head, access.sections(Permission.VIEW, head));
    }

    /**
     * The assessment as the caller may see it now.
     *
     * @throws BusinessException.Forbidden for others than the people of the agency while it is not handed in
     */
    @Requires(Permission.VIEW)
    public AssessmentView view(AssessmentHead head) {
        if (!isShown(seen(head))) {
            throw new BusinessException.Forbidden("assessment.not-handed-in");
        }
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
        boolean objections = caller.can(Permission.ANSWER, head.agencyPath()) || evidence.stream()
                .filter(AttachedEvidence::forObjection).findFirst().map(item -> evidences.isSent(item.id()))
                .orElse(true);
        CourseSight sight = sections.isEmpty() ? impartiality.sight()
                : CourseSight.of(caller).asAgency(head.agencyPath());
        Map<String, GivenVerdict> verdicts = new LinkedHashMap<>();
        shown(sight, head, List.copyOf(this.verdicts.of(head.id()).values()))
                .forEach(verdict -> verdicts.put(verdict.criterion(), verdict));
        Map<String, AskedExemption> asked = exemptions.of(head.id());
        ScoredAssessment scored = scores.of(head, answers, evidence, Rulings.of(verdicts, asked));
        verdicts.keySet().removeAll(unseen);
        asked.keySet().removeAll(unseen);
        Optional<AssessmentHead> last = assessments.before(head);
        restricted.shown(head, answers.stream().map(GivenAnswer::criterion)
                .filter(code -> !unseen.contains(code) && isRestricted(model, code)).count());
        Map<String, GivenAnswer> lastAnswers = last.map(before -> byCriterion(storedAnswers.of(before.id()), unseen))
                .orElse(Map.of());
        return new AssessmentView(head, scored, byCriterion(answers, unseen),
                evidence.stream()
                        .filter(item -> !unseen.contains(item.criterion()) && (objections || !item.forObjection()))
                        .toList(),
                lastAnswers, last, last.map(before -> apart(head, before, lastAnswers)).orElse(Set.of()),
                verdicts,
                asked, unseen,
                sections, AnswerLock.of(head).isEmpty()
                        && (!sections.isEmpty() || caller.can(Permission.ANSWER, head.agencyPath())));
    }

    private Set<String> apart(AssessmentHead head, AssessmentHead before, Map<String, GivenAnswer> answers) {
        if (head.modelRef().equals(before.modelRef())) {
            return Set.of();
        }
        return answers.keySet().stream().filter(code -> answers.get(code).value() != null)
                .filter(code -> !catalog.compares(head.modelRef(), before.modelRef(), code))
                .collect(Collectors.toSet());
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
        AssessmentHead head = assessments.head(assessmentId);
        access.read(head, criterion);
        restricted.shown(head, isRestricted(catalog.model(head.modelRef()), criterion) ? 1 : 0);
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
        AssessmentHead head = assessments.head(assessmentId);
        access.read(head, criterion);
        return shown(impartiality.sight(), head, verdicts.history(assessmentId, criterion));
    }

    /** Leaves out what is not shown yet: the people of the agency see what came back before they see what was judged. */
    private static List<GivenVerdict> shown(CourseSight sight, AssessmentHead head, List<GivenVerdict> verdicts) {
        boolean all = sight.shows(Shown.VERDICTS, head);
        boolean cameBack = head.returned() && sight.belongsTo(head.agencyPath());
        boolean names = sight.shows(Shown.NAMES, head);
        return verdicts.stream().filter(verdict -> all || cameBack && verdict.returned())
                .map(verdict -> names ? verdict : verdict.unnamed()).toList();
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

    private static boolean isRestricted(MaturityModel model, String code) {
        return model.criteria().stream().anyMatch(one -> one.restricted() && one.code().equals(code));
    }

    private static Map<String, GivenAnswer> byCriterion(List<GivenAnswer> answers, Set<String> without) {
        Map<String, GivenAnswer> byCriterion = new LinkedHashMap<>();
        answers.stream().filter(answer -> !without.contains(answer.criterion()))
                .forEach(answer -> byCriterion.put(answer.criterion(), answer));
        return byCriterion;
    }
}
