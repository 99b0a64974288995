package vn.thang.assessment.ruling;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which requests for exemptions; null means all.
 *
 * @param words     part of the name or the code of an agency
 * @param type      key of the type of the agencies
 * @param criterion beginning of the code of a criterion
 */
public record ExemptionFilter(String words, String type, String criterion) {

    public static final ExemptionFilter ALL = new ExemptionFilter(null, null, null);

    public ExemptionFilter {
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        criterion = GivenText.orNull(criterion);
    }

    /** From the parameters of an address. */
    public static ExemptionFilter of(Map<String, String> asked) {
        return new ExemptionFilter(asked.get("q"), asked.get("type"), asked.get("criterion"));
    }
}
