package vn.thang.catalog.document;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.Texts;

/**
 * One fault of a file of the catalog, or of a model sent to the API.
 *
 * @param file      path within maturity-model/; empty for a model that came in a request
 * @param line      line counted from 1; 0 where there are no lines
 * @param column    column counted from 1; 0 where there are no lines
 * @param pointer   JSON pointer to the place
 * @param key       what is wrong: the text {@code catalog.fault.<key>}; its remedy is {@code catalog.remedy.<key>}
 * @param arguments what the text names
 */
public record Fault(String file, int line, int column, String pointer, String key, List<String> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** Returns the fault as a draft shows it, whose files lie beside each other and in no list. */
    public Fault ofDraft(String ref) {
        String name = file.startsWith(ref + "/") ? file.substring(ref.length() + 1) : file;
        return new Fault(name, line, column, pointer, key.equals("missing") ? "absent" : key, arguments);
    }

    /** Says what is wrong. */
    public String text(Locale locale) {
        return Texts.text(locale, "catalog.fault." + key, arguments.toArray());
    }

    /** Says what the author can do about it. */
    public String remedy(Locale locale) {
        return Texts.text(locale, "catalog.remedy." + key, arguments.toArray());
    }

    /** The whole fault on one line, as a log shows it. */
    public String line(Locale locale) {
        String place = file + (line > 0 ? ":" + line + ":" + column : "");
        return place + " " + (pointer.isEmpty() ? "/" : pointer) + " [" + key + "] " + text(locale) + " "
                + remedy(locale);
    }

    /** Returns the faults by file as they were read, then by line. */
    public static List<Fault> inOrder(List<Fault> faults) {
        List<String> files = faults.stream().map(Fault::file).distinct().toList();
        return faults.stream().sorted(Comparator.<Fault>comparingInt(fault -> files.indexOf(fault.file()))
                .thenComparingInt(Fault::line).thenComparingInt(Fault::column)).toList();
    }
}
