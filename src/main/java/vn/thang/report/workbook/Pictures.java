package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ChartLook;
import vn.thang.report.ReportTexts;
import vn.thang.report.RoundFacts;
import vn.thang.report.WorkbookStyles;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Charts as pictures, for documents and mail; on the screen they are drawn in the page. */
@ApplicationScoped
@Requires(Permission.VIEW)
public class Pictures {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;

    @Inject
    private Caller caller;

    @Inject
    private RoundFacts facts;

    @Inject
    private Catalog catalog;

    /** How many agencies of each type stand at each level, as a PNG. */
    @Requires(Permission.VIEW)
    public byte[] distribution(String roundCode, Locale language) {
        RoundFacts.RoundFact round = facts.round(roundCode);
        MaturityModel model = catalog.model(round.modelRef());
        if (!model.hasLevel()) {
            throw new BusinessException("report.no-level", model.ref());
        }
        ReportTexts texts = ReportTexts.in(language);
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        Map<String, int[]> types = facts.distribution(round.id());
        int lowest = types.values().stream().anyMatch(levels -> levels[0] > 0) ? 0 : 1;
        for (Map.Entry<String, int[]> type : types.entrySet()) {
            for (int level = lowest; level <= model.highest(); level++) {
                data.addValue(type.getValue()[level], texts.level(model.levels(), level),
                        texts.text("types." + type.getKey()));
            }
        }
        JFreeChart chart = ChartFactory.createStackedBarChart(texts.text("pictures.distribution", round.name()), null,
                texts.text("pictures.agencies"), data, PlotOrientation.HORIZONTAL, true, false, false);
        ChartLook.apply(chart);
        CategoryPlot plot = chart.getCategoryPlot();
        NumberAxis share = (NumberAxis) plot.getRangeAxis();
        share.setRange(0, 1);
        share.setNumberFormatOverride(NumberFormat.getPercentInstance(texts.locale()));
        StackedBarRenderer renderer = new StackedBarRenderer(true);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDefaultItemLabelFont(ChartLook.font(13f));
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
        renderer.setDefaultItemLabelsVisible(true);
        for (int level = lowest; level <= model.highest(); level++) {
            renderer.setSeriesPaint(level - lowest, level(level));
            renderer.setSeriesItemLabelPaint(level - lowest, level > 3 ? Color.WHITE : ChartLook.INK);
        }
        plot.setRenderer(renderer);
        return png(chart);
    }

    /** The levels of the dimensions of one agency, as a PNG. */
    @Requires(Permission.VIEW)
    public byte[] radar(String roundCode, String agencyCode, Locale language) {
        RoundFacts.AgencyFact agency = facts.agency(agencyCode);
        caller.check(Permission.VIEW, agency.path());
        RoundFacts.RoundFact round = facts.round(roundCode);
        ReportTexts texts = ReportTexts.in(language);
        ModelTexts modelTexts = catalog.texts(round.modelRef(), language);
        Map<String, Integer> levels = facts.dimensionLevels(round.id(), agency.id());
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Dimension dimension : catalog.model(round.modelRef()).dimensions()) {
            Integer level = levels.get(dimension.code());
            if (level != null) {
                data.addValue(level, agency.name(), modelTexts.dimension(dimension.code()).shortName() + " · " + level);
            }
        }
        SpiderWebPlot plot = new SpiderWebPlot(data);
        plot.setMaxValue(catalog.model(round.modelRef()).highest());
        plot.setSeriesPaint(0, level(4));
        plot.setSeriesOutlineStroke(0, new BasicStroke(2.5f));
        plot.setLabelFont(ChartLook.font(13f));
        plot.setNoDataMessage(texts.text("pictures.noData"));
        JFreeChart chart = new JFreeChart(texts.text("pictures.radar", agency.name(), round.name()),
                ChartLook.font(20f),
                plot, false);
        ChartLook.apply(chart);
        plot.setLabelFont(ChartLook.font(13f));
        plot.setLabelPaint(ChartLook.INK);
        return png(chart);
    }

    private static byte[] png(JFreeChart chart) {
        return ChartLook.png(chart, WIDTH, HEIGHT);
    }

    private static Color level(int level) {
        return new Color(Integer.parseInt(level == 0 ? WorkbookStyles.NONE : WorkbookStyles.LEVELS[level - 1], 16));
    }
}
