package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * How far one indicator or one source is, for whoever asks about it. How many agencies reported is no reading of any of them; how a
 * source is concerns the whole country.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class ReadingStanding {

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

    /**
     * An indicator.
     *
     * @param coverage how many agencies have a fresh reading
     * @param newest   the newest period with a reading, as people read it; null where nothing ever came
     */
    public record OfIndicator(ReadingSources.Coverage coverage, String newest) {
    }

    /**
     * A source.
     *
     * @param lastArrival null when nothing ever arrived
     * @param agency      code of the agency that it reports on by its token, else of the one that answers for what it sends
     */
    public record OfSource(ReadingSources.Health health, Instant lastArrival, String agency) {
    }

    /** Three statements. */
    @Requires(Permission.VIEW)
    public OfIndicator ofIndicator(String code) {
        Indicator indicator = catalog.indicator(code).filter(one -> one.formula().isEmpty())
                .orElseThrow(() -> new BusinessException.NotFound("reading.fault.indicator", code));
        LocalDate today = LocalDate.now(clock);
        Map<String, Integer> existing = figures.agencies(today);
        LocalDate newest = figures.newestPeriods().get(code);
        return new OfIndicator(new ReadingSources.Coverage(figures.arrived(Map.of(code,
                Period.oldestFresh(indicator.period(), indicator.maxAge(), today).begin()), today).getOrDefault(code,
                        0),
                indicator.scope().stream().mapToInt(type -> existing.getOrDefault(type, 0)).sum()),
                newest == null ? null : new Period(indicator.period(), newest).label());
    }

    /** Three statements; a national matter. */
    @Requires(Permission.VIEW)
    public OfSource ofSource(String code) {
        caller.check(Permission.VIEW, agencies.rootPath());
        List<Indicator> own = catalog.indicators().stream()
                .filter(one -> one.source().equals(code) && one.formula().isEmpty()).toList();
        if (own.isEmpty()) {
            throw new BusinessException.NotFound("source.unknown", code);
        }
        SourceFigures.Arrival arrival = figures.arrivals().getOrDefault(code, SourceFigures.Arrival.NONE);
        Map<String, LocalDate> newest = figures.newestPeriods();
        LocalDate today = LocalDate.now(clock);
        boolean late = own.stream().anyMatch(one -> ReadingSources.isLate(one, newest.get(one.code()), today));
        return new OfSource(ReadingSources.Health.of(figures.errors().containsKey(code), arrival.at(), late),
                arrival.at(), arrival.agency() == null ? own.get(0).owner() : arrival.agency());
    }
}
