package vn.thang.core.metadata;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.thang.core.model.Fraction;

/**
 * The points of one dataset, 0 to 405, exact. What a distribution must show is worth the share of the distributions that show
 * it; a dataset without any gets none of these points. Source: Metadata Quality Assessment of data.europa.eu.
 *
 * @param points what each metric gives, 0 to its most
 */
public record MetadataQuality(Map<Metric, Fraction> points) {

    /** What the points together say. */
    public enum Rating { EXCELLENT, GOOD, SUFFICIENT, BAD }

    /** The five groups of metrics. */
    public enum Group {
        FINDABILITY, ACCESSIBILITY, INTEROPERABILITY, REUSABILITY, CONTEXTUALITY
    }

    /** A metric with its group and the most that it gives. */
    public enum Metric {
        KEYWORD(Group.FINDABILITY, 30), THEME(Group.FINDABILITY, 30), SPATIAL(Group.FINDABILITY, 20),
        TEMPORAL(Group.FINDABILITY, 20),
        ACCESS_URL_ANSWERS(Group.ACCESSIBILITY, 50), DOWNLOAD_URL(Group.ACCESSIBILITY, 20),
        DOWNLOAD_URL_ANSWERS(Group.ACCESSIBILITY, 30),
        FORMAT(Group.INTEROPERABILITY, 20), MEDIA_TYPE(Group.INTEROPERABILITY, 10),
        FORMAT_VOCABULARY(Group.INTEROPERABILITY, 10),
        NON_PROPRIETARY(Group.INTEROPERABILITY, 20), MACHINE_READABLE(Group.INTEROPERABILITY, 20),
        CONFORMANT(Group.INTEROPERABILITY, 30),
        LICENCE(Group.REUSABILITY, 20), LICENCE_VOCABULARY(Group.REUSABILITY, 10), ACCESS_RIGHTS(Group.REUSABILITY, 10),
        ACCESS_RIGHTS_VOCABULARY(Group.REUSABILITY, 5), CONTACT_POINT(Group.REUSABILITY, 20),
        PUBLISHER(Group.REUSABILITY, 10),
        RIGHTS(Group.CONTEXTUALITY, 5), SIZE(Group.CONTEXTUALITY, 5), ISSUED(Group.CONTEXTUALITY, 5),
        MODIFIED(Group.CONTEXTUALITY, 5);

        private final Group group;
        private final int most;

        Metric(Group group, int most) {
            this.group = group;
            this.most = most;
        }

        public Group group() {
            return group;
        }

        public int most() {
            return most;
        }
    }

    /** What is missing from a dataset, with the points that it costs. */
    public record Cost(Metric metric, Fraction points) {
    }

    public static final int MOST = 405;
    private static final int EXCELLENT_FROM = 351;
    private static final int GOOD_FROM = 221;
    private static final int SUFFICIENT_FROM = 121;

    public MetadataQuality {
        points = Map.copyOf(points);
    }

