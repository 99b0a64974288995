package vn.thang.dashboard.target;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import vn.thang.platform.ChartLook;
import vn.thang.platform.Time;

/** Draws the trajectory of a target for a document: as points for those who paste it, as lines for those who print it. */
final class TrajectoryDrawing {

    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 675;
    private static final String ACCENT = "#0B5C7A";
    private static final String BRAND = "#A4161A";
    private static final String BREAK = "#4A5A67";

    private final TrajectoryFigure figure;

    TrajectoryDrawing(TrajectoryFigure figure) {
        this.figure = figure;
    }

    byte[] png() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        figure.reachedParts().forEach(part -> {
            add(data, renderer, "reached", part, ACCENT, new BasicStroke(3f));
            int at = data.getSeriesCount() - 1;
            renderer.setSeriesShapesVisible(at, true);
            renderer.setSeriesVisibleInLegend(at, at == 0);
        });
        add(data, renderer, "trajectory", figure.way(), BRAND, dashed(6f));
        add(data, renderer, "forecast", figure.expected(), ACCENT, dashed(3f));
        if (!figure.partial().isEmpty()) {
            add(data, renderer, "partial", figure.partial(), ACCENT, new BasicStroke(2f));
            int partial = data.indexOf(figure.text("partial"));
            renderer.setSeriesLinesVisible(partial, false);
            renderer.setSeriesShapesVisible(partial, true);
            renderer.setSeriesShapesFilled(partial, false);
            renderer.setSeriesShape(partial, new Ellipse2D.Double(-5, -5, 10, 10));
        }
        renderer.setAlpha(0.15f);
        List<ValueMarker> marks = figure.marks().stream().map(mark -> new ValueMarker(
                mark.on().atStartOfDay(Time.ZONE).toInstant().toEpochMilli(), Color.decode(BREAK), dashed(2f)))
                .toList();
        JFreeChart chart = ChartFactory.createTimeSeriesChart(figure.title(), null, null, data, true, false, false);
        ChartLook.apply(chart);
        XYPlot plot = chart.getXYPlot();
        plot.setRenderer(renderer);
        marks.forEach(plot::addDomainMarker);
        ((DateAxis) plot.getDomainAxis()).setDateFormatOverride(new SimpleDateFormat("MM/yyyy", Locale.ROOT));
        NumberAxis values = (NumberAxis) plot.getRangeAxis();
        values.setRange(0, figure.chart().getMost());
        if (figure.line().percent()) {
            values.setTickUnit(new NumberTickUnit(20, new DecimalFormat("0'%'")));
        }
        chart.setPadding(new RectangleInsets(10, 14, 10, 14));
        figure.notes().reversed().forEach(note -> {
            TextTitle below = new TextTitle(note, ChartLook.font(12f));
            below.setPosition(RectangleEdge.BOTTOM);
            below.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(below);
        });
        return ChartLook.png(chart, WIDTH, HEIGHT);
    }

    private static BasicStroke dashed(float dash) {
        return new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[]{dash, dash}, 0f);
    }

    /** A line with nothing to show is not named either. */
    private void add(YIntervalSeriesCollection data, DeviationRenderer renderer, String kind,
            List<TrajectoryFigure.Point> points, String colour, BasicStroke stroke) {
        if (points.isEmpty()) {
            return;
        }
        YIntervalSeries series = new YIntervalSeries(figure.text(kind));
        points.forEach(point -> series.add(point.on().atStartOfDay(Time.ZONE).toInstant().toEpochMilli(), point.value(),
                point.low() == null ? point.value() : point.low(),
                point.high() == null ? point.value() : point.high()));
        int at = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(at, Color.decode(colour));
        renderer.setSeriesFillPaint(at, Color.decode(colour));
        renderer.setSeriesStroke(at, stroke);
    }

    /** The picture of the page in lines, with its words. */
    byte[] svg() {
        TrendChart chart = figure.chart();
        int tall = 298 + 16 * figure.notes().size();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 %2$d" width="840" height="%3$d" \
                font-family="Be Vietnam Pro, Noto Sans, sans-serif" font-size="11" fill="#16212B" role="img">
                <rect width="560" height="%2$d" fill="#FFFFFF"/>
                <text x="14" y="20" font-size="13" font-weight="600">%1$s</text>
                <g transform="translate(0 22)">
                """.formatted(escaped(figure.title()), tall, tall * 3 / 2));
        chart.getGrid().forEach(height -> svg.append("""
                <path d="M48 %1$sH544" stroke="#DDE4E8"/>
                """.formatted(height)));
        svg.append("""
                <text x="42" y="40" text-anchor="end">%s</text>
                <text x="42" y="194" text-anchor="end">0</text>
                """.formatted(figure.written(chart.getMost())));
        if (!chart.getBand().isEmpty()) {
            svg.append("<polygon fill=\"%s\" fill-opacity=\"0.15\" points=\"%s\"/>\n".formatted(ACCENT,
                    chart.getBand()));
            line(svg, chart.getMiddle(), ACCENT, "2", "2 3");
        }
        chart.getMarks().forEach(mark -> svg.append("""
                <path class="break" d="M%s 36V190" stroke="%s" stroke-width="1.5" stroke-dasharray="1 3"><title>%s</title></path>
                """.formatted(mark.x(), BREAK, escaped(mark.value()))));
        line(svg, chart.getWay(), BRAND, "2", "6 4");
        chart.getLines().forEach(part -> line(svg, part, ACCENT, "3", "none"));
        chart.getPoints().forEach(point -> svg.append("""
                <circle cx="%1$s" cy="%2$s" r="4" fill="%3$s"/>
                <text x="%1$s" y="%4$.1f" text-anchor="middle" font-weight="600">%5$s</text>
                <text x="%1$s" y="214" text-anchor="middle">%6$s</text>
                """.formatted(point.x(), point.y(), ACCENT, Double.parseDouble(point.y()) - 10, escaped(point.value()),
                escaped(point.label()))));
        chart.getPartial().forEach(point -> svg.append("""
                <circle class="partial" cx="%s" cy="%s" r="4.5" fill="#FFFFFF" stroke="%s" stroke-width="2"/>
                """.formatted(point.x(), point.y(), ACCENT)));
        TrendChart.Point target = chart.getTarget();
        svg.append("""
                <path d="M%1$s %2$sm-5 0l5 -5l5 5l-5 5z" fill="%3$s"/>
                <text x="552" y="20" text-anchor="end" fill="%3$s" font-weight="600">%4$s</text>
                <text x="%1$s" y="214" text-anchor="middle">%5$s</text>
                """.formatted(target.x(), target.y(), BRAND, escaped(figure.text("target") + " " + target.value()),
                escaped(target.label())));
        legend(svg, chart);
        int below = 286;
        for (String note : figure.notes()) {
            svg.append("<text x=\"14\" y=\"%d\" fill=\"#4A5A67\">%s</text>\n".formatted(below, escaped(note)));
            below += 16;
        }
        return svg.append("</g>\n</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Names the lines below the picture; a line that is not there is not named. */
    private void legend(StringBuilder svg, TrendChart chart) {
        int left = 48;
        for (String[] one : new String[][]{{"reached", String.join(" ", chart.getLines()), ACCENT, "3", "none"},
                {"trajectory", chart.getWay(), BRAND, "2", "6 4"},
                {"forecast", chart.getMiddle(), ACCENT, "2", "2 3"}}) {
            if (!one[1].isEmpty()) {
                line(svg, "%d,244 %d,244".formatted(left, left + 28), one[2], one[3], one[4]);
                svg.append("<text x=\"%d\" y=\"248\">%s</text>\n".formatted(left + 34, escaped(figure.text(one[0]))));
                left += 130;
            }
        }
        if (!chart.getPartial().isEmpty()) {
            svg.append("""
                    <circle cx="%d" cy="244" r="4.5" fill="#FFFFFF" stroke="%s" stroke-width="2"/>
                    <text x="%d" y="248">%s</text>
                    """.formatted(left + 14, ACCENT, left + 34, escaped(figure.text("partial"))));
        }
    }

    private static void line(StringBuilder svg, String points, String colour, String width, String dash) {
        svg.append("""
                <polyline fill="none" stroke="%s" stroke-width="%s" stroke-dasharray="%s" points="%s"/>
                """.formatted(colour, width, dash, points));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
