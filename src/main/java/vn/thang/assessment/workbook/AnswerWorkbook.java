package vn.thang.assessment.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;

/**
 * The workbook in which an agency answers without network: a sheet for each dimension, a row for each criterion. Only
 * answers and comments can be written; what it was made from stands on a hidden sheet.
 */
final class AnswerWorkbook {

    static final int CODE = 0;
    static final int QUESTION = 1;
    static final int STATEMENTS = 2;
    static final int LAST = 3;
    static final int ANSWER = 4;
    static final int COMMENT = 5;
    private static final int EVIDENCE = 6;
    static final int HEAD_ROW = 1;
    static final int FIRST_ROW = 2;

    private static final int[] WIDTHS = {9, 30, 82, 16, 13, 42, 28, 28};
    private static final List<String> HEADS = List.of("code", "question", "statements", "last", "answer", "comment",
            "evidence",
            "counted");
    private static final float LINE = 13.5f;
    private static final float HIGHEST = 400;
    private static final int STEPS = 6;
    private static final String ESCAPE_LIKE = "_x(?=[0-9A-Fa-f]{4}_)";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final AnswerWorkbookStyles styles = new AnswerWorkbookStyles(workbook);
    private final AssessmentView view;
    private final ModelTexts texts;
    private final Locale locale;
    private final List<WorkbookManifest.Base> bases = new ArrayList<>();

    private AnswerWorkbook(AssessmentView view, ModelTexts texts, Locale locale) {
        this.view = view;
        this.texts = texts;
        this.locale = locale;
    }

