package vn.thang.core.scoring;

import java.util.concurrent.CancellationException;

/**
 * Some criteria raised, in the order in which plans are preferred: less effort, fewer criteria, earlier criteria, lower
 * raises. Adding the same raises of other criteria to two plans never changes which of them is preferred; so the best plan
 * of a whole consists of best plans of its parts.
 *
 * @param touched how many criteria are raised
 * @param first   the raise that comes first in model order; null when there is none
 */
record Plan(int effort, int touched, Lift first) implements Comparable<Plan> {

    static final Plan NONE = new Plan(0, 0, null);

    /**
     * One criterion raised.
     *
     * @param place of the criterion in model order
     * @param to    step of its ladder
     * @param next  the raise that follows in model order; null at the end
     */
    record Lift(int place, Ladder ladder, int to, int effort, Lift next) {
    }

    static Plan of(int place, Ladder ladder, int from, int to) {
        int effort = ladder.effort(from, to);
        return to == from ? NONE : new Plan(effort, 1, new Lift(place, ladder, to, effort, null));
    }

    /**
     * This plan and one for criteria that all come later in model order. Every step of a search passes here, so here it
     * ends when its thread is interrupted.
     */
    Plan and(Plan later) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The search for a path was interrupted");
        }
        if (touched == 0 || later.touched == 0) {
            return touched == 0 ? later : this;
        }
        return new Plan(effort + later.effort, touched + later.touched, chain(first, later.first));
    }

    private static Lift chain(Lift lift, Lift later) {
        return lift == null ? later
                : new Lift(lift.place, lift.ladder, lift.to, lift.effort, chain(lift.next, later));
    }

    @Override
    public int compareTo(Plan other) {
        if (effort != other.effort) {
            return Integer.compare(effort, other.effort);
        }
        if (touched != other.touched) {
            return Integer.compare(touched, other.touched);
        }
        int lower = 0;
        Lift mine = first;
        Lift others = other.first;
        while (mine != others) {
            if (mine.place != others.place) {
                return Integer.compare(mine.place, others.place);
            }
            lower = lower == 0 ? Integer.compare(mine.to, others.to) : lower;
            mine = mine.next;
            others = others.next;
        }
        return lower;
    }
}
