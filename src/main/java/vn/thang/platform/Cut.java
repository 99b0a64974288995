package vn.thang.platform;

/**
 * Tells which part of a list is asked for, and in which order.
 *
 * @param page number of the page, the first being 1
 * @param size how many rows stand on a page, one of {@link Slice#SIZES}
 */
public record Cut<O extends Enum<O> & Cut.Order>(O order, boolean descending, int page, int size) {

    /** An order of a list: enumerations name all that there are, so that no text of a person ever becomes SQL. */
    public interface Order {

        /** The expression that is sorted by. */
        String sql();
    }

    public Cut {
        size = Slice.SIZES.contains(size) ? size : Slice.SIZE;
    }

    /** The first page in this order. */
    public static <O extends Enum<O> & Order> Cut<O> by(O order) {
        return new Cut<>(order, false, 1, Slice.SIZE);
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
