package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.reading.ReadingsArrived;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The one way in for readings, however they come: the same checks, the same rule for what is known already, the same report.
 * A source shows with its token that it is one, and reports on its own indicators for the agencies of its token alone.
 */
@ApplicationScoped
@Transactional
public class ReadingIntake {

    static final int MOST_ROWS = 50_000;

    @Inject
    private Readings readings;

    @Inject
    private ReadingTokens tokens;

    @Inject
    private KnownSources sources;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private ReadingSums sums;

    @Inject
    private Jumps jumps;

    @Inject
    private KnownReadings known;

    @Inject
    private Denominators denominators;

    @Inject
    private ReadingBatches batches;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    @Inject
    private Event<ReadingsArrived> arrivals;

    /**
     * What a source calls a batch.
     *
     * @param body answers the hash of the whole body, which it reads to its end
     */
    public record Key(String name, Supplier<byte[]> body) {
    }

    /** The key stands for a batch whose body was another. */
    public static class KeyTaken extends BusinessException {
        private static final long serialVersionUID = 1L;

        KeyTaken(String key, long batch) {
            super("reading.key-taken", key, String.valueOf(batch));
        }
    }

    /** Which way a batch came. */
    public enum Way { PUSH, SHEET, PULL, DEMO }

    /**
     * Refuses whoever is no source, before anything of a batch is taken in.
     *
     * @throws BusinessException.Forbidden when the token is none, or ended
     */
    public void admit(String token) {
        bearer(token);
    }

    /**
     * Takes what a source sends by itself. The rows are at hand: nobody else's batch waits for a network.
     *
     * @param key what the source calls this batch: the same key and body again answer the report of the first time; null for none
     * @throws BusinessException.Forbidden when the token is none, or ended
     * @throws KeyTaken                    when the key stands for another body: nothing is taken then
     * @throws BusinessException           with too many rows: nothing is taken then
     */
    public IntakeReport push(String token, Key key, Iterator<ReadingRow> rows) {
        ReadingTokens.Bearer bearer = bearer(token);
        readings.takeTurn(bearer.source());
        if (key != null) {
            Optional<Readings.KnownBatch> before = readings.known(bearer.source(), key.name());
            if (before.isPresent()) {
                return same(before.get(), key);
            }
        }
        return take(bearer, Way.PUSH, key, atMost(rows));
    }

    private static IntakeReport same(Readings.KnownBatch before, Key key) {
        if (before.body() != null && !Arrays.equals(before.body(), key.body().get())) {
            throw new KeyTaken(key.name(), before.report().batch());
        }
        return before.report();
    }

    /** Takes readings of a source in its name; a national matter. */
    @Requires(Permission.ADMINISTER)
    public IntakeReport take(String source, Way way, Iterator<ReadingRow> rows) {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        sources.require(source);
        readings.takeTurn(source);
        return take(new ReadingTokens.Bearer(source, agencies.rootPath(), caller.personId()), way, null, rows);
    }

    /** The readings of a sheet whose permissions {@link SheetIntake} has checked, with the faults of the lines that it could not read. */
    public IntakeReport takeSheet(String source, Iterator<ReadingRow> rows, List<ReadingFault> unread) {
        readings.takeTurn(source);
        return take(new ReadingTokens.Bearer(source, agencies.rootPath(), caller.personId()), Way.SHEET, null, rows,
                unread);
    }

