package vn.thang.report;

import static vn.thang.core.model.MaturityModel.HIGHEST_LEVEL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.Node;

/**
 * The rules of scoring as formulas of a spreadsheet over the answers and weights of the workbook. Only functions that
 * every spreadsheet knows; shares are compared in whole numbers, so nothing depends on rounding.
 */
final class NodeFormulas {

    /** Marks in place of a level. Text is left out by SUMIF, SUMPRODUCT and MIN. */
    static final String NOT_APPLICABLE = "–";
    static final String EXEMPT = "x";

    private final Nodes nodes;
    private final String answers;
    private final String dimensions;
    private final int firstAnswer;
    private final int weightRow;
    private final DimensionColumns at;

    /** Letters of the columns on the sheet of dimensions that formulas of parents read. */
    record DimensionColumns(String weight, String level, String index) {
    }

    /**
     * @param answers     name of the sheet of answers
     * @param firstAnswer column of the first criterion there, from 0
     * @param weightRow   row of the weights there, from 1
     */
    NodeFormulas(Nodes nodes, String answers, String dimensions, int firstAnswer, int weightRow, DimensionColumns at) {
        this.nodes = nodes;
        this.answers = "'" + answers + "'!";
        this.dimensions = "'" + dimensions + "'!";
        this.firstAnswer = firstAnswer;
        this.weightRow = weightRow;
        this.at = at;
    }

    /** Whether the level and the index of the node follow by formula from what the workbook shows. */
    boolean follow(Dimension node) {
        boolean points = node.children().stream().anyMatch(NodeFormulas::isPoints);
        return nodes.shown(node) && (!points || node.rule() instanceof Bands && node.children().stream().allMatch(NodeFormulas::isPoints));
    }

    /** Weight of the children at the level or above. */
    String reached(Dimension node, int level, int answerRow, int firstDimensionRow) {
        return sum(node, answerRow, firstDimensionRow,
                run -> "SUMIF(" + run.levels() + ",\">=" + level + "\"," + run.weights() + ")");
    }

    /** Weight of the children that count. */
    String total(Dimension node, int answerRow, int firstDimensionRow) {
        return sum(node, answerRow, firstDimensionRow, run -> "SUM(" + run.weights() + ")-SUMIF(" + run.levels() + ",\""
                + NOT_APPLICABLE + "\"," + run.weights() + ")-SUMIF(" + run.levels() + ",\"" + EXEMPT + "\","
                + run.weights() + ")");
    }

    /** Lowest level of a core child that counts; 5 when there is none. */
    String core(Dimension node, int answerRow, int firstDimensionRow) {
        List<String> cells = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.core()) {
                String cell = run(List.of(child), answerRow, firstDimensionRow).firstLevel();
                cells.add("IF(ISTEXT(" + cell + ")," + HIGHEST_LEVEL + ",SUM(" + cell + "))");
            }
        }
        return cells.isEmpty() ? null : "MIN(" + String.join(",", cells) + ")";
    }

    /** Lowest level of any child that counts. */
    String least(Dimension node, int answerRow, int firstDimensionRow) {
        List<String> runs = new ArrayList<>();
        for (List<Node> children : nodes.runs(node)) {
            String levels = run(children, answerRow, firstDimensionRow).levels();
            runs.add("IF(COUNTBLANK(" + levels + ")>0,0,IF(COUNT(" + levels + ")=0," + HIGHEST_LEVEL + ",MIN(" + levels + ")))");
        }
        return "MIN(" + String.join(",", runs) + ")";
    }

    /** The weighted mean of the children; a points scale brings five times its points. */
    String index(Dimension node, String totalCell, int answerRow, int firstDimensionRow) {
        return "IF(" + totalCell + "=0,\"" + NOT_APPLICABLE + "\",(" + weightedSum(node, answerRow, firstDimensionRow)
                + ")/" + totalCell + ")";
    }

    private String weightedSum(Dimension node, int answerRow, int firstDimensionRow) {
        return sum(node, answerRow, firstDimensionRow, run -> run.points()
                ? HIGHEST_LEVEL + "*SUM(" + run.levels() + ")"
                : "SUMPRODUCT(" + run.indexes() + "," + run.weights() + ")");
    }

    /** The level by the gate, from the cells that hold the weights reached, or by the bands, from the index. */
    String level(Dimension node, List<String> reached, String total, String core, String least, String index) {
        String formula = "0";
        for (int level = 1; level <= HIGHEST_LEVEL; level++) {
            String condition = node.rule() instanceof Gate gate
                    ? gate(gate, level, reached, total, core, least)
                    : index + ">=" + decimal(((Bands) node.rule()).from(level)) + "-1E-12";
            formula = "IF(" + condition + "," + level + "," + formula + ")";
        }
        return "IF(" + total + "=0,\"" + NOT_APPLICABLE + "\"," + formula + ")";
    }

    private static String gate(Gate gate, int level, List<String> reached, String total, String core, String least) {
        List<String> conditions = new ArrayList<>();
        conditions.add(comparison(gate.at(), reached.get(level - 1), total));
        for (int lower = 1; lower < level; lower++) {
            conditions.add(comparison(gate.below(), reached.get(lower - 1), total));
        }
        conditions.add(core + ">=" + level);
        if (gate.maxGap().isPresent()) {
            conditions.add(least + ">=" + (level - gate.maxGap().getAsInt()));
        }
        return "AND(" + String.join(",", conditions) + ")";
    }

    private static String comparison(Comparison comparison, String part, String whole) {
        return part + "*10000" + (comparison.strict() ? ">" : ">=") + comparison.basisPoints() + "*" + whole;
    }

    private static String decimal(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }

    private String sum(Dimension node, int answerRow, int firstDimensionRow, java.util.function.Function<Run, String> term) {
        return nodes.runs(node).stream().map(children -> term.apply(run(children, answerRow, firstDimensionRow)))
                .collect(Collectors.joining("+"));
    }

    private static boolean isPoints(Node node) {
        return node instanceof Criterion criterion && criterion.scale() instanceof AnswerScale.Points;
    }

    private Run run(List<Node> children, int answerRow, int firstDimensionRow) {
        Node first = children.get(0);
        if (first instanceof Dimension) {
            int from = firstDimensionRow + nodes.rows().get(first.code());
            int to = from + children.size() - 1;
            return new Run(dimensions + at.level() + from, range(dimensions, at.level(), from, at.level(), to),
                    range(dimensions, at.index(), from, at.index(), to),
                    range(dimensions, at.weight(), from, at.weight(), to), false);
        }
        int column = firstAnswer + nodes.columns().get(first.code());
        String from = CellReference.convertNumToColString(column);
        String to = CellReference.convertNumToColString(column + children.size() - 1);
        String levels = range(answers, from, answerRow, to, answerRow);
        return new Run(answers + from + answerRow, levels, levels,
                answers + "$" + from + "$" + weightRow + ":$" + to + "$" + weightRow, isPoints(first));
    }

    private static String range(String sheet, String fromColumn, int fromRow, String toColumn, int toRow) {
        return sheet + fromColumn + fromRow + ":" + toColumn + toRow;
    }

    /** Cells of children that stand beside each other: their levels, indexes and weights. */
    private record Run(String firstLevel, String levels, String indexes, String weights, boolean points) {
    }
}
