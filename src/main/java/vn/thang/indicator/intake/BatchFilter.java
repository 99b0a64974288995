package vn.thang.indicator.intake;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which batches of readings a list shows; null means all.
 *
 * @param source   code of the source
 * @param way      how they came
 * @param rejected whether only those with lines that were not taken
 */
public record BatchFilter(String source, String way, boolean rejected) {

    public BatchFilter {
        source = GivenText.orNull(source);
        way = GivenText.orNull(way);
    }

    /** From the parameters of an address. */
    public static BatchFilter of(Map<String, String> asked) {
        return new BatchFilter(asked.get("source"), asked.get("way"), "some".equals(asked.get("rejected")));
    }
}
