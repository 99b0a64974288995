package vn.thang.dashboard.missing;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which of those who are missing at a target; null means all.
 *
 * @param words  part of the name whatever its marks, or beginning of the code
 * @param type   key of the type
 * @param parent code of the agency at or below which they are
 */
public record MissingFilter(String words, String type, String parent) {

    /** From the parameters of an address; what there is none of counts as not given. */
    static MissingFilter of(Map<String, String> asked) {
        return new MissingFilter(GivenText.orNull(asked.get("q")), GivenText.orNull(asked.get("type")),
                GivenText.orNull(asked.get("parent")));
    }
}
