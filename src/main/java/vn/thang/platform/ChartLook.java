package vn.thang.platform;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;

/** Gives charts that are drawn for documents our letters and colours; the server's own fonts may lack Vietnamese. */
public final class ChartLook {

    /** The colours of the levels as pages show them in the light; 0 is none. */
    public static final List<String> LEVELS = List.of("#EEF1F3", "#DCEBF0", "#A9D0DC", "#66AAC0", "#2C7F9C", "#0A506B",
            "#073A4E", "#042432");
    public static final Color INK = new Color(0x16212B);
    private static final Font FONT = load();

    private ChartLook() {
    }

    public static Font font(float size) {
        return FONT.deriveFont(size);
    }

    public static void apply(JFreeChart chart) {
        StandardChartTheme theme = new StandardChartTheme("thang");
        theme.setExtraLargeFont(font(20f));
        theme.setLargeFont(font(15f));
        theme.setRegularFont(font(13f));
        theme.setSmallFont(font(12f));
        theme.setTitlePaint(INK);
        theme.setAxisLabelPaint(INK);
        theme.setTickLabelPaint(INK);
        theme.setLegendItemPaint(INK);
        theme.setPlotBackgroundPaint(Color.WHITE);
        theme.setChartBackgroundPaint(Color.WHITE);
        theme.setPlotOutlinePaint(Color.WHITE);
        theme.setRangeGridlinePaint(new Color(0xDDE4E8));
        theme.setDomainGridlinePaint(new Color(0xDDE4E8));
        theme.apply(chart);
    }

    public static byte[] png(JFreeChart chart, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartUtils.writeChartAsPNG(out, chart, width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Font load() {
        try (InputStream file = ChartLook.class.getResourceAsStream("/reports/fonts/BeVietnamPro-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
