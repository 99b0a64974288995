package vn.thang.core.target;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.thang.core.model.Fraction;

/**
 * Where a target should stand on every day on its way: from the baseline to the value that is demanded on the due day.
 *
 * @param points by day, each later than the one before; at least one
 * @param steps  whether a value holds until the next point; otherwise the way between two points is straight
 */
public record Trajectory(List<Point> points, boolean steps) {

    /** What is expected on a day. */
    public record Point(LocalDate on, Fraction value) {
    }

    /** @throws IllegalArgumentException without points, or when they are not in the order of their days */
    public Trajectory {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).on().isAfter(points.get(i - 1).on())) {
                throw new IllegalArgumentException(points.get(i - 1).on() + " before " + points.get(i).on());
            }
        }
    }

    /** The straight way from the baseline to the demand, the default; without a way when the baseline is not before it. */
    public static Trajectory linear(Point baseline, Point demand) {
        return new Trajectory(baseline.on().isBefore(demand.on()) ? List.of(baseline, demand) : List.of(demand), false);
    }

    /** What is expected on the day; the first value before the first point, the last after the last. */
    public Fraction at(LocalDate day) {
        Point before = points.get(0);
        for (Point point : points) {
            if (point.on().isAfter(day)) {
                return steps || before == point ? before.value() : between(before, point, day);
            }
            before = point;
        }
        return before.value();
    }

    private static Fraction between(Point from, Point to, LocalDate day) {
        Fraction part = Fraction.of(ChronoUnit.DAYS.between(from.on(), day),
                ChronoUnit.DAYS.between(from.on(), to.on()));
        return from.value().plus(to.value().minus(from.value()).times(part));
    }

    /** The same way from another value on; a way without a baseline stays as it is. */
    public Trajectory from(Fraction baseline) {
        if (points.size() == 1) {
            return this;
        }
        List<Point> others = new ArrayList<>(points);
        others.set(0, new Point(points.get(0).on(), baseline));
        return new Trajectory(others, steps);
    }

    /** For a picture: the corners of the line. */
    public List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (steps && i > 0) {
                corners.add(new Point(points.get(i).on(), points.get(i - 1).value()));
            }
            corners.add(points.get(i));
        }
        return corners;
    }
}
