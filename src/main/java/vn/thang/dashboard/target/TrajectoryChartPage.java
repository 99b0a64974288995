package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Language;

/** The trajectory of a target as a picture that shows its values on touch; chart.js gives it colours, days and words. */
@Named
@RequestScoped
public class TrajectoryChartPage {

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    /** Returns what the component of the library draws, as JSON. */
    public String of(TargetLine line) {
        return of(line, null);
    }

    /**
     * Returns the same with what is expected on the due day once plans are kept.
     *
     * @param kept in per cent; null where plans change nothing
     */
    public String of(TargetLine line, Double kept) {
        TrajectoryFigure figure = new TrajectoryFigure(line, "", List.of(),
                SeriesMark.of(line, catalog, language.getLocale()), language.getLocale());
        JsonArrayBuilder sets = Json.createArrayBuilder();
        if (!figure.expected().isEmpty()) {
            sets.add(edge(figure, TrajectoryFigure.Point::low))
                    .add(edge(figure, TrajectoryFigure.Point::high).add("fill", "-1"))
                    .add(set("forecast", "accent", points(figure.expected())).add("borderDash", dash(6, 4)));
        }
        sets.add(set("trajectory", "brand", points(figure.way())).add("borderDash", dash(2, 3)))
                .add(set("reached", "accent", reached(figure)).add("borderWidth", 3));
        if (!figure.partial().isEmpty()) {
            sets.add(set("partial", "accent", partial(figure)).add("showLine", false).add("hollow", true)
                    .add("pointRadius", 5).add("borderWidth", 2));
        }
        if (kept != null) {
            sets.add(set("kept", "ok", List.of(at(line.target().phase().due(), kept))).add("showLine", false)
                    .add("pointRadius", 7).add("borderWidth", 2));
        }
        figure.marks().forEach(mark -> sets.add(set("break", "ink-2", upright(figure, mark)).add("pointRadius", 0)
                .add("borderWidth", 1).add("borderDash", dash(1, 3)).add("silent", mark != figure.marks().get(0))));
        List<LocalDate> days = Stream.of(figure.reached(), figure.partial(), figure.way(), figure.expected())
                .flatMap(List::stream)
                .map(TrajectoryFigure.Point::on).sorted().toList();
        JsonObjectBuilder x = Json.createObjectBuilder().add("type", "linear")
                .add("min", days.get(0).toEpochDay()).add("max", days.get(days.size() - 1).toEpochDay());
        JsonObjectBuilder y = Json.createObjectBuilder().add("min", 0);
        if (line.percent()) {
            y.add("max", 100);
        }
        return Json.createObjectBuilder().add("type", "line")
                .add("data", Json.createObjectBuilder().add("datasets", sets))
                .add("options", Json.createObjectBuilder().add("percent", line.percent())
                        .add("scales", Json.createObjectBuilder().add("x", x).add("y", y)))
                .build().toString();
    }

    /** The lower or the upper edge of the forecast: the area between them is filled, and neither is named. */
    private JsonObjectBuilder edge(TrajectoryFigure figure, ToDoubleFunction<TrajectoryFigure.Point> value) {
        return set("forecast", "accent", figure.expected().stream()
                .map(point -> at(point.on(), value.applyAsDouble(point))).toList()).add("silent", true)
                .add("pointRadius", 0).add("borderWidth", 0);
    }

    private JsonObjectBuilder set(String text, String token, List<JsonObjectBuilder> points) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        points.forEach(data::add);
        return Json.createObjectBuilder().add("label", language.text("picture." + text)).add("token", token)
                .add("data", data);
    }

    private static List<JsonObjectBuilder> points(List<TrajectoryFigure.Point> points) {
        return points.stream().map(point -> at(point.on(), point.value())).toList();
    }

    /** What was reached; a point without a value breaks the line where values do not compare with those before. */
    private static List<JsonObjectBuilder> reached(TrajectoryFigure figure) {
        List<JsonObjectBuilder> points = new ArrayList<>();
        for (List<TrajectoryFigure.Point> part : figure.reachedParts()) {
            if (!points.isEmpty()) {
                points.add(Json.createObjectBuilder().add("x", part.get(0).on().toEpochDay()).addNull("y"));
            }
            points.addAll(points(part));
        }
        return points;
    }

    /** Points that say how many have reported. */
    private static List<JsonObjectBuilder> partial(TrajectoryFigure figure) {
        List<String> reports = figure.reports();
        List<JsonObjectBuilder> points = points(figure.partial());
        return IntStream.range(0, points.size()).mapToObj(i -> points.get(i).add("note", reports.get(i))).toList();
    }

    /** A line from the bottom to the top on the day of a change. */
    private static List<JsonObjectBuilder> upright(TrajectoryFigure figure, SeriesMark mark) {
        return Stream.of(0d, figure.chart().getMost())
                .map(height -> at(mark.on(), height).add("mark", mark.text())).toList();
    }

    private static JsonObjectBuilder at(LocalDate day, double value) {
        return Json.createObjectBuilder().add("x", day.toEpochDay()).add("y", value);
    }

    private static JsonArrayBuilder dash(int drawn, int left) {
        return Json.createArrayBuilder().add(drawn).add(left);
    }
}
