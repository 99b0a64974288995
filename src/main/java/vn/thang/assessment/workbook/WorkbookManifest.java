package vn.thang.assessment.workbook;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.form.HandedInContent;

/**
 * What a workbook for answering without network says of itself, on a sheet that nobody sees: whose it is, of which round and
 * model, and every answer as it was when the workbook was made.
 *
 * @param model reference of the model version
 * @param made  the time of making
 */
record WorkbookManifest(String round, String agency, String model, String modelHash, Instant made, List<Base> bases) {

    static final String SHEET = "_thang";
    static final String FORMAT = "thang-answers-1";
    private static final int FIRST_BASE = 9;
    private static final int MOST_BASES = 2_000;

    /**
     * A criterion with its place and its answer as downloaded.
     *
     * @param row  counted from 0
     * @param text fingerprint of the question and its statements
     */
    record Base(String criterion, String sheet, int row, String value, String comment, int version, String text) {
    }

    /** SHA-256 over everything here. */
    String checksum() {
        StringBuilder all = new StringBuilder();
        HandedInContent.add(all, FORMAT, round, agency, model, modelHash, made.toString());
        bases.forEach(base -> HandedInContent.add(all, base.criterion, base.sheet, String.valueOf(base.row), base.value,
                base.comment, String.valueOf(base.version), base.text));
        return EvidenceFile.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    void write(Sheet sheet) {
        String[][] facts = {{"format", FORMAT}, {"round", round}, {"agency", agency}, {"model", model},
                {"model-hash", modelHash},
                {"made", made.toString()}, {"checksum", checksum()}};
        for (int i = 0; i < facts.length; i++) {
            write(sheet.createRow(i), facts[i]);
        }
        int row = FIRST_BASE;
        for (Base base : bases) {
            write(sheet.createRow(row++), base.criterion, base.sheet, String.valueOf(base.row), base.value,
                    encoded(base.comment),
                    String.valueOf(base.version), base.text);
        }
    }

    private static void write(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    static boolean hasFormat(Sheet sheet) {
        return FORMAT.equals(text(sheet, 0, 1));
    }

    /** Empty when something on the sheet is not what was written there. */
    static Optional<WorkbookManifest> read(Sheet sheet) {
        try {
            List<Base> bases = new ArrayList<>();
            for (int i = FIRST_BASE; text(sheet, i, 0) != null && bases.size() < MOST_BASES; i++) {
                bases.add(new Base(text(sheet, i, 0), text(sheet, i, 1), Integer.parseInt(text(sheet, i, 2)),
                        text(sheet, i, 3),
                        decoded(text(sheet, i, 4)), Integer.parseInt(text(sheet, i, 5)), text(sheet, i, 6)));
            }
            WorkbookManifest manifest = new WorkbookManifest(text(sheet, 1, 1), text(sheet, 2, 1), text(sheet, 3, 1),
                    text(sheet, 4, 1), Instant.parse(Objects.requireNonNullElse(text(sheet, 5, 1), "")), bases);
            return manifest.checksum().equals(text(sheet, 6, 1)) ? Optional.of(manifest) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(Sheet sheet, int row, int column) {
        Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING || cell.getStringCellValue().isEmpty()
                ? null : cell.getStringCellValue();
    }

    /** Line ends and rare signs of a comment survive any spreadsheet in this form. */
    private static String encoded(String comment) {
        return comment == null ? null : Base64.getEncoder().encodeToString(comment.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return text == null ? null : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
