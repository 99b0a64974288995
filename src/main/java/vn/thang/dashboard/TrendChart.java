package vn.thang.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The geometry of a line of values over time in a picture 560 x 230: where a value stands, and the way that is left to
 * the target.
 */
public final class TrendChart {

    private static final double LEFT = 85;
    private static final double RIGHT = 505;
    private static final double TOP = 30;
    private static final double BOTTOM = 195;

    /** A point of the line. */
    public record Point(double x, double y, String label, double value) {
    }

    private final List<Point> points = new ArrayList<>();
    private final double most;
    private final String lastLabel;
    private final Double target;

    /**
     * @param labels    one for each value
     * @param most      the value at the top
     * @param lastLabel what stands at the right end, such as the year in which the target is due; null without a target
     */
    public TrendChart(List<String> labels, List<Double> values, double most, String lastLabel, Double target) {
        this.most = most;
        this.lastLabel = lastLabel;
        this.target = target;
        int places = Math.max(1, labels.size() - (lastLabel == null ? 1 : 0));
        for (int i = 0; i < labels.size(); i++) {
            points.add(new Point(LEFT + i * (RIGHT - LEFT) / places, y(values.get(i)), labels.get(i), values.get(i)));
        }
    }

    private double y(double value) {
        return BOTTOM - value / most * (BOTTOM - TOP);
    }

    public List<Point> getPoints() {
        return points;
    }

    public Point getLast() {
        return points.get(points.size() - 1);
    }

    public String getLine() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    public boolean isWithTarget() {
        return target != null;
    }

    public double getTargetX() {
        return RIGHT;
    }

    public double getTargetY() {
        return target == null ? 0 : y(target);
    }

    public String getLastLabel() {
        return lastLabel;
    }

    public double getMost() {
        return most;
    }
}
