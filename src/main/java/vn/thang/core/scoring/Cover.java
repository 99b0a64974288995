package vn.thang.core.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The best plan that covers two needs, when of every part exactly one option is taken: a knapsack with two sums, exact.
 *
 * <p>The parts come in from last to first. What is kept between two parts are the states that can still lead to the best
 * plan. A state is superfluous when another leaves no more to cover, by a plan that is no worse: whatever completes the one
 * completes the other too. It is hopeless when even the {@link Prices} of what it leaves exceed the effort that is allowed;
 * that begins with the least effort the prices admit, and rises until a plan is found.
 *
 * <p>The number of states is at most the product of the two needs, counted in units of the weights, and in practice far
 * less. With p parts of o options each and s states the work is p x o x s x log(o x s).
 */
final class Cover {

    /** One way for a part: what it adds to the two sums. */
    record Option(BigInteger first, BigInteger second, Plan plan) {
    }

    /** What is left to cover after a plan, never less than zero. */
    record State(BigInteger first, BigInteger second, Plan plan) {

        State after(Option option) {
            return new State(first.subtract(option.first()).max(BigInteger.ZERO),
                    second.subtract(option.second()).max(BigInteger.ZERO), option.plan().and(plan));
        }

        boolean covered() {
            return first.signum() == 0 && second.signum() == 0;
        }
    }

    private final State start;
    private final List<List<Option>> parts = new ArrayList<>();

    Cover(BigInteger first, BigInteger second) {
        start = new State(first.max(BigInteger.ZERO), second.max(BigInteger.ZERO), Plan.NONE);
    }

    /** Adds a part whose criteria come before those of all parts so far. */
    void before(List<Option> options) {
        parts.add(options);
    }

    /** The best plan that leaves nothing to cover; null when there is none. */
    Plan best() {
        if (!coverable()) {
            return null;
        }
        return best(parts.size() > 16 ? Prices.of(start, parts) : Prices.none(parts.size()));
    }

    /** Whether the most that every part can add is enough; the option with the most of one sum has the most of the other. */
    private boolean coverable() {
        BigInteger first = BigInteger.ZERO;
        BigInteger second = BigInteger.ZERO;
        for (List<Option> options : parts) {
            if (options.isEmpty()) {
                return false;
            }
            BigInteger mostFirst = options.get(0).first();
            BigInteger mostSecond = options.get(0).second();
            for (Option option : options) {
                mostFirst = mostFirst.max(option.first());
                mostSecond = mostSecond.max(option.second());
            }
            first = first.add(mostFirst);
            second = second.add(mostSecond);
        }
        return first.compareTo(start.first()) >= 0 && second.compareTo(start.second()) >= 0;
    }

    /** The same plan whatever the prices: good prices only save work. */
    Plan best(Prices prices) {
        double allowed = prices.least();
        for (double more = 1;; more *= 2) {
            double beyond = Double.POSITIVE_INFINITY;
            List<State> states = List.of(start);
            for (int part = 0; part < parts.size(); part++) {
                List<State> next = new ArrayList<>(states.size() * parts.get(part).size());
                for (State state : states) {
                    for (Option option : parts.get(part)) {
                        State after = state.after(option);
                        double effort = prices.effort(after, part);
                        if (effort <= allowed) {
                            next.add(after);
                        } else {
                            beyond = Math.min(beyond, effort);
                        }
                    }
                }
                states = needed(next);
            }
            Plan best = states.stream().filter(State::covered).map(State::plan).min(Plan::compareTo).orElse(null);
            if (best != null || beyond == Double.POSITIVE_INFINITY) {
                return best;
            }
            allowed = Math.ceil(Math.max(beyond, allowed + more));
        }
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
                leastSecond.tailMap(state.first(), true).values()
                        .removeIf(second -> second.compareTo(state.second()) >= 0);
                leastSecond.put(state.first(), state.second());
            }
        }
        return needed;
    }
}
