package vn.thang.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.target.Confidence;
import vn.thang.platform.Texts;
import vn.thang.report.Content;
import vn.thang.report.ListSheet;
import vn.thang.report.ReportDefinition.SheetDefinition;
import vn.thang.report.ReportDefinition;
import vn.thang.report.ReportTexts;
import vn.thang.report.WorkbookStyles;

/** Fills the sheets of a round, one assessment after the other, so that memory stays flat. */
public final class RoundSheets {

    private final SXSSFWorkbook workbook;
    private final ReportDefinition definition;
    private final Subject subject;
    private final ReportTexts texts;
    private final WorkbookStyles styles;
    private final Nodes nodes;
    private final Map<String, Optional<NodeFormulas.Formulas>> formulas = new HashMap<>();
    private final Map<String, Criterion> criteria;
    private final Map<String, ListSheet> lists = new HashMap<>();
    private final Figures figures = new Figures();
    private int agencies;
    private int counted;
    private int hidden;

    public RoundSheets(SXSSFWorkbook workbook, ReportDefinition definition, Subject subject, ReportTexts texts) {
        this.workbook = workbook;
        this.definition = definition;
        this.subject = subject;
        this.texts = texts;
        this.styles = new WorkbookStyles(workbook);
        this.nodes = Nodes.of(subject.model(), subject.withRestricted());
        this.criteria = MaturityModel.criteriaBelow(subject.model().whole());
        List<String> shown = nodes.criteria().stream().map(Criterion::code).toList();
        for (SheetDefinition sheet : definition.sheets()) {
            Sheet created = workbook.createSheet(texts.text("sheets." + sheet.id() + ".name"));
            setUpPrint(created);
            if (sheet.rows().isPresent()) {
                lists.put(sheet.id(), new ListSheet(created, sheet, texts, styles, shown, subject.model().highest()));
            }
        }
        ListSheet dimensions = lists.get("dimensions");
        NodeFormulas follow = new NodeFormulas(nodes, lists.get("answers").name(), dimensions.name(),
                lists.get("answers").position("criterion"), ListSheet.EXPLANATION_ROW,
                new NodeFormulas.DimensionColumns(
                        dimensions.letter("weight"), dimensions.letter("level"), dimensions.letter("index")));
        nodes.dimensions().forEach(dimension -> formulas.put(dimension.code(), follow.of(dimension, dimensions)));
        formulas.put(subject.model().whole().code(), follow.of(subject.model().whole(), lists.get("agencies")));
        explain();
        workbook.setForceFormulaRecalculation(true);
    }

    private void explain() {
        for (Map.Entry<String, ListSheet> list : lists.entrySet()) {
            boolean weights = list.getKey().equals("answers") || list.getKey().equals("declared");
            String explanation = texts.text("sheets." + list.getKey() + ".explanation");
            list.getValue().explain(column -> {
                if (weights && column.item() != null) {
                    return Content.of(criteria.get(column.item()).weight());
                }
                return column.letter().equals("A") ? Content.of(explanation) : Content.BLANK;
            }, styles.of("note"));
        }
    }