    public static MetadataQuality of(Dataset dataset) {
        Map<Metric, Fraction> points = new EnumMap<>(Metric.class);
        give(points, Metric.KEYWORD, dataset.keywords().stream().anyMatch(MetadataQuality::said));
        give(points, Metric.THEME, dataset.themes().stream().anyMatch(MetadataQuality::said));
        give(points, Metric.SPATIAL, dataset.spatial());
        give(points, Metric.TEMPORAL, dataset.temporal());
        give(points, Metric.CONFORMANT, conforms(dataset));
        give(points, Metric.ACCESS_RIGHTS, said(dataset.accessRights()));
        give(points, Metric.ACCESS_RIGHTS_VOCABULARY,
                said(dataset.accessRights()) && Vocabulary.isAccessRight(dataset.accessRights()));
        give(points, Metric.CONTACT_POINT, said(dataset.contactPoint()));
        give(points, Metric.PUBLISHER, said(dataset.publisher()));
        give(points, Metric.ISSUED,
                said(dataset.issued()) || dataset.distributions().stream().anyMatch(one -> said(one.issued())));
        give(points, Metric.MODIFIED,
                said(dataset.modified()) || dataset.distributions().stream().anyMatch(one -> said(one.modified())));
        share(points, dataset, Metric.ACCESS_URL_ANSWERS,
                one -> said(one.accessUrl()) && Boolean.TRUE.equals(one.accessAnswers()));
        share(points, dataset, Metric.DOWNLOAD_URL, one -> said(one.downloadUrl()));
        share(points, dataset, Metric.DOWNLOAD_URL_ANSWERS,
                one -> said(one.downloadUrl()) && Boolean.TRUE.equals(one.downloadAnswers()));
        share(points, dataset, Metric.FORMAT, one -> said(one.format()));
        share(points, dataset, Metric.MEDIA_TYPE, one -> said(one.mediaType()));
        share(points, dataset, Metric.FORMAT_VOCABULARY,
                one -> said(one.format()) && Vocabulary.isKnownFormat(one.format())
                        && said(one.mediaType()) && Vocabulary.isMediaType(one.mediaType()));
        share(points, dataset, Metric.NON_PROPRIETARY,
                one -> said(one.format()) && Vocabulary.isNonProprietary(one.format()));
        share(points, dataset, Metric.MACHINE_READABLE,
                one -> said(one.format()) && Vocabulary.isMachineReadable(one.format()));
        share(points, dataset, Metric.LICENCE, one -> said(one.licence()));
        share(points, dataset, Metric.LICENCE_VOCABULARY,
                one -> said(one.licence()) && Vocabulary.isLicence(one.licence()));
        share(points, dataset, Metric.RIGHTS, one -> said(one.rights()));
        share(points, dataset, Metric.SIZE, one -> one.size() != null && one.size() > 0);
        return new MetadataQuality(points);
    }

    /** The mandatory properties of DCAT-AP: title and description of the dataset, access address of every distribution. */
    private static boolean conforms(Dataset dataset) {
        return said(dataset.title()) && said(dataset.description())
                && dataset.distributions().stream().allMatch(one -> said(one.accessUrl())
                        && one.accessUrl().strip().matches("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+"));
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private static void give(Map<Metric, Fraction> points, Metric metric, boolean earned) {
        points.put(metric, Fraction.of(earned ? metric.most() : 0));
    }

    private static void share(Map<Metric, Fraction> points, Dataset dataset, Metric metric,
            Predicate<Dataset.Distribution> earned) {
        long all = dataset.distributions().size();
        long good = dataset.distributions().stream().filter(earned).count();
        points.put(metric, all == 0 ? Fraction.ZERO : Fraction.of(good * metric.most(), all));
    }

    public Fraction total() {
        return points.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    public Fraction of(Group group) {
        return points.entrySet().stream().filter(entry -> entry.getKey().group() == group).map(Map.Entry::getValue)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    public Rating rating() {
        return rating(total());
    }

    /** Of one dataset, or of the mean of many. */
    public static Rating rating(Fraction total) {
        return total.compareTo(Fraction.of(EXCELLENT_FROM)) >= 0 ? Rating.EXCELLENT
                : total.compareTo(Fraction.of(GOOD_FROM)) >= 0 ? Rating.GOOD
                        : total.compareTo(Fraction.of(SUFFICIENT_FROM)) >= 0 ? Rating.SUFFICIENT : Rating.BAD;
    }

    /** What costs points, the dearest first, equal ones in the order of the metrics. */
    public List<Cost> costs() {
        return points.entrySet().stream()
                .map(entry -> new Cost(entry.getKey(), Fraction.of(entry.getKey().most()).minus(entry.getValue())))
                .filter(cost -> cost.points().compareTo(Fraction.ZERO) > 0)
                .sorted((a, b) -> a.points().equals(b.points()) ? a.metric().compareTo(b.metric())
                        : b.points().compareTo(a.points()))
                .toList();
    }
}
