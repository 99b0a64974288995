package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.section.FormAccess;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Answers of the last round, those that the agency above offers, and measured levels where the model offers them, as a
 * starting point: taking one over answers the question with it, attaches its evidence again, and marks where it comes from
 * until it is changed.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
class CarryOver {

    @Inject
    private Caller caller;

    @Inject
    private FormAccess access;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private Evidences evidences;

    @Inject
    private EvidenceKeeping keeping;

    @Inject
    private CarriedAnswers carried;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private Catalog catalog;

    @Inject
    private Event<FillingEvent> events;

    @Inject
    private Event<ScoringEvent> scoring;

    /** What can be taken over, by criterion of the model: of the last round before that of the agency above. */
    @Requires(Permission.CONTRIBUTE)
    public List<OfferedAnswer> offers(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        Optional<AssessmentHead> last = assessments.before(head);
        return offers(head, access.sections(Permission.ANSWER, head), last,
                last.map(before -> storedAnswers.of(before.id())).orElse(List.of()),
                measured.of(head.modelRef(), MeasuredLevels.Known.of(head.roundDueOn(), head.agencyId(), null))
                        .getOrDefault(head.agencyId(), Map.of()));
    }

    /** Answers for a form that the caller has read just now, so that it is not read again. */
    @Requires(Permission.CONTRIBUTE)
    public List<OfferedAnswer> offers(AssessmentView form) {
        return offers(form.head(), access.sections(Permission.ANSWER, form.head()), form.lastHead(),
                form.last().values(), form.scored().readings());
    }

