package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.model.Fraction;
import vn.thang.organisation.agency.AgencyDetail;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** How well agencies describe their open data, as the connectors last found it, and what they have to mend. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class OpenDataPoints {

    private static final int MOST_RUNS = 12;

    @Inject
    private OpenDatasets datasets;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    /**
     * An agency with what a run counted.
     *
     * @param points mean of all datasets; null where there is none
     */
    public record Line(String code, String name, String nameEn, int datasets, int good, int recent, BigDecimal points,
            Instant at) implements AgencyName {

        /** Null without datasets. */
        public MetadataQuality.Rating rating() {
            return points == null ? null : MetadataQuality.rating(Fraction.of(points));
        }
    }

    /** A dataset with what is missing from it. */
    public record Described(String code, String title, String publisher, BigDecimal points,
            List<MetadataQuality.Cost> costs) {

        public MetadataQuality.Rating rating() {
            return MetadataQuality.rating(total());
        }

        private Fraction total() {
            return costs.stream().map(MetadataQuality.Cost::points).reduce(Fraction.of(MetadataQuality.MOST),
                    Fraction::minus);
        }
    }

    /**
     * All about an agency.
     *
     * @param runs  the newest first; empty where no catalogue was read that names the agency
     * @param costs mean points that each metric costs a dataset of the page, the dearest first
     */
    public record OfAgency(AgencyDetail agency, List<Line> runs, Slice<Described> datasets,
            List<MetadataQuality.Cost> costs) {
    }

    /** For those who see the country. */
    @Requires(Permission.EXPORT)
    public Slice<Line> list(int page) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return datasets.agencies(page);
    }

    /** For those who see the agency, and so for the agency itself. */
    @Requires(Permission.VIEW)
    public OfAgency of(String code, int page) {
        AgencyDetail agency = agencies.get(code);
        caller.check(Permission.VIEW, agency.path());
        Slice<Described> described = datasets.datasets(agency.agency().id(), page);
        return new OfAgency(agency, datasets.history(agency.agency().id(), MOST_RUNS), described,
                mean(described.rows()));
    }

    private static List<MetadataQuality.Cost> mean(List<Described> described) {
        Map<Metric, Fraction> lost = new EnumMap<>(Metric.class);
        described.forEach(one -> one.costs().forEach(cost -> lost.merge(cost.metric(), cost.points(), Fraction::plus)));
        return lost.entrySet().stream()
                .map(entry -> new MetadataQuality.Cost(entry.getKey(), entry.getValue().dividedBy(described.size())))
                .sorted(Comparator.comparing(MetadataQuality.Cost::points).reversed()).toList();
    }

    /** From KEYWORD:30,FORMAT:20/3. */
    public static List<MetadataQuality.Cost> costs(String stored) {
        List<MetadataQuality.Cost> costs = new ArrayList<>();
        for (String one : stored.isEmpty() ? new String[0] : stored.split(",")) {
            String[] parts = one.split("[:/]");
            costs.add(new MetadataQuality.Cost(Metric.valueOf(parts[0]), new Fraction(new BigInteger(parts[1]),
                    parts.length > 2 ? new BigInteger(parts[2]) : BigInteger.ONE)));
        }
        return costs;
    }
}
