package vn.thang.search;

import java.util.List;

/**
 * The hits of one kind, the best first.
 *
 * @param more whether there are more than these
 */
public record Found(FoundKind kind, List<Hit> hits, boolean more) {

    static Found of(FoundKind kind, List<Hit> hits, int most) {
        return new Found(kind, hits.stream().limit(most).toList(), hits.size() > most);
    }
}
