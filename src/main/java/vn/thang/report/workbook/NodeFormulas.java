package vn.thang.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.Node;
import vn.thang.report.ListSheet;

/**
 * The rules of scoring as formulas of a spreadsheet over the answers and weights of the workbook. Only functions that
 * every spreadsheet knows; shares are compared in whole numbers, so nothing depends on rounding.
 */
public final class NodeFormulas {

    /** Marks in place of a level. Text is left out by SUMIF, SUMPRODUCT and MIN. */
    public static final String NOT_APPLICABLE = "–";
    static final String EXEMPT = "x";
    /** Stands in place of an answer that the reader may not see. */
    public static final String HIDDEN = "•";

    private final Nodes nodes;
    private final int highest;
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
        this.highest = nodes.model().highest();
        this.answers = "'" + answers + "'!";
        this.dimensions = "'" + dimensions + "'!";
        this.firstAnswer = firstAnswer;
        this.weightRow = weightRow;
        this.at = at;
    }

    /**
     * How a node follows from what the workbook shows.
     *
     * @param reached weight of the children at each level or above, from 1 on
     * @param total   weight of the children that count
     * @param core    lowest level of a core child that counts; empty when there is no core child
     * @param least   lowest level of any child that counts
     */
    record Formulas(List<RowFormula> reached, RowFormula total, Optional<RowFormula> core, RowFormula least,
            RowFormula index,
            RowFormula level) {
    }

    /**
     * @param sheet the sheet that the formulas of the node stand on
     * @return empty when level and index do not follow by formula
     */
    Optional<Formulas> of(Dimension node, ListSheet sheet) {
        boolean points = node.children().stream().anyMatch(NodeFormulas::isPoints);
        boolean follows = nodes.shown(node)
                && (!points
                        || node.rule() instanceof Bands && node.children().stream().allMatch(NodeFormulas::isPoints));
        if (!follows) {
            return Optional.empty();
        }
        UnaryOperator<String> cell = column -> sheet.letter(column) + RowFormula.OWN_ROW;
        List<String> reached = IntStream.rangeClosed(1, highest).mapToObj(level -> cell.apply("reached" + level))
                .toList();
        String core = core(node);
        return Optional.of(new Formulas(
                IntStream.rangeClosed(1, highest).mapToObj(level -> RowFormula.of(reached(node, level))).toList(),
                RowFormula.of(total(node)), Optional.ofNullable(core).map(RowFormula::of), RowFormula.of(least(node)),
                RowFormula.of(index(node, cell.apply("total"))),
                RowFormula.of(level(node, reached, cell.apply("total"), cell.apply("core"), cell.apply("least"),
                        cell.apply("index")))));
    }

    private String reached(Dimension node, int level) {
        return sum(node, run -> "SUMIF(" + run.levels() + ",\">=" + level + "\"," + run.weights() + ")");
    }

    private String total(Dimension node) {
        return sum(node, run -> "SUM(" + run.weights() + ")-SUMIF(" + run.levels() + ",\""
                + NOT_APPLICABLE + "\"," + run.weights() + ")-SUMIF(" + run.levels() + ",\"" + EXEMPT + "\","
                + run.weights() + ")");
    }

    private String core(Dimension node) {
        List<String> cells = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.core()) {
                String cell = run(List.of(child)).firstLevel();
                cells.add("IF(ISTEXT(" + cell + ")," + highest + ",SUM(" + cell + "))");
            }
        }
        return cells.isEmpty() ? null : "MIN(" + String.join(",", cells) + ")";
    }

    private String least(Dimension node) {
        List<String> runs = new ArrayList<>();
        for (List<Node> children : nodes.runs(node)) {
            String levels = run(children).levels();
            runs.add("IF(COUNTBLANK(" + levels + ")>0,0,IF(COUNT(" + levels + ")=0," + highest + ",MIN(" + levels
                    + ")))");
        }
        return "MIN(" + String.join(",", runs) + ")";
    }

    /** The weighted mean of the children; a points scale brings its points times the highest level. */
    private String index(Dimension node, String totalCell) {
        return "IF(" + totalCell + "=0,\"" + NOT_APPLICABLE + "\",(" + weightedSum(node)
                + ")/" + totalCell + ")";
    }

    private String weightedSum(Dimension node) {
        return sum(node, run -> run.points()
                ? highest + "*SUM(" + run.levels() + ")"
                : "SUMPRODUCT(" + run.indexes() + "," + run.weights() + ")");
    }

    /** The level by the gate, from the cells that hold the weights reached, or by the bands, from the index. */
    private String level(Dimension node, List<String> reached, String total, String core, String least, String index) {
        String formula = "0";
        for (int level = 1; level <= highest; level++) {
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

    private String sum(Dimension node, Function<Run, String> term) {
        return nodes.runs(node).stream().map(children -> term.apply(run(children)))
                .collect(Collectors.joining("+"));
    }

    private static boolean isPoints(Node node) {
        return node instanceof Criterion criterion && !criterion.scale().ofLevels();
    }

    private Run run(List<Node> children) {
        Node first = children.get(0);
        if (first instanceof Dimension) {
            String from = RowFormula.dimensionRow(nodes.rows().get(first.code()));
            String to = RowFormula.dimensionRow(nodes.rows().get(first.code()) + children.size() - 1);
            return new Run(dimensions + at.level() + from, range(dimensions, at.level(), from, at.level(), to),
                    range(dimensions, at.index(), from, at.index(), to),
                    range(dimensions, at.weight(), from, at.weight(), to), false);
        }
        int column = firstAnswer + nodes.columns().get(first.code());
        String from = CellReference.convertNumToColString(column);
        String to = CellReference.convertNumToColString(column + children.size() - 1);
        String levels = range(answers, from, RowFormula.ANSWER_ROW, to, RowFormula.ANSWER_ROW);
        return new Run(answers + from + RowFormula.ANSWER_ROW, levels, levels,
                answers + "$" + from + "$" + weightRow + ":$" + to + "$" + weightRow, isPoints(first));
    }

    private static String range(String sheet, String fromColumn, String fromRow, String toColumn, String toRow) {
        return sheet + fromColumn + fromRow + ":" + toColumn + toRow;
    }

    /** Cells of children that stand beside each other: their levels, indexes and weights. */
    private record Run(String firstLevel, String levels, String indexes, String weights, boolean points) {
    }
}
