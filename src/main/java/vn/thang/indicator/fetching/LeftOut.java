package vn.thang.indicator.fetching;

import java.util.Locale;
import vn.thang.platform.Texts;

/**
 * Something that a source gave and that was left out: one faulty value of a document, or an entry that is no published dataset.
 *
 * @param reason   why, a key of the texts below {@code connectors.left.}
 * @param what     the value as it stands there, or the name of the entry
 * @param detail   what was wrong about it, such as the type of an entry; empty for nothing more
 * @param document place among the documents of the run, from 1
 * @param line     in that document; 0 where it is not known
 */
public record LeftOut(String reason, String what, String detail, int document, int line) {

    private static final int LONGEST = 300;

    public LeftOut {
        what = cut(what);
        detail = cut(detail);
    }

    /** Makes an entry that is no published dataset. */
    public static LeftOut entry(String reason, String what, String detail, int document) {
        return new LeftOut(reason, what, detail, document, 0);
    }

    /** Says what was left out and why, with its place. */
    public String text(Locale locale) {
        String said = Texts.text(locale, "connectors.left." + reason, what, detail);
        return line == 0 ? said : Texts.text(locale, "connectors.left.line", document, line, said);
    }

    private static String cut(String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
