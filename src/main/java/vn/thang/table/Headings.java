package vn.thang.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;

/**
 * The heading of a table: which column stands where. A column that is named twice is refused, since nobody can say which of
 * the two counts, and what stands beyond the last heading belongs to no column.
 *
 * @param <C> what a column can be
 */
public final class Headings<C> {

    private static final int LONGEST = 40;
    private static final int MOST_NAMED = 30;

    private final Map<C, Integer> places = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final int width;
    private final int cells;

    /**
     * @param known which column a title means
     * @throws BusinessException when two titles mean the same column
     */
    public Headings(TableLine heading, Function<String, Optional<C>> known) {
        int last = 0;
        for (int i = 0; i < heading.cells().size(); i++) {
            String title = heading.cell(i).text();
            if (title.isBlank()) {
                continue;
            }
            last = i + 1;
            titles.add(shown(title));
            Optional<C> column = known.apply(title);
            if (column.isEmpty()) {
                ignored.add(shown(title));
            } else if (places.putIfAbsent(column.get(), i) != null) {
                throw new BusinessException("table.heading-twice", Table.place(heading.number(), i), shown(title));
            }
        }
        width = last;
        cells = heading.cells().size();
    }

    /**
     * @param name what a column is called in the refusal
     * @throws BusinessException when one of the columns is missing, naming all of them and those that are there
     */
    public void require(Stream<C> columns, Function<C, String> name) {
        String missing = columns.filter(column -> !has(column)).map(name).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
    }

    /** Returns the refusal of a table that lacks columns, with the columns that it has. */
    public BusinessException missing(String columns) {
        return new BusinessException("table.heading-missing", columns,
                titles.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
    }

    public boolean has(C column) {
        return places.containsKey(column);
    }

    public Map<C, Integer> places() {
        return places;
    }

    /** Returns the cell of a column; an empty one where there is no such column. */
    public TableLine.Cell cell(TableLine line, C column) {
        Integer place = places.get(column);
        return place == null ? TableLine.Cell.EMPTY : line.cell(place);
    }

    /** Returns the titles of columns that nobody knows. */
    public List<String> ignored() {
        return ignored;
    }

    /** Returns how many columns have a heading, or stand before one that has. */
    public int width() {
        return width;
    }

    /**
     * Whether something stands beyond the last heading, so that values may stand in the wrong columns. One empty cell more is the
     * separator with which some programs end a line.
     */
    public boolean isOverrunBy(TableLine line) {
        return line.cells().size() > cells + 1
                || line.cells().stream().skip(width).anyMatch(cell -> !cell.text().isBlank() || cell.formula());
    }

    private static String shown(String title) {
        String clean = title.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
