package vn.thang.report.room;

import java.util.Locale;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Texts;

/**
 * Puts the values of reports into words of a language.
 *
 * @param modelRef version of the model whose criteria and dimensions are named; null where a report has no round
 */
record ReportWords(Catalog catalog, String modelRef, Locale language) {

    /** What is named by the catalogue and not by a text of ours. */
    static final Set<String> NAMES = Set.of("criterion", "dimension", "indicator", "source", "target", "group");

    /** Stands in the place of a dimension for all of them together. */
    private static final String WHOLE = "*";

    /** Returns the words for a value; the value itself where the catalogue no longer knows it. */
    String of(String words, String value) {
        try {
            return switch (words) {
                case "criterion" -> catalog.texts(modelRef, language).criterion(value).name();
                case "dimension" -> value.equals(WHOLE) ? Texts.text(language, "agreement.whole")
                        : catalog.texts(modelRef, language).dimension(value).name();
                case "indicator" -> catalog.programmeTexts(language).indicator(value).name();
                case "source" -> catalog.programmeTexts(language).source(value);
                case "target" -> catalog.programmeTexts(language).target(value).name();
                case "group" -> catalog.programmeTexts(language).group(value);
                default -> Texts.text(language, words + value);
            };
        } catch (RuntimeException unknown) {
            return value;
        }
    }
}
