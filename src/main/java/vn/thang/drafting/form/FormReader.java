package vn.thang.drafting.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.document.CatalogYaml;
import vn.thang.catalog.document.Fault;
import vn.thang.platform.BusinessException;
import vn.thang.table.Table;
import vn.thang.table.TableLine;

/** Reads a workbook as the files of a version, and keeps for each value the cell that it comes from. */
public final class FormReader {

    private static final int MOST_ROWS = 20_000;
    /** The name of a field, which no code of a target or an indicator looks like. */
    private static final String FIELD = "[a-zA-Z#/\\[\\]]+";

    private final List<Table> sheets;
    private final Map<String, ObjectNode> trees = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> cells = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private FormReader(List<Table> sheets) {
        this.sheets = sheets;
    }

    /** @throws BusinessException where it is no workbook of a version */
    public static UploadedFiles read(byte[] content, int mostBytes) {
        FormReader reader = new FormReader(Table.all(content, new Table.Limits(mostBytes, MOST_ROWS)));
        reader.read();
        Map<String, byte[]> files = new LinkedHashMap<>();
        reader.trees.forEach((name, tree) -> files.put(name, CatalogYaml.write(tree)));
        return new UploadedFiles(files, reader.cells, reader.faults);
    }

    private void read() {
        Optional<Table> model = table(FormSheets.MODEL, FormSheets.VALUE);
        Optional<Table> programme = table(FormSheets.PROGRAMME, FormSheets.VALUE);
        if (model.isPresent() == programme.isPresent()) {
            throw new BusinessException("draft.no-form");
        }
        model.ifPresent(sheet -> {
            general("model.yaml", sheet, FormSheets.CHILDREN);
            table(FormSheets.STRUCTURE, "code").ifPresent(this::structure);
            table(FormSheets.OPTIONS, "option").ifPresent(this::options);
        });
        programme.ifPresent(sheet -> {
            general("programme.yaml", sheet, FormSheets.LISTS.get("programme.yaml"));
            FormSheets.LISTS.forEach((file, lists) -> lists
                    .forEach(list -> table(list, FIELD).ifPresent(things -> list(file, list, things))));
        });
        table(FormSheets.TEXTS, "code").ifPresent(this::texts);
    }

    /** The sheet whose heading begins with a word and goes on with a name; empty where there is none. */
    private Optional<Table> table(String first, String second) {
        return sheets.stream().flatMap(sheet -> sheet.from(line -> line.cell(0).text().strip().equals(first)
                && line.cell(1).text().strip().matches(second)).stream()).findFirst();
    }

    private ObjectNode tree(String file) {
        return trees.computeIfAbsent(file, none -> CatalogYaml.object());
    }

    private static String place(Table sheet, TableLine line, int column) {
        return sheet.sheet() + "!" + Table.place(line.number(), column);
    }

    private void fault(Table sheet, TableLine line, int column, String key, Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        faults.add(new Fault(place(sheet, line, column), 0, 0, "", key, words));
    }