    /** What readings of a source must satisfy today, for agencies at or below a path. */
    public ReadingCheck check(String source, String path) {
        LocalDate today = LocalDate.now(clock);
        return new ReadingCheck(source,
                catalog.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity())),
                reporting.everBelow(path, today), denominators.frozen(catalog.indicators().stream()
                        .filter(one -> one.ministryDenominator() && one.source().equals(source)).map(Indicator::code)
                        .toList()),
                today);
    }

    private static Iterator<ReadingRow> atMost(Iterator<ReadingRow> rows) {
        int[] taken = {0};
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ReadingRow next() {
                if (++taken[0] > MOST_ROWS) {
                    throw new BusinessException("reading.too-many", MOST_ROWS);
                }
                return rows.next();
            }
        };
    }

    private IntakeReport take(ReadingTokens.Bearer bearer, Way way, Key key, Iterator<ReadingRow> rows) {
        return take(bearer, way, key, rows, List.of());
    }

    private IntakeReport take(ReadingTokens.Bearer bearer, Way way, Key key, Iterator<ReadingRow> rows,
            List<ReadingFault> unread) {
        Instant now = clock.instant();
        ReadingCheck check = check(bearer.source(), bearer.path());
        long batch = readings.begin(bearer.source(), way.name(), key == null ? null : key.name(),
                bearer.person(), now);
        ReadingBatches.Faults faults = batches.faults(batch);
        unread.forEach(faults::add);
        CheckedRows checked;
        ReadingsArrived arrived = new ReadingsArrived();
        int taken = unread.size();
        boolean whole = true;
        boolean more;
        do {
            checked = check.all(rows, way == Way.DEMO ? MOST_ROWS : Integer.MAX_VALUE,
                    way == Way.PULL ? "twice-only" : "twice");
            checked.faults().forEach(faults::add);
            checked.readings().forEach(arrived::add);
            taken += checked.taken();
            more = rows.hasNext();
            if (more) {
                readings.add(batch, bearer.source(), checked.readings(), now);
                whole = false;
            }
        } while (more);
        List<Reading> some = checked.readings();
        byte[] content = whole ? Reading.content(some) : null;
        Map<KnownReadings.About, Jump> jumps = new HashMap<>();
        int added = 0;
        int corrected = 0;
        if (content == null || !readings.hasTaken(bearer.source(), content)) {
            jumps = way == Way.DEMO ? new HashMap<>() : this.jumps.among(some);
            readings.add(batch, bearer.source(), some, now);
            added = readings.added(batch);
            jumps.keySet().retainAll(this.jumps.keep(batch, jumps));
            corrected = sums.carryOn(batch, added, whole ? some : List.of(), check.byId(), !jumps.isEmpty(),
                    way == Way.DEMO);
        }
        int rejected = faults.store();
        int unchanged = taken - rejected - added;
        List<ReadingFault> notes = notes(bearer.source(), checked, unchanged > 0 && whole, jumps);
        IntakeReport report = new IntakeReport(batch, taken, added - corrected, corrected, unchanged, rejected,
                faults.first(), notes);
        readings.end(report, ReadingFault.json(faults.first()), content, key == null ? null : key.body().get());
        events.fire(new ReadingEvent.ReadingsTaken(report, bearer.source(), way.name()));
        if (added > 0) {
            arrivals.fire(arrived);
        }
        return report;
    }

    /** Returns what is to be known of the first lines that were taken. */
    private List<ReadingFault> notes(String source, CheckedRows checked, boolean someKnown,
            Map<KnownReadings.About, Jump> found) {
        Map<KnownReadings.About, KnownReadings.Known> before = someKnown ? known.of(source, checked.readings())
                : Map.of();
        return checked.lines().stream().flatMap(line -> note(line, before, found).stream())
                .limit(IntakeReport.MOST_FAULTS).toList();
    }

    private static Optional<ReadingFault> note(CheckedRows.CheckedRow line,
            Map<KnownReadings.About, KnownReadings.Known> before, Map<KnownReadings.About, Jump> found) {
        KnownReadings.About about = KnownReadings.About.of(line.reading());
        Optional<ReadingFault> earlier = Optional.ofNullable(before.get(about))
                .flatMap(one -> one.earlier(line.row(), line.reading()));
        return earlier.isPresent() ? earlier : Optional.ofNullable(found.get(about)).map(jump -> jump.note(line));
    }

    private ReadingTokens.Bearer bearer(String token) {
        return Optional.ofNullable(token).filter(given -> !given.isBlank())
                .flatMap(given -> tokens.find(Sha256.hex(given)))
                .orElseThrow(() -> new BusinessException.Forbidden("reading.token"));
    }
}
