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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.discrepancy.Discrepancy;
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
        add(pack, table, reader -> rows.each(table, List.copyOf(scope.keySet()), reader));
    }

    /** Adds a table on a sample; of its answers those that belong to the assessments of the pack. */
    void add(PackFile pack, PackTable table, long sample) {
        add(pack, table, reader -> rows.each(table, sample, row -> {
            if (row.get("assessment") == null || scope.containsKey(((Number) row.get("assessment")).longValue())) {
                reader.accept(row);
            }
        }));
    }

    private void add(PackFile pack, PackTable table, Consumer<Consumer<Map<String, Object>>> source) {
        pack.add(table.file(), out -> {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            boolean[] headed = {false};
            source.accept(row -> write(table, row, printer, headed));
            printer.flush();
        });
    }

    private void write(PackTable table, Map<String, Object> row, CSVPrinter printer, boolean[] headed) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach((column, value) -> texts.put(column, text(value)));
        if (!table.ofSample() && !shows(table, scope.get(Long.valueOf(texts.get("assessment"))), texts)) {
            return;
        }
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

    /** Whether the row stands in the pack; of a discrepancy stands there what is not a decision that is not shown yet. */
    private boolean shows(PackTable table, PackRows.Scoped of, Map<String, String> texts) {
        return switch (table) {
            case VERDICTS, OPINIONS -> sight.shows(Shown.VERDICTS, of);
            case OBJECTIONS -> sight.showsObjections(of);
            case EVIDENCE -> !ofObjection(texts) || sight.showsObjections(of);
            case DISCREPANCIES -> {
                if (!sight.shows(Shown.VERDICTS, of)) {
                    texts.put("state", Discrepancy.State.valueOf(texts.get("state")).shown(false).name());
                    texts.put("reason", null);
                    texts.put("decided_at", null);
                }
                yield true;
            }
            default -> true;
        };
    }

    private static boolean ofObjection(Map<String, String> texts) {
        return List.of("true", "1").contains(String.valueOf(texts.get("for_objection")));
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
