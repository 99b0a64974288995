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
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.model.Fraction;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
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
     * @param run    number of the run, since two catalogues may name the agency
     * @param points mean of all datasets; null where there is none
     */
    public record AgencyPoints(long run, String code, String name, String nameEn, int datasets, int good, int recent,
            BigDecimal points,
            Instant at) implements AgencyName {

        /** Null without datasets. */
        public MetadataQuality.Rating rating() {
            return points == null ? null : MetadataQuality.rating(Fraction.of(points));
        }
    }

    /** A dataset with what is missing from it. */
    public record Described(long id, String code, String title, String publisher, BigDecimal points,
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
     * @param costs mean points that each metric costs a dataset, the dearest first
     */
    public record OfAgency(AgencyDetail agency, List<AgencyPoints> runs, List<MetadataQuality.Cost> costs) {
    }

    /** Whether the person sees the list of all agencies that the catalogues name. */
    @Requires(Permission.VIEW)
    public boolean lists() {
        return caller.can(Permission.EXPORT, agencies.rootPath());
    }

    /** A page of the agencies that the catalogues name, for those who see the country. */
    @Requires(Permission.EXPORT)
    public Slice<AgencyPoints> list(String words, String type, Cut<OpenDataOrder> cut) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return datasets.agencies(words, type, cut);
    }

    /** For those who see the agency, and so for the agency itself. */
    @Requires(Permission.VIEW)
    public OfAgency of(String code) {
        AgencyDetail agency = seen(code);
        return new OfAgency(agency, datasets.history(agency.agency().id(), MOST_RUNS),
                mean(datasets.costs(agency.agency().id())));
    }

    /** A page of the datasets of the agency, for the same people. */
    @Requires(Permission.VIEW)
    public Slice<Described> datasets(String code, DatasetFilter filter, Cut<DatasetOrder> cut) {
        return datasets.datasets(seen(code).agency().id(), filter, cut);
    }

    private AgencyDetail seen(String code) {
        AgencyDetail agency = agencies.get(code);
        caller.check(Permission.VIEW, agency.path());
        return agency;
    }

    private static List<MetadataQuality.Cost> mean(List<OpenDatasets.SameCosts> all) {
        Map<Metric, Fraction> lost = new EnumMap<>(Metric.class);
        all.forEach(same -> costs(same.costs()).forEach(
                cost -> lost.merge(cost.metric(), cost.points().times(same.datasets()), Fraction::plus)));
        int datasets = all.stream().mapToInt(OpenDatasets.SameCosts::datasets).sum();
        return lost.entrySet().stream()
                .map(entry -> new MetadataQuality.Cost(entry.getKey(), entry.getValue().dividedBy(datasets)))
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
