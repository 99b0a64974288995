package vn.thang.report.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that a template of a report may hold: a name between two pairs of braces, such as {{row.code}}. What is asked of a
 * mark is whether its name is among these, so that no template can call, read or fetch anything.
 *
 * @param meanings by name, in the order in which they are explained
 */
public record FormMarks(Map<String, String> meanings) {

    /** What begins the names of the columns of a row, which is repeated for all rows. */
    public static final String ROW = "row.";
    static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Pattern MARK = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final int LONGEST = 80;

    /** A fault of a text, before its place is known. */
    record Fault(String kind, String word) {
    }

    /** Whether a text holds a column of a row. */
    static boolean ofRow(String text) {
        return MARK.matcher(text).results().anyMatch(mark -> mark.group(1).strip().startsWith(ROW));
    }

    /** Returns the name of the mark that is the whole text; empty where it is more or less than one. */
    static Optional<String> whole(String text) {
        Matcher matcher = MARK.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** Puts values in the place of marks; what a value brings along is no mark. */
    static String filled(String text, Function<String, String> values) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(values.apply(mark.group(1).strip())));
    }

    /** Finds the places of marks in a text. */
    static List<java.util.regex.MatchResult> in(String text) {
        return MARK.matcher(text).results().toList();
    }

    List<Fault> faults(String text, boolean rows) {
        List<Fault> faults = new ArrayList<>();
        for (java.util.regex.MatchResult mark : in(text)) {
            String name = mark.group(1).strip();
            if (!meanings.containsKey(name)) {
                faults.add(new Fault("unknown", shortened(mark.group())));
            } else if (name.startsWith(ROW) && !rows) {
                faults.add(new Fault("row-outside", shortened(mark.group())));
            }
        }
        String rest = MARK.matcher(text).replaceAll("");
        if (rest.contains(OPEN) || rest.contains(CLOSE)) {
            faults.add(new Fault("open", shortened(rest.strip())));
        }
        return faults;
    }

    static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "…";
    }
}
