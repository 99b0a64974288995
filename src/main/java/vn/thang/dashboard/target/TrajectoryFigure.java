package vn.thang.dashboard.target;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.thang.core.target.Attainment;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * The figures of a target over time, as pictures and files show them: what was reached, the way that was set, what is expected.
 *
 * @param notes source, date and version, in the language of the file
 * @param marks what changed in the series
 */
record TrajectoryFigure(TargetLine line, String title, List<String> notes, List<SeriesMark> marks, Locale language) {

    private static final int SHOWN = 1;
    private static final int IN_FILES = 2;

    /** A value on a day, with what it may be at least and at most where it is expected. */
    record Point(String kind, LocalDate on, double value, Double low, Double high) {
    }

    /** As a mark in time, and its words, which stand above the figures. */
    private static String csv(SeriesMark mark) {
        return (mark.apart() ? "break," : "joined,") + mark.on() + ",,,,,,";
    }

    List<Point> reached() {
        return reached(SHOWN);
    }

    /** The same, cut where values do not compare with those before. */
    List<List<Point>> reachedParts() {
        return SeriesMark.parts(reached(), Point::on, marks);
    }

    private List<Point> reached(int decimals) {
        return line.trend().stream().map(value -> point("reached", value, decimals)).toList();
    }

    /** What came of periods that are not over or not covered. */
    List<Point> partial() {
        return partial(SHOWN);
    }

    private List<Point> partial(int decimals) {
        return line.partial().stream().map(one -> point("partial", one.value(), decimals)).toList();
    }

    /** How many of those who are due have reported, for each of these. */
    List<String> reports() {
        return line.partial().stream().map(one -> Texts.text(language, "target.reported",
                Formats.number(one.coverage().reported(), language), Formats.number(one.coverage().due(), language)))
                .toList();
    }

    private Point point(String kind, TargetValue value, int decimals) {
        return new Point(kind, value.on(), line.target().demand().shown(value.value(), decimals).doubleValue(), null,
                null);
    }

    List<Point> way() {
        return line.outlook().trajectory().stream().flatMap(way -> way.corners().stream())
                .map(point -> new Point("trajectory", point.on(), point.value().toDecimal(4).doubleValue(), null, null))
                .toList();
    }

    List<Point> expected() {
        return line.outlook().steps().stream()
                .map(step -> new Point("forecast", step.on(), step.middle(), step.low(), step.high())).toList();
    }

    /** The same as lines, with its values in words. */
    TrendChart chart() {
        return TrendChart.of(line, marks, this::written);
    }

    /** A value in the unit of the target, as the language writes it. */
    String written(Number value) {
        return line.percent() ? Formats.percent(value, language) : Formats.number(value, language);
    }

    String text(String kind) {
        return Texts.text(language, "picture." + kind);
    }

    /** Numbers with a decimal point and days as the standard writes them, for programmes to read. */
    byte[] csv() {
        List<String> lines = new ArrayList<>(List.of("# " + title));
        notes.forEach(note -> lines.add("# " + note));
        lines.add("kind,day,value,low,high,reached,not_reached,not_submitted");
        List<Point> reached = reached(IN_FILES);
        for (int at = 0; at < reached.size(); at++) {
            lines.add(csv(reached.get(at)) + parts(line.trend().get(at).attainment()));
        }
        List<Point> partial = partial(IN_FILES);
        for (int at = 0; at < partial.size(); at++) {
            lines.add(csv(partial.get(at)) + parts(line.partial().get(at).value().attainment()));
        }
        Stream.of(way(), expected()).flatMap(List::stream)
                .forEach(point -> lines.add(csv(point) + ",,,"));
        marks.forEach(mark -> lines.add(csv(mark)));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(Point point) {
        return String.join(",", point.kind(), point.on().toString(), number(point.value()), number(point.low()),
                number(point.high()));
    }

    /** The three parts of agencies, where agencies are counted. */
    private String parts(Attainment attainment) {
        return attainment == null || !line.countsAgencies() ? ",,,"
                : "," + attainment.reached() + "," + attainment.notReached() + "," + attainment.missing();
    }

    private static String number(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
