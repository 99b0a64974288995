package vn.thang.core.target;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What will be at the due day and on the way there, with an interval that is meant to hold four times in five.
 *
 * @param steps      one for each step after the last known value; shares from 0 to 1
 * @param chance     0 to 1, that the demand is met at the last step
 * @param indicative whether so little is known that it shows a direction only
 * @param backtest   how it would have done at the earlier steps of the same series; empty where it was not tried
 */
public record Forecast(List<Step> steps, double chance, boolean indicative, Optional<Backtest> backtest) {

    /** How many times as far as the data reach back a forecast may reach ahead. */
    public static final int FAR = 2;
    private static final double OUTSIDE = 0.2;

    /**
     * What became of the intervals that the same method draws at every earlier step, knowing only what was known then.
     *
     * @param tried    how many intervals have met their truth by now
     * @param held     how many of them held it
     * @param score    the mean interval score (Gneiting and Raftery 2007): the width, and ten times what lay outside; shares from 0 to 1
     * @param unmoved  the same score of the bare guess that the last value stays
     */
    public record Backtest(int tried, int held, double score, double unmoved) {
    }

    /** The 10th, 50th and 90th percentile. */
    public record Step(double low, double middle, double high) {

        /**
         * How far the truth lay from the middle, in widths of the side where it lay: at most 1 when the interval held it,
         * infinite where that side has no width.
         */
        double miss(double truth) {
            double side = truth < middle ? middle - low : high - middle;
            return truth == middle ? 0 : Math.abs(truth - middle) / side;
        }

        /** Small for an interval that is narrow and holds the truth. */
        double score(double truth) {
            return high - low + 2 / OUTSIDE * (Math.max(0, low - truth) + Math.max(0, truth - high));
        }

        Step widened(double factor) {
            return new Step(Math.max(0, middle - factor * (middle - low)), middle,
                    Math.min(1, middle + factor * (high - middle)));
        }
    }

    public Forecast {
        steps = List.copyOf(steps);
    }

    /** Without having been tried. */
    Forecast(List<Step> steps, double chance, boolean indicative) {
        this(steps, chance, indicative, Optional.empty());
    }

    /** The same with all its shares as they are told. */
    public Forecast told(DoubleUnaryOperator share) {
        return new Forecast(
                steps.stream().map(step -> new Step(share.applyAsDouble(step.low()), share.applyAsDouble(step.middle()),
                        share.applyAsDouble(step.high()))).toList(),
                chance, indicative, backtest.map(past -> new Backtest(past.tried(), past.held(),
                        share.applyAsDouble(past.score()), share.applyAsDouble(past.unmoved()))));
    }

    public Step atEnd() {
        return steps.get(steps.size() - 1);
    }
}
