package vn.thang.organisation.agency.directory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.organisation.agency.Agencies;
import vn.thang.platform.GivenText;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/**
 * Which agencies a list shows; null means all.
 *
 * @param words  part of the name, or beginning of the code
 * @param type   key of the type
 * @param kind   code of the kind
 * @param parent code of the agency directly above
 * @param at     day on which they exist
 * @param unstaffed day on which somebody is missing there; only agencies that are assessed
 * @param lacking   who is missing there; null for all agencies
 */
public record DirectoryFilter(String words, String type, String kind, String parent, LocalDate at, LocalDate unstaffed,
        Lacking lacking) {

    /** Who is missing where agencies are listed that cannot submit. */
    public enum Lacking {
        NONE, OFFICER, HEAD, EITHER;

        Set<Role> roles() {
            return switch (this) {
                case NONE -> Role.with(Permission.HAND_IN);
                case OFFICER -> Role.officers();
                case HEAD -> Role.with(Permission.SIGN);
                case EITHER -> Role.with(Permission.ANSWER);
            };
        }

        /** An agency is left out with one of these roles, or with one that signs and one that does not. */
        int enough() {
            return this == EITHER ? 2 : 1;
        }

        static Lacking of(String asked) {
            return Stream.of(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked)).findFirst()
                    .orElse(null);
        }
    }

    public DirectoryFilter {
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        kind = GivenText.orNull(kind);
        parent = GivenText.orNull(parent);
    }

    public DirectoryFilter(String words, String type, String parent, LocalDate at) {
        this(words, type, null, parent, at, null, null);
    }

    /** Agencies where on that day nobody holds a role who could submit for them. */
    public DirectoryFilter(String words, String type, String parent, LocalDate at, LocalDate unstaffed) {
        this(words, type, null, parent, at, unstaffed, Lacking.NONE);
    }

    /** From the parameters of the address of an agency, all that are or were directly below it. */
    static DirectoryFilter below(Map<String, String> asked) {
        return new DirectoryFilter(asked.get("q"), asked.get("type"), asked.get("code"), null);
    }

    /** From the parameters of an address; agencies of today where it says no day, or what is none. */
    public static DirectoryFilter of(Map<String, String> asked, LocalDate today) {
        LocalDate at = GivenText.day(asked.get("at"), today);
        Lacking lacking = Lacking.of(asked.get("officer"));
        return new DirectoryFilter(asked.get("q"), asked.get("type"), asked.get("kind"), asked.get("parent"), at,
                lacking == null ? null : at, lacking);
    }
}
