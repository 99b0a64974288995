package vn.thang.open;

import java.awt.Color;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import vn.thang.data.target.TargetRow;
import vn.thang.platform.ChartLook;
import vn.thang.platform.Texts;

/** The picture that stands beside a link to what is public: how agencies stand by level, or else how targets stand. */
final class OpenPicture {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int[] LEVELS = {0xC9CDD1, 0xDCEBF4, 0xA9CFE3, 0x6FA9C9, 0x387FA8, 0x12587F, 0x0B4261,
            0x062C42};
    private static final List<String> STATUSES = List.of("ok", "on", "risk", "off", "few", "none");
    private static final int[] SHADES = {0x1B7F4B, 0x6DB38A, 0xE0A526, 0xC0392B, 0x9AA3AB, 0xD5D9DC};

    private OpenPicture() {
    }

    static byte[] png(OpenPublication round, Locale language, OpenMaking.Country country, List<TargetRow> targets) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        boolean levels = !country.groups().isEmpty();
        if (levels) {
            for (OpenMaking.LevelsRow group : country.groups()) {
                String types = group.types().stream().map(type -> Texts.text(language, "organisation.type." + type))
                        .collect(Collectors.joining(", "));
                for (int level = 0; level < group.levels().size(); level++) {
                    data.addValue(group.levels().get(level), Texts.text(language, "open.picture.level", level), types);
                }
            }
        } else {
            Map<String, Long> statuses = statuses(targets);
            STATUSES.forEach(status -> data.addValue(statuses.getOrDefault(status, 0L),
                    Texts.text(language, "target.status." + status), Texts.text(language, "open.targets")));
        }
        JFreeChart chart = ChartFactory.createStackedBarChart(Texts.text(language, "open.country", round.name()), null,
                null, data, PlotOrientation.HORIZONTAL, true, false, false);
        ChartLook.apply(chart);
        CategoryPlot plot = chart.getCategoryPlot();
        NumberAxis share = (NumberAxis) plot.getRangeAxis();
        share.setRange(0, 1);
        share.setNumberFormatOverride(NumberFormat.getPercentInstance(language));
        StackedBarRenderer renderer = new StackedBarRenderer(true);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        for (int i = 0; i < data.getRowCount(); i++) {
            renderer.setSeriesPaint(i, new Color(levels ? LEVELS[i] : SHADES[i]));
        }
        plot.setRenderer(renderer);
        return ChartLook.png(chart, WIDTH, HEIGHT);
    }

    /** How many of these targets stand how, for the picture. */
    private static Map<String, Long> statuses(List<TargetRow> targets) {
        return targets.stream().collect(Collectors.groupingBy(TargetRow::status, Collectors.counting()));
    }
}
