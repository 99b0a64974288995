package vn.thang.platform.list;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One page of a list that the database cut.
 *
 * @param page number of the page, the first being 1
 * @param size how many rows stand on a page that is full
 */
public record Slice<T>(List<T> rows, long total, int page, int size) {

    public static final int SIZE = 50;
    /** What a person can choose from. */
    public static final List<Integer> SIZES = List.of(25, SIZE, 100);

    /** Fetches so many rows at most, with so many before them. */
    @FunctionalInterface
    public interface Loader<T> {
        List<T> load(int size, int offset);
    }

    public Slice(List<T> rows, long total, int page) {
        this(rows, total, page, SIZE);
    }

    /** Returns the page that is asked for, or the first or last one instead of one that does not exist. */
    public static <T> Slice<T> of(long total, Cut<?> cut, Loader<T> loader) {
        return of(total, cut.page(), cut.size(), loader);
    }

    /** Sorts and cuts a list that a use case reckoned whole. */
    public static <T, O extends Enum<O> & Cut.Reckoned<T>> Slice<T> of(List<T> all, Cut<O> cut) {
        Comparator<T> by = cut.order().by();
        List<T> sorted = all.stream().sorted(cut.descending() ? by.reversed() : by).toList();
        return of(sorted.size(), cut,
                (size, offset) -> sorted.subList(offset, offset + Math.min(size, sorted.size() - offset)));
    }

    /** Cuts a list whose pages have another number of rows than usual. */
    public static <T> Slice<T> of(long total, int page, int size, Loader<T> loader) {
        int shown = Math.max(1, Math.min(page, pages(total, size)));
        return new Slice<>(loader.load(size, (shown - 1) * size), total, shown, size);
    }

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
        return Math.max(1, Math.min(page, pages(total, SIZE)));
    }

    public int pages() {
        return pages(total, size);
    }

    private static int pages(long total, int size) {
        return (int) Math.max(1, Math.ceilDiv(total, (long) size));
    }

    public <R> Slice<R> map(Function<T, R> function) {
        return new Slice<>(rows.stream().map(function).toList(), total, page, size);
    }
}
