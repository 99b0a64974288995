package vn.thang.matter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        if (sum.plans().lifted() == 0) {
            return language.text("plan.sum.none", line.level(), due);
        }
        String all = language.text(sum.forecast() == null ? "plan.sum.without-forecast" : "plan.sum",
                shown(line, sum.today()), shown(line, sum.forecast()), formats.integer(sum.plans().lifted()),
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

    /** What the plan of the agency leads to, a sentence for each phase; empty where it raises no level. */
    public List<String> ofAgency(String code, String path) {
        return caller.can(Permission.VIEW, path) ? sums.ofAgency(code).stream().map(one -> language
                .text("plan.sum.agency", language.day(one.dueOn()), one.levelNow(), one.levelKept())).toList()
                : List.of();
    }
}
