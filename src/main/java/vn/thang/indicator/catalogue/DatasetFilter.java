package vn.thang.indicator.catalogue;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.platform.GivenText;

/**
 * Which datasets of an agency a list shows; null means all.
 *
 * @param words  part of the title or of the publisher, whatever its marks
 * @param metric what they lose points by
 */
public record DatasetFilter(String words, Metric metric) {

    public static final DatasetFilter NONE = new DatasetFilter(null, null);

    /** From the parameters of an address; a metric that there is none of counts as not given. */
    public static DatasetFilter of(Map<String, String> asked) {
        return new DatasetFilter(GivenText.orNull(asked.get("q")),
                Stream.of(Metric.values()).filter(one -> one.name().equals(asked.get("metric"))).findFirst()
                        .orElse(null));
    }
}
