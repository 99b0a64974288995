package vn.thang.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows that a program gets at once.
 *
 * @param next cursor of the batch behind it; null where there is none
 */
public record Batch<R>(List<R> rows, String next) {

    /** All that there is. */
    static <R> Batch<R> whole(List<R> rows) {
        return new Batch<>(rows, null);
    }

    /**
     * What was read, of which there is more where it is as much as was asked for.
     *
     * @param id  by which what was read is ordered
     * @param row what becomes of it; null where the person may not see it
     */
    static <T, R> Batch<R> of(List<T> read, Asked asked, ToLongFunction<T> id, Function<T, R> row) {
        return new Batch<>(read.stream().map(row).filter(one -> one != null).toList(), next(read, asked, id));
    }

    static <T> String next(List<T> read, Asked asked, ToLongFunction<T> id) {
        return read.size() < asked.most() ? null : Asked.cursor(id.applyAsLong(read.get(read.size() - 1)));
    }
}
