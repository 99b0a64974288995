package vn.thang.dashboard;

import java.util.List;

/**
 * The rounds that have begun and the one that is shown.
 *
 * @param all newest first
 */
public record RoundSelection(List<RoundChoice> all, RoundChoice shown) {

    public RoundSelection {
        all = List.copyOf(all);
    }

    /** The shown round and those before it, oldest first. */
    public List<RoundChoice> upToShown() {
        return all.stream().filter(round -> !round.dueOn().isAfter(shown.dueOn()))
                .sorted((a, b) -> all.indexOf(b) - all.indexOf(a))
                .toList();
    }
}
