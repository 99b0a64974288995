package vn.thang.matter.effect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.core.target.KeptPlans;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The sum of what agencies plan in a sentence, beside the figures of targets and agencies. */
@Named
@RequestScoped
public class TargetSumPage {

    @Inject
    private TargetSums sums;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    @Inject
    private Caller caller;

    private final Map<String, Optional<TargetSums.Sum>> found = new HashMap<>();
    private final Map<String, List<String>> ofAgencies = new HashMap<>();

    private Optional<TargetSums.Sum> sum(TargetLine line) {
        return caller.can(Permission.VIEW)
                ? found.computeIfAbsent(line.target().code(), code -> sums.of(line, rounds.selection()))
                : Optional.empty();
    }

    /** What becomes of the target once plans are kept; what plans have to do with it where they say nothing of it. */
    public String sentence(TargetLine line) {
        return sum(line).map(sum -> sentence(line, sum)).orElseGet(() -> language.text("plan.sum.measured"));
    }

    private String sentence(TargetLine line, TargetSums.Sum sum) {
        String due = language.day(line.target().phase().due());
        boolean ofMaturity = line.target().level().isPresent();
        if (sum.plans().lifted() == 0) {
            return ofMaturity ? language.text("plan.sum.none", line.level(), due)
                    : language.text("plan.sum.reading.none", due);
        }
        String key = ofMaturity ? "plan.sum" : "plan.sum.reading";
        String all = language.text(sum.forecast() == null ? key + ".without-forecast" : key,
                shown(line, sum.today()), shown(line, sum.forecast()), formats.integer(sum.agencies()),
                line.level(), due, shown(line, sum.ifKept()), line.target().code());
        return all + " " + (sum.asBefore() == null ? language.text("plan.sum.no-before")
                : language.text("plan.sum.before", formats.integer(sum.before().kept()),
                        formats.integer(sum.before().of()), shown(line, sum.asBefore())));
    }

    private String shown(TargetLine line, Double share) {
        return share == null ? "" : formats.percent(line.shown(share));
    }

    /** The share once all plans are kept, for the picture; null where plans change nothing. */
    public Double kept(TargetLine line) {
        return sum(line).filter(sum -> sum.plans().lifted() > 0).map(TargetSums.Sum::ifKept).orElse(null);
    }

    /**
     * What the plans of the agency and of the units below it lead to, a sentence for each phase and level; empty where they raise
     * no level.
     */
    public List<String> ofAgency(String code, String path) {
        return ofAgencies.computeIfAbsent(code, one -> caller.can(Permission.VIEW, path)
                ? Stream.concat(sums.ofAgency(one).stream().map(this::sentence),
                        sums.below(one).stream().map(this::sentence)).toList()
                : List.of());
    }

    private String sentence(TargetSums.OfAgency one) {
        return language.text("plan.sum.agency", language.day(one.dueOn()), one.levelNow(), one.levelKept());
    }

    private String sentence(TargetSums.OfUnits one) {
        KeptPlans plans = one.plans();
        String all = language.text("plan.sum.below", language.day(one.dueOn()), formats.integer(plans.inScope()),
                one.level(), formats.integer(plans.reached()), formats.integer(plans.reached() + plans.lifted()));
        return one.asBefore().isEmpty() ? all + " " + language.text("plan.sum.no-before")
                : all + " " + language.text("plan.sum.below.before", formats.integer(one.before().kept()),
                        formats.integer(one.before().of()), formats.integer(one.asBefore().getAsLong()));
    }
}