    public static void setUpPrint(Sheet sheet) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setRight("&P / &N");
        sheet.getFooter().setLeft("&A");
    }

    /**
     * An agency with what its answers give. Without scorecards before they are handed in.
     *
     * @param answers as they count officially
     */
    record Scored(AssessmentInputs assessment, Map<String, CriterionInput> inputs, Answers answers, Scorecard official,
            Answers declaredAnswers, Scorecard declared, Confidence confidence) {
    }

    /** Touches no sheet, so that it can be done ahead. */
    public Scored scored(AssessmentInputs assessment) {
        if (!assessment.state().isHandedIn()) {
            return new Scored(assessment, Map.of(), null, null, null, null, null);
        }
        Map<String, CriterionInput> inputs = assessment.counted().forWhole(subject.model());
        Answers official = Inputs.answers(subject.model(), inputs, Column.OFFICIAL);
        Answers declared = Inputs.answers(subject.model(), inputs, Column.DECLARED);
        return new Scored(assessment, inputs, official, Scoring.score(subject.model(), official), declared,
                Scoring.score(subject.model(), declared),
                ScoredAssessment.Shares.of(subject.model(), inputs, assessment.readings()).confidence());
    }

    /**
     * Adds an agency: always to the list of agencies, and with its answers once they are handed in; answers how many
     * agencies there are now.
     */
    public int add(Scored scored) {
        write(scored);
        return agencies;
    }

    private void write(Scored scored) {
        AssessmentInputs assessment = scored.assessment();
        agencies++;
        figures.add(assessment.agencyType(), scored.official() != null);
        if (scored.official() == null) {
            lists.get("agencies").write(column -> agency(assessment, column.definition().value()));
            return;
        }
        counted++;
        hidden += subject.restricted().covers(assessment.agencyPath()) ? 0 : 1;
        figures.add(assessment.agencyType(), subject.model(), scored.official(), node -> isRounded(assessment, node));
        int answerRow = lists.get("answers").nextRow();
        int firstDimensionRow = lists.get("dimensions").nextRow();
        for (Dimension dimension : nodes.dimensions()) {
            ListSheet sheet = lists.get("dimensions");
            ScoreRows cells = new ScoreRows(formulas(assessment, dimension), dimension, subject.model().highest(),
                    scored.official(),
                    new RowFormula.Rows(answerRow, firstDimensionRow, sheet.nextRow()),
                    isRounded(assessment, dimension));
            sheet.write(column -> dimension(assessment, dimension, column.definition().value(), cells));
        }
        ListSheet sheet = lists.get("agencies");
        ScoreRows cells = new ScoreRows(formulas(assessment, subject.model().whole()), subject.model().whole(),
                subject.model().highest(), scored.official(),
                new RowFormula.Rows(answerRow, firstDimensionRow, sheet.nextRow()),
                isRounded(assessment, subject.model().whole()));
        sheet.write(column -> column.definition().value().equals("<confidence>")
                ? Content.of(Texts.text(texts.locale(), "target.confidence." + scored.confidence()))
                : whole(assessment, column.definition().value(), cells, scored.declared()));
        lists.get("answers").write(column -> answer(assessment, column, scored.answers(), scored.inputs()));
        lists.get("declared").write(column -> answer(assessment, column, scored.declaredAnswers(), scored.inputs()));
        causes(scored);
        comments(assessment);
    }

    /** Answers that count in the place of what the agency declared, each with its cause. */
    private void causes(Scored scored) {
        AssessmentInputs assessment = scored.assessment();
        for (Criterion criterion : nodes.criteria()) {
            if (!criterion.appliesTo(assessment.agencyType()) || hides(assessment, criterion)) {
                continue;
            }
            CriterionInput input = scored.inputs().get(criterion.code());
            Inputs.overruled(criterion, input).ifPresent(counted -> lists.get("causes")
                    .write(column -> switch (column.definition().value()) {
                        case "<criterion>" -> Content.of(criterion.code());
                        case "<cause>" -> Content.of(CountedWords.why(counted, input.declared(),
                                subject.modelTexts().criterion(criterion.code()), texts.locale()));
                        default -> agency(assessment, column.definition().value());
                    }));
        }
    }

    private boolean hides(AssessmentInputs assessment, Criterion criterion) {
        return criterion.restricted() && !subject.restricted().covers(assessment.agencyPath());
    }

    /** Whether answers that count in the node are hidden in the row of the agency. */
    private boolean isRounded(AssessmentInputs assessment, Dimension node) {
        return !subject.restricted().covers(assessment.agencyPath())
                && node.restricts();
    }

    /** No formula follows answers that are hidden. */
    private Optional<NodeFormulas.Formulas> formulas(AssessmentInputs assessment, Dimension node) {
        boolean shown = Nodes.isOpen(node) || subject.restricted().covers(assessment.agencyPath());
        return shown ? formulas.get(node.code()) : Optional.empty();
    }

    private Content agency(AssessmentInputs assessment, String value) {
        return switch (value) {
            case "<code>" -> Content.of(assessment.agencyCode());
            case "<name>" -> Content.of(assessment.agencyName());
            case "<type>" -> Content.of(texts.text("types." + assessment.agencyType()));
            case "<parent>" -> Content.of(assessment.parentName());
            case "<state>" -> Content.of(texts.text("states." + assessment.state()));
            case "<counts>" -> Content.of(1);
            case "<missing>" -> Content.of(assessment.state().isHandedIn() ? 0 : 1);
            default -> Content.BLANK;
        };
    }

    /** What the model does not say of the whole stays empty. */
    private Content whole(AssessmentInputs assessment, String value, ScoreRows cells, Scorecard declared) {
        boolean said = value.endsWith("index>") || value.equals("<total>") ? subject.model().hasIndex()
                : subject.model().hasLevel() || !value.matches("<(declared-)?level>|<reached-.*|<core>|<least>");
        return !said ? Content.BLANK : switch (value) {
            case "<declared-level>" -> Content.of(declared.whole().level());
            case "<declared-index>" -> Content.of(ScoreRows.number(ScoreRows.shown(
                    declared.whole().index(), isRounded(assessment, subject.model().whole()))));
            case "<code>", "<name>", "<type>", "<parent>", "<state>", "<counts>", "<missing>" ->
                agency(assessment, value);
            default -> score(value, cells);
        };
    }

    private Content dimension(AssessmentInputs assessment, Dimension dimension, String value, ScoreRows cells) {
        return switch (value) {
            case "<node>" -> Content.of(dimension.code());
            case "<node-name>" -> Content.of(subject.modelTexts().dimension(dimension.code()).name());
            case "<weight>" -> cells.weight();
            case "<code>", "<name>" -> agency(assessment, value);
            default -> score(value, cells);
        };
    }

    private static Content score(String value, ScoreRows cells) {
        return switch (value) {
            case "<level>" -> cells.level();
            case "<index>" -> cells.index();
            case "<total>" -> cells.total();
            case "<core>" -> cells.core();
            case "<least>" -> cells.least();
            default -> cells.reached(value.charAt("<reached-".length()) - '0');
        };
    }

    private Content answer(AssessmentInputs assessment, ListSheet.Column column, Answers answers,
            Map<String, CriterionInput> inputs) {
        if (column.item() == null) {
            return agency(assessment, column.definition().value());
        }
        Criterion criterion = criteria.get(column.item());
        if (hides(assessment, criterion)) {
            return Content.of(NodeFormulas.HIDDEN);
        }
        Answer answer = answers.of(column.item()).orElse(null);
        if (answer == null) {
            return Content.BLANK;
        }
        if (answer.exempt()) {
            return Content.of(criterion.appliesTo(assessment.agencyType()) ? NodeFormulas.EXEMPT
                    : NodeFormulas.NOT_APPLICABLE);
        }
        OptionalInt level = answer.ownLevel();
        return Content.of(level.isPresent() ? level.getAsInt() : criterion.scale().points(answer.written()));
    }

    private void comments(AssessmentInputs assessment) {
        for (Criterion criterion : nodes.criteria()) {
            String comment = assessment.comments().get(criterion.code());
            if (comment != null && !hides(assessment, criterion)) {
                lists.get("comments").write(column -> switch (column.definition().value()) {
                    case "<criterion>" -> Content.of(criterion.code());
                    case "<comment>" -> Content.of(comment);
                    default -> agency(assessment, column.definition().value());
                });
            }
        }
    }

    /** Writes what stands over the whole: about and summary. */
    public void finish() {
        SummarySheets summary = new SummarySheets(workbook, definition, subject, texts, styles, lists, nodes, figures);
        summary.about(agencies, counted, hidden);
        summary.tables();
        lists.values().forEach(list -> list.finish(styles));
        workbook.setActiveSheet(0);
    }
}
