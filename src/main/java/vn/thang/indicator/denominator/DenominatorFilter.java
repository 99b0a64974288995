package vn.thang.indicator.denominator;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which of the agencies in scope of an indicator a list shows.
 *
 * @param words part of the name, or beginning of the code; null for all
 * @param unset whether only those are meant for which no denominator is set
 */
public record DenominatorFilter(String words, boolean unset) {

    /** From the parameters of an address. */
    public static DenominatorFilter of(Map<String, String> asked) {
        return new DenominatorFilter(GivenText.orNull(asked.get("q")), "unset".equals(asked.get("state")));
    }
}
