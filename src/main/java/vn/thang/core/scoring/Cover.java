package vn.thang.core.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The best plan that covers two needs, when of every part exactly one option is taken: a knapsack with two sums, exact.
 *
 * <p>The parts come in from last to first. What is kept between two parts are the states that no other state makes
 * superfluous: one that leaves no less to cover, by a plan that is no better, can be dropped, because whatever completes it
 * completes the other too.
 */
final class Cover {

    /** One way for a part: what it adds to the two sums. */
    record Option(BigInteger first, BigInteger second, Plan plan) {
    }

    /** What is left to cover after a plan, never less than zero. */
    private record State(BigInteger first, BigInteger second, Plan plan) {

        State after(Option option) {
            return new State(first.subtract(option.first()).max(BigInteger.ZERO),
                    second.subtract(option.second()).max(BigInteger.ZERO), option.plan().and(plan));
        }
    }

    private List<State> states;

    Cover(BigInteger first, BigInteger second) {
        states = List.of(new State(first.max(BigInteger.ZERO), second.max(BigInteger.ZERO), Plan.NONE));
    }

    /** Takes in a part whose criteria come before those of all parts so far. */
    void before(List<Option> options) {
        List<State> next = new ArrayList<>(states.size() * options.size());
        for (State state : states) {
            for (Option option : options) {
                next.add(state.after(option));
            }
        }
        states = needed(next);
    }

    /** The best plan that leaves nothing to cover; null when there is none. */
    Plan best() {
        return states.stream().filter(state -> state.first().signum() == 0 && state.second().signum() == 0)
                .map(State::plan).min(Plan::compareTo).orElse(null);
    }

    /** The states, best plan first, without those that an earlier one makes superfluous. */
    private static List<State> needed(List<State> states) {
        states.sort((one, other) -> one.plan().compareTo(other.plan()));
        List<State> needed = new ArrayList<>();
        TreeMap<BigInteger, BigInteger> leastSecond = new TreeMap<>();
        for (State state : states) {
            Map.Entry<BigInteger, BigInteger> better = leastSecond.floorEntry(state.first());
            if (better == null || better.getValue().compareTo(state.second()) > 0) {
                needed.add(state);
                leastSecond.tailMap(state.first(), true).values().removeIf(second -> second.compareTo(state.second()) >= 0);
                leastSecond.put(state.first(), state.second());
            }
        }
        return needed;
    }
}
