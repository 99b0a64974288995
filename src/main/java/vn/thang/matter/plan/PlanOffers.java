package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.dashboard.round.RecentFigures;
import vn.thang.matter.Matters;
import vn.thang.matter.asking.MatterFigures;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The plans that are offered to the agencies of a person after a published result, and of which nothing is planned or declined yet. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class PlanOffers {

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private ImprovementPlan plans;

    @Inject
    private RecentFigures recent;

    @Inject
    private Caller caller;

    /**
     * What is offered.
     *
     * @param agency code of the agency
     * @param steps  how many raises lead to the level that is asked for next
     */
    public record Offered(String agency, int steps) {
    }

    private record OfResult(long assessment) {
    }

    /** One statement once everything is planned; a result that is published is looked at once a minute. */
    @Requires(Permission.VIEW)
    public List<Offered> untouched() {
        return matters.unplanned(caller.reach(Permission.ANSWER).agencies()).stream()
                .map(one -> new Offered(one.agency(),
                        recent.get(new OfResult(one.assessment()), () -> steps(one.assessment()))))
                .filter(one -> one.steps() > 0).toList();
    }

    private int steps(long assessment) {
        AssessmentView result = figures.result(assessment);
        return result.scored().model().hasLevel() ? plans.offers(result) : 0;
    }
}
