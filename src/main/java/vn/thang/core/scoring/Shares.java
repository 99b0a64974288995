package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.List;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.Node;

/**
 * The weights of a node's counted children by level, on which the gate decides.
 *
 * @param reached weight of the children at level k or above, at position k - 1
 */
record Shares(List<Node> children, List<NodeScore> scores, long[] reached, long total) {

    static Shares of(List<Node> children, List<NodeScore> scores, int highest) {
        long[] reached = new long[highest];
        long total = 0;
        for (NodeScore score : scores) {
            total += score.counts();
            for (int k = 1; k <= score.level(); k++) {
                reached[k - 1] += score.counts();
            }
        }
        return new Shares(children, scores, reached, total);
    }

    List<Fraction> fractions() {
        List<Fraction> fractions = new ArrayList<>();
        for (long weight : reached) {
            fractions.add(Fraction.of(weight, total));
        }
        return fractions;
    }

    /** The greatest level that the gate finds reached, 0 when none is. */
    int level(Gate gate) {
        int level = reached.length;
        while (level > 0 && !isReached(gate, level)) {
            level--;
        }
        return level;
    }

    private boolean isReached(Gate gate, int level) {
        if (!gate.at().holds(reached[level - 1], total)) {
            return false;
        }
        for (int j = 1; j < level; j++) {
            if (!gate.below().holds(reached[j - 1], total)) {
                return false;
            }
        }
        for (int i = 0; i < children.size(); i++) {
            int child = scores.get(i).level();
            if (children.get(i).core() && child < level
                    || gate.maxGap().isPresent() && child < level - gate.maxGap().getAsInt()) {
                return false;
            }
        }
        return true;
    }

    /** Every condition of the level that fails: lower levels first, then the level itself, core children, gaps. */
    List<Unmet> unmet(Gate gate, int level) {
        List<Unmet> unmet = new ArrayList<>();
        for (int j = 1; j <= level; j++) {
            Comparison required = j < level ? gate.below() : gate.at();
            if (!required.holds(reached[j - 1], total)) {
                unmet.add(new Unmet.ShareShort(j, j < level, reached[j - 1], total, required, below(j)));
            }
        }
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).core() && scores.get(i).level() < level) {
                unmet.add(new Unmet.CoreBelow(level, children.get(i).code(), scores.get(i).level()));
            }
        }
        if (gate.maxGap().isPresent()) {
            int atLeast = level - gate.maxGap().getAsInt();
            for (int i = 0; i < children.size(); i++) {
                if (scores.get(i).level() < atLeast) {
                    unmet.add(new Unmet.GapTooWide(level, children.get(i).code(), scores.get(i).level(), atLeast));
                }
            }
        }
        return unmet;
    }

    private List<String> below(int level) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            if (scores.get(i).level() < level) {
                codes.add(children.get(i).code());
            }
        }
        return codes;
    }
}
