package vn.thang.core.target;

/**
 * What becomes of a share of agencies when those that have planned to reach a level keep their plans, beside what the forecast
 * expects of all. Those who keep their plan are counted as reached; of all others as many as the forecast expects.
 *
 * @param inScope how many agencies count; at least one
 * @param reached how many of them have reached it today
 * @param lifted  how many of the others will have, once all that they planned until the due day is done
 */
public record KeptPlans(long inScope, long reached, long lifted) {

    public KeptPlans {
        if (inScope < 1 || reached < 0 || lifted < 0 || reached + lifted > inScope) {
            throw new IllegalArgumentException(reached + " reached and " + lifted + " planned of " + inScope);
        }
    }

    /** The share of today. */
    public double today() {
        return (double) reached / inScope;
    }

    /**
     * The share that is to be expected when a part of the plans is kept.
     *
     * @param forecast the share that the forecast expects whatever was planned
     * @param kept     which part of the plans is kept, 0 to 1
     */
    public double expected(double forecast, double kept) {
        double planned = kept * lifted / inScope;
        return Math.min(1, forecast + planned * (1 - rising(forecast)));
    }

    /** The share of today with a part of the plans, where there is no forecast. */
    public double expected(double kept) {
        return expected(today(), kept);
    }

    /** The part of those who have not reached it that the forecast expects to; it would count twice with their plans. */
    private double rising(double forecast) {
        double rest = 1 - today();
        return rest <= 0 ? 0 : Math.max(0, Math.min(1, (forecast - today()) / rest));
    }
}