    /** Keeps the cell of a value, which is also the place of each thing above it that had none before. */
    private void keep(String file, String pointer, String place) {
        Map<String, String> own = cells.computeIfAbsent(file, none -> new HashMap<>());
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            own.putIfAbsent(at, place);
        }
        own.putIfAbsent("", place);
    }

    /** Whether the cell is a value; one that a spreadsheet computes is a fault. */
    private boolean isValue(Table sheet, TableLine line, int column) {
        if (line.cell(column).formula()) {
            fault(sheet, line, column, "form-formula");
            return false;
        }
        return !FormCell.empty(line.cell(column));
    }

    /** @param elsewhere what has a sheet of its own */
    private void general(String file, Table sheet, List<String> elsewhere) {
        keep(file, "", place(sheet, sheet.heading(), 0));
        sheet.rows().forEach(line -> {
            String path = line.cell(0).text().strip();
            if (elsewhere.contains(path.replaceFirst("[/\\[{].*", ""))) {
                fault(sheet, line, 0, "form-path", path);
            } else if (isValue(sheet, line, 1)) {
                put(file, tree(file), "", path, sheet, line, 1);
            }
        });
    }

    private void put(String file, ObjectNode thing, String at, String path, Table sheet, TableLine line, int column) {
        TableLine.Cell cell = line.cell(column);
        JsonNode value = path.endsWith(FormPath.LIST) ? FormPath.items(cell.text()) : FormCell.value(cell);
        String pointer = FormPath.put(thing, path, value);
        if (pointer == null) {
            fault(sheet, line, column, "form-path", path);
        } else {
            keep(file, at + pointer, place(sheet, line, column));
        }
    }

    /** Puts all values of a line below the headings from a column on. */
    private void values(String file, ObjectNode thing, String at, Table sheet, TableLine line, int from) {
        for (int column = from; column < line.cells().size(); column++) {
            String path = sheet.heading().cell(column).text().strip();
            if (isValue(sheet, line, column)) {
                put(file, thing, at, path, sheet, line, column);
            }
        }
    }

    private void structure(Table sheet) {
        Map<String, ObjectNode> dimensions = new HashMap<>();
        Map<String, String> pointers = new HashMap<>();
        ObjectNode root = tree("model.yaml");
        sheet.rows().forEach(line -> {
            String kind = line.cell(0).text().strip();
            String parent = line.cell(2).text().strip();
            if (!kind.equals("dimension") && !kind.equals("criterion")) {
                fault(sheet, line, 0, "form-kind", kind);
                return;
            }
            if (!parent.isEmpty() && !dimensions.containsKey(parent)) {
                fault(sheet, line, 2, "form-parent", parent);
                return;
            }
            ObjectNode above = parent.isEmpty() ? root : dimensions.get(parent);
            String list = kind.equals("criterion") ? "criteria" : "dimensions";
            String pointer = pointers.getOrDefault(parent, "") + "/" + list + "/" + above.withArray(list).size();
            ObjectNode item = thing("model.yaml", above.withArray(list), pointer, sheet, line, 1);
            if (kind.equals("dimension")) {
                dimensions.putIfAbsent(item.path("code").asText(), item);
                pointers.putIfAbsent(item.path("code").asText(), pointer);
            }
            values("model.yaml", item, pointer, sheet, line, FormSheets.TREE.size());
        });
    }

    private ObjectNode thing(String file, ArrayNode list, String pointer, Table sheet, TableLine line, int column) {
        ObjectNode thing = list.addObject();
        keep(file, pointer, place(sheet, line, column));
        if (isValue(sheet, line, column)) {
            thing.put("code", line.cell(column).text().strip());
            keep(file, pointer + "/code", place(sheet, line, column));
        }
        return thing;
    }

    private void options(Table sheet) {
        Map<String, ObjectNode> criteria = new HashMap<>();
        Map<String, String> pointers = new HashMap<>();
        criteria(tree("model.yaml"), "", criteria, pointers);
        sheet.rows().forEach(line -> {
            String code = line.cell(0).text().strip();
            if (!criteria.containsKey(code)) {
                fault(sheet, line, 0, "form-parent", code);
            } else if (isValue(sheet, line, 1) && isValue(sheet, line, 2)) {
                put("model.yaml", criteria.get(code), pointers.get(code),
                        "scale/points/" + FormPath.escaped(line.cell(1).text().strip()), sheet, line, 2);
            }
        });
    }

    private static void criteria(JsonNode parent, String pointer, Map<String, ObjectNode> criteria,
            Map<String, String> pointers) {
        for (String list : FormSheets.CHILDREN) {
            for (int i = 0; i < parent.path(list).size(); i++) {
                JsonNode child = parent.path(list).get(i);
                String at = pointer + "/" + list + "/" + i;
                if (list.equals("criteria")) {
                    criteria.putIfAbsent(child.path("code").asText(), (ObjectNode) child);
                    pointers.putIfAbsent(child.path("code").asText(), at);
                }
                criteria(child, at, criteria, pointers);
            }
        }
    }

    private void list(String file, String name, Table sheet) {
        keep(file, "", place(sheet, sheet.heading(), 0));
        ArrayNode things = tree(file).withArray(name);
        sheet.rows().forEach(line -> {
            String pointer = "/" + name + "/" + things.size();
            values(file, thing(file, things, pointer, sheet, line, 0), pointer, sheet, line, 1);
        });
    }

    private void texts(Table sheet) {
        for (int column = FormSheets.WORDS.size(); column < sheet.heading().cells().size(); column++) {
            String language = sheet.heading().cell(column).text().strip();
            if (language.matches("[a-z]{2,3}")) {
                String file = "texts." + language + ".yaml";
                tree(file);
                keep(file, "", place(sheet, sheet.heading(), column));
                int at = column;
                sheet.rows().forEach(line -> words(file, sheet, line, at));
            } else if (!language.isEmpty()) {
                fault(sheet, sheet.heading(), column, "form-language", language);
            }
        }
    }

    private void words(String file, Table sheet, TableLine line, int column) {
        if (isValue(sheet, line, column)) {
            String field = line.cell(2).text().strip();
            String code = line.cell(1).text().strip();
            String path = line.cell(0).text().strip() + (code.isEmpty() ? "" : "/" + code)
                    + (field.isEmpty() ? "" : "/" + field);
            String pointer = FormPath.put(tree(file), path, tree(file).textNode(line.cell(column).text()));
            if (pointer == null) {
                fault(sheet, line, column, "form-path", path);
            } else {
                keep(file, pointer, place(sheet, line, column));
            }
        }
    }
}
