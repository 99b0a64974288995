package vn.thang.dashboard;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import vn.thang.platform.Time;

/** Draws the trajectory of a target for a document: as points for those who paste it, as lines for those who print it. */
final class TrajectoryDrawing {

    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 675;
    private static final double LEFT = 60;
    private static final double RIGHT = 760;
    private static final double TOP = 60;
    private static final double BOTTOM = 330;
    private static final Color INK = new Color(0x16212B);
    private static final Color ACCENT = new Color(0x0B5C7A);
    private static final Color BRAND = new Color(0xA4161A);
    private static final Color GRID = new Color(0xDDE4E8);
    private static final Font FONT = load();

    private final TrajectoryFigure figure;

    TrajectoryDrawing(TrajectoryFigure figure) {
        this.figure = figure;
    }

    private static Font load() {
        try (InputStream file = TrajectoryDrawing.class
                .getResourceAsStream("/reports/fonts/BeVietnamPro-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] png() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        add(data, renderer, "reached", figure.reached(), ACCENT, new BasicStroke(3f));
        add(data, renderer, "trajectory", figure.way(), BRAND, dashed(2f, 6f));
        add(data, renderer, "forecast", figure.expected(), ACCENT, dashed(2f, 3f));
        renderer.setSeriesShapesVisible(0, true);
        renderer.setAlpha(0.15f);
        JFreeChart chart = ChartFactory.createTimeSeriesChart(figure.title(), null, null, data, true, false, false);
        StandardChartTheme theme = new StandardChartTheme("thang");
        theme.setExtraLargeFont(FONT.deriveFont(20f));
        theme.setLargeFont(FONT.deriveFont(15f));
        theme.setRegularFont(FONT.deriveFont(13f));
        theme.setSmallFont(FONT.deriveFont(12f));
        theme.setTitlePaint(INK);
        theme.setPlotBackgroundPaint(Color.WHITE);
        theme.setRangeGridlinePaint(GRID);
        theme.setDomainGridlinePaint(GRID);
        theme.apply(chart);
        XYPlot plot = chart.getXYPlot();
        plot.setRenderer(renderer);
        ((DateAxis) plot.getDomainAxis()).setDateFormatOverride(new SimpleDateFormat("MM/yyyy", Locale.ROOT));
        NumberAxis values = (NumberAxis) plot.getRangeAxis();
        values.setRange(0, most());
        if (figure.line().percent()) {
            values.setTickUnit(new NumberTickUnit(20, new DecimalFormat("0'%'")));
        }
        chart.setPadding(new RectangleInsets(10, 14, 10, 14));
        figure.notes().reversed().forEach(note -> {
            TextTitle below = new TextTitle(note, FONT.deriveFont(12f));
            below.setPosition(RectangleEdge.BOTTOM);
            below.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(below);
        });
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BasicStroke dashed(float width, float dash) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[]{dash, dash}, 0f);
    }

    private void add(YIntervalSeriesCollection data, DeviationRenderer renderer, String kind,
            List<TrajectoryFigure.Point> points, Color colour, BasicStroke stroke) {
        YIntervalSeries series = new YIntervalSeries(figure.text(kind));
        points.forEach(point -> series.add(point.on().atStartOfDay(Time.ZONE).toInstant().toEpochMilli(), point.value(),
                point.low() == null ? point.value() : point.low(),
                point.high() == null ? point.value() : point.high()));
        int at = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(at, colour);
        renderer.setSeriesFillPaint(at, colour);
        renderer.setSeriesStroke(at, stroke);
    }

    private double most() {
        double wanted = Math.max(figure.line().wanted(), figure.reached().stream()
                .mapToDouble(TrajectoryFigure.Point::value).max().orElse(0));
        return figure.line().percent() ? 100 : Math.max(1, wanted * 1.1);
    }

    byte[] svg() {
        List<TrajectoryFigure.Point> reached = figure.reached();
        List<TrajectoryFigure.Point> way = figure.way();
        List<TrajectoryFigure.Point> expected = figure.expected();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" width="800" height="420" font-family="Be Vietnam Pro, Noto Sans, sans-serif" font-size="13" fill="#16212B" role="img">
                <rect width="800" height="420" fill="#FFFFFF"/>
                <text x="20" y="28" font-size="16" font-weight="600">%s</text>
                """.formatted(escaped(figure.title())));
        for (double part : new double[]{0, 0.5, 1}) {
            svg.append("""
                    <line x1="%1$.0f" x2="%2$.0f" y1="%3$s" y2="%3$s" stroke="#DDE4E8"/>
                    <text x="%4$.0f" y="%3$s" text-anchor="end">%5$.0f</text>
                    """.formatted(LEFT, RIGHT, y(part * most()), LEFT - 8, part * most()));
        }
        if (!expected.isEmpty()) {
            svg.append("<polygon fill=\"#0B5C7A\" fill-opacity=\"0.15\" points=\"")
                    .append(expected.stream().map(point -> x(point.on()) + "," + y(point.high()))
                            .collect(Collectors.joining(" ")))
                    .append(' ').append(expected.reversed().stream().map(point -> x(point.on()) + "," + y(point.low()))
                            .collect(Collectors.joining(" ")))
                    .append("\"/>\n");
        }
        line(svg, way, "#A4161A", "2", "6 4");
        line(svg, expected, "#0B5C7A", "2", "2 3");
        line(svg, reached, "#0B5C7A", "3", "none");
        reached.forEach(point -> svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"#0B5C7A\"/>\n"
                .formatted(x(point.on()), y(point.value()))));
        svg.append(
                "<text x=\"%1$.0f\" y=\"352\">%2$s</text><text x=\"%3$.0f\" y=\"352\" text-anchor=\"end\">%4$s</text>\n"
                        .formatted(LEFT, first().getYear(), RIGHT, last().getYear()));
        int below = 380;
        for (String note : figure.notes()) {
            svg.append("<text x=\"20\" y=\"%d\" font-size=\"12\" fill=\"#4A5A67\">%s</text>\n".formatted(below,
                    escaped(note)));
            below += 18;
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void line(StringBuilder svg, List<TrajectoryFigure.Point> points, String colour, String width,
            String dash) {
        if (!points.isEmpty()) {
            svg.append(
                    ("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\" points=\"%s\"/>\n")
                            .formatted(colour, width, dash, points.stream()
                                    .map(point -> x(point.on()) + "," + y(point.value()))
                                    .collect(Collectors.joining(" "))));
        }
    }

    private LocalDate first() {
        return figure.reached().stream().map(TrajectoryFigure.Point::on).findFirst()
                .orElse(figure.line().target().phase().due());
    }

    private LocalDate last() {
        return figure.line().target().phase().due();
    }

    private String x(LocalDate day) {
        double days = Math.max(1, last().toEpochDay() - first().toEpochDay());
        double part = Math.max(0, Math.min(1, (day.toEpochDay() - first().toEpochDay()) / days));
        return number(LEFT + part * (RIGHT - LEFT));
    }

    private String y(double value) {
        return number(BOTTOM - Math.max(0, Math.min(1, value / most())) * (BOTTOM - TOP));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
