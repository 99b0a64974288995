package vn.thang.report.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.InertText;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile.Column;
import vn.thang.platform.list.ListFile.Content;

/** A list as plain lines with commas, for whoever reckons with another program: what it is stands above, behind a sign of number. */
record ListCsv(ListWorkbook list) {

    private static final char MARK = '\uFEFF';
    private static final String END = "\r\n";

    /** Writes the file; the mark at its beginning tells spreadsheets that letters have their marks. */
    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.append(MARK);
        for (String note : List.of(list.content().title(),
                list.asked().text("list.file.taken") + ": " + list.taken(),
                list.asked().text("list.file.filters") + ": " + list.filters())) {
            text.append(quoted(InertText.of("# " + note.replaceAll("\\R", " ")))).append(END);
        }
        rows(list.content(), text);
        text.flush();
    }

    private static <T> void rows(Content<T> content, Writer text) throws IOException {
        text.append(content.columns().stream().map(Column::head).map(ListCsv::cell).collect(Collectors.joining(",")))
                .append(END);
        for (T row : content.rows()) {
            text.append(content.columns().stream().map(column -> cell(column.value().apply(row)))
                    .collect(Collectors.joining(","))).append(END);
        }
    }

    /** Days are written as yyyy-MM-dd and numbers with a point; a text that a spreadsheet would reckon with stays a text. */
    static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> LocalDateTime.ofInstant(time, Time.ZONE).toString();
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(InertText.of(text));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
