package vn.thang.indicator.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.fetching.LeftOut;

/**
 * How well a catalogue is described: the mean over all datasets, by publisher, and the datasets that lose most.
 *
 * @param asked      addresses that were asked whether they answer
 * @param publishers the weakest first
 * @param costs      mean points that each metric costs a dataset, the dearest first
 * @param weakest    datasets with the fewest points, at most fifty
 * @param came       entries that came, published or not
 * @param promised   how many the catalogue says that it holds; -1 where it says nothing
 * @param leftOut    the first of the faulty values and of the entries that are no published datasets
 */
public record CatalogueReport(int datasets, int asked, Fraction mean, List<Publisher> publishers,
        List<MetadataQuality.Cost> costs,
        List<Described> weakest, int came, long promised, List<LeftOut> leftOut) {

    private static final int MOST_SHOWN = 50;

    /** A dataset with its points. */
    public record Described(Dataset dataset, MetadataQuality quality) {
    }

    /** A publisher with the mean points of its datasets. */
    public record Publisher(String id, String name, int datasets, Fraction mean) {

        public MetadataQuality.Rating rating() {
            return MetadataQuality.rating(mean);
        }
    }

    public MetadataQuality.Rating rating() {
        return MetadataQuality.rating(mean);
    }

    /** @param datasets at least one */
    static CatalogueReport of(List<Dataset> datasets, int asked, FoundCatalogue found) {
        List<Described> described = datasets.stream()
                .map(dataset -> new Described(dataset, MetadataQuality.of(dataset))).toList();
        Map<String, List<Described>> byPublisher = new TreeMap<>();
        described.forEach(one -> byPublisher
                .computeIfAbsent(one.dataset().publisherId() == null ? "" : one.dataset().publisherId(),
                        id -> new ArrayList<>())
                .add(one));
        List<Publisher> publishers = byPublisher.entrySet().stream().map(entry -> new Publisher(entry.getKey(),
                entry.getValue().get(0).dataset().publisher(), entry.getValue().size(), mean(entry.getValue())))
                .sorted(Comparator.comparing(Publisher::mean)).toList();
        return new CatalogueReport(datasets.size(), asked, mean(described), publishers, costs(described),
                described.stream().sorted(Comparator.comparing(one -> one.quality().total())).limit(MOST_SHOWN)
                        .toList(),
                found.came(), found.promised(), found.leftOut().stream().limit(MOST_SHOWN).toList());
    }

    private static Fraction mean(List<Described> described) {
        return described.stream().map(one -> one.quality().total()).reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(described.size());
    }

    private static List<MetadataQuality.Cost> costs(List<Described> described) {
        Map<Metric, Fraction> lost = new EnumMap<>(Metric.class);
        described.forEach(
                one -> one.quality().costs().forEach(cost -> lost.merge(cost.metric(), cost.points(), Fraction::plus)));
        return lost.entrySet().stream()
                .map(entry -> new MetadataQuality.Cost(entry.getKey(), entry.getValue().dividedBy(described.size())))
                .sorted(Comparator.comparing(MetadataQuality.Cost::points).reversed()).toList();
    }
}
