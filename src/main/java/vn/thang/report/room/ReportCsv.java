package vn.thang.report.room;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.thang.platform.InertText;

/**
 * A report for machines: names of columns and values as they are stored, days and moments by ISO 8601, a point before decimals.
 * A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class ReportCsv implements ReportTable {

    private final Report report;
    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    ReportCsv(Report report) {
        this.report = report;
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(report.columns().stream().map(Report.Column::id).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(Map<String, Object> row) {
        try {
            printer.printRecord(report.columns().stream().map(column -> value(row.get(column.id()))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case String words -> InertText.of(words);
            default -> value;
        };
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
