package vn.thang.dashboard.round;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import vn.thang.platform.ChartLook;

/** Draws the levels of groups as bars: as points for those who paste them, as lines for those who print them. */
final class LevelsDrawing {

    private static final String MISSING = "#B8C0C7";
    private static final int WIDTH = 1_200;
    private static final int ROW = 34;
    private static final int LEFT = 250;
    private static final int BAR = 560;

    private final LevelsFigure figure;

    LevelsDrawing(LevelsFigure figure) {
        this.figure = figure;
    }

    byte[] png() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        StackedBarRenderer renderer = new StackedBarRenderer(true);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        List<Integer> levels = IntStream.rangeClosed(figure.lowest(), figure.highest()).boxed().toList();
        for (int level : levels) {
            figure.rows().forEach(
                    row -> data.addValue(row.group().levels().at(level), figure.level(level), named(row)));
            renderer.setSeriesPaint(data.getRowCount() - 1, Color.decode(ChartLook.LEVELS.get(level)));
        }
        if (figure.incomplete()) {
            figure.rows().forEach(row -> data.addValue(row.group().waiting(), figure.missing(), named(row)));
            renderer.setSeriesPaint(data.getRowCount() - 1, Color.decode(MISSING));
        }
        JFreeChart chart = ChartFactory.createStackedBarChart(figure.title(), null, null, data,
                PlotOrientation.HORIZONTAL, true, false, false);
        ChartLook.apply(chart);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setRenderer(renderer);
        plot.getDomainAxis().setMaximumCategoryLabelLines(2);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
        plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        ((NumberAxis) plot.getRangeAxis()).setNumberFormatOverride(
                new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        chart.setPadding(new RectangleInsets(10, 14, 10, 14));
        figure.notes().reversed().forEach(note -> {
            TextTitle below = new TextTitle(note, ChartLook.font(12f));
            below.setPosition(RectangleEdge.BOTTOM);
            below.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(below);
        });
        return ChartLook.png(chart, WIDTH, 260 + 40 * figure.rows().size());
    }

    /** The name of a group and of how many agencies it is, since a bar shows shares. */
    private String named(LevelsFigure.Row row) {
        return row.name() + " (" + figure.written(row.group().agencies()) + ")";
    }

    byte[] svg() {
        int tall = 96 + ROW * figure.rows().size() + 16 * figure.notes().size();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 %2$d" width="840" height="%2$d" \
                font-family="Be Vietnam Pro, Noto Sans, sans-serif" font-size="12" fill="#16212B" role="img" aria-label="%1$s">
                <rect width="840" height="%2$d" fill="#FFFFFF"/>
                <text x="14" y="24" font-size="15" font-weight="600">%1$s</text>
                """.formatted(escaped(figure.title()), tall));
        int y = 46;
        for (LevelsFigure.Row row : figure.rows()) {
            svg.append("<text x=\"14\" y=\"%d\">%s</text>\n".formatted(y + 14, escaped(row.name())));
            for (Distribution.Part part : row.group().parts()) {
                bar(svg, part.from(), part.width(), y, ChartLook.LEVELS.get(part.level()),
                        figure.level(part.level()) + ": " + figure.written(part.agencies()));
            }
            if (row.group().waiting() > 0) {
                bar(svg, 100 - row.group().missing(), row.group().missing(), y, MISSING,
                        figure.missing() + ": " + figure.written(row.group().waiting()));
            }
            svg.append("<text x=\"%d\" y=\"%d\" fill=\"#4A5A67\" font-size=\"10\">%s</text>\n".formatted(LEFT, y + 27,
                    escaped(counts(row))));
            y += ROW;
        }
        y += 22;
        for (String note : figure.notes()) {
            svg.append("<text x=\"14\" y=\"%d\" fill=\"#4A5A67\">%s</text>\n".formatted(y, escaped(note)));
            y += 16;
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the bar shows, in words, so that it reads in grey too. */
    private String counts(LevelsFigure.Row row) {
        String levels = Arrays.stream(row.group().levels().parts())
                .map(part -> figure.level(part.level()) + ": " + figure.written(part.agencies()))
                .collect(Collectors.joining("   "));
        return row.group().waiting() == 0 ? levels
                : levels + "   " + figure.missing() + ": " + figure.written(row.group().waiting());
    }

    private static void bar(StringBuilder svg, double from, double width, int y, String colour, String words) {
        svg.append(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"16\" fill=\"%s\"><title>%s</title></rect>\n".formatted(
                        at(LEFT + from * BAR / 100), y, at(width * BAR / 100), colour, escaped(words)));
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
