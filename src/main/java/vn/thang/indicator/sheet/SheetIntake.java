package vn.thang.indicator.sheet;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.intake.KnownSources;
import vn.thang.indicator.intake.CheckedRows;
import vn.thang.indicator.intake.Jump;
import vn.thang.indicator.intake.Jumps;
import vn.thang.indicator.intake.KnownReadings;
import vn.thang.indicator.intake.ReadingCheck;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Readings of a source by sheet: {@link #check} says what would become of every line, and {@link #confirm} takes exactly that.
 * An administrator may do so for the indicators that the own agency, or one below it, answers for, or one that is no more and of
 * which the own one came; a national one for all.
 */
@ApplicationScoped
@Transactional
public class SheetIntake {

    private static final Set<ReadingColumn> REQUIRED = EnumSet.of(ReadingColumn.AGENCY, ReadingColumn.INDICATOR,
            ReadingColumn.PERIOD);
    private static final Set<ReadingColumn> FILLED = EnumSet.of(ReadingColumn.NUMERATOR, ReadingColumn.VALUE);

    @Inject
    private ReadingIntake intake;

    @Inject
    private KnownReadings known;

    @Inject
    private Jumps jumps;

    @Inject
    private Denominators denominators;

    @Inject
    private Catalog catalog;

    @Inject
    private KnownSources sources;

    @Inject
    private IndicatorNames names;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    private record Checked(List<ReadingRow> rows, SheetReport report) {
    }

    /** Sources of which the caller may send something. */
    @Requires(ADMINISTER)
    public List<String> sources() {
        List<String> sources = allowed().stream().map(Indicator::source).distinct().toList();
        if (sources.isEmpty()) {
            caller.check(ADMINISTER, agencies.rootPath());
        }
        return sources;
    }

    /** What the sheet would change. Changes nothing. */
    @Requires(ADMINISTER)
    public SheetReport check(String source, byte[] content) {
        return look(source, content).report();
    }

    /** Starts {@link #confirm} and refuses at once what that would refuse. Answers the number of the work. */
    @Requires(ADMINISTER)
    public long start(String source, byte[] content, String fingerprint, boolean rightRowsOnly) {
        look(source, content).report().requireShown(fingerprint, rightRowsOnly);
        return works.start(new SheetWork.Confirmed(source, content, fingerprint, rightRowsOnly), caller.behalf());
    }

    /**
     * Takes what {@link #check} has shown.
     *
     * @param fingerprint   of the report that was shown
     * @param rightRowsOnly whether to leave faulty lines out; otherwise one fault refuses the sheet
     * @throws BusinessException.Conflict when other readings have come since, so that the report would be another
     */
    @Requires(ADMINISTER)
    public IntakeReport confirm(String source, byte[] content, String fingerprint, boolean rightRowsOnly) {
        Checked checked = look(source, content);
        SheetReport report = checked.report();
        report.requireShown(fingerprint, rightRowsOnly);
        IntakeReport taken = intake.takeSheet(source, checked.rows().iterator(),
                report.faults().stream().map(SheetFault::fault).toList());
        if (taken.accepted() != report.added().size() || taken.corrected() != report.corrected().size()) {
            throw new BusinessException.Conflict("reading.sheet.changed");
        }
        events.fire(new ReadingEvent.SheetConfirmed(taken.batch(), source, report.hash()));
        return taken;
    }

    /** A workbook to fill in: a line for every agency in scope of every indicator of the source that the caller may send. */
    @Requires(ADMINISTER)
    public byte[] template(String source, Locale locale) {
        List<Indicator> indicators = allowed(source);
        FrozenDenominators frozen = denominators
                .frozen(indicators.stream().filter(Indicator::ministryDenominator).map(Indicator::code).toList());
        LocalDate today = LocalDate.now(clock);
        LocalDate since = indicators.stream().map(one -> Period.endedBy(today, one.period()).begin())
                .min(Comparator.naturalOrder()).orElse(today);
        return new ReadingTemplate(catalog.programmeTexts(locale), locale).readings(source, indicators,
                known.since(since), frozen, clock.instant());
    }

    private Checked look(String source, byte[] content) {
        Set<String> mine = allowed(source).stream().map(Indicator::code).collect(Collectors.toSet());
        ReadingSheet sheet = new ReadingSheet(content, REQUIRED, FILLED, names.codes());
        ReadingCheck check = intake.check(source, agencies.rootPath());
        CheckedRows checked = check.all(sheet.rows().iterator(), Integer.MAX_VALUE, "twice");
        checked.faults().forEach(sheet::refuse);
        List<CheckedRows.CheckedRow> right = new ArrayList<>();
        for (CheckedRows.CheckedRow line : checked.lines()) {
            if (mine.contains(line.reading().indicator())) {
                right.add(line);
            } else {
                sheet.refuse(new ReadingCheck.Refused(line.row(), "foreign-owner", line.reading().indicator()).fault());
            }
        }
        return new Checked(right.stream().map(CheckedRows.CheckedRow::row).toList(),
                report(source, content, sheet, right));
    }

    private SheetReport report(String source, byte[] content, ReadingSheet sheet, List<CheckedRows.CheckedRow> right) {
        List<Reading> readings = right.stream().map(CheckedRows.CheckedRow::reading).toList();
        Map<KnownReadings.About, KnownReadings.Known> before = known.of(source, readings);
        Map<KnownReadings.About, Jump> found = jumps.among(readings);
        Map<String, String> agencyNames = known.names();
        SheetOutcome outcome = new SheetOutcome(sheet);
        for (CheckedRows.CheckedRow line : right) {
            Reading reading = line.reading();
            ReadingRow row = line.row();
            KnownReadings.About about = KnownReadings.About.of(reading);
            KnownReadings.Known one = before.get(about);
            boolean same = one != null && one.has(reading);
            outcome.add(
                    new SheetReport.Line(row.line(), row.agency(), agencyNames.get(row.agency()), reading.indicator(),
                            reading.period().toString(), one == null ? null : one.newest(), Figure.of(reading)),
                    same, one != null && one.isCorrected(reading));
            if (one != null) {
                one.earlier(row, reading).ifPresent(outcome::note);
            }
            if (!same && found.containsKey(about)) {
                outcome.note(found.get(about).note(line));
            }
        }
        return outcome.report(content);
    }

    private List<Indicator> allowed() {
        Map<String, List<String>> owners = known.speaking(
                catalog.indicators().stream().map(Indicator::owner).collect(Collectors.toCollection(HashSet::new)),
                LocalDate.now(clock));
        List<String> root = List.of(agencies.rootPath());
        return catalog.indicators().stream().filter(one -> one.formula().isEmpty()
                && owners.getOrDefault(one.owner(), root).stream().anyMatch(path -> caller.can(ADMINISTER, path)))
                .toList();
    }

    private List<Indicator> allowed(String source) {
        sources.require(source);
        List<Indicator> mine = allowed().stream().filter(one -> one.source().equals(source)).toList();
        if (mine.isEmpty()) {
            caller.check(ADMINISTER, agencies.rootPath());
        }
        return mine;
    }
}
