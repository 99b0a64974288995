package vn.thang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of the schema. People decide in it which feature owns a table and who else reads it; all else on it follows
 * from the database.
 *
 * @param opening what stands before the first owner
 * @param tables  the tables by name, in the order of the page
 */
record SchemaPage(String opening, Map<String, Owned> tables) {

    static final Path FILE = Path.of("src/site/schema.md");
    /** Stands in the place of an owner where a table is new. */
    static final String NOBODY = "nobody";

    private static final Pattern OTHER = Pattern.compile("- (read|filled) by `(\\w+)`.*");

    /**
     * A table and what its owner declares.
     *
     * @param purpose what its rows are
     * @param lines   who else may read or fill it, a line each
     */
    record Owned(String owner, String purpose, List<String> lines) {

        Set<String> readers() {
            return named("read");
        }

        Set<String> fillers() {
            return named("filled");
        }

        private Set<String> named(String how) {
            return lines.stream().map(OTHER::matcher).filter(Matcher::matches).filter(line -> line.group(1).equals(how))
                    .map(line -> line.group(2)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What the database says of one table or view. */
    record Table(String name, boolean view, String purpose) {
    }

    /** What the database says of a column; key says that it alone is the key. */
    record Column(String tableName, String name, String type, boolean nullable, boolean computed, boolean key,
            String meaning) {

        boolean is(Reference reference) {
            return tableName.equals(reference.tableName()) && name.equals(reference.columnName());
        }
    }

    /** A column refers to a table. */
    record Reference(String tableName, String columnName, String target) {
    }

    static SchemaPage read() throws IOException {
        return of(Files.readString(FILE));
    }

    static SchemaPage of(String text) {
        String[] owners = text.split("(?m)^## ");
        Map<String, Owned> tables = new LinkedHashMap<>();
        for (String owner : List.of(owners).subList(1, owners.length)) {
            String[] sections = owner.split("(?m)^### ");
            for (String section : List.of(sections).subList(1, sections.length)) {
                List<String> lines = section.lines().filter(line -> !line.isBlank()).toList();
                tables.put(lines.get(0).strip(), new Owned(sections[0].lines().findFirst().orElseThrow().strip(),
                        lines.size() > 1 && !lines.get(1).matches("[-|] .*") ? lines.get(1) : "",
                        lines.stream().filter(line -> OTHER.matcher(line).matches()).toList()));
            }
        }
        return new SchemaPage(owners[0].strip(), tables);
    }

    /** Returns the page as the database says it must be, with the owners, readers and the opening of this one. */
    String madeFrom(List<Table> found, List<Column> columns, List<Reference> references) {
        Map<String, List<Table>> byOwner = new TreeMap<>();
        found.forEach(table -> byOwner.computeIfAbsent(ownerOf(table.name()), owner -> new ArrayList<>()).add(table));
        StringBuilder page = new StringBuilder(opening).append('\n');
        byOwner.forEach((owner, tables) -> {
            page.append("\n## ").append(owner).append('\n').append(picture(owner, columns, references));
            tables.forEach(table -> page.append(section(table, columns, references)));
        });
        return page.toString();
    }

    private String ownerOf(String table) {
        return tables.containsKey(table) ? tables.get(table).owner() : NOBODY;
    }

    private String picture(String owner, List<Column> columns, List<Reference> references) {
        String arrows = references.stream().filter(one -> ownerOf(one.tableName()).equals(owner))
                .filter(one -> !one.target().equals("person") || owner.equals(ownerOf("person")))
                .map(one -> "    %s %s--%s %s : %s\n".formatted(one.tableName(),
                        column(columns, one).key() ? "|o" : "}o",
                        column(columns, one).nullable() ? "o|" : "||", one.target(), one.columnName()))
                .collect(Collectors.joining());
        return arrows.isEmpty() ? "" : "\n```mermaid\nerDiagram\n" + arrows + "```\n";
    }

    private static Column column(List<Column> columns, Reference reference) {
        return columns.stream().filter(one -> one.is(reference)).findFirst().orElseThrow();
    }

    private String section(Table table, List<Column> columns, List<Reference> references) {
        Owned declared = tables.getOrDefault(table.name(), new Owned(NOBODY, "", List.of()));
        String purpose = table.view() ? declared.purpose() : table.purpose();
        String others = declared.lines().isEmpty() ? "" : "\n" + String.join("\n", declared.lines()) + "\n";
        List<Column> own = columns.stream().filter(column -> column.tableName().equals(table.name())).toList();
        boolean told = own.stream().anyMatch(column -> !column.meaning().isEmpty());
        StringBuilder section = new StringBuilder("\n### " + table.name() + "\n\n" + purpose + "\n" + others + "\n");
        section.append(told ? "| Column | Type | Null | Refers to | Meaning |\n| --- | --- | --- | --- | --- |\n"
                : "| Column | Type | Null | Refers to |\n| --- | --- | --- | --- |\n");
        for (Column column : own) {
            String target = references.stream().filter(column::is)
                    .map(Reference::target).distinct().collect(Collectors.joining(", "));
            section.append("| %s | %s%s | %s | %s |".formatted(column.name(), column.type(),
                    column.computed() ? ", computed" : "", column.nullable() ? "yes" : "no", target));
            section.append(told ? " " + column.meaning() + " |\n" : "\n");
        }
        return section.toString();
    }
}
