package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.core.scoring.Raise;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.Matters;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.MatterFigures;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** What an agency says of the raises that its plan offers: it takes one into the plan with an owner and a day, or says why not. */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class MeasurePlanning {

    private static final BigDecimal MOST_MONEY = BigDecimal.TEN.pow(16);

    @Inject
    private ImprovementPlan plans;

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /**
     * What an agency says of a raise.
     *
     * @param agency its code
     * @param level  to which the path leads
     * @param person who is to see to it
     * @param money  in dong; null for none
     */
    public record Step(String agency, String criterion, int level, Long person, LocalDate dueOn, BigDecimal money,
            String words) {
    }

    /** Returns those who can own a measure of the agency, heads first. */
    @Requires(Permission.ANSWER)
    public List<Respondent> owners(String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        caller.check(Permission.ANSWER, agency.path());
        return matters.respondents(agency.agency().id(), today());
    }

    /** Returns the offer of the path to the level; it is refused where the path has none. */
    @Requires(Permission.ANSWER)
    public ImprovementPlan.Offer offered(String agencyCode, String criterion, int level) {
        AssessmentView result = own(agencyCode);
        return ImprovementPlan.offer(result, raise(result, criterion, level));
    }

    /** Returns owner and day that are proposed for a raise to the level. */
    @Requires(Permission.ANSWER)
    public ImprovementPlan.Proposal proposed(String agencyCode, int level) {
        return plans.proposal(own(agencyCode), level);
    }

    private AssessmentView own(String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        caller.check(Permission.ANSWER, agency.path());
        return plans.published(agency).orElseThrow(() -> new BusinessException("matter.not-published"));
    }

    private static Raise raise(AssessmentView result, String criterion, int level) {
        return ImprovementPlan.raises(result, level).stream().filter(raise -> raise.code().equals(criterion))
                .findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("matter.not-offered", criterion));
    }

    /**
     * Takes the raise into the plan, and answers the id of the measure.
     *
     * @throws BusinessException.Conflict when a colleague has planned it
     */
    @Requires(Permission.ANSWER)
    public long plan(Step step) {
        AssessmentView result = own(step.agency());
        Raise raise = raise(result, step.criterion(), step.level());
        Faults faults = new Faults();
        String words = words(faults, step);
        faults.check("person", () -> requireOwner(result, step.person()));
        LocalDate due = faults.take("due", () -> Asking.due(step.dueOn(), today()));
        BigDecimal money = faults.take("money", () -> money(step.money()));
        faults.refuse();
        Matter measure = add(result, raise, step.person(), due, money, words);
        events.fire(new MatterEvent.MeasurePlanned(measure.id(), measure.agency(), step.criterion()));
        return measure.id();
    }

    /** Says why the raise is not planned, and answers the id of the measure that is dropped from its beginning. */
    @Requires(Permission.ANSWER)
    public long decline(Step step) {
        AssessmentView result = own(step.agency());
        Raise raise = raise(result, step.criterion(), step.level());
        Faults faults = new Faults();
        String words = words(faults, step);
        faults.refuse();
        Matter measure = add(result, raise, null, today(), null, words);
        matters.addStep(measure.take(Deed.DROP, null, null, caller.personId(), clock.instant()));
        events.fire(new MatterEvent.MatterDropped(measure.id(), measure.agency()));
        return measure.id();
    }

    private static String words(Faults faults, Step step) {
        return faults.take("words", () -> GivenText.required(step.words(), Asking.LONGEST, "matter.words-missing"));
    }

    private Matter add(AssessmentView result, Raise raise, Long person, LocalDate due, BigDecimal money, String words) {
        matters.lockPlan(result.head().agencyId());
        if (matters.isPlanned(result.head().id(), raise.code())) {
            throw new BusinessException.Conflict("matter.planned-already", raise.code());
        }
        Matter measure = new Matter(Matter.Kind.MEASURE, figures.criterion(result, raise.code()), person, due)
                .raising(raise.to().written(), money);
        matters.add(measure.asked(words, caller.personId(), result.head().agencyId(), clock.instant()));
        return measure;
    }

    private void requireOwner(AssessmentView result, Long person) {
        if (person == null || matters.respondents(result.head().agencyId(), today()).stream()
                .noneMatch(one -> one.id() == person)) {
            throw new BusinessException("matter.owner-missing");
        }
    }

    static BigDecimal money(BigDecimal money) {
        if (money != null && (money.signum() < 0 || money.compareTo(MOST_MONEY) > 0
                || money.stripTrailingZeros().scale() > 0)) {
            throw new BusinessException("matter.money-wrong");
        }
        return money;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