    private List<OfferedAnswer> offers(AssessmentHead head, Set<String> sections, Optional<AssessmentHead> last,
            Collection<GivenAnswer> lastAnswers,
            Map<String, MeasuredLevels.Measured> readings) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        Set<String> shown = sections.isEmpty()
                ? model.criteria().stream().map(Criterion::code).collect(Collectors.toSet())
                : FormAccess.criteria(model, sections);
        List<OfferedAnswer> offers = new ArrayList<>();
        last.ifPresent(before -> lastAnswers.stream()
                .filter(answer -> answer.value() != null && catalog.compares(
                        head.modelRef(), before.modelRef(), answer.criterion()))
                .forEach(answer -> offers
                        .add(new OfferedAnswer(CarriedAnswers.Origin.LAST.name(), answer.criterion(), answer.value(),
                                answer.comment(), before.roundName(), before.id()))));
        offers.addAll(carried.fromOthers(head));
        readings.forEach((criterion, reading) -> {
            if (reading.used() && reading.measure().link().prefill()) {
                offers.add(new OfferedAnswer(CarriedAnswers.Origin.MEASURED.name(), criterion,
                        String.valueOf(reading.level()), null,
                        reading.period().label(), 0));
            }
        });
        List<String> order = model.criteria().stream().map(Criterion::code).toList();
        return offers.stream().filter(offer -> shown.contains(offer.criterion()))
                .sorted(Comparator.comparingInt(offer -> order.indexOf(offer.criterion()))).toList();
    }

    /**
     * Takes one answer over, even where the question has one already.
     *
     * @param origin      LAST, FORMER, ABOVE or MEASURED
     * @param seenVersion version of the answer that the person had before them; 0 for none
     * @throws AnswerConflict when somebody else has answered since
     */
    @Requires(Permission.CONTRIBUTE)
    public void take(long assessmentId, String origin, String criterion, int seenVersion) {
        assessments.lock(assessmentId);
        take(assessmentId, origin, Set.of(criterion),
                offer -> new Draft(offer.criterion(), offer.value(), offer.comment(), seenVersion));
    }

    /**
     * Takes answers over for questions that have none: all that were chosen, or none where one is refused. A comment that
     * stands at such a question stays.
     *
     * @param chosen criteria by the origin of their answers
     * @return how many were taken over
     * @throws AnswerConflict when somebody else has answered one of them since
     */
    @Requires(Permission.CONTRIBUTE)
    public int takeOpen(long assessmentId, Map<String, ? extends Set<String>> chosen) {
        assessments.lock(assessmentId);
        Map<String, GivenAnswer> commented = storedAnswers.of(assessmentId).stream()
                .filter(answer -> answer.value() == null)
                .collect(Collectors.toMap(GivenAnswer::criterion, Function.identity()));
        return chosen.entrySet().stream().mapToInt(one -> take(assessmentId, one.getKey(), one.getValue(),
                offer -> open(offer, commented.get(offer.criterion())))).sum();
    }

    private static Draft open(OfferedAnswer offer, GivenAnswer before) {
        String comment = before == null || before.comment() == null ? offer.comment() : before.comment();
        return new Draft(offer.criterion(), offer.value(), comment, before == null ? 0 : before.version());
    }

    private int take(long assessmentId, String origin, Set<String> criteria, Function<OfferedAnswer, Draft> draft) {
        AssessmentHead head = assessments.head(assessmentId);
        List<OfferedAnswer> taken = offers(assessmentId).stream()
                .filter(offer -> offer.origin().equals(origin) && criteria.contains(offer.criterion())).toList();
        if (taken.isEmpty()) {
            throw new BusinessException.NotFound("carry.nothing");
        }
        AssessmentWorkflow.Kept kept = workflow.keep(assessmentId, taken.stream().map(draft).toList());
        for (OfferedAnswer offer : taken) {
            carried.mark(assessmentId, offer.criterion(), kept.answers().get(offer.criterion()).version(),
                    CarriedAnswers.Origin.valueOf(origin), offer.from());
        }
        scoring.fire(new ScoringEvent.AnswersCarriedOver(head, origin, kept.changed(), attached(head, taken),
                taken.stream().map(OfferedAnswer::criterion).toList()));
        return taken.size();
    }

    /** Attaches what supports the same level of the same question here, and returns what was not there yet. */
    private List<ScoringEvent.Given> attached(AssessmentHead head, List<OfferedAnswer> taken) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        Set<String> criteria = taken.stream().map(OfferedAnswer::criterion).collect(Collectors.toSet());
        Set<Long> sources = taken.stream().map(OfferedAnswer::source).collect(Collectors.toCollection(TreeSet::new));
        return keeping.link(head,
                sources.stream().flatMap(source -> evidences.of(source).stream().filter(item -> taken.stream()
                        .anyMatch(offer -> offer.source() == source && offer.criterion().equals(item.criterion()))))
                        .filter(item -> criteria.contains(item.criterion())
                                && model.criterion(item.criterion()).evidence().containsKey(item.level()))
                        .toList());
    }

    /** Where answers come from that were taken over and not changed since, by criterion. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Map<String, CarriedAnswers.Mark> marks(AssessmentHead head) {
        access.sections(Permission.VIEW, head);
        return carried.marks(head.id());
    }

    /** Criteria whose answers the agency offers to the units below it. */
    @Requires(Permission.HAND_IN)
    public Set<String> offered(long assessmentId) {
        caller.check(Permission.HAND_IN, assessments.head(assessmentId).agencyPath());
        return carried.offered(assessmentId);
    }

    /** Offers these answers, and no others; restricted ones never leave the agency. */
    @Requires(Permission.HAND_IN)
    public void offer(long assessmentId, Set<String> criteria) {
        assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.HAND_IN, head.agencyPath());
        Set<String> open = offerable(head);
        if (!open.containsAll(criteria)) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", String.join(", ", criteria));
        }
        carried.offer(assessmentId, new TreeSet<>(criteria));
        events.fire(new FillingEvent.AnswersOffered(assessmentId, head.agencyId(), new TreeSet<>(criteria)));
    }

    private Set<String> offerable(AssessmentHead head) {
        return catalog.model(head.modelRef()).criteria().stream().filter(criterion -> !criterion.restricted())
                .map(Criterion::code)
                .collect(Collectors.toSet());
    }
}
