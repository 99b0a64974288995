package vn.thang.assessment.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;

/** A workbook of Lào Cai with a few answers, and ways to fill it in by hand. */
public final class SampleWorkbook {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    static final Instant MADE = Instant.parse("2026-11-02T02:30:00Z");
    static final String COMMENT = "=CỘNG(A1) là chữ, không phải công thức\nDòng hai: “ngoặc”, _x0041_ & <thẻ>";

    private final Catalog catalog;
    private final MaturityModel model;
    private final AssessmentHead head;

    SampleWorkbook(Catalog catalog, String modelRef) {
        this.catalog = catalog;
        this.head = head("2026", "15", modelRef);
        this.model = catalog.model(modelRef).forAgencyType("province");
    }

    static SampleWorkbook national() {
        return new SampleWorkbook(new Catalog(Optional.empty()), "vn-dgm/1.0");
    }

    public static AssessmentHead head(String round, String agency, String modelRef) {
        return new AssessmentHead(1, AssessmentState.IN_PROGRESS, MADE, null, null, null, null, 1, round,
                "Đợt " + round, modelRef,
                LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), RoundState.OPEN, 1, agency, "Tỉnh Lào Cai",
                "province",
                "/1/15/", null, null);
    }

    public static GivenAnswer answer(String criterion, String value, String comment) {
        return new GivenAnswer(criterion, value, comment, "Minh", MADE, 3);
    }

    byte[] write(GivenAnswer... answers) {
        List<GivenAnswer> given = List.of(answers);
        Map<String, GivenAnswer> byCriterion = Arrays.stream(answers)
                .collect(Collectors.toMap(GivenAnswer::criterion, Function.identity()));
        List<AttachedEvidence> evidence = List.of(new AttachedEvidence(7, model.criteria().get(0).code(), 2, "FILE",
                "=Kế hoạch 214.pdf", null, null, 9L, "ab", "Minh", MADE));
        AssessmentView view = new AssessmentView(head,
                ScoredAssessment.of(model,
                        ScoredAssessment.inputs(model, given, evidence, Rulings.of(Map.of(), Map.of()))),
                byCriterion, evidence, byCriterion, Optional.of(head), Set.of("STR.2"), Map.of(), Map.of(),
                Set.of(), Set.of(), true);
        return AnswerWorkbook.write(view, catalog.texts(model, VIETNAMESE), hash(), VIETNAMESE, MADE);
    }

    FilledWorkbook read(byte[] content) {
        return read(content, head);
    }

    FilledWorkbook read(byte[] content, AssessmentHead of) {
        return AnswerWorkbookReader.read(content, of, hash(),
                catalog.model(of.modelRef()).forAgencyType(of.agencyType()));
    }

    String hash() {
        return catalog.hash(head.modelRef());
    }

    AssessmentHead head() {
        return head;
    }

    MaturityModel model() {
        return model;
    }

    /** Something that is done to an open workbook. */
    public interface Deed {
        void to(XSSFWorkbook workbook) throws IOException;
    }

    public static byte[] changed(byte[] content, Deed deed) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            deed.to(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The answer cell of a criterion. */
    public static Cell answer(XSSFWorkbook workbook, String criterion) {
        return row(workbook, criterion).getCell(AnswerWorkbook.ANSWER);
    }

    static Cell comment(XSSFWorkbook workbook, String criterion) {
        return row(workbook, criterion).getCell(AnswerWorkbook.COMMENT);
    }

    static Row row(XSSFWorkbook workbook, String criterion) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                Cell code = row.getCell(0);
                if (!sheet.getSheetName().equals(WorkbookManifest.SHEET) && code != null
                        && code.toString().equals(criterion)) {
                    return row;
                }
            }
        }
        throw new AssertionError(criterion);
    }

    static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + new CellAddress(cell).formatAsString();
    }
}
