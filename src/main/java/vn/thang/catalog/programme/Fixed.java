package vn.thang.catalog.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is fixed before a period begins: a value that is published on a day holds for the periods that begin after it, and a
 * period that has begun keeps what held on its first day.
 *
 * @param first what holds from the beginning
 * @param later what was published afterwards, by its day
 */
public record Fixed<T>(T first, NavigableMap<LocalDate, T> later) {

    public Fixed {
        later = Collections.unmodifiableNavigableMap(new TreeMap<>(later));
    }

    /** Returns what has always held. */
    public static <T> Fixed<T> of(T value) {
        return new Fixed<>(value, new TreeMap<>());
    }

    /** Returns what holds for the period that begins on a day. */
    public T at(LocalDate begin) {
        Map.Entry<LocalDate, T> published = later.lowerEntry(begin);
        return published == null ? first : published.getValue();
    }

    /** Returns what holds for periods that are still to begin. */
    public T newest() {
        return later.isEmpty() ? first : later.lastEntry().getValue();
    }

    /** Returns the same, with a value that was published on a day. */
    Fixed<T> and(LocalDate day, T value) {
        NavigableMap<LocalDate, T> more = new TreeMap<>(later);
        more.put(day, value);
        return new Fixed<>(first, more);
    }
}
