package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.thang.bulletin.BulletinFacts.Figure;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Breaks;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.Outlook;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.platform.BusinessException;

/** Takes the facts of a bulletin from the very figures of the page of targets, as far as everybody may know them. */
@ApplicationScoped
class BulletinFigures {

    private static final String FEW = "few";

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private Catalog catalog;

    /** @throws BusinessException before the results of a round are official */
    BulletinFacts of(LocalDate month, Optional<BulletinFacts> before, Instant now) {
        RoundSelection selection = rounds.rounds(null).filter(one -> one.all().stream().anyMatch(RoundChoice::official))
                .orElseThrow(() -> new BusinessException("bulletin.nothing-published"));
        return new BulletinFacts(BulletinFacts.FORMAT, month.toString(), now.toString(),
                before.map(BulletinFacts::month).orElse(null),
                targets.forEverybody(selection).stream().map(line -> figure(line,
                        before.flatMap(facts -> facts.target(line.target().code())), catalog.breaks())).toList());
    }

    static Figure figure(TargetLine line, Optional<Figure> before, Breaks breaks) {
        boolean told = line.known() && !line.preliminary() && !small(line);
        TargetValue today = told ? line.trend().get(line.trend().size() - 1) : null;
        return new Figure(line.target().code(), line.target().phase().due().toString(), told ? line.today() : null,
                line.target().demand().value(), line.target().demand().relation().shown(), line.percent(),
                told ? line.period() : null, told ? today.reported() : null, told ? today.due() : null,
                told || !line.known() ? line.status() : FEW,
                told ? line.quality().confidence().name() : null, told ? outlook(line) : null,
                told && line.measured() != null ? line.measured().indicator().source() : null,
                told && line.measured() == null ? line.period() : null,
                told ? before.flatMap(then -> broken(line, then, breaks)).orElse(null) : null,
                told ? Boolean.valueOf(line.stale()) : null, told ? line.apart().map(bounds -> new BulletinFacts.Bounds(
                        line.shown(bounds.low()), line.shown(bounds.high()))).orElse(null) : null);
    }

    /** What lies between the value of the bulletin before and that of today; a period that is told no more lies before every break. */
    private static Optional<BulletinFacts.Break> broken(TargetLine line, Figure before, Breaks breaks) {
        LocalDate told = line.trend().stream().filter(one -> one.label().equals(before.period()))
                .map(TargetValue::on).findFirst().orElse(LocalDate.MIN);
        return before.value() == null ? Optional.empty()
                : line.series().brokenSince(told, breaks)
                        .map(one -> new BulletinFacts.Break(one.on().toString(), one.reason()))
                        .or(() -> line.series().apartSince(told)
                                .map(on -> new BulletinFacts.Break(on.toString(), null)));
    }

    /** A share of fewer than five agencies is a statistic of a group that is too small; a figure of the country itself is none. */
    private static boolean small(TargetLine line) {
        return line.attainment() != null && line.attainment().inScope() < Group.SMALLEST
                || line.measured() != null && line.target().measure() != TargetMeasure.NATIONAL
                        && line.measured().figure().coverage().due() < Group.SMALLEST;
    }

    private static BulletinFacts.Outlook outlook(TargetLine line) {
        Outlook outlook = line.outlook();
        return outlook.hasForecast() ? new BulletinFacts.Outlook(line.shown(outlook.low()),
                line.shown(outlook.middle()), line.shown(outlook.high()), (int) Math.round(outlook.chance()),
                outlook.indicative()) : null;
    }
}
