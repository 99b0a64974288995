package vn.thang.matter.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Raise;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Where help does most for a target on maturity: the agencies that have not reached the level, by how far each step of theirs
 * brings the target. Steps are the raises of least effort, as the page of each agency offers them.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class HelpFirst {

    private static final double PERCENT = 100;
    /** Targets on maturity are about ministries and provinces; where communes came too, the nearest stand here. */
    private static final int MOST = 250;

    @Inject
    private NationalTargets targets;

    @Inject
    private NationalStandings standings;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /** What was found of the way of an agency. */
    private record Way(int steps, boolean hidden) {
    }

    /**
     * Returns the target of the code.
     *
     * @throws BusinessException.NotFound when there is none, or it is not about maturity
     */
    @Requires(Permission.VIEW)
    public TargetLine target(RoundSelection rounds, String code) {
        TargetLine line = targets.target(rounds, code);
        if (line.target().level().isEmpty()) {
            throw new BusinessException.NotFound("target.unknown", code);
        }
        return line;
    }

    /** Returns the agencies that the person may see one by one, those where a step does most first. */
    @Requires(Permission.VIEW)
    public List<HelpLine> list(TargetLine line, RoundSelection rounds) {
        return list(line, rounds, any -> true);
    }

    private List<HelpLine> list(TargetLine line, RoundSelection rounds, Predicate<String> asked) {
        List<NationalFigure<RoundChoice>> figures = rounds.figures(line.target().scope());
        if (figures.isEmpty() || line.attainment() == null || !line.attainment().hasData()) {
            return List.of();
        }
        double effect = PERCENT / line.attainment().inScope();
        List<HelpLine> found = new ArrayList<>();
        Map<RoundChoice, List<String>> types = new HashMap<>();
        figures.get(figures.size() - 1).rounds().forEach((type, round) -> {
            if (asked.test(type)) {
                types.computeIfAbsent(round, same -> new ArrayList<>()).add(type);
            }
        });
        types.forEach((round, of) -> found.addAll(inRound(line, round, of, effect)));
        found.sort(Comparator.comparing(HelpLine::perStep, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(HelpLine::level, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(HelpLine::code));
        return found;
    }

    /**
     * A page of them.
     *
     * @param type key of a type of agency; null or empty for all
     */
    @Requires(Permission.VIEW)
    public Slice<HelpLine> list(TargetLine line, RoundSelection rounds, String type, Cut<HelpOrder> cut) {
        String only = GivenText.orNull(type);
        return Slice.of(list(line, rounds, one -> only == null || one.equals(only)), cut);
    }

    private List<HelpLine> inRound(TargetLine line, RoundChoice round, List<String> types, double effect) {
        List<AgencyLine> below = standings.first(MOST, round,
                new AgencyFilter(null, types, null, null, null, line.level(), "index", true), false);
        Map<Long, Way> ways = ways(round.modelRef(), line.level(),
                below.stream().filter(one -> one.level() != null).map(AgencyLine::assessment).toList());
        return below.stream().map(one -> {
            Way way = ways.get(one.assessment());
            Integer steps = way == null || way.steps() == 0 ? null : way.steps();
            return new HelpLine(one.assessment(), one.code(), one.name(), one.nameEn(), one.type(), one.level(), steps,
                    way != null && way.hidden(), effect, steps == null ? null : effect / steps);
        }).toList();
    }

    private Map<Long, Way> ways(String modelRef, int level, List<Long> assessments) {
        MaturityModel model = catalog.model(modelRef);
        Map<Long, Way> ways = new HashMap<>();
        inputs.some(modelRef, assessments, one -> way(model, level, one, ways));
        return ways;
    }

    /** What is about restricted answers is left out where the person may not read these, also as a number. */
    private void way(MaturityModel model, int level, AssessmentInputs one, Map<Long, Way> ways) {
        ScoredAssessment scored = ScoredAssessment.of(model.forAgencyType(one.agencyType()), one.inputs());
        boolean reads = caller.can(Permission.VIEW_RESTRICTED, one.agencyPath());
        Path.toLevel(scored.model(), scored.answers(), level).ifPresent(path -> {
            List<Raise> seen = path.raises().stream()
                    .filter(raise -> reads || !scored.criterion(raise.code()).restricted()).toList();
            ways.put(one.id(), new Way(seen.size(), seen.size() < path.raises().size()));
        });
    }
}
