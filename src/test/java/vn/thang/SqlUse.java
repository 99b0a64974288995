package vn.thang;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name that stands in a statement of a class where a table stands. Statements are found among the constants of
 * compiled classes, so it is one whether they are text blocks, are put together of pieces, or belong to an annotation.
 *
 * @param name   the name as it is written: of a table, or of an entity in a statement of Jakarta Persistence
 * @param writes whether the statement changes the table
 * @param sure   whether the name must be one of a table: the statement is written in capitals, as all are
 */
record SqlUse(String feature, String type, String name, boolean writes, boolean sure) {

    /** Stands for a name that is put into the statement when the program runs. */
    static final String UNKNOWN = "?";

    private static final String PLACE = "(?<!\\bFOR )(?<!\\bKEY )"
            + "\\b(DELETE(?:\\s+\\w+)?\\s+FROM|FROM|JOIN|INTO|UPDATE|TRUNCATE(?:\\s+TABLE)?)"
            + "(?:\\s+(\\w++(?!\\.)|\\u0001|<\\w+>|%s)(\\s*\\()?|\\s*$)";
    private static final Pattern IN_CAPITALS = Pattern.compile(PLACE);
    private static final Pattern IN_ANY_LETTERS = Pattern.compile(PLACE, Pattern.CASE_INSENSITIVE);
    private static final Pattern STATEMENT = Pattern.compile("\\b(select|insert|update|delete)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MORE = Pattern.compile("\\G(?:\\s+(?:AS\\s+)?\\w+)?\\s*,\\s*(\\w+)(?![\\w.(])");
    private static final Pattern NAMED_QUERY = Pattern.compile("(\\w+)(?:\\s*\\([\\w\\s,]*\\))?\\s+AS\\s*\\(");
    private static final Set<String> NO_TABLES = Set.of("FETCH", "SKIP", "SELECT", "LATERAL", "NOWAIT", "DUAL");

    /** How many bytes follow the tag of a constant, by the specification of the class file. */
    private static final Map<Integer, Integer> SIZES = Map.ofEntries(Map.entry(3, 4), Map.entry(4, 4),
            Map.entry(5, 8), Map.entry(6, 8), Map.entry(7, 2), Map.entry(8, 2), Map.entry(9, 4), Map.entry(10, 4),
            Map.entry(11, 4), Map.entry(12, 4), Map.entry(15, 3), Map.entry(16, 2), Map.entry(17, 4), Map.entry(18, 4),
            Map.entry(19, 2), Map.entry(20, 2));

    /** Returns what the statements of all classes below the folder name. */
    static List<SqlUse> in(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve("vn/thang"))) {
            return files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> {
                String type = classes.relativize(file).toString().replaceAll("\\.class$|\\$.*", "").replace('/', '.');
                return constants(file).stream().flatMap(text -> in(type, text).stream());
            }).distinct().toList();
        }
    }

    /** Returns the names that statements give to queries of their own, by which a statement then reads. */
    static Set<String> namedQueries(Path classes) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes.resolve("vn/thang"))) {
            files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> constants(file).stream())
                    .flatMap(text -> NAMED_QUERY.matcher(text).results()).forEach(named -> names.add(named.group(1)));
        }
        return names;
    }

    /** Returns what one text names. */
    static List<SqlUse> in(String type, String text) {
        List<SqlUse> found = new ArrayList<>();
        Pattern places = STATEMENT.matcher(text).find() ? IN_ANY_LETTERS : IN_CAPITALS;
        places.matcher(text).results().filter(place -> text.contains(" ")).forEach(place -> {
            boolean writes = !place.group(1).matches("(?i)FROM|JOIN");
            boolean capitals = place.group(1).equals(place.group(1).toUpperCase(Locale.ROOT));
            String name = place.group(2) == null || !place.group(2).matches("\\w+") ? UNKNOWN : place.group(2);
            if (!NO_TABLES.contains(name)) {
                boolean function = place.group(3) != null && !writes;
                found.add(new SqlUse(feature(type), type, name, writes, capitals && !function));
            }
            if (place.group(1).equalsIgnoreCase("FROM") && !name.equals(UNKNOWN)) {
                Matcher more = MORE.matcher(text).region(place.end(2), text.length());
                while (more.find()) {
                    found.add(new SqlUse(feature(type), type, more.group(1), false, false));
                }
            }
        });
        return found;
    }

    /** Returns the part of the package below vn.thang, whatever room the class is in. */
    static String feature(String type) {
        String[] parts = type.split("\\.");
        return parts.length > 3 ? parts[2] : "";
    }

    /** Returns all text constants of a class file, names of its members among them. */
    static List<String> constants(Path file) {
        List<String> texts = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file); DataInputStream in = new DataInputStream(bytes)) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int constant = 1; constant < count; constant++) {
                int tag = in.readUnsignedByte();
                if (tag == 1) {
                    texts.add(in.readUTF());
                } else {
                    in.skipNBytes(SIZES.get(tag));
                    constant += tag == 5 || tag == 6 ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
