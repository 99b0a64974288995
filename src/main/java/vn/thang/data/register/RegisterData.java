package vn.thang.data.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.catalog.Catalog;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.DataSight;
import vn.thang.data.RegisterRows;
import vn.thang.indicator.period.Period;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Readings, discrepancies and matters for programs; names of people stand beside matters alone, as on their pages. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class RegisterData {

    @Inject
    private RegisterRows rows;

    @Inject
    private Catalog catalog;

    @Inject
    private DataSight sight;

    @Inject
    private Clock clock;

    /** Lists readings in the order in which they came; a correction comes behind what it corrects. */
    @Requires(Permission.EXPORT)
    public Batch<TakenReadingRow> readings(String indicator, Asked asked) {
        if (indicator != null && catalog.indicator(indicator).isEmpty()) {
            throw new BusinessException.NotFound("reading.fault.indicator", indicator);
        }
        Set<String> restricted = catalog.restrictedIndicators();
        return sight.told("readings", asked, Batch.of(rows.readings(sight.subtrees(), asked, indicator), asked,
                RegisterRows.Reading::id, one -> restricted.contains(one.indicator()),
                one -> sight.shows(one.path(), restricted.contains(one.indicator())) ? row(one) : null));
    }

    private TakenReadingRow row(RegisterRows.Reading one) {
        String period = catalog.indicator(one.indicator())
                .map(known -> new Period(known.period(), one.period()).toString()).orElse(one.period().toString());
        return new TakenReadingRow(one.id(), one.indicator(), period, one.period(), one.agency(), one.source(),
                one.way(), one.numerator(), one.denominator(), one.value(), one.measuredAt(), one.arrivedAt(),
                one.replaced(), one.standing(), one.sha256());
    }

    /** Lists the discrepancies of what was submitted in a round. */
    @Requires(Permission.EXPORT)
    public Batch<DiscrepancyRow> discrepancies(String code, Asked asked) {
        RegisterRows.Round round = rows.round(code)
                .orElseThrow(() -> new BusinessException.NotFound("report.unknown-round", code));
        CourseSight course = sight.course();
        return sight.told("discrepancies " + code, asked, Batch.of(
                rows.discrepancies(round.id(), sight.subtrees(), asked), asked, RegisterRows.Discrepancy::id,
                RegisterRows.Discrepancy::restricted,
                one -> sight.shows(one.path(), one.restricted()) ? row(code, one,
                        course.shows(Shown.VERDICTS, one.assessment(), one.course(), one.path())) : null));
    }

    private static DiscrepancyRow row(String round, RegisterRows.Discrepancy one, boolean decision) {
        return new DiscrepancyRow(one.id(), round, one.agency(), one.criterion(), one.dimension(),
                one.state().shown(decision).name(), one.declared(), one.measured(), one.lapsed(), one.indicator(),
                one.period(), one.value(), one.late(), one.openedAt(), one.explanation(), one.explainedAt(),
                decision ? one.reason() : null, decision ? one.decidedAt() : null, one.settledAt());
    }

    /** Lists matters in the order in which they were asked. */
    @Requires(Permission.EXPORT)
    public Batch<MatterRow> matters(Asked asked) {
        LocalDate today = LocalDate.now(clock);
        return sight.told("matters", asked, Batch.of(rows.matters(sight.subtrees(), asked), asked,
                RegisterRows.Matter::id, RegisterRows.Matter::restricted,
                one -> sight.shows(one.path(), one.restricted()) ? row(one, today) : null));
    }

    private static MatterRow row(RegisterRows.Matter one, LocalDate today) {
        return new MatterRow(one.id(), one.kind(), one.about(), one.target(), one.criterion(), one.raiseTo(),
                one.agency(), one.state(), one.askedAt(), one.dueOn(), one.endedAt(),
                one.endedAt() == null && !one.state().equals("ANSWERED") && one.dueOn().isBefore(today), one.money(),
                one.words(), one.answer(), one.askedBy(), one.askedFrom(), one.person(), one.firstDueOn(),
                one.figureValue(), one.figureWanted(), one.figurePercent(), one.figureLevel(), one.figureStatus(),
                one.figurePeriod(), one.figureStanding(), one.indicator(), one.source(), one.round(), one.meeting(),
                one.figureMeasured(), one.figureIndicator(), one.figureReading(), one.figureReadingPeriod());
    }

    /** Lists what was done in matters, in the order in which it was. */
    @Requires(Permission.EXPORT)
    public Batch<MatterStepRow> steps(Asked asked) {
        return sight.told("matter-steps", asked, Batch.of(rows.steps(sight.subtrees(), asked), asked,
                RegisterRows.Step::id, RegisterRows.Step::restricted, one -> sight.shows(one.path(), one.restricted())
                        ? new MatterStepRow(one.id(), one.matter(), one.step(), one.words(), one.dueOn(),
                                one.takenBy(), one.takenAt())
                        : null));
    }
}
