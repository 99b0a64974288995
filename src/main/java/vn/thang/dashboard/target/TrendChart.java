package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The geometry of values over time in a picture 560 x 230: time runs true to scale from left to right. */
public final class TrendChart {

    private static final double LEFT = 70;
    private static final double RIGHT = 500;
    private static final double TOP = 36;
    private static final double BOTTOM = 190;
    private static final double HUNDRED_PERCENT = 100;
    private static final int MOST_NAMED = 4;
    private static final double ROOM = 48;

    /** A point of the line, with the words below it and beside it. */
    public record Point(String x, String y, String label, String value) {
    }

    /** A value as it is given. */
    public record Value(LocalDate day, double value, String label, String text) {
    }

    /** A forecast for a day, with what it may be at least and at most. */
    public record Fan(LocalDate day, double low, double middle, double high) {
    }

    private final List<Point> points = new ArrayList<>();
    private final List<Point> partial = new ArrayList<>();
    private final Point target;
    private final double most;
    private final List<Value> values;
    private final LocalDate first;
    private final double days;
    private String way = "";
    private String middle = "";
    private String band = "";
    private List<SeriesMark> changes = List.of();

    /**
     * @param values oldest first, not empty
     * @param target what is to be reached and when; null without a target
     * @param most   the value at the top
     */
    public TrendChart(List<Value> values, Value target, double most) {
        this(values, List.of(), target, most);
    }

    /**
     * @param values  oldest first
     * @param partial what came of periods that carry no value; one of both is not empty
     */
    private TrendChart(List<Value> values, List<Value> partial, Value target, double most) {
        this.most = most;
        this.values = List.copyOf(values);
        List<LocalDate> ends = new ArrayList<>(
                Stream.concat(values.stream(), partial.stream()).map(Value::day).toList());
        if (target != null) {
            ends.add(target.day());
        }
        this.first = Collections.min(ends);
        this.days = Math.max(1, Collections.max(ends).toEpochDay() - first.toEpochDay());
        values.forEach(value -> points.add(point(value)));
        partial.forEach(value -> this.partial.add(point(value)));
        this.target = target == null ? null : point(target);
    }

    /**
     * What was reached of a target, what came of periods that carry no value, the way to the target and what is expected.
     *
     * @param changes days from which the values are of another kind
     * @param words   writes a value in the unit of the target
     */
    public static TrendChart of(TargetLine line, List<SeriesMark> changes, Function<Number, String> words) {
        List<TargetValue> trend = line.trend();
        double highest = Math.max(line.wanted(),
                Stream.concat(trend.stream(), line.partial().stream().map(MeasuredValue.Partial::value))
                        .mapToDouble(TargetValue::number).max().orElse(0));
        return new TrendChart(
                trend.stream().map(value -> isNamed(trend, value)
                        ? new Value(value.on(), value.number(), value.label(), words.apply(line.shown(value.value())))
                        : new Value(value.on(), value.number(), "", "")).toList(),
                line.partial().stream().map(MeasuredValue.Partial::value)
                        .map(value -> new Value(value.on(), value.number(), value.label(),
                                words.apply(line.shown(value.value()))))
                        .toList(),
                new Value(line.target().phase().due(), line.wanted(), line.dueYear(), words.apply(line.wanted())),
                line.percent() ? HUNDRED_PERCENT : Math.max(1, highest * 1.1)).marked(changes).ahead(
                        line.outlook().trajectory()
                                .map(way -> way.corners().stream().map(point -> new Value(point.on(),
                                        point.value().toDecimal(4).doubleValue(), null, null)).toList())
                                .orElse(List.of()),
                        line.outlook().steps().stream()
                                .map(step -> new Fan(step.on(), step.low(), step.middle(), step.high())).toList());
    }

    /** Of many values only the first and the last have their words in the picture; the table beside it has them all. */
    private static boolean isNamed(List<TargetValue> trend, TargetValue value) {
        return trend.size() <= MOST_NAMED || value == trend.get(0) || value == trend.get(trend.size() - 1);
    }

    /** Adds the way that the values should go, and what is expected of them; either may be empty. */
    public TrendChart ahead(List<Value> expected, List<Fan> fan) {
        way = expected.stream().map(value -> x(value.day()) + "," + y(value.value())).collect(Collectors.joining(" "));
        if (!fan.isEmpty()) {
            String from = values.stream().filter(value -> value.day().isBefore(fan.get(0).day())).reduce((a, b) -> b)
                    .map(value -> x(value.day()) + "," + y(value.value()) + " ").orElse("");
            middle = from
                    + fan.stream().map(step -> x(step.day()) + "," + y(step.middle())).collect(Collectors.joining(" "));
            List<String> back = new ArrayList<>(fan.stream().map(step -> x(step.day()) + "," + y(step.low())).toList());
            Collections.reverse(back);
            band = from
                    + fan.stream().map(step -> x(step.day()) + "," + y(step.high())).collect(Collectors.joining(" "))
                    + " "
                    + String.join(" ", back);
        }
        return this;
    }

    /** Adds days from which the values are of another kind; the line breaks where they do not compare. */
    public TrendChart marked(List<SeriesMark> changes) {
        this.changes = List.copyOf(changes);
        return this;
    }

    private Point point(Value value) {
        return new Point(x(value.day()), y(value.value()), value.label(), value.text());
    }

    private String x(LocalDate day) {
        double part = (day.toEpochDay() - first.toEpochDay()) / days;
        return number(LEFT + Math.max(0, Math.min(1, part)) * (RIGHT - LEFT));
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

    /** The points that have room for their words in the picture: of those that stand close together only the last. */
    public List<Point> getNamed() {
        List<Point> named = new ArrayList<>();
        double next = target == null ? Double.MAX_VALUE : Double.parseDouble(target.x());
        for (Point point : points.reversed()) {
            double x = Double.parseDouble(point.x());
            if (!point.label().isEmpty() && Math.abs(next - x) >= ROOM) {
                named.add(point);
                next = x;
            }
        }
        return named.reversed();
    }

    /** What came of periods that are not over or not covered: drawn hollow, and never joined by a line. */
    public List<Point> getPartial() {
        return partial;
    }

    /** Days from which the values are of another kind, with what changed. */
    public List<Point> getMarks() {
        return changes.stream().map(mark -> new Point(x(mark.on()), number(TOP), "", mark.text())).toList();
    }

    public Point getLast() {
        return points.get(points.size() - 1);
    }

    public Point getTarget() {
        return target;
    }

    /** For polylines: one, and one more after each change since which the values do not compare with those before. */
    public List<String> getLines() {
        return SeriesMark.parts(values, Value::day, changes).stream().map(part -> part.stream().map(this::point)
                .map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "))).toList();
    }

    /** For a polyline: the way that the values should go; empty without one. */
    public String getWay() {
        return way;
    }

    /** For a polyline: the middle of the forecast; empty without one. */
    public String getMiddle() {
        return middle;
    }

    /** For a polygon: between the least and the most of the forecast; empty without one. */
    public String getBand() {
        return band;
    }

    /** Heights of the lines at nothing, half and everything. */
    public List<String> getGrid() {
        return List.of(y(0), y(most / 2), y(most));
    }

    public double getMost() {
        return most;
    }

    /** The values and the changes between them in one sentence, for those who do not see the picture. */
    public String getWords() {
        return Stream.concat(points.stream().filter(point -> !point.label().isEmpty())
                .map(point -> point.label() + ": " + point.value()), changes.stream().map(SeriesMark::text))
                .collect(Collectors.joining("; "));
    }
}
