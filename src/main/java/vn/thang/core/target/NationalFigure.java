package vn.thang.core.target;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rounds that together give a figure of the country on a day. Types of agency may be asked in separate rounds: a figure
 * comes of the last round of each type in scope, when none of these is more than a year older than the newest.
 *
 * @param <R> a round
 * @param on  the due day of the newest of the rounds
 * @param rounds the round of each type in scope
 */
public record NationalFigure<R>(LocalDate on, Map<String, R> rounds) {

    /**
     * A round as far as figures need it.
     *
     * @param on     its due day
     * @param types  the types of agency in its scope
     * @param speaks whether it is published, no rehearsal, and enough agencies of every type took part
     */
    public record Asked<R>(R round, LocalDate on, Set<String> types, boolean speaks) {
    }

    public NationalFigure {
        rounds = Collections.unmodifiableMap(new TreeMap<>(rounds));
    }

    /**
     * Returns the figures of a scope, oldest first: one for every round that speaks and asks a type in scope, once the rounds
     * of the year before contain the whole scope.
     *
     * @param asked in any order; of rounds with the same due day the later one in the list is the newer one
     */
    public static <R> List<NationalFigure<R>> of(List<Asked<R>> asked, Set<String> scope) {
        List<Asked<R>> speaking = asked.stream().filter(Asked::speaks).sorted(Comparator.comparing(Asked::on)).toList();
        List<NationalFigure<R>> figures = new ArrayList<>();
        for (int newest = 0; newest < speaking.size(); newest++) {
            if (!Collections.disjoint(speaking.get(newest).types(), scope)) {
                figureOn(speaking.subList(0, newest + 1), scope).ifPresent(figures::add);
            }
        }
        return figures;
    }

    private static <R> Optional<NationalFigure<R>> figureOn(List<Asked<R>> until, Set<String> scope) {
        LocalDate on = until.get(until.size() - 1).on();
        Map<String, R> rounds = new TreeMap<>();
        for (Asked<R> round : until) {
            if (!round.on().isBefore(on.minusYears(1))) {
                round.types().stream().filter(scope::contains).forEach(type -> rounds.put(type, round.round()));
            }
        }
        return rounds.keySet().containsAll(scope) && !scope.isEmpty() ? Optional.of(new NationalFigure<>(on, rounds))
                : Optional.empty();
    }

    /**
     * Returns those of the figures, oldest first, that share no round with the next one: between two of them every agency was
     * asked anew. The last one is always among them.
     */
    public static <R> List<NationalFigure<R>> apart(List<NationalFigure<R>> figures) {
        Deque<NationalFigure<R>> apart = new ArrayDeque<>();
        for (int i = figures.size() - 1; i >= 0; i--) {
            if (apart.isEmpty() || Collections.disjoint(figures.get(i).rounds().values(),
                    new HashSet<>(apart.getFirst().rounds().values()))) {
                apart.addFirst(figures.get(i));
            }
        }
        return List.copyOf(apart);
    }

    /** The rounds, each once, in the order of the types. */
    public Collection<R> distinct() {
        return rounds.values().stream().distinct().toList();
    }
}
