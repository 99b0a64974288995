package vn.thang.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The geometry of values over time in a picture 560 x 230: time runs true to scale from left to right. */
public final class TrendChart {

    private static final double LEFT = 70;
    private static final double RIGHT = 500;
    private static final double TOP = 36;
    private static final double BOTTOM = 190;

    /** A point of the line, with the words below it and beside it. */
    public record Point(String x, String y, String label, String value) {
    }

    /** A value as it is given. */
    public record Value(LocalDate day, double value, String label, String text) {
    }

    private final List<Point> points = new ArrayList<>();
    private final Point target;
    private final double most;

    /**
     * @param values oldest first, not empty
     * @param target what is to be reached and when; null without a target
     * @param most   the value at the top
     */
    public TrendChart(List<Value> values, Value target, double most) {
        this.most = most;
        List<LocalDate> ends = new ArrayList<>(List.of(values.get(0).day(), values.get(values.size() - 1).day()));
        if (target != null) {
            ends.add(target.day());
        }
        LocalDate first = Collections.min(ends);
        LocalDate last = Collections.max(ends);
        double days = Math.max(1, last.toEpochDay() - first.toEpochDay());
        values.forEach(value -> points.add(point(value, first, days)));
        this.target = target == null ? null : point(target, first, days);
    }

    private Point point(Value value, LocalDate first, double days) {
        double x = LEFT + (value.day().toEpochDay() - first.toEpochDay()) / days * (RIGHT - LEFT);
        return new Point(number(x), y(value.value()), value.label(), value.text());
    }

    private String y(double value) {
        return number(BOTTOM - value / most * (BOTTOM - TOP));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public List<Point> getPoints() {
        return points;
    }

    public Point getLast() {
        return points.get(points.size() - 1);
    }

    public Point getTarget() {
        return target;
    }

    /** For a polyline. */
    public String getLine() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    /** Heights of the lines at nothing, half and everything. */
    public List<String> getGrid() {
        return List.of(y(0), y(most / 2), y(most));
    }

    public double getMost() {
        return most;
    }

    /** The values in one sentence, for those who do not see the picture. */
    public String getWords() {
        return points.stream().map(point -> point.label() + ": " + point.value()).collect(Collectors.joining("; "));
    }
}
