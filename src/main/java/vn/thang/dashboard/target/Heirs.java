package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.core.target.Existence;
import vn.thang.indicator.coverage.Merger;
import vn.thang.indicator.coverage.Successors;

/** The agencies in which the history of others goes on that are no more. */
final class Heirs {

    private final Successors successors;
    private final Map<Long, Existence> ofSuccessors;
    private final Map<String, Existence> firsts;
    private final Set<String> moved;

    Heirs(List<Merger> mergers, List<DueReadings.First> firsts) {
        this.successors = new Successors(mergers);
        this.ofSuccessors = mergers.stream().collect(
                Collectors.toMap(Merger::successor, Merger::existence, (one, same) -> one));
        this.firsts = firsts.stream().collect(
                Collectors.toMap(DueReadings.First::id, DueReadings.First::existence, (one, same) -> one));
        this.moved = firsts.stream().filter(DueReadings.First::moved).map(DueReadings.First::id)
                .collect(Collectors.toSet());
    }

    /** Whether an agency of the first level is no more on a day and nothing that came of it is there, nor what stood below it. */
    boolean isGone(String first, LocalDate day) {
        return ofFirst(first).filter(one -> one.isOver(day)).isPresent() && !moved.contains(first)
                && !successors.isAnyDue(Long.parseLong(first), day);
    }

    /** Returns from when to when an agency of the first level is there. */
    Optional<Existence> ofFirst(String first) {
        return Optional.ofNullable(firsts.get(first));
    }

    /** Returns from when to when an agency is there that came of others. */
    Optional<Existence> ofSuccessor(long agency) {
        return Optional.ofNullable(ofSuccessors.get(agency));
    }

    Successors successors() {
        return successors;
    }

    /**
     * Returns into which agency of the first level the history of each goes that closed before a day: the one that came of it, or what
     * came of that. An agency that was divided has none.
     */
    Map<String, String> ofFirsts(LocalDate day) {
        Map<String, String> heirs = new HashMap<>();
        for (String first : firsts.keySet()) {
            Optional<String> heir = Optional.of(first);
            for (int step = 0; step < firsts.size() && heir.filter(id -> !isThere(id, day)).isPresent()
                    && heir.flatMap(this::successor).isPresent(); step++) {
                heir = heir.flatMap(this::successor);
            }
            heir.filter(id -> isThere(id, day)).ifPresent(id -> heirs.put(first, id));
        }
        return heirs;
    }

    private boolean isThere(String id, LocalDate day) {
        return ofFirst(id).filter(one -> one.on(day)).isPresent();
    }

    private Optional<String> successor(String id) {
        List<Merger> next = successors.of(Long.parseLong(id));
        return next.size() == 1 ? Optional.of(String.valueOf(next.get(0).successor())) : Optional.empty();
    }

    /** Returns into which agency the history of another goes that closed before a day; itself where it was divided, or lasts. */
    long of(long agency, LocalDate day) {
        Set<Long> passed = new HashSet<>();
        long heir = agency;
        while (passed.add(heir)) {
            List<Merger> next = successors.of(heir);
            if (next.size() != 1 || next.get(0).ended() == null || !next.get(0).ended().isBefore(day)) {
                return heir;
            }
            heir = next.get(0).successor();
        }
        return agency;
    }
}
