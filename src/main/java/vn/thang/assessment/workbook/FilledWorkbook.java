package vn.thang.assessment.workbook;

import java.text.Normalizer;
import java.util.Map;

/**
 * A workbook as it came back, whole and of the right round, agency and model.
 *
 * @param cells criterion code to what was filled in
 */
record FilledWorkbook(WorkbookManifest manifest, Map<String, Filled> cells) {

    /** What stands in the two cells of a criterion; null for an empty cell. */
    record Filled(String sheet, String value, String valueCell, String comment, String commentCell) {
    }

    /** A comment as every spreadsheet gives it back: one kind of line end, no control characters, nothing around it. */
    static String tidy(String comment) {
        if (comment == null) {
            return null;
        }
        String tidy = Normalizer.normalize(comment, Normalizer.Form.NFC).replaceAll("\r\n?", "\n")
                .replaceAll("[\\p{Cc}\uFFFE\uFFFF&&[^\n\t]]", "").strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
