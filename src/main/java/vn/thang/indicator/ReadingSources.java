package vn.thang.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** How the sources of readings are: which one has sent what it should, which is late, and which was never heard of. A national matter. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class ReadingSources {

    static final int MOST_BATCHES = 30;

    @Inject
    private Readings readings;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Whether readings arrive as they should. */
    public enum Health { ARRIVED, LATE, SILENT }

    /**
     * A source.
     *
     * @param lastArrival null when nothing ever arrived
     * @param late        codes of indicators without a fresh reading
     * @param token       since when its token holds; null without one
     * @param agency      code of the agency that its token reports on, with those below it; null without a token
     */
    public record Source(String code, List<Indicator> indicators, Instant lastArrival, int lastRejected, List<String> late, Health health, Instant token,
            String agency) {
    }

    /** A batch with what became of it. */
    public record Batch(long id, String source, String way, Instant arrivedAt, int taken, int accepted, int corrected, int unchanged, int rejected,
            List<ReadingFault> faults) {
    }

    /** In the order of the indicators. */
    @Requires(Permission.ADMINISTER)
    public List<Source> list() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        Map<String, LocalDate> newest = readings.newestPeriods();
        Map<String, Readings.Arrival> arrivals = readings.arrivals();
        List<Source> sources = new ArrayList<>();
        for (String code : catalog.indicators().stream().map(Indicator::source).distinct().toList()) {
            List<Indicator> own = catalog.indicators().stream().filter(one -> one.source().equals(code) && one.formula().isEmpty()).toList();
            List<String> late = own.stream().filter(one -> isLate(one, newest.get(one.code()))).map(Indicator::code).toList();
            Readings.Arrival arrival = arrivals.getOrDefault(code, Readings.Arrival.NONE);
            sources.add(new Source(code, own, arrival.at(), arrival.rejected(), late,
                    arrival.at() == null ? Health.SILENT : late.isEmpty() ? Health.ARRIVED : Health.LATE, arrival.token(), arrival.agency()));
        }
        return sources;
    }

    private boolean isLate(Indicator indicator, LocalDate newest) {
        return newest == null || new Period(indicator.period(), newest).end().plusDays(indicator.maxAge()).isBefore(LocalDate.now(clock));
    }

    /** The newest batches, with the first lines that were not taken. */
    @Requires(Permission.ADMINISTER)
    public List<Batch> batches() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        return readings.batches(MOST_BATCHES);
    }
}
