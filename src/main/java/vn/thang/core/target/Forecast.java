package vn.thang.core.target;

import java.util.List;

/**
 * What will be at the due day and on the way there, with an interval that is meant to hold four times in five.
 *
 * @param steps      one for each step after the last known value; shares from 0 to 1
 * @param chance     0 to 1, that the demand is met at the last step
 * @param indicative whether so little is known that it shows a direction only
 */
public record Forecast(List<Step> steps, double chance, boolean indicative) {

    /** The 10th, 50th and 90th percentile. */
    public record Step(double low, double middle, double high) {

        /** How far the truth lay from the middle, in widths of the side where it lay: at most 1 when the interval held it. */
        double miss(double truth) {
            double side = truth < middle ? middle - low : high - middle;
            return truth == middle ? 0 : side == 0 ? Double.MAX_VALUE : Math.abs(truth - middle) / side;
        }

        Step widened(double factor) {
            return new Step(Math.max(0, middle - factor * (middle - low)), middle, Math.min(1, middle + factor * (high - middle)));
        }
    }

    public Forecast {
        steps = List.copyOf(steps);
    }

    public Step atEnd() {
        return steps.get(steps.size() - 1);
    }
}
