package vn.thang.report;

import static vn.thang.core.model.MaturityModel.HIGHEST_LEVEL;

import java.util.ArrayList;
import java.util.List;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;

/** The cells that show how one node of one agency reached its level: formulas, with what they give today. */
final class ScoreRows {

    private final NodeFormulas formulas;
    private final Dimension node;
    private final Scorecard scorecard;
    private final NodeScore score;
    private final int answerRow;
    private final int firstDimensionRow;
    private final ListSheet sheet;
    private final int row;
    private final boolean follows;

    /**
     * @param answerRow         row of the agency on the sheet of answers
     * @param firstDimensionRow first row of the agency's block on the sheet of dimensions
     * @param sheet             sheet that the cells stand on
     * @param row               row of the cells there
     */
    ScoreRows(NodeFormulas formulas, Dimension node, Scorecard scorecard, int answerRow, int firstDimensionRow,
            ListSheet sheet, int row) {
        this.formulas = formulas;
        this.node = node;
        this.scorecard = scorecard;
        this.score = scorecard.node(node.code());
        this.answerRow = answerRow;
        this.firstDimensionRow = firstDimensionRow;
        this.sheet = sheet;
        this.row = row;
        this.follows = formulas.follow(node);
    }

    Content level() {
        Object level = score.exempt() ? NodeFormulas.NOT_APPLICABLE : Double.valueOf(score.level());
        if (!follows) {
            return fixed(level);
        }
        List<String> reached = new ArrayList<>();
        for (int k = 1; k <= HIGHEST_LEVEL; k++) {
            reached.add(cell("reached" + k));
        }
        return new Content.Formula(
                formulas.level(node, reached, cell("total"), cell("core"), cell("least"), cell("index")), level);
    }

    Content index() {
        Object index = score.exempt() ? NodeFormulas.NOT_APPLICABLE : Double.valueOf(number(score.index()));
        return follows
                ? new Content.Formula(formulas.index(node, cell("total"), answerRow, firstDimensionRow), index)
                : fixed(index);
    }

    Content reached(int level) {
        if (!follows) {
            return Content.BLANK;
        }
        double weight = score.exempt() ? 0 : number(score.shares().get(level - 1).times(weightInAll()));
        return new Content.Formula(formulas.reached(node, level, answerRow, firstDimensionRow), weight);
    }

    Content total() {
        return follows
                ? new Content.Formula(formulas.total(node, answerRow, firstDimensionRow), (double) weightInAll())
                : Content.BLANK;
    }

    Content core() {
        if (!follows) {
            return Content.BLANK;
        }
        String formula = formulas.core(node, answerRow, firstDimensionRow);
        return formula == null ? Content.of(HIGHEST_LEVEL) : new Content.Formula(formula, (double) lowest(true));
    }

    Content least() {
        return follows
                ? new Content.Formula(formulas.least(node, answerRow, firstDimensionRow), (double) lowest(false))
                : Content.BLANK;
    }

    private int lowest(boolean coreOnly) {
        return node.children().stream().filter(child -> child.core() || !coreOnly)
                .map(child -> scorecard.node(child.code())).filter(child -> !child.exempt())
                .mapToInt(NodeScore::level).min().orElse(HIGHEST_LEVEL);
    }

    private long weightInAll() {
        long weight = 0;
        for (Node child : node.children()) {
            if (!scorecard.node(child.code()).exempt()) {
                weight += child.weight();
            }
        }
        return weight;
    }

    private String cell(String column) {
        return sheet.letter(column) + row;
    }

    private static Content fixed(Object value) {
        return value instanceof Double number ? Content.of(number) : Content.of((String) value);
    }

    static double number(Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }
}
