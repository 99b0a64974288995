package vn.thang.organisation.people.administration;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;
import vn.thang.security.Role;

/**
 * Which people a list shows; null means all.
 *
 * @param words       part of the name or the user name
 * @param withoutRole only active people who hold no role today
 * @param role        held today, at an agency of the type and at or below the agency where these are given
 * @param type        key of the type of an agency where they hold a role today
 * @param agency      code of an agency at or below which they hold a role today
 */
public record PeopleFilter(String words, boolean withoutRole, Role role, String type, String agency) {

    private static final String NONE = "none";

    public PeopleFilter {
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        agency = GivenText.orNull(agency);
    }

    public PeopleFilter(String words, boolean withoutRole) {
        this(words, withoutRole, null, null, null);
    }

    /** From the parameters of an address. */
    static PeopleFilter of(Map<String, String> asked) {
        return of(asked.get("q"), asked.get("role"), asked.get("type"), asked.get("agency"));
    }

    /** From what an address says: "none" stands for no role, and a role that there is none of counts as not given. */
    public static PeopleFilter of(String words, String role, String type, String agency) {
        return new PeopleFilter(words, NONE.equals(role),
                Stream.of(Role.values()).filter(one -> one.name().equals(role)).findFirst().orElse(null), type, agency);
    }
}
