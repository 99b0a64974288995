package vn.thang.platform.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.thang.platform.Texts;

/**
 * A list that people take away whole. It asks the same use case as the page, by the filters and the order that stand in the
 * address of the page, and says what stands in which column.
 */
public interface ListFile {

    /** The name of the list in the address of its file. */
    String name();

    /** Asks the use case, which refuses whoever may not see the list. */
    Content<?> content(Asked asked);

    /**
     * What a file holds.
     *
     * @param title name of the list as its page shows it
     */
    record Content<T>(String title, List<T> rows, List<Column<T>> columns) {
    }

    /**
     * A column of the file.
     *
     * @param head  its name
     * @param width in characters
     * @param value a text, a number, a day or null
     */
    record Column<T>(String head, int width, Function<T, Object> value) {
    }

    /**
     * What a file is asked for.
     *
     * @param filters parameters of the address by their names
     */
    record Asked(Map<String, String> filters, Locale language) {

        /** The value of a filter; null where it is not given. */
        public String of(String filter) {
            return filters.get(filter);
        }

        /** The whole list in the order that the address asks for. */
        public <O extends Enum<O> & Cut.Order> Cut<O> whole(O[] orders) {
            return Cut.whole(Cut.order(orders, of("sort")), "desc".equals(of("dir")));
        }

        public String text(String key, Object... arguments) {
            return Texts.text(language, key, arguments);
        }
    }
}
