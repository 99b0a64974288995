package vn.thang.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Rows that a program gets at once.
 *
 * @param next       cursor of the batch behind it; null where there is none
 * @param restricted how many of the rows tell of restricted answers or of what measures them
 * @param content    the rows as they are handed over; null where nobody writes them
 */
public record Batch<R>(List<R> rows, String next, long restricted, byte[] content) {

    /** Rows that nobody writes yet. */
    public Batch(List<R> rows, String next) {
        this(rows, next, 0, null);
    }

    /** All that there is. */
    public static <R> Batch<R> whole(List<R> rows) {
        return new Batch<>(rows, null);
    }

    /**
     * What was read, of which there is more where it is as much as was asked for.
     *
     * @param id  by which what was read is ordered
     * @param row what becomes of it; null where the person may not see it
     */
    public static <T, R> Batch<R> of(List<T> read, Asked asked, ToLongFunction<T> id, Function<T, R> row) {
        return new Batch<>(read.stream().map(row).filter(one -> one != null).toList(), next(read, asked, id));
    }

    /**
     * The same of rows that may tell of restricted answers.
     *
     * @param restricted whether what was read does
     */
    public static <T, R> Batch<R> of(List<T> read, Asked asked, ToLongFunction<T> id, Predicate<T> restricted,
            Function<T, R> row) {
        List<R> rows = new ArrayList<>();
        long hidden = 0;
        for (T one : read) {
            R shown = row.apply(one);
            if (shown != null) {
                rows.add(shown);
                hidden += restricted.test(one) ? 1 : 0;
            }
        }
        return new Batch<>(rows, next(read, asked, id), hidden, null);
    }

    /** Returns the cursor of the batch behind what was read; null where there was no more. */
    public static <T> String next(List<T> read, Asked asked, ToLongFunction<T> id) {
        return read.size() < asked.most() ? null : Asked.cursor(id.applyAsLong(read.get(read.size() - 1)));
    }
}
