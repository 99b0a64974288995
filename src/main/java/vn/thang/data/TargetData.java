package vn.thang.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Participation;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The targets of the programme for programs, with the very figures of their pages: figures of the country alone. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class TargetData {

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private Catalog catalog;

    @Inject
    private DataSight sight;

    /** Lists the targets with their values of today, or up to a round. */
    @Requires(Permission.EXPORT)
    public Batch<TargetRow> targets(String round, Asked asked, Locale language) {
        return sight.told("targets", asked, Batch.whole(rows(lines(round), catalog.programmeTexts(language))));
    }

    /** Lists the values of targets over time, what came of periods that are not covered, and the steps of their forecasts. */
    @Requires(Permission.EXPORT)
    public Batch<TargetStepRow> history(String round, Asked asked) {
        return sight.told("target-history", asked,
                Batch.whole(lines(round).stream().flatMap(line -> steps(line).stream()).toList()));
    }

    /** Says how many of those who were due have reported; types with fewer than five agencies are not told apart to who does not see all. */
    @Requires(Permission.EXPORT)
    public Batch<CoverageRow> coverage(String round, Asked asked) {
        boolean all = rounds.seesAll();
        return sight.told("coverage", asked,
                Batch.whole(lines(round).stream().flatMap(line -> coverage(line, all).stream()).toList()));
    }

    private List<TargetLine> lines(String round) {
        RoundSelection selection = rounds.rounds(round)
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        return targets.targets(selection);
    }

    /** Returns the targets as rows. */
    public static List<TargetRow> rows(List<TargetLine> lines, ProgrammeTexts texts) {
        return lines.stream().map(line -> row(line, texts)).toList();
    }

    private static TargetRow row(TargetLine line, ProgrammeTexts texts) {
        TargetLine.Value today = line.known() ? line.trend().get(line.trend().size() - 1) : null;
        Coverage coverage = today == null || line.measured() == null ? null : line.measured().figure().coverage();
        Attainment attainment = today == null ? null : today.attainment();
        Long due = coverage != null ? Long.valueOf(coverage.due())
                : attainment != null ? Long.valueOf(attainment.inScope()) : null;
        Long reported = coverage != null ? Long.valueOf(coverage.reported())
                : attainment != null ? Long.valueOf(attainment.inScope() - attainment.missing()) : null;
        Optional<TargetLine.Ahead> ahead = line.ahead();
        return new TargetRow(line.target().code(), texts.target(line.target().code()).name(), line.target().group(),
                line.target().phase().due(), line.target().demand().relation().shown(),
                line.target().demand().value(), line.target().demand().unit().name().toLowerCase(Locale.ROOT),
                today == null ? null : today.label(), today == null ? null : line.told(today.value()),
                line.expected(), reported, due,
                today == null ? null : line.behind().confidence().name(),
                ahead.map(TargetLine.Ahead::low).orElse(null), ahead.map(TargetLine.Ahead::middle).orElse(null),
                ahead.map(TargetLine.Ahead::high).orElse(null),
                ahead.map(one -> BigDecimal.valueOf(one.chance())).orElse(null), line.status(), line.preliminary());
    }

    /** Returns what is known of a target over time. */
    public static List<TargetStepRow> steps(TargetLine line) {
        List<TargetStepRow> steps = new ArrayList<>();
        String code = line.target().code();
        line.trend().forEach(value -> steps.add(value(line, "value", value)));
        line.partial().forEach(partial -> steps.add(value(line, "partial", partial.value())));
        line.outlook().steps().forEach(step -> steps.add(new TargetStepRow(code, "forecast", null, step.on(),
                line.told(step.middle()), null, null, line.told(step.low()), line.told(step.high()), null)));
        return steps;
    }

    private static TargetStepRow value(TargetLine line, String kind, TargetLine.Value value) {
        Attainment attainment = value.attainment();
        return new TargetStepRow(line.target().code(), kind, value.label(), value.on(), line.told(value.value()),
                attainment == null ? null : Long.valueOf(attainment.reached()),
                attainment == null ? null : Long.valueOf(attainment.inScope()), null, null,
                value.confidence() == null ? null : value.confidence().name());
    }

    private static List<CoverageRow> coverage(TargetLine line, boolean all) {
        List<CoverageRow> rows = new ArrayList<>();
        String target = line.target().code();
        if (line.measured() != null) {
            String indicator = line.measured().indicator().code();
            cover(rows, target, indicator, line.measured().period(), line.known(), line.measured().figure().coverage(),
                    all);
            line.partial().forEach(partial -> cover(rows, target, indicator, partial.value().label(), false,
                    partial.coverage(), all));
        } else {
            line.trend().stream().filter(value -> value.attainment() != null)
                    .forEach(value -> rows.add(new CoverageRow(target, null, value.label(), true, null,
                            value.attainment().inScope(),
                            value.attainment().inScope() - value.attainment().missing())));
        }
        return rows;
    }

    private static void cover(List<CoverageRow> rows, String target, String indicator, String period, boolean carries,
            Coverage coverage, boolean all) {
        rows.add(new CoverageRow(target, indicator, period, carries, null, coverage.due(), coverage.reported()));
        coverage.types().forEach((type, part) -> {
            if (shown(part, all)) {
                rows.add(new CoverageRow(target, indicator, period, carries, type, part.due(), part.came()));
            }
        });
    }

    private static boolean shown(Participation part, boolean all) {
        return all || part.due() >= Group.SMALLEST;
    }

}
