package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.indicator.intake.BatchFilter;
import vn.thang.indicator.intake.BatchOrder;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.indicator.intake.ReadingBatches;
import vn.thang.indicator.period.Period;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** How the sources of readings are: which one has sent what it should, which is late, and which was never heard of. A national matter. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class ReadingSources {

    /** Asks for those alone that somebody has to look after. */
    static final String ATTENTION = "attention";

    @Inject
    private ReadingBatches batches;

    @Inject
    private SourceFigures figures;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Whether readings arrive as they should; FAILING where a connector asks in vain. */
    public enum Health {
        ARRIVED, LATE, SILENT, FAILING;

        static Health of(boolean failing, Instant lastArrival, boolean late) {
            return failing ? FAILING : lastArrival == null ? SILENT : late ? LATE : ARRIVED;
        }
    }

    /**
     * A source.
     *
     * @param lastArrival null when nothing ever arrived
     * @param late        codes of indicators without a fresh reading
     * @param token       since when its token holds; null without one
     * @param agency      code of the agency that its token reports on, with those below it; null without a token
     * @param coverage    how many agencies have a fresh reading, by indicator
     * @param errors      connectors whose last run failed
     */
    public record Source(String code, List<Indicator> indicators, Instant lastArrival, int lastRejected,
            List<String> late, Health health, Instant token,
            String agency, Map<String, Coverage> coverage, List<LastError> errors) {

        /** Whether somebody has to look after it. */
        public boolean needy() {
            return health != Health.ARRIVED;
        }
    }

    /**
     * How many agencies have a reading that is fresh still.
     *
     * @param expected agencies in the scope of the indicator
     */
    public record Coverage(int arrived, int expected) {

        public boolean whole() {
            return arrived >= expected;
        }
    }

    /** Why a connector failed when it ran last; fault is a key of the texts. */
    public record LastError(String connector, String name, int failures, Instant at, String fault,
            List<String> details) {

        public boolean open() {
            return Schedule.isOpen(failures);
        }

        public String text(Locale locale) {
            return Texts.text(locale, "connector." + fault, details.toArray());
        }
    }

    /**
     * The sources from which readings do not arrive as they should.
     *
     * @param since when the one that is silent for longest sent something last; null where nothing ever came
     */
    public record Attention(int sources, Instant since) {
    }

    /** Counts the sources that need attention, by three statements. */
    @Requires(Permission.ADMINISTER)
    public Attention attention() {
        List<Source> needy = list(Map.of()).stream().filter(Source::needy).toList();
        return new Attention(needy.size(), needy.stream().map(Source::lastArrival).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null));
    }

    /** In the order of the indicators. */
    @Requires(Permission.ADMINISTER)
    public List<Source> list() {
        return list(coverage());
    }

    /**
     * A page of them.
     *
     * @param show a {@link Health}, or {@link #ATTENTION}; all of them for any other
     */
    @Requires(Permission.ADMINISTER)
    public Slice<Source> list(String show, Cut<SourceOrder> cut) {
        return Slice.of(list().stream().filter(one -> ATTENTION.equals(show) ? one.needy()
                : Stream.of(Health.values()).noneMatch(health -> health.name().equals(show))
                        || one.health().name().equals(show))
                .toList(), cut);
    }

    /** The same for taking it away, by whoever takes numbers of the country away. */
    @Requires(Permission.EXPORT)
    public List<Source> reported() {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return sources(coverage());
    }

    private List<Source> list(Map<String, Coverage> coverage) {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        return sources(coverage);
    }

    private List<Source> sources(Map<String, Coverage> coverage) {
        Map<String, LocalDate> newest = figures.newestPeriods();
        Map<String, SourceFigures.Arrival> arrivals = figures.arrivals();
        Map<String, List<LastError>> errors = figures.errors();
        LocalDate today = LocalDate.now(clock);
        List<Source> sources = new ArrayList<>();
        for (String code : codes()) {
            List<Indicator> own = catalog.indicators().stream()
                    .filter(one -> one.source().equals(code) && one.formula().isEmpty()).toList();
            List<String> late = own.stream().filter(one -> isLate(one, newest.get(one.code()), today))
                    .map(Indicator::code).toList();
            SourceFigures.Arrival arrival = arrivals.getOrDefault(code, SourceFigures.Arrival.NONE);
            Health health = Health.of(errors.containsKey(code), arrival.at(), !late.isEmpty());
            sources.add(new Source(code, own, arrival.at(), arrival.rejected(), late, health, arrival.token(),
                    arrival.agency(), coverage, errors.getOrDefault(code, List.of())));
        }
        return sources;
    }

    private Map<String, Coverage> coverage() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Integer> agencies = figures.agencies(today);
        List<Indicator> read = catalog.indicators().stream().filter(one -> one.formula().isEmpty()).toList();
        Map<String, Integer> arrived = figures.arrived(read.stream().collect(Collectors.toMap(Indicator::code,
                one -> Period.oldestFresh(one.period(), one.maxAge(), today).begin())), today);
        return read.stream()
                .collect(Collectors.toMap(Indicator::code, one -> new Coverage(arrived.getOrDefault(one.code(), 0),
                        one.scope().stream().mapToInt(type -> agencies.getOrDefault(type, 0)).sum())));
    }

    /** Whether the newest period with a reading is too old, or there is none. */
    static boolean isLate(Indicator indicator, LocalDate newest, LocalDate today) {
        return newest == null || new Period(indicator.period(), newest).end().plusDays(indicator.maxAge())
                .isBefore(today);
    }

    /** A page of the batches, with the first lines that were not taken. */
    @Requires(Permission.ADMINISTER)
    public Slice<ReadingBatch> batches(BatchFilter filter, Cut<BatchOrder> cut) {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        return batches.list(filter, cut);
    }

    /** Codes of all sources, in the order of the indicators. */
    @Requires(Permission.ADMINISTER)
    public List<String> codes() {
        return catalog.indicators().stream().map(Indicator::source).distinct().toList();
    }
}
