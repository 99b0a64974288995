package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.thang.bulletin.BulletinFacts.Figure;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Measure;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.Outlook;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;

/** Takes the facts of a bulletin from the very figures of the page of targets, as far as everybody may know them. */
@ApplicationScoped
class BulletinFigures {

    private static final String FEW = "few";

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    /** @throws BusinessException before the results of a round are official */
    BulletinFacts of(LocalDate month, Optional<BulletinFacts> before, Instant now) {
        RoundSelection selection = rounds.rounds(null).filter(one -> one.all().stream().anyMatch(RoundChoice::official))
                .orElseThrow(() -> new BusinessException("bulletin.nothing-published"));
        return new BulletinFacts(BulletinFacts.FORMAT, month.toString(), now.toString(),
                before.map(BulletinFacts::month).orElse(null),
                targets.targets(selection).stream().map(BulletinFigures::figure).toList());
    }

    private static Figure figure(TargetLine line) {
        boolean told = line.known() && !line.preliminary() && !small(line);
        Coverage coverage = line.measured() == null ? null : line.measured().figure().coverage();
        Attainment attainment = line.attainment();
        Long due = !told ? null : coverage != null ? Long.valueOf(coverage.due())
                : attainment != null ? Long.valueOf(attainment.inScope()) : null;
        Long reported = !told ? null : coverage != null ? Long.valueOf(coverage.reported())
                : attainment != null ? Long.valueOf(attainment.inScope() - attainment.missing()) : null;
        return new Figure(line.target().code(), line.target().phase().due().toString(), told ? line.today() : null,
                line.target().demand().value(), line.target().demand().relation().shown(), line.percent(),
                told ? line.period() : null, reported, due, told || !line.known() ? line.status() : FEW,
                told ? line.behind().confidence().name() : null, told ? outlook(line) : null,
                told && line.measured() != null ? line.measured().indicator().source() : null,
                told && line.measured() == null ? line.period() : null);
    }

    /** A share of fewer than five agencies is a statistic of a group that is too small; a figure of the country itself is none. */
    private static boolean small(TargetLine line) {
        return line.attainment() != null && line.attainment().inScope() < Group.SMALLEST
                || line.measured() != null && line.target().measure() != Measure.NATIONAL
                        && line.measured().figure().coverage().due() < Group.SMALLEST;
    }

    private static BulletinFacts.Outlook outlook(TargetLine line) {
        Outlook outlook = line.outlook();
        return outlook.hasForecast() ? new BulletinFacts.Outlook(line.shown(outlook.low()),
                line.shown(outlook.middle()), line.shown(outlook.high()), (int) Math.round(outlook.chance()),
                outlook.indicative()) : null;
    }
}
