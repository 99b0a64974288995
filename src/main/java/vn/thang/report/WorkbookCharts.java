package vn.thang.report;

import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetPattern;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPatternFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.RadarStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFRadarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Native charts over the cells of a table, with every colour and axis said, for no program draws the defaults alike. */
public final class WorkbookCharts {

    /** Of bars beside each other, told apart in grey too. */
    private static final String[] BARS = {WorkbookStyles.LEVELS[4], WorkbookStyles.LEVELS[1], WorkbookStyles.LEVELS[2]};

    /**
     * Where the data stand and where the chart goes; rows and columns from 0.
     *
     * @param firstColumn that of the first series
     */
    public record Area(String sheet, int firstRow, int lastRow, int firstColumn, int chartRow, int chartRows) {
        String rows() {
            return range(0);
        }

        String series(int place) {
            return range(firstColumn + place);
        }

        private String range(int column) {
            String letter = CellReference.convertNumToColString(column);
            return "'" + sheet + "'!$" + letter + "$" + (firstRow + 1) + ":$" + letter + "$" + (lastRow + 1);
        }
    }

    private WorkbookCharts() {
    }

    /**
     * @param kind    stacked-bar: a bar for each row with a part for each level, 0 first; parts: the same with a part
     *                for each column; radar: one line over the rows; bars, shares: a bar for each row and column, of which shares are told
     *                in per cent
     * @param highest level of the model; a column behind it is what was not handed in
     */
    public static void add(XSSFSheet sheet, String kind, Area area, List<String> rows, List<String> series,
            List<List<Double>> values, String title, int highest) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, area.chartRow(), 7,
                area.chartRow() + area.chartRows()));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        var description = chart.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
        description.setName(title);
        description.setDescr(title);
        switch (kind) {
            case "radar" -> radar(chart, area, rows, series, values, highest);
            case "bars" -> bars(chart, area, rows, series, values, "General");
            case "shares" -> bars(chart, area, rows, series, values, "0%");
            default -> stackedBar(chart, area, rows, series, values, highest, kind.equals("parts") ? 1 : 0);
        }
    }

    /** The first row stands at the top, as in the table. */
    private static void bars(XSSFChart chart, Area area, List<String> rows, List<String> series,
            List<List<Double>> cells, String format) {
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis values = values(chart, AxisPosition.BOTTOM);
        values.setCrosses(AxisCrosses.MAX);
        values.setMinimum(0);
        values.setNumberFormat(format);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setGapWidth(60);
        for (int i = 0; i < series.size(); i++) {
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setFillProperties(fill(BARS[i % BARS.length]));
            series(data, area, rows, cells, i, series.get(i)).setShapeProperties(shape);
        }
        chart.plot(data);
    }

    /** @param first the level whose colour the first part has */
    private static void stackedBar(XSSFChart chart, Area area, List<String> rows, List<String> series,
            List<List<Double>> cells, int highest, int first) {
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis values = values(chart, AxisPosition.BOTTOM);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.PERCENT_STACKED);
        data.setOverlap((byte) 100);
        data.setGapWidth(60);
        for (int i = 0; i < series.size(); i++) {
            XDDFChartData.Series part = series(data, area, rows, cells, i, series.get(i));
            XDDFShapeProperties shape = new XDDFShapeProperties();
            int level = first + i;
            shape.setFillProperties(level > highest ? hatched()
                    : fill(level == 0 ? WorkbookStyles.NONE : WorkbookStyles.LEVELS[level - 1]));
            part.setShapeProperties(shape);
        }
        chart.plot(data);
    }

    private static void radar(XSSFChart chart, Area area, List<String> rows, List<String> series,
            List<List<Double>> cells, int highest) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = values(chart, AxisPosition.LEFT);
        values.setMinimum(0);
        values.setMaximum(highest);
        values.setMajorUnit(1);
        XDDFRadarChartData data = (XDDFRadarChartData) chart.createData(ChartTypes.RADAR, categories, values);
        data.setStyle(RadarStyle.MARKER);
        for (int i = 0; i < series.size(); i++) {
            XDDFChartData.Series line = series(data, area, rows, cells, i, series.get(i));
            XDDFLineProperties stroke = new XDDFLineProperties(fill(WorkbookStyles.LEVELS[3]));
            stroke.setWidth(2.25);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setLineProperties(stroke);
            line.setShapeProperties(shape);
        }
        chart.plot(data);
    }

    /** The rows are written out already, so the chart is told the values together with their cells. */
    private static XDDFChartData.Series series(XDDFChartData data, Area area, List<String> rows,
            List<List<Double>> cells,
            int place, String title) {
        Double[] values = cells.stream().map(row -> row.get(place)).toArray(Double[]::new);
        XDDFChartData.Series series = data.addSeries(
                XDDFDataSourcesFactory.fromArray(rows.toArray(String[]::new), area.rows(), 0),
                XDDFDataSourcesFactory.fromArray(values, area.series(place), area.firstColumn() + place));
        series.setTitle(title, null);
        return series;
    }

    private static XDDFValueAxis values(XSSFChart chart, AxisPosition position) {
        XDDFValueAxis axis = chart.createValueAxis(position);
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("D9D9D9")));
        return axis;
    }

    /** The filling that stands everywhere for what was not handed in. */
    private static XDDFPatternFillProperties hatched() {
        XDDFPatternFillProperties pattern = new XDDFPatternFillProperties();
        pattern.setPresetPattern(PresetPattern.WIDE_UPWARD_DIAGONAL);
        pattern.setForegroundColor(colour("7A8792"));
        pattern.setBackgroundColor(colour("FFFFFF"));
        return pattern;
    }

    private static XDDFColor colour(String hex) {
        return XDDFColor.from(HexFormat.of().parseHex(hex));
    }

    private static XDDFSolidFillProperties fill(String hex) {
        return new XDDFSolidFillProperties(colour(hex));
    }
}
