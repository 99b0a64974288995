package vn.thang.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rounds that have begun and the one that is shown.
 *
 * @param all newest first
 */
public record RoundSelection(List<RoundChoice> all, RoundChoice shown) {

    public RoundSelection {
        all = List.copyOf(all);
    }

    /** The round of which pages speak when they are asked for none: the last that speaks for the country, else the newest. */
    static RoundChoice current(List<RoundChoice> all) {
        return all.stream().filter(RoundChoice::national).findFirst().orElse(all.get(0));
    }

    /** Whether the shown round tells of today: no later one speaks for the country. */
    public boolean present() {
        return !shown.dueOn().isBefore(current(all).dueOn());
    }

    /**
     * The rounds that figures of the country come from, oldest first: those up to the shown one that speak for the country.
     * Where there is none yet, it is the shown one, whose figures are preliminary.
     */
    public List<RoundChoice> figures() {
        List<RoundChoice> national = all.stream().filter(RoundChoice::national)
                .filter(round -> !round.dueOn().isAfter(shown.dueOn()))
                .sorted(Comparator.comparingInt(all::indexOf).reversed()).toList();
        return national.isEmpty() ? List.of(shown) : national;
    }

    /** The last of them: the round of the newest figure. */
    public RoundChoice basis() {
        List<RoundChoice> figures = figures();
        return figures.get(figures.size() - 1);
    }

    /** The round before that, as far as it speaks for the country; movement is measured from it. */
    public Optional<RoundChoice> before() {
        List<RoundChoice> figures = figures();
        return figures.size() < 2 ? Optional.empty() : Optional.of(figures.get(figures.size() - 2));
    }

    /** The newest round that is not published, which is news beside the figures; empty while none runs. */
    public Optional<RoundChoice> running() {
        return all.stream().filter(round -> !round.published()).findFirst();
    }
}
