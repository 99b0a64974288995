package vn.thang.core.target;

/**
 * What is known of agencies that never moved. That nothing has moved in n steps of agencies does not say that nothing can: the
 * chance of moving in one step is then, with the prior Beta(1/2, 1/2) of Jeffreys, distributed as Beta(1/2, n + 1/2).
 */
final class Stillness {

    private static final double NINETY = 0.9;
    private static final int PARTS = 4_000;
    private static final double FAR = 6;

    private final long steps;
    private final double moving;

    /** @param steps how many steps of agencies were seen */
    Stillness(long steps) {
        this.steps = steps;
        this.moving = mostMoving();
    }

    /** The share of such agencies that will have moved after so many steps, as it is exceeded once in ten times. */
    double mostMoved(int ahead) {
        return 1 - Math.pow(1 - moving, ahead);
    }

    /** The chance that nothing moves in so many further steps of agencies. */
    double nothingMoves(long further) {
        double chance = 1;
        for (long step = steps; step < steps + further; step++) {
            chance *= (step + 0.5) / (step + 1);
        }
        return chance;
    }

    /**
     * The 90th percentile of Beta(1/2, n + 1/2). With the chance as the square of a sine the density is the cosine to the power
     * of 2n, which is added up as far as there is any.
     */
    private double mostMoving() {
        double width = Math.min(Math.PI / 2, FAR / Math.sqrt(steps + 1d)) / PARTS;
        double[] below = new double[PARTS + 1];
        for (int i = 1; i <= PARTS; i++) {
            below[i] = below[i - 1] + (density((i - 1) * width) + density(i * width)) / 2;
        }
        double wanted = NINETY * below[PARTS];
        int at = 1;
        while (below[at] < wanted) {
            at++;
        }
        double angle = width * (at - (below[at] - wanted) / (below[at] - below[at - 1]));
        return Math.pow(Math.sin(angle), 2);
    }

    private double density(double angle) {
        return Math.pow(Math.cos(angle), 2d * steps);
    }
}
