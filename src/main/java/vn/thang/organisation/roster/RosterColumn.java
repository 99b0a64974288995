package vn.thang.organisation.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;
import vn.thang.table.TableLine;

/** The columns of a file of people, with the headings by which they are recognised, without marks. */
public enum RosterColumn {

    NAME(true, "name", "full name", "ten", "ho ten", "ho va ten"),
    MAIL(true, "mail", "email", "e-mail", "thu dien tu", "dia chi thu", "thu"),
    AGENCY(true, "agency", "ma co quan", "co quan", "ma"),
    ROLES(true, "roles", "role", "vai tro"),
    FROM(false, "from", "tu ngay", "hieu luc tu"),
    TO(false, "to", "den ngay", "hieu luc den");

    private final boolean required;
    private final List<String> headings;

    RosterColumn(boolean required, String... headings) {
        this.required = required;
        this.headings = List.of(headings);
    }

    boolean required() {
        return required;
    }

    /** The heading that a file in any language may use. */
    String heading() {
        return headings.get(0);
    }

    /** What a file in that language calls it. */
    public String name(Locale locale) {
        return Texts.text(locale, "roster.column." + headings.get(0));
    }

    /** Whether a line names at least the address and the agency, and so is the heading of people. */
    static boolean isHeading(TableLine line) {
        Set<RosterColumn> known = line.cells().stream().flatMap(cell -> of(cell.text()).stream())
                .collect(Collectors.toSet());
        return known.contains(MAIL) && known.contains(AGENCY);
    }

    static Optional<RosterColumn> of(String heading) {
        String folded = Folded.of(heading);
        return Stream.of(values()).filter(column -> column.headings.contains(folded)
                || Texts.LANGUAGES.stream().anyMatch(locale -> Folded.of(column.name(locale)).equals(folded)))
                .findFirst();
    }
}
