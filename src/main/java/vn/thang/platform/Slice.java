package vn.thang.platform;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One page of a list that the database cut.
 *
 * @param page number of the page, the first being 1
 */
public record Slice<T>(List<T> rows, long total, int page) {

    public static final int SIZE = 50;

    /**
     * Returns the page of a list that is shown to whoever asks for this one: the first or the last instead of one that does
     * not exist.
     *
     * @param total  how many rows there are in all
     * @param loader fetches {@link #SIZE} rows at most, with as many rows before them as it is told
     */
    public static <T> Slice<T> of(long total, int page, IntFunction<List<T>> loader) {
        int shown = existing(page, total);
        return new Slice<>(loader.apply(offset(shown)), total, shown);
    }

    /** How many rows stand before the page; a number that no list reaches stands for the last one that can be counted. */
    public static int offset(int page) {
        return (Math.max(1, Math.min(page, Integer.MAX_VALUE / SIZE - 1)) - 1) * SIZE;
    }

    /** The page that is shown to whoever asks for this one: the first or the last instead of one that does not exist. */
    public static int existing(int page, long total) {
        return Math.max(1, Math.min(page, pages(total)));
    }

    public int pages() {
        return pages(total);
    }

    private static int pages(long total) {
        return (int) Math.max(1, (total + SIZE - 1) / SIZE);
    }

    public <R> Slice<R> map(Function<T, R> function) {
        return new Slice<>(rows.stream().map(function).toList(), total, page);
    }
}
