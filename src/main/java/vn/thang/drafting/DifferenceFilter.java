package vn.thang.drafting;

import java.util.Map;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.platform.GivenText;

/**
 * Which differences are asked for; null means all.
 *
 * @param code how the code of what differs begins
 */
record DifferenceFilter(String part, String how, String language, String code) {

    /** From what an address says. */
    static DifferenceFilter of(Map<String, String> asked) {
        return new DifferenceFilter(GivenText.orNull(asked.get("part")), GivenText.orNull(asked.get("how")),
                GivenText.orNull(asked.get("language")), GivenText.orNull(asked.get("q")));
    }

    boolean admits(ModelChange change) {
        return is(part, change.part().name()) && is(how, change.how().name()) && is(language, change.language())
                && (code == null || change.code().regionMatches(true, 0, code, 0, code.length()));
    }

    private static boolean is(String asked, String value) {
        return asked == null || asked.equals(value);
    }
}
