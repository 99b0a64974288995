package vn.thang.drafting.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.catalog.document.CatalogYaml;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;

/** Writes the files of a version as a workbook that {@link FormReader} reads as the same files. */
public final class FormWriter {

    private static final String FONT = "Arial";
    /** Text that a workbook would take for a character written by its number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final int NARROW = 16;
    private static final int WIDE = 70;
    private static final int UNIT = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Locale locale;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle number;

    private FormWriter(Locale locale) {
        this.locale = locale;
        workbook.getFontAt(0).setFontName(FONT);
        XSSFFont bold = workbook.createFont();
        bold.setFontName(FONT);
        bold.setBold(true);
        XSSFCellStyle heading = workbook.createCellStyle();
        heading.setFont(bold);
        heading.setFillForegroundColor(new XSSFColor(new byte[]{(byte) 0xEE, (byte) 0xF1, (byte) 0xF3}, null));
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading.setWrapText(true);
        heading.setVerticalAlignment(VerticalAlignment.TOP);
        head = heading;
        text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        number = workbook.createCellStyle();
        number.setVerticalAlignment(VerticalAlignment.TOP);
    }

    /** @param files content by name, of a version that was accepted */
    public static byte[] write(String ref, Map<String, byte[]> files, Locale locale) {
        FormWriter writer = new FormWriter(locale);
        try (XSSFWorkbook workbook = writer.workbook) {
            writer.about(ref);
            Map<String, JsonNode> trees = new TreeMap<>();
            files.forEach((name, content) -> trees.put(name, CatalogYaml.read(content)));
            if (trees.containsKey("model.yaml")) {
                writer.model(trees.get("model.yaml"));
            } else {
                writer.programme(trees.get("programme.yaml"), trees.get("indicators.yaml"));
            }
            writer.texts(trees);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void about(String ref) {
        Sheet sheet = workbook.createSheet(Texts.text(locale, "form.about"));
        sheet.setColumnWidth(0, 110 * UNIT);
        int line = 0;
        for (String sentence : Texts.text(locale, "form.about.text", ref).split("\n")) {
            Cell cell = sheet.createRow(line).createCell(0);
            cell.setCellValue(sentence);
            cell.setCellStyle(line++ == 0 ? head : text);
        }
    }

    private void model(JsonNode model) {
        general(FormSheets.MODEL, model, FormSheets.CHILDREN);
        List<Item> items = new ArrayList<>();
        collect(model, "", items);
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, JsonNode>> values = new ArrayList<>();
        for (Item item : items) {
            Map<String, JsonNode> leaves = FormPath.leaves(item.node(), List.of("dimensions", "criteria", "code"));
            leaves.keySet().removeIf(path -> path.startsWith("scale/points/"));
            columns.addAll(leaves.keySet());
            values.add(leaves);
        }
        Sheet sheet = sheet(FormSheets.STRUCTURE, both(FormSheets.TREE, columns));
        for (int i = 0; i < items.size(); i++) {
            Row row = sheet.createRow(i + 1);
            put(row, 0, items.get(i).kind());
            put(row, 1, items.get(i).node().path("code").asText());
            put(row, 2, items.get(i).parent());
            put(row, FormSheets.TREE.size(), columns, values.get(i));
        }
        finish(sheet, FormSheets.TREE.size() + columns.size());
        if (items.stream().anyMatch(item -> item.node().path("scale").has("points"))) {
            options(items);
        }
    }

    private record Item(String kind, String parent, JsonNode node) {
    }

    private static void collect(JsonNode parent, String code, List<Item> items) {
        for (String list : FormSheets.CHILDREN) {
            parent.path(list).forEach(child -> {
                items.add(new Item(list.equals("criteria") ? "criterion" : "dimension", code, child));
                collect(child, child.path("code").asText(), items);
            });
        }
    }

    private void options(List<Item> items) {
        Sheet sheet = sheet(FormSheets.OPTIONS, FormSheets.OPTION);
        for (Item item : items) {
            item.node().path("scale").path("points").properties().forEach(option -> {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                put(row, 0, item.node().path("code").asText());
                put(row, 1, option.getKey());
                put(row, 2, option.getValue());
            });
        }
        finish(sheet, FormSheets.OPTION.size());
    }

    private void programme(JsonNode programme, JsonNode indicators) {
        general(FormSheets.PROGRAMME, programme, FormSheets.LISTS.get("programme.yaml"));
        FormSheets.LISTS.get("programme.yaml").forEach(list -> list(list, programme.path(list)));
        FormSheets.LISTS.get("indicators.yaml").forEach(list -> list(list, indicators.path(list)));
    }

    private void list(String name, JsonNode things) {
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, JsonNode>> values = new ArrayList<>();
        things.forEach(thing -> {
            Map<String, JsonNode> leaves = FormPath.leaves(thing, List.of("code"));
            columns.addAll(leaves.keySet());
            values.add(leaves);
        });
        Sheet sheet = sheet(name, both(List.of(name), columns));
        for (int i = 0; i < values.size(); i++) {
            Row row = sheet.createRow(i + 1);
            put(row, 0, things.get(i).path("code").asText());
            put(row, 1, columns, values.get(i));
        }
        finish(sheet, columns.size() + 1);
    }

    private void general(String name, JsonNode root, List<String> without) {
        Sheet sheet = sheet(name, List.of(name, FormSheets.VALUE));
        FormPath.leaves(root, without).forEach((path, value) -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            put(row, 0, path);
            put(row, 1, value);
        });
        finish(sheet, 2);
        sheet.setColumnWidth(0, 40 * UNIT);
        sheet.setColumnWidth(1, 40 * UNIT);
    }

    private void texts(Map<String, JsonNode> trees) {
        Map<String, Map<List<String>, String>> byLanguage = new LinkedHashMap<>();
        Set<List<String>> places = new LinkedHashSet<>();
        trees.forEach((name, root) -> {
            if (name.startsWith("texts.")) {
                Map<List<String>, String> words = words(root);
                byLanguage.put(name.replaceAll("^texts\\.|\\.yaml$", ""), words);
                places.addAll(words.keySet());
            }
        });
        Sheet sheet = sheet(FormSheets.TEXTS, both(FormSheets.WORDS, byLanguage.keySet()));
        places.forEach(place -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < place.size(); i++) {
                put(row, i, place.get(i));
            }
            int column = FormSheets.WORDS.size();
            for (Map<List<String>, String> words : byLanguage.values()) {
                put(row, column++, words.getOrDefault(place, ""));
            }
        });
        finish(sheet, FormSheets.WORDS.size() + byLanguage.size());
        for (int i = 0; i < byLanguage.size(); i++) {
            sheet.setColumnWidth(FormSheets.WORDS.size() + i, WIDE * UNIT);
        }
    }

    /** By group, code and field. */
    private static Map<List<String>, String> words(JsonNode root) {
        Map<List<String>, String> words = new LinkedHashMap<>();
        root.properties().stream().filter(group -> group.getValue().isEmpty()).forEach(group -> words.put(
                List.of(FormPath.escaped(group.getKey()) + FormPath.EMPTY, "", ""), FormPath.EMPTY));
        root.properties().forEach(group -> group.getValue().properties().forEach(one -> {
            ObjectNode alone = CatalogYaml.object();
            alone.set("x", one.getValue());
            FormPath.leaves(alone, List.of()).forEach((path, value) -> words.put(List.of(
                    FormPath.escaped(group.getKey()), FormPath.escaped(one.getKey()), path.replaceFirst("^x/?", "")),
                    value.asText()));
        }));
        return words;
    }

    private static List<String> both(List<String> first, Iterable<String> then) {
        List<String> all = new ArrayList<>(first);
        then.forEach(all::add);
        return all;
    }

    private Sheet sheet(String name, List<String> columns) {
        Sheet sheet = workbook.createSheet(name);
        Row row = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            put(row, i, columns.get(i));
            row.getCell(i).setCellStyle(head);
            sheet.setColumnWidth(i, Math.max(NARROW, columns.get(i).length() + 2) * UNIT);
            sheet.setDefaultColumnStyle(i, text);
        }
        HeadRow.fit(row);
        return sheet;
    }

    private static void finish(Sheet sheet, int columns) {
        sheet.createFreezePane(Math.min(2, columns - 1), 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, sheet.getLastRowNum()), 0, columns - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void put(Row row, int from, Set<String> columns, Map<String, JsonNode> values) {
        int column = from;
        for (String path : columns) {
            if (values.containsKey(path)) {
                put(row, column, values.get(path));
            }
            column++;
        }
    }

    private void put(Row row, int column, JsonNode value) {
        if (value.isNumber()) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(number);
            cell.setCellValue(value.doubleValue());
        } else if (value.isBoolean()) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(number);
            cell.setCellValue(value.booleanValue());
        } else {
            put(row, column, value.isArray() ? FormPath.joined(value) : value.asText());
        }
    }

    private void put(Row row, int column, String value) {
        if (!value.isEmpty()) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(text);
            cell.setCellValue(ESCAPE.matcher(value).replaceAll("_x005F_"));
        }
    }
}
