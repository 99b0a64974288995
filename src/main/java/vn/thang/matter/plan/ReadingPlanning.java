package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.core.model.Fraction;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.MatterSubject;
import vn.thang.matter.Matters;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterList;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterSight;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Measures about the own readings of an agency: to which value it plans to bring the reading from which a target is summed, by whom
 * and by which day. Superiors read; the sum stands beside the target.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class ReadingPlanning {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private OwnReadings readings;

    @Inject
    private SummedReadings sums;

    @Inject
    private MeasurePlanning planning;

    @Inject
    private MatterList list;

    @Inject
    private Matters matters;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /**
     * A reading of the agency that does not satisfy what a target asks of it.
     *
     * @param indicator code of what the reading is of
     * @param now       as it is shown
     * @param relation  of the demand, as people write it
     * @param period    of the reading
     * @param planned   whether there is a measure about it that is still to be done
     */
    public record Offer(String target, String indicator, BigDecimal now, String relation, BigDecimal demanded,
            boolean percent, String period, boolean planned) {
    }

    /**
     * The readings of an agency that can be planned, and its measures about them.
     *
     * @param offers   in the order of the programme
     * @param measures all, what is due first at the top
     * @param editable whether the person may plan for the agency
     */
    public record View(List<Offer> offers, List<MatterLine> measures, boolean editable) {
    }

    /** What an agency says of one of its readings; value is in the unit of what the target asks of it. */
    public record Step(String agency, String target, BigDecimal value, Long person, LocalDate dueOn, BigDecimal money,
            String words) {
    }

    @Requires(Permission.VIEW)
    public View view(String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        caller.check(Permission.VIEW, agency.path());
        List<MatterLine> measures = list.list(MatterFilter.measuresOf(agencyCode),
                MatterSight.of(caller, Permission.VIEW, today()), Cut.whole(MatterOrder.NEXT, false)).rows().stream()
                .filter(line -> line.about() == Matter.About.TARGET).toList();
        return new View(offers(agency, measures), measures, caller.can(Permission.ANSWER, agency.path()));
    }

    /** Returns the offer about the target; it is refused where the agency has no such reading. */
    @Requires(Permission.ANSWER)
    public Offer offered(String agencyCode, String target) {
        AgencyDetail agency = agencies.get(agencyCode);
        caller.check(Permission.ANSWER, agency.path());
        return offers(agency, List.of()).stream().filter(one -> one.target().equals(target)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("matter.reading-not-offered",
                        target == null ? "" : target));
    }

    private List<Offer> offers(AgencyDetail agency, List<MatterLine> measures) {
        List<TargetLine> lines = rounds.rounds(null).map(targets::targets).orElse(List.of()).stream()
                .filter(line -> line.target().scope().contains(agency.agency().type())).filter(sums::sums).toList();
        var own = readings.of(agency.agency().id(), lines.stream().map(SummedReadings::of).toList()).stream()
                .collect(Collectors.toMap(OwnReadings.Own::indicator, Function.identity(), (one, other) -> one));
        return lines.stream().filter(line -> missed(line, own.get(line.measured().indicator().code())))
                .map(line -> offer(line, own.get(line.measured().indicator().code())
                        .exact(line.target().ofAgency().percent()), measures))
                .toList();
    }

    private static boolean missed(TargetLine line, OwnReadings.Own own) {
        return own != null && own.period().equals(line.measured().begin()) && !own.nothing()
                && !line.target().ofAgency().isMetBy(own.numerator(), own.denominator(), own.value());
    }

    private static Offer offer(TargetLine line, Fraction now, List<MatterLine> measures) {
        var demand = line.target().ofAgency();
        return new Offer(line.target().code(), line.measured().indicator().code(), demand.shown(now, 1),
                demand.relation().shown(), demand.value(),
                demand.percent(), line.measured().period(),
                measures.stream().anyMatch(one -> one.open() && one.target().equals(line.target().code())));
    }

    /**
     * Takes the reading into the plan, and answers the id of the measure.
     *
     * @throws BusinessException.Conflict when a colleague has planned it
     */
    @Requires(Permission.ANSWER)
    public long plan(Step step) {
        Offer offer = offered(step.agency(), step.target());
        AgencyDetail agency = agencies.get(step.agency());
        Faults faults = new Faults();
        BigDecimal value = faults.take("value", () -> value(step.value(), offer));
        String words = faults.take("words",
                () -> GivenText.required(step.words(), Asking.LONGEST, "matter.words-missing"));
        faults.check("person", () -> requireOwner(step));
        LocalDate due = faults.take("due", () -> Asking.due(step.dueOn(), today()));
        BigDecimal money = faults.take("money", () -> MeasurePlanning.money(step.money()));
        faults.refuse();
        matters.lockPlan(agency.agency().id());
        if (readings.isPlanned(agency.agency().id(), step.target())) {
            throw new BusinessException.Conflict("matter.planned-already", step.target());
        }
        MatterFigure figure = MatterFigure.ofReading(offer.indicator(), offer.now(), offer.percent(), offer.period());
        Matter measure = new Matter(Matter.Kind.MEASURE, new MatterSubject(Matter.About.TARGET, agency.agency().id(),
                agency.path(), step.target(), null, false, figure), step.person(), due)
                .raising(value.toPlainString(), money);
        matters.add(measure.asked(words, caller.personId(), agency.agency().id(), clock.instant()));
        events.fire(new MatterEvent.MeasurePlanned(measure.id(), measure.agency(), step.target()));
        return measure.id();
    }

    /** More than it is, and of a share no more than all. */
    private static BigDecimal value(BigDecimal value, Offer offer) {
        if (value == null || value.compareTo(offer.now()) <= 0 || value.stripTrailingZeros().scale() > DIGITS
                || value.precision() > 18 || offer.percent() && value.compareTo(HUNDRED) > 0) {
            throw new BusinessException("matter.reading-wrong", offer.now());
        }
        return value.stripTrailingZeros();
    }

    private void requireOwner(Step step) {
        if (step.person() == null
                || planning.owners(step.agency()).stream().noneMatch(one -> one.id() == step.person())) {
            throw new BusinessException("matter.owner-missing");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
