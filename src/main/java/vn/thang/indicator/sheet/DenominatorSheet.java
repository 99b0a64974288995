package vn.thang.indicator.sheet;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.DenominatorSetting;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.intake.KnownReadings;
import vn.thang.indicator.intake.ReadingCheck;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** The denominators of a round by sheet: {@link #check} says what would become of every line, and {@link #confirm} sets exactly that. */
@ApplicationScoped
@Transactional
public class DenominatorSheet {

    private static final Set<ReadingColumn> REQUIRED = EnumSet.of(ReadingColumn.AGENCY, ReadingColumn.INDICATOR,
            ReadingColumn.DENOMINATOR);
    private static final Set<ReadingColumn> FILLED = EnumSet.of(ReadingColumn.DENOMINATOR);

    @Inject
    private Denominators denominators;

    @Inject
    private KnownReadings known;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private Catalog catalog;

    @Inject
    private IndicatorNames names;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private LongWork works;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    /** What the sheet would change. Changes nothing. */
    @Requires(ADMINISTER)
    public SheetReport check(String code, byte[] content) {
        national();
        return look(denominators.round(code), content, new ArrayList<>());
    }

    /** Starts {@link #confirm} and refuses at once what that would refuse. Answers the number of the work. */
    @Requires(ADMINISTER)
    public long start(String code, byte[] content, String fingerprint, boolean rightRowsOnly) {
        check(code, content).requireShown(fingerprint, rightRowsOnly);
        return works.start(new DenominatorWork.Confirmed(code, content, fingerprint, rightRowsOnly), caller.behalf());
    }

    /** Sets what {@link #check} has shown; see {@link SheetIntake#confirm}. Answers how many have changed. */
    @Requires(ADMINISTER)
    public int confirm(String code, byte[] content, String fingerprint, boolean rightRowsOnly) {
        national();
        Denominators.Of round = denominators.locked(code);
        List<Denominators.Setting> settings = new ArrayList<>();
        SheetReport report = look(round, content, settings);
        report.requireShown(fingerprint, rightRowsOnly);
        if (!settings.isEmpty()) {
            denominators.add(round.id(), settings, caller.personId(), clock.instant());
            events.fire(new ReadingEvent.DenominatorSheetConfirmed(round.id(), report.hash(), settings.size()));
        }
        return settings.size();
    }

    /** A workbook to fill in: a line for every agency in scope of every indicator, with what is set now. */
    @Requires(ADMINISTER)
    public byte[] template(String code, Locale locale) {
        national();
        Denominators.Of round = denominators.round(code);
        return new ReadingTemplate(catalog.programmeTexts(locale), locale).denominators(round,
                catalog.indicators().stream().filter(Indicator::ministryDenominator).toList(),
                known.since(round.opensOn()),
                denominators.amounts(round.id()), clock.instant());
    }

    private SheetReport look(Denominators.Of round, byte[] content, List<Denominators.Setting> settings) {
        if (round.published()) {
            throw new BusinessException("denominator.published", round.name());
        }
        ReadingSheet sheet = new ReadingSheet(content, REQUIRED, FILLED, names.codes());
        Map<String, KnownAgency> there = reporting.below(agencies.rootPath(), round.opensOn());
        Map<String, Map<Long, BigDecimal>> amounts = denominators.amounts(round.id());
        Set<String> frozen = denominators.freezes(round.id()).keySet();
        Map<String, String> agencyNames = known.names();
        Map<String, Integer> lines = new HashMap<>();
        SheetOutcome outcome = new SheetOutcome(sheet);
        for (ReadingRow row : sheet.rows()) {
            try {
                Indicator indicator = indicator(row, frozen);
                KnownAgency agency = ReadingCheck.agency(row, there);
                if (!indicator.scope().contains(agency.type())) {
                    throw new ReadingCheck.Refused(row, "scope", row.agency(), indicator.code());
                }
                Integer before = lines.putIfAbsent(indicator.code() + " " + agency.id(), row.line());
                if (before != null) {
                    throw new ReadingCheck.Refused(row, "twice", row.agency(), indicator.code(), round.code(),
                            String.valueOf(before));
                }
                BigDecimal amount = ReadingCheck.number(row, row.denominator());
                if (!DenominatorSetting.isDenominator(amount)) {
                    throw new ReadingCheck.Refused(row, "denominator");
                }
                if (indicator.counted()) {
                    ReadingCheck.requireWhole(row, "denominator", row.denominator());
                }
                BigDecimal now = amounts.getOrDefault(indicator.code(), Map.of()).get(agency.id());
                boolean same = now != null && now.compareTo(amount) == 0;
                outcome.add(
                        new SheetReport.Line(row.line(), row.agency(), agencyNames.get(row.agency()), indicator.code(),
                                round.code(),
                                now == null ? null : new Figure(null, null, now), new Figure(null, null, amount)),
                        same, false);
                if (!same) {
                    settings.add(new Denominators.Setting(indicator.code(), agency.id(), amount));
                }
            } catch (ReadingCheck.Refused refused) {
                sheet.refuse(refused.fault());
            }
        }
        return outcome.report(content);
    }

    private Indicator indicator(ReadingRow row, Set<String> frozen) throws ReadingCheck.Refused {
        Indicator indicator = catalog.indicator(row.indicator())
                .orElseThrow(() -> new ReadingCheck.Refused(row, "indicator", row.indicator()));
        if (!indicator.ministryDenominator()) {
            throw new ReadingCheck.Refused(row, "no-ministry", indicator.code());
        }
        if (frozen.contains(indicator.code())) {
            throw new ReadingCheck.Refused(row, "frozen-already", indicator.code());
        }
        return indicator;
    }

    private void national() {
        caller.check(ADMINISTER, agencies.rootPath());
    }
}
