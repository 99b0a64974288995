package vn.thang.organisation.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;
import vn.thang.table.TableLine;

/** The columns of a file of agencies, with the headings by which they are recognised, without marks. */
public enum AgencyColumn {

    CODE(true, "code", "ma", "ma co quan"),
    PARENT(true, "parent", "ma cap tren", "cap tren"),
    NAME(true, "name", "ten", "ten co quan"),
    NAME_EN(false, "name en", "ten tieng anh"),
    TYPE(true, "type", "loai", "loai co quan"),
    VALID_FROM(false, "valid from", "hieu luc tu"),
    VALID_TO(false, "valid to", "hieu luc den"),
    PREDECESSORS(false, "predecessors", "tien than", "ma tien than");

    private final boolean required;
    private final List<String> headings;

    AgencyColumn(boolean required, String... headings) {
        this.required = required;
        this.headings = List.of(headings);
    }

    boolean required() {
        return required;
    }

    /** The heading that a file in any language may use. */
    String heading() {
        return headings.get(0).replace(' ', '_');
    }

    boolean holdsCodes() {
        return this == CODE || this == PARENT || this == PREDECESSORS;
    }

    /** What a file in that language calls it. */
    public String name(Locale locale) {
        return Texts.text(locale, "organisation.column." + headings.get(0).replace(' ', '-'));
    }

    /** Whether a line names at least the code and the name, and so is the heading of agencies. */
    static boolean isHeading(TableLine line) {
        Set<AgencyColumn> known = line.cells().stream().flatMap(cell -> of(cell.text()).stream())
                .collect(Collectors.toSet());
        return known.contains(CODE) && known.contains(NAME);
    }

    static Optional<AgencyColumn> of(String heading) {
        String folded = Folded.of(heading);
        return Stream.of(values()).filter(column -> column.headings.contains(folded)
                || Texts.LANGUAGES.stream().anyMatch(locale -> Folded.of(column.name(locale)).equals(folded)))
                .findFirst();
    }
}
