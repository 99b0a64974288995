package vn.thang.platform.list;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells which part of a list is asked for, and in which order.
 *
 * @param page number of the page, the first being 1
 * @param size how many rows stand on a page, one of {@link Slice#SIZES}; or all of them, for a file
 */
public record Cut<O extends Enum<O> & Cut.Order>(O order, boolean descending, int page, int size) {

    /** An order of a list: enumerations name all that there are, so that no text of a person ever becomes SQL. */
    public interface Order {

        /** The expression that is sorted by. */
        String sql();
    }

    /** An order of a list that a use case reckons whole, and that no statement can sort. */
    public interface Reckoned<T> extends Order {

        /** Compares two rows; those that are equal stay as the use case gave them. */
        Comparator<T> by();

        /** Leaves all rows as the use case gave them. */
        static <T> Comparator<T> asGiven() {
            return (one, other) -> 0;
        }

        /** Compares by a text, which every row has, as Vietnamese sorts it. */
        static <T> Comparator<T> byText(Function<T, String> text) {
            return Comparator.comparing(text, Collator.getInstance(Locale.forLanguageTag("vi"))::compare);
        }

        /** Compares by a value; a row without one comes before all else. */
        static <T, V extends Comparable<V>> Comparator<T> byValue(Function<T, V> value) {
            return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
        }

        @Override
        default String sql() {
            throw new UnsupportedOperationException("No statement sorts by " + this);
        }
    }

    private static final int ALL = Integer.MAX_VALUE;

    public Cut {
        size = size == ALL || Slice.SIZES.contains(size) ? size : Slice.SIZE;
    }

    /** The first page in this order. */
    public static <O extends Enum<O> & Order> Cut<O> by(O order) {
        return new Cut<>(order, false, 1, Slice.SIZE);
    }

    /** The whole list in this order, for taking it away; no page ever asks for it. */
    public static <O extends Enum<O> & Order> Cut<O> whole(O order, boolean descending) {
        return new Cut<>(order, descending, 1, ALL);
    }

    /** The order that has this name in small letters; the natural one, which stands first, for any other. */
    public static <O extends Enum<O> & Order> O order(O[] orders, String name) {
        return Stream.of(orders).filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElse(orders[0]);
    }

    /**
     * Returns what stands behind ORDER BY.
     *
     * @param then what decides between rows that are equal; it must tell all rows apart, or pages would overlap
     */
    public String sql(String then) {
        return order.sql() + (descending ? " DESC, " : ", ") + then;
    }
}
