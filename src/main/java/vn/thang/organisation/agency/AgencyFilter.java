package vn.thang.organisation.agency;

import java.time.LocalDate;
import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which agencies a list shows; null means all.
 *
 * @param words  part of the name, or beginning of the code
 * @param type   key of the type
 * @param parent code of the agency directly above
 * @param at     day on which they exist
 * @param unstaffed day on which nobody holds a role there who could submit for them; only agencies that are assessed
 */
public record AgencyFilter(String words, String type, String parent, LocalDate at, LocalDate unstaffed) {

    public AgencyFilter {
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        parent = GivenText.orNull(parent);
    }

    public AgencyFilter(String words, String type, String parent, LocalDate at) {
        this(words, type, parent, at, null);
    }

    /** From the parameters of the address of an agency, all that are or were directly below it. */
    static AgencyFilter below(Map<String, String> asked) {
        return new AgencyFilter(asked.get("q"), asked.get("type"), asked.get("code"), null);
    }

    /** From the parameters of an address; agencies of today where it says no day, or what is none. */
    public static AgencyFilter of(Map<String, String> asked, LocalDate today) {
        LocalDate at = GivenText.day(asked.get("at"), today);
        return new AgencyFilter(asked.get("q"), asked.get("type"), asked.get("parent"), at,
                "none".equals(asked.get("officer")) ? at : null);
    }
}
