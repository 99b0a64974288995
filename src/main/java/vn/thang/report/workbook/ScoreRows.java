package vn.thang.report.workbook;

import java.util.Optional;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.report.Content;
import vn.thang.report.workbook.NodeFormulas.Formulas;

/** The cells that show how one node of one agency reached its level: formulas, with what they give today. */
public final class ScoreRows {

    private final Optional<Formulas> formulas;
    private final Dimension node;
    private final int highest;
    private final Scorecard scorecard;
    private final NodeScore score;
    private final RowFormula.Rows rows;

    ScoreRows(Optional<Formulas> formulas, Dimension node, int highest, Scorecard scorecard, RowFormula.Rows rows) {
        this.highest = highest;
        this.formulas = formulas;
        this.node = node;
        this.scorecard = scorecard;
        this.score = scorecard.node(node.code());
        this.rows = rows;
    }

    Content level() {
        Object level = score.exempt() ? NodeFormulas.NOT_APPLICABLE : Double.valueOf(score.level());
        return formulas.map(follow -> formula(follow.level(), level)).orElseGet(() -> fixed(level));
    }

    Content index() {
        Object index = score.exempt() ? NodeFormulas.NOT_APPLICABLE : Double.valueOf(number(score.index()));
        return formulas.map(follow -> formula(follow.index(), index)).orElseGet(() -> fixed(index));
    }

    Content reached(int level) {
        return formulas
                .map(follow -> formula(follow.reached().get(level - 1), score.exempt() ? 0.0 : score.reached(level)))
                .orElse(Content.BLANK);
    }

    /** What it weighs: what applies in it follows from its children, where they show it. */
    Content weight() {
        boolean follows = node.applicable() && node.children().stream()
                .allMatch(child -> !(child instanceof Dimension inner) || inner.applicable());
        return !node.applicable() ? Content.of(node.weight())
                : formulas.filter(follow -> follows).map(follow -> formula(follow.total(), (double) score.counts()))
                        .orElseGet(() -> Content.of(score.counts()));
    }

    Content total() {
        return formulas.map(follow -> formula(follow.total(), (double) score.weight())).orElse(Content.BLANK);
    }

    Content core() {
        return formulas.map(follow -> follow.core().map(core -> formula(core, (double) lowest(true)))
                .orElse(Content.of(highest))).orElse(Content.BLANK);
    }

    Content least() {
        return formulas.map(follow -> formula(follow.least(), (double) lowest(false))).orElse(Content.BLANK);
    }

    private int lowest(boolean coreOnly) {
        int lowest = highest;
        for (Node child : node.children()) {
            NodeScore of = scorecard.node(child.code());
            if ((child.core() || !coreOnly) && !of.exempt()) {
                lowest = Math.min(lowest, of.level());
            }
        }
        return lowest;
    }

    private Content formula(RowFormula formula, Object result) {
        return new Content.Formula(formula.at(rows), result);
    }

    private static Content fixed(Object value) {
        return value instanceof Double number ? Content.of(number) : Content.of((String) value);
    }

    public static double number(Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }
}
