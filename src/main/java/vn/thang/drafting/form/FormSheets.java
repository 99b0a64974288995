package vn.thang.drafting.form;

import java.util.List;
import java.util.Map;

/** The sheets of a workbook, which the first cell of their headings tells apart, and what lies on them. */
final class FormSheets {

    static final String MODEL = "model";
    static final String STRUCTURE = "structure";
    static final String OPTIONS = "options";
    static final String PROGRAMME = "programme";
    static final String TEXTS = "texts";
    static final String VALUE = "value";
    /** Columns of the structure before those of its values. */
    static final List<String> TREE = List.of(STRUCTURE, "code", "parent");
    static final List<String> OPTION = List.of(OPTIONS, "option", "points");
    static final List<String> WORDS = List.of(TEXTS, "code", "field");
    /** Lists of things with a code, each on a sheet of its own, by the file that they stand in. */
    static final Map<String, List<String>> LISTS = Map.of("programme.yaml", List.of("phases", "targets"),
            "indicators.yaml", List.of("indicators"));
    static final List<String> CHILDREN = List.of("dimensions", "criteria");

    private FormSheets() {
    }
}
