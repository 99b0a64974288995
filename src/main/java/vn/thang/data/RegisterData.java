package vn.thang.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.period.Period;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Readings, discrepancies and matters for programs; names of people are not among them. */
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
                RegisterRows.Reading::id,
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
        return sight.told("discrepancies " + code, asked, Batch.of(
                rows.discrepancies(round.id(), sight.subtrees(), asked), asked, RegisterRows.Discrepancy::id,
                one -> sight.shows(one.path(), one.restricted()) ? row(code, one) : null));
    }

    private static DiscrepancyRow row(String round, RegisterRows.Discrepancy one) {
        return new DiscrepancyRow(one.id(), round, one.agency(), one.criterion(), one.dimension(), one.state(),
                one.declared(), one.measured(), one.lapsed(), one.indicator(), one.period(), one.value(), one.late(),
                one.openedAt(), one.explanation(), one.explainedAt(), one.reason(), one.decidedAt(), one.settledAt());
    }

    /** Lists matters in the order in which they were asked. */
    @Requires(Permission.EXPORT)
    public Batch<MatterRow> matters(Asked asked) {
        LocalDate today = LocalDate.now(clock);
        return sight.told("matters", asked, Batch.of(rows.matters(sight.subtrees(), asked), asked,
                RegisterRows.Matter::id, one -> sight.shows(one.path(), one.restricted()) ? row(one, today) : null));
    }

    private static MatterRow row(RegisterRows.Matter one, LocalDate today) {
        return new MatterRow(one.id(), one.kind(), one.about(), one.target(), one.criterion(), one.raiseTo(),
                one.agency(), one.state(), one.askedAt(), one.dueOn(), one.endedAt(),
                one.endedAt() == null && !one.state().equals("ANSWERED") && one.dueOn().isBefore(today), one.money(),
                one.words(), one.answer());
    }
}
