package vn.thang.data.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Coverage;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.Bounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.SampledErrors;
import vn.thang.dashboard.target.ShownForecast;
import vn.thang.dashboard.target.TargetCoverage;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.DataSight;
import vn.thang.matter.effect.TargetSums;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The targets of the programme for programs, with the very figures of their pages: figures of the country alone. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class TargetData {

    private static final int HUNDRED = 100;
    private static final int DIGITS = 6;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private TargetSums sums;

    @Inject
    private Catalog catalog;

    @Inject
    private DataSight sight;

    /** Lists the targets with their values of today, or up to a round. */
    @Requires(Permission.EXPORT)
    public Batch<TargetRow> targets(String round, Asked asked, Locale language) {
        RoundSelection selection = selection(round);
        List<TargetLine> lines = targets.targets(selection);
        Map<String, TargetSums.Sum> kept = sums.of(lines, selection);
        ProgrammeTexts texts = catalog.programmeTexts(language);
        return sight.told("targets", asked, Batch.whole(
                lines.stream().map(line -> row(line, texts, kept.get(line.target().code()))).toList()));
    }

    /** Lists the values of targets over time, what came of periods that are not covered, and the steps of their forecasts. */
    @Requires(Permission.EXPORT)
    public Batch<TargetStepRow> history(String round, Asked asked) {
        return sight.told("target-history", asked,
                Batch.whole(lines(round).stream().flatMap(line -> steps(line, catalog.breaks()).stream()).toList()));
    }

    /** Says how many of those who were due have reported; types with fewer than five agencies are not told apart to who does not see all. */
    @Requires(Permission.EXPORT)
    public Batch<CoverageRow> coverage(String round, Asked asked) {
        boolean all = rounds.seesAll();
        return sight.told("coverage", asked,
                Batch.whole(lines(round).stream().flatMap(line -> TargetCoverage.of(line, all).stream())
                        .map(TargetData::row).toList()));
    }

    private List<TargetLine> lines(String round) {
        return targets.targets(selection(round));
    }

    private RoundSelection selection(String round) {
        return rounds.rounds(round).orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
    }

    /** Returns the targets as rows that say nothing of plans. */
    public static List<TargetRow> rows(List<TargetLine> lines, ProgrammeTexts texts) {
        return lines.stream().map(line -> row(line, texts, null)).toList();
    }

    /** @param kept null where plans say nothing of the target */
    private static TargetRow row(TargetLine line, ProgrammeTexts texts, TargetSums.Sum kept) {
        TargetValue today = line.known() ? line.trend().get(line.trend().size() - 1) : null;
        Optional<Bounds> bounds = line.bounds();
        Optional<ShownForecast> forecast = line.forecast();
        return new TargetRow(line.target().code(), texts.target(line.target().code()).name(), line.target().group(),
                line.target().phase().due(), line.target().demand().relation().shown(),
                line.target().demand().value(), line.target().demand().unit().name().toLowerCase(Locale.ROOT),
                today == null ? null : today.label(), today == null ? null : line.told(today.value()),
                line.expected(), today == null ? null : today.reported(), today == null ? null : today.due(),
                today == null ? null : line.quality().confidence().name(),
                forecast.map(ShownForecast::low).orElse(null), forecast.map(ShownForecast::middle).orElse(null),
                forecast.map(ShownForecast::high).orElse(null),
                forecast.map(one -> BigDecimal.valueOf(one.chance())).orElse(null), line.status(), line.preliminary(),
                today == null ? null : Boolean.valueOf(line.stale()),
                bounds.map(one -> line.told(one.low())).orElse(null),
                bounds.map(one -> line.told(one.high())).orElse(null),
                kept == null ? null : Long.valueOf(kept.agencies()),
                kept == null ? null : line.shown(kept.ifKept()),
                kept == null || kept.asBefore() == null ? null : line.shown(kept.asBefore()),
                sampled(line, SampledErrors.Rate::rate), sampled(line, SampledErrors.Rate::bound));
    }

    /** In per cent; null where no sample was drawn. */
    private static BigDecimal sampled(TargetLine line, Function<SampledErrors.Rate, Fraction> figure) {
        return line.quality().error().map(figure).map(share -> share.times(HUNDRED).toDecimal(DIGITS)).orElse(null);
    }

    /** Returns what is known of a target over time. */
    public static List<TargetStepRow> steps(TargetLine line, Breaks breaks) {
        List<TargetStepRow> steps = new ArrayList<>();
        String code = line.target().code();
        line.trend().forEach(value -> steps.add(value(line, "value", value, breaks)));
        line.partial().forEach(partial -> steps.add(value(line, "partial", partial.value(), breaks)));
        line.outlook().steps().forEach(step -> steps.add(new TargetStepRow(code, "forecast", null, step.on(),
                line.told(step.middle()), null, null, line.told(step.low()), line.told(step.high()), null, null,
                null, true)));
        return steps;
    }

    private static TargetStepRow value(TargetLine line, String kind, TargetValue value, Breaks breaks) {
        Attainment attainment = value.attainment();
        return new TargetStepRow(line.target().code(), kind, value.label(), value.on(), line.told(value.value()),
                attainment == null ? null : Long.valueOf(attainment.reached()),
                attainment == null ? null : Long.valueOf(attainment.inScope()), null, null,
                value.confidence() == null ? null : value.confidence().name(), value.reported(), value.due(),
                line.series().compares(value, breaks));
    }

    private static CoverageRow row(TargetCoverage one) {
        return new CoverageRow(one.target(), one.indicator(), one.period(), one.carries(), one.type(), one.due(),
                one.reported());
    }
}
