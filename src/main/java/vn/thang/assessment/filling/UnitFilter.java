package vn.thang.assessment.filling;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which of the units below an agency a list shows.
 *
 * @param words   part of the name, or beginning of the code; null for all
 * @param waiting whether only those are meant that did not hand in yet
 */
public record UnitFilter(String words, boolean waiting) {

    /** From the parameters of an address. */
    public static UnitFilter of(Map<String, String> asked) {
        return new UnitFilter(GivenText.orNull(asked.get("q")), "waiting".equals(asked.get("show")));
    }
}
