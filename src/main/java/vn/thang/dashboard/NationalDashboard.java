package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.assessment.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.model.Comparison;
import vn.thang.core.target.Attainment;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The state of the programme. Everybody who is signed in sees the country's figures; single agencies are seen by those
 * whose place in the tree reaches them, and a group smaller than five is not shown apart to others.
 */
@ApplicationScoped
@Requires(Permission.VIEW)
public class NationalDashboard {

    static final int SMALLEST_GROUP = 5;
    private static final List<String> TYPES =
            List.of("ministry", "ministerial-agency", "government-agency", "province", "commune");

    @Inject
    private Caller caller;

    @Inject
    private Catalog catalog;

    @Inject
    private RoundFigures figures;

    @Inject
    private RoundAgencies agencies;

    /** Rounds that have begun, newest first; may be empty. */
    @Requires(Permission.VIEW)
    public List<RoundChoice> rounds() {
        return figures.rounds();
    }

    /** @throws BusinessException.NotFound when there is no such round, or it has not begun */
    @Requires(Permission.VIEW)
    public RoundChoice round(String code) {
        return figures.rounds().stream().filter(round -> code == null || round.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.unknown-round"));
    }

    /** All targets of the programme, with the values of the round. */
    @Requires(Permission.VIEW)
    public List<TargetLine> targets(RoundChoice round) {
        Map<String, List<LevelCount>> byRound = figures.levelsByRound();
        List<String> rounds = new ArrayList<>(byRound.keySet());
        List<String> upToRound = rounds.subList(0, rounds.indexOf(round.code()) + 1);
        return catalog.programme().targets().stream().map(target -> line(target, byRound, upToRound)).toList();
    }

    private static TargetLine line(ProgrammeTarget target, Map<String, List<LevelCount>> byRound, List<String> rounds) {
        if (target.level().isEmpty() || rounds.isEmpty()) {
            return new TargetLine(target, Optional.empty(), List.of());
        }
        List<TargetLine.Share> trend = rounds.stream().map(code -> share(code, target, byRound.get(code))).toList();
        TargetLine.Share last = trend.get(trend.size() - 1);
        Comparison required = new Comparison(target.demand().comparator().equals(">"),
                target.demand().value().movePointRight(2).intValueExact());
        return new TargetLine(target, Optional.of(new Attainment(last.reached(), last.inScope(), required)), trend);
    }

    private static TargetLine.Share share(String round, ProgrammeTarget target, List<LevelCount> counts) {
        long reached = 0;
        long inScope = 0;
        for (LevelCount count : counts) {
            if (target.scope().contains(count.type())) {
                inScope += count.agencies();
                reached += count.level() != null && count.level() >= target.level().getAsInt() ? count.agencies() : 0;
            }
        }
        return new TargetLine.Share(round, reached, inScope);
    }

    /** Levels by type of agency, types without agencies left out. */
    @Requires(Permission.VIEW)
    public List<TypeLine> types(RoundChoice round) {
        Map<String, long[]> levels = new LinkedHashMap<>();
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (LevelCount count : figures.levels(round.id())) {
            long[] byLevel = levels.computeIfAbsent(count.type(), type -> new long[6]);
            if (count.level() == null) {
                waiting.merge(count.type(), count.agencies(), Long::sum);
            } else {
                byLevel[count.level()] += count.agencies();
            }
        }
        return levels.entrySet().stream()
                .map(type -> new TypeLine(type.getKey(), type.getValue(), waiting.getOrDefault(type.getKey(), 0L)))
                .filter(type -> seesAll() || type.agencies() >= SMALLEST_GROUP)
                .sorted(Comparator.comparingInt(type -> TYPES.indexOf(type.type()))).toList();
    }

    /** Agencies of the round that the person may see one by one. */
    @Requires(Permission.VIEW)
    public Slice<AgencyLine> agencies(RoundChoice round, AgencyFilter filter, int page, boolean dimensions) {
        String scope = filter.scope() == null ? scope() : filter.scope();
        caller.check(Permission.VIEW, scope);
        return agencies.list(round.id(), new AgencyFilter(scope, filter.words(), filter.type(), filter.state(), filter.level(),
                filter.belowLevel(), filter.sort(), filter.descending()), page, dimensions);
    }

    /**
     * The agencies of the same type in the same round.
     *
     * @param quartiles dimension to the levels of which a quarter, half and three quarters stand at or below
     */
    public record Group(String type, long agencies, Map<String, double[]> quartiles) {
    }

    /** The group of an agency; without quartiles when it is smaller than five. */
    @Requires(Permission.VIEW)
    public Group group(AssessmentHead head) {
        Map<String, int[]> levels = figures.dimensionLevels(head.roundId(), head.agencyType());
        long agencies = levels.values().stream().mapToLong(counts -> Arrays.stream(counts).sum()).max().orElse(0);
        Map<String, double[]> quartiles = new LinkedHashMap<>();
        if (agencies >= SMALLEST_GROUP) {
            levels.forEach((node, counts) -> quartiles.put(node,
                    new double[] {quantile(counts, 0.25), quantile(counts, 0.5), quantile(counts, 0.75)}));
        }
        return new Group(head.agencyType(), agencies, quartiles);
    }

    private static double quantile(int[] counts, double share) {
        long all = Arrays.stream(counts).sum();
        long seen = 0;
        for (int level = 0; level < counts.length; level++) {
            seen += counts[level];
            if (seen >= share * all) {
                return level;
            }
        }
        return counts.length - 1d;
    }

    /** Official level and index of the agency over the rounds. */
    @Requires(Permission.VIEW)
    public List<TrendPoint> trend(AssessmentHead head) {
        caller.check(Permission.VIEW, head.agencyPath());
        return figures.trend(head.agencyId());
    }

    /** Whether the person sees every agency of the country. */
    public boolean seesAll() {
        return caller.grants().stream().anyMatch(grant -> grant.agencyCode().equals("VN"));
    }

    /** The highest place in the tree from which the person sees agencies. */
    private String scope() {
        return caller.grants().stream().map(Grant::path).min(Comparator.comparingInt(String::length)).orElse("/");
    }
}
