package vn.thang.proof;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.thang.platform.InertText;

/** Writes the tables and documents of a pack, and hides of restricted answers what the person may not see. */
final class PackData {

    static final String SALT = "hidden_salt";
    static final String HASH = "hidden_hash";

    private final PackRows rows;
    private final PackSight sight;
    private final Map<Long, PackRows.Scoped> scope;
    private final List<Long> documents = new ArrayList<>();
    private final Map<Long, String> names = new TreeMap<>();
    private long hidden;

    PackData(PackRows rows, PackSight sight, List<PackRows.Scoped> scope) {
        this.rows = rows;
        this.sight = sight;
        this.scope = scope.stream().collect(Collectors.toMap(PackRows.Scoped::id, one -> one, (one, other) -> one,
                LinkedHashMap::new));
    }

    /** How many rows have a hash in the place of what they say. */
    long hidden() {
        return hidden;
    }

    void add(PackFile pack, PackTable table) {
        pack.add(table.file(), out -> {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            boolean[] headed = {false};
            rows.each(table, List.copyOf(scope.keySet()), row -> write(table, row, printer, headed));
            printer.flush();
        });
    }

    private void write(PackTable table, Map<String, Object> row, CSVPrinter printer, boolean[] headed) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach((column, value) -> texts.put(column, text(value)));
        if (sight.concerns(texts)) {
            String salt = sight.salt(table.name() + " " + texts.get("id"));
            boolean seen = sight.sees(scope.get(Long.valueOf(texts.get("assessment"))).path());
            String hash = PackSight.hash(salt, table.hidden(), texts);
            if (!seen) {
                hidden++;
                table.hidden().forEach(column -> texts.put(column, null));
            }
            texts.put(SALT, seen ? salt : null);
            texts.put(HASH, hash);
        } else {
            texts.put(SALT, null);
            texts.put(HASH, null);
        }
        if (table == PackTable.EVIDENCE && texts.get("sha256") != null) {
            documents.add(Long.valueOf(texts.get("id")));
            names.put(Long.valueOf(texts.get("id")), texts.get("title"));
        }
        try {
            if (!headed[0]) {
                printer.printRecord(texts.keySet());
                headed[0] = true;
            }
            printer.printRecord(texts.values().stream().map(one -> one == null ? null : InertText.of(one)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addDocuments(PackFile pack) {
        rows.contents(documents, (id, content) -> pack.add(document(id, names.get(id)), out -> out.write(content)));
    }

    /** The file of a document: its number, with the ending of its title where that is a plain one. */
    private static String document(long id, String title) {
        String ending = title == null ? "" : title.replaceFirst("^.*\\.", "");
        return "evidence/" + id + (ending.matches("[A-Za-z0-9]{1,5}") && !ending.equals(title) ? "." + ending : "");
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
