package vn.thang.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that the database cut.
 *
 * @param page number of the page, the first being 1
 */
public record Slice<T>(List<T> rows, long total, int page) {

    public static final int SIZE = 50;

    /** How many rows stand before the page. */
    public static int offset(int page) {
        return (Math.max(1, page) - 1) * SIZE;
    }

    public int pages() {
        return (int) Math.max(1, (total + SIZE - 1) / SIZE);
    }

    public <R> Slice<R> map(Function<T, R> function) {
        return new Slice<>(rows.stream().map(function).toList(), total, page);
    }
}
