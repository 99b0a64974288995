package vn.thang.dashboard.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The geometry of a radar in a picture 520 x 420: one axis for each dimension, 0 in the middle and the highest level
 * outside.
 */
public final class RadarChart {

    private static final double CENTRE_X = 260;
    private static final double CENTRE_Y = 210;
    private static final double RADIUS = 140;

    /** The end of an axis and the place of its name. */
    public record Axis(String name, double x, double y, double labelX, double labelY, String anchor) {
    }

    private final List<Axis> axes = new ArrayList<>();
    private final int count;
    private final int highest;

    /** @param highest level, at the ends of the axes */
    public RadarChart(List<String> names, int highest) {
        count = names.size();
        this.highest = highest;
        for (int i = 0; i < count; i++) {
            double cosine = Math.sin(angle(i));
            String anchor = Math.abs(cosine) < 0.1 ? "middle" : cosine > 0 ? "start" : "end";
            axes.add(new Axis(names.get(i), x(i, highest), y(i, highest), x(i, highest * 1.1), y(i, highest * 1.1) + 4,
                    anchor));
        }
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / count;
    }

    private double x(int axis, double value) {
        return round(CENTRE_X + Math.sin(angle(axis)) * RADIUS * value / highest);
    }

    private double y(int axis, double value) {
        return round(CENTRE_Y - Math.cos(angle(axis)) * RADIUS * value / highest);
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10d;
    }

    public List<Axis> getAxes() {
        return axes;
    }

    /** The rings of the levels, from 1 on. */
    public List<String> getRings() {
        List<String> rings = new ArrayList<>();
        for (int level = 1; level <= highest; level++) {
            double at = level;
            rings.add(shape(java.util.stream.IntStream.range(0, count).mapToObj(i -> at).toList()));
        }
        return rings;
    }

    /** The polygon through one value for each axis. */
    public String shape(List<Double> values) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i, values.get(i)), y(i, values.get(i))));
        }
        return points.stream().collect(Collectors.joining(" "));
    }

    /** The ring between two polygons, as one path with a hole. */
    public String band(List<Double> outer, List<Double> inner) {
        return "M" + shape(outer).replace(" ", "L") + "ZM" + shape(inner).replace(" ", "L") + "Z";
    }
}
