package vn.thang.open;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was made of publications and is asked for again and again, so that it is not made for each who asks. The files of a
 * publication never change, so neither does what is made of them, as long as all else that decides is named in the part; those
 * that nobody asked for longest go first.
 */
final class OpenKept<T> {

    private final Map<Key, T> kept;

    /** @param part what of the publication it is, such as its language */
    private record Key(long publication, String part) {
    }

    /** @param most so many are kept */
    OpenKept(int most) {
        kept = new LinkedHashMap<>(most, 1, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, T> eldest) {
                return size() > most;
            }
        };
    }

    /** Returns what is kept, or else makes it. Two who ask at once may both make it; nobody waits for another. */
    T get(OpenPublication publication, String part, Supplier<T> making) {
        Key key = new Key(publication.id(), part);
        return find(key).orElseGet(() -> {
            T made = making.get();
            synchronized (kept) {
                kept.put(key, made);
            }
            return made;
        });
    }

    private Optional<T> find(Key key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key));
        }
    }
}
