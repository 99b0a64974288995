package vn.thang.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A workbook as data: its sheets, their columns and tables, formulas and charts. Read from reports/. */
public record ReportDefinition(String id, String file, List<SheetDefinition> sheets) {

    /** One sheet: facts, or tables, or a list of rows of one kind. */
    public record SheetDefinition(String id, List<Integer> widths, List<String> facts, List<TableDefinition> tables,
            Optional<String> rows, List<ColumnDefinition> columns) {
    }

    /** @param each repeats the column, such as for every criterion */
    public record ColumnDefinition(String id, int width, String value, String format, Optional<String> each) {
    }

    /** @param cells formula of the cells of each column */
    public record TableDefinition(String id, String rows, List<String> columns, Map<String, String> cells,
            Map<String, String> formats, Optional<ChartDefinition> chart) {
    }

    public record ChartDefinition(String kind, int rows) {
    }

    /** @throws IllegalStateException when there is no such definition */
    public static ReportDefinition read(String id) {
        Map<String, Object> file = yaml("/reports/" + id + ".yaml");
        return new ReportDefinition(text(file, "id"), text(file, "file"),
                list(file, "sheets").stream().map(ReportDefinition::sheet).toList());
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> yaml(String resource) {
        try (InputStream file = ReportDefinition.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return (Map<String, Object>) new Load(LoadSettings.builder().setLabel(resource).build())
                    .loadFromInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetDefinition sheet(Map<String, Object> sheet) {
        return new SheetDefinition(text(sheet, "id"), values(sheet, "widths"), values(sheet, "facts"),
                list(sheet, "tables").stream().map(ReportDefinition::table).toList(),
                Optional.ofNullable((String) sheet.get("rows")),
                list(sheet, "columns").stream().map(ReportDefinition::column).toList());
    }

    private static ColumnDefinition column(Map<String, Object> column) {
        return new ColumnDefinition(text(column, "id"), (Integer) column.get("width"), text(column, "value"),
                (String) column.getOrDefault("format", "text"), Optional.ofNullable((String) column.get("each")));
    }

    private static TableDefinition table(Map<String, Object> table) {
        Object columns = table.get("columns");
        Object cell = table.get("cell");
        return new TableDefinition(text(table, "id"), text(table, "rows"),
                columns instanceof String each ? List.of(each) : values(table, "columns"),
                cell == null ? strings(table, "cells") : Map.of("*", (String) cell),
                cell == null ? strings(table, "formats") : Map.of("*", text(table, "format")),
                Optional.ofNullable(table.get("chart")).map(ReportDefinition::chart));
    }

    private static ChartDefinition chart(Object chart) {
        Map<?, ?> map = (Map<?, ?>) chart;
        return new ChartDefinition((String) map.get("kind"), (Integer) map.get("rows"));
    }

    private static String text(Map<String, Object> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("A report definition lacks the text " + key + " in " + map);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> values(Map<String, Object> map, String key) {
        return (List<T>) map.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> strings(Map<String, Object> map, String key) {
        return (Map<String, String>) map.getOrDefault(key, Map.of());
    }
}