    /** @param made the time that the workbook names */
    static byte[] write(AssessmentView view, ModelTexts texts, String modelHash, Locale locale, Instant made) {
        AnswerWorkbook writer = new AnswerWorkbook(view, texts, locale);
        try (XSSFWorkbook workbook = writer.workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.first(made);
            for (Dimension dimension : view.scored().model().dimensions()) {
                writer.dimension(dimension);
            }
            AssessmentHead head = view.head();
            XSSFSheet hidden = workbook.createSheet(WorkbookManifest.SHEET);
            new WorkbookManifest(head.roundCode(), head.agencyCode(), head.modelRef(), modelHash, made, writer.bases)
                    .write(hidden);
            hidden.enableLocking();
            workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
            workbook.lockStructure();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the workbook is and how it is filled. */
    private void first(Instant made) {
        AssessmentHead head = view.head();
        XSSFSheet sheet = workbook.createSheet(text("first"));
        sheet.setColumnWidth(0, 24 * 256);
        sheet.setColumnWidth(1, 90 * 256);
        put(sheet.createRow(0), 0, text("title"), styles.title());
        String[][] facts = {{"agency", head.agencyName() + " (" + head.agencyCode() + ")"},
                {"round", head.roundName() + " (" + head.roundCode() + ")"},
                {"due", Texts.day(locale, head.dueOn())},
                {"model", texts.title() + " (" + head.modelRef() + ")"},
                {"made", Texts.moment(locale, made)}};
        int row = 2;
        for (String[] fact : facts) {
            Row line = sheet.createRow(row++);
            put(line, 0, text("first." + fact[0]), styles.strong());
            put(line, 1, fact[1], styles.note());
        }
        put(sheet.createRow(++row), 0, text("how"), styles.strong());
        for (int step = 1; step <= STEPS; step++) {
            Row line = sheet.createRow(++row);
            put(line, 0, String.valueOf(step), styles.note());
            put(line, 1, text("how." + step), styles.note());
            line.setHeightInPoints(LINE * lines(text("how." + step), 90) + 4);
        }
        finish(sheet);
    }

    private void dimension(Dimension dimension) {
        List<String> codes = MaturityModel.criteriaBelow(dimension).values().stream().filter(view::shows)
                .map(Criterion::code).toList();
        if (codes.isEmpty()) {
            return;
        }
        ModelTexts.DimensionText words = texts.dimension(dimension.code());
        XSSFSheet sheet = workbook
                .createSheet(WorkbookUtil.createSafeSheetName(dimension.code() + " " + words.shortName(), ' ').strip());
        put(sheet.createRow(0), 0, words.name(), styles.title());
        Row heads = sheet.createRow(HEAD_ROW);
        for (int i = 0; i < HEADS.size(); i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
            put(heads, i, text("column." + HEADS.get(i)), styles.head());
        }
        HeadRow.fit(heads);
        int row = FIRST_ROW;
        for (String code : codes) {
            criterion(sheet, row++, Question.of(view, code, texts));
        }
        sheet.createFreezePane(QUESTION + 1, FIRST_ROW);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:" + FIRST_ROW));
        finish(sheet);
    }

    private void criterion(XSSFSheet sheet, int at, Question question) {
        Row row = sheet.createRow(at);
        GivenAnswer answer = question.answer();
        String asked = question.text().name() + "\n" + question.text().question();
        String statements = question.choices().stream().map(choice -> choice.statement().isEmpty()
                ? choice.value() + " – " + choice.title()
                : choice.value() + " – " + choice.title() + ": " + choice.statement())
                .collect(Collectors.joining("\n"));
        String last = question.last() == null || question.last().value() == null ? text("last.none")
                : question.last().value() + " – " + question.chosen() + (question.apart() ? "\n" + Texts.text(locale,
                        "assessment.last-apart", view.lastHead().orElseThrow().modelRef()) : "");
        String evidence = question.needs().stream().flatMap(need -> need.attached().stream())
                .map(item -> Texts.text(locale, "assessment.level", item.level()) + ": " + item.title())
                .collect(Collectors.joining("\n"));
        String comment = answer == null ? null : FilledWorkbook.tidy(answer.comment());
        String[] words = {question.code(), asked, statements, last, null, comment, evidence,
                CountedWords.why(view, question.code(), texts, locale)};
        int lines = 2;
        for (int i = 0; i < words.length; i++) {
            put(row, i, words[i], i == COMMENT ? styles.comment() : i == CODE ? styles.strong() : styles.text());
            lines = Math.max(lines, words[i] == null ? 0 : lines(words[i], WIDTHS[i]));
        }
        Cell cell = row.createCell(ANSWER);
        cell.setCellStyle(styles.answer());
        String value = answer == null ? null : answer.value();
        if (value != null && question.levels()) {
            cell.setCellValue(question.level());
        } else if (value != null) {
            cell.setCellValue(value);
        }
        row.setHeightInPoints(Math.min(HIGHEST, LINE * lines + 4));
        AnswerWorkbookStyles.offer(sheet, at, question.choices().stream().map(Question.Choice::value).toList(),
                text("offer.title"), text("offer.text"), text("offer.refused"));
        AnswerWorkbookStyles.limitComment(sheet, at, text("column.comment"),
                Texts.text(locale, "assessment.comment-too-long", AssessmentWorkflow.LONGEST_COMMENT));
        bases.add(new WorkbookManifest.Base(question.code(), sheet.getSheetName(), at, value, comment,
                question.version(), fingerprint(question.code(), asked, statements)));
    }

    /**
     * Returns the fingerprint of what nobody may change in a row; how a spreadsheet breaks the lines does not matter.
     */
    static String fingerprint(String... locked) {
        return EvidenceFile
                .sha256(String.join(" ", locked).replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(text.replaceAll(ESCAPE_LIKE, "_x005F_x"));
        }
    }

    private static int lines(String text, int width) {
        return text.lines().mapToInt(line -> Math.max(1, (line.length() + width - 1) / width)).sum();
    }

    /** Locked, and printed on A4 across, all columns on a page. */
    private static void finish(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setCenter("&A · &P/&N");
    }

    private String text(String key) {
        return Texts.text(locale, "workbook." + key);
    }
}
