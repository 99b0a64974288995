package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/**
 * A model as arrays, to be scored millions of times with other weights. Levels by gates are exact, since weights are whole
 * numbers; the index is a floating-point number, good for ranks.
 */
final class FlatModel {

    /** What a node without any counted child has for a level. */
    static final int EXEMPT = -1;
    /** Far below the distance of two indexes that differ, far above the error of adding a few hundred numbers. */
    static final double NOISE = 1e-9;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Bands> bandsOfLeaves = new ArrayList<>();
    private final List<int[]> children = new ArrayList<>();
    private final int highest;

    /** Answers as levels and indexes of the nodes; only the places of criteria are filled. */
    record Leaves(int[] levels, double[] indexes) {
    }

    FlatModel(MaturityModel model) {
        highest = model.highest();
        add(model.whole(), Bands.wholeLevels(highest));
    }

    /** Children come before their parent, so the whole is the last. */
    private int add(Node node, Bands inForce) {
        int[] places = new int[0];
        if (node instanceof Dimension dimension) {
            Bands bands = Scoring.bandsBelow(dimension, inForce);
            places = dimension.children().stream().mapToInt(child -> add(child, bands)).toArray();
        }
        nodes.add(node);
        bandsOfLeaves.add(inForce);
        children.add(places);
        return nodes.size() - 1;
    }

    int size() {
        return nodes.size();
    }

    long[] weights() {
        return nodes.stream().mapToLong(Node::weight).toArray();
    }

    Leaves leaves(Answers answers) {
        Leaves leaves = new Leaves(new int[size()], new double[size()]);
        for (int i = 0; i < size(); i++) {
            if (nodes.get(i) instanceof Criterion criterion) {
                Answer answer = answers.of(criterion.code()).orElse(null);
                if (answer instanceof Answer.Exempt) {
                    leaves.levels[i] = EXEMPT;
                } else if (answer != null) {
                    Ladder.Step step = Ladder.step(criterion, answer, bandsOfLeaves.get(i));
                    leaves.levels[i] = step.level();
                    leaves.indexes[i] = number(step.index());
                }
            }
        }
        return leaves;
    }

    /** Fills in the nodes above the leaves; the whole stands at the end. */
    void score(Leaves leaves, long[] weights) {
        long[] reached = new long[highest + 1];
        long[] possible = new long[size()];
        for (int i = 0; i < size(); i++) {
            if (nodes.get(i) instanceof Dimension dimension) {
                for (int child : children.get(i)) {
                    possible[i] += possible[child];
                }
                score(dimension, i, leaves, weights, reached, possible);
            } else {
                possible[i] = leaves.levels[i] == EXEMPT ? 0 : weights[i];
            }
        }
    }

    /** @param possible by node, the weights of the criteria at or below it that are not exempt */
    private long weight(int place, long[] weights, long[] possible) {
        return nodes.get(place) instanceof Dimension dimension && dimension.applicable() ? possible[place]
                : weights[place];
    }

    private void score(Dimension node, int place, Leaves leaves, long[] weights, long[] reached,
            long[] possible) {
        Arrays.fill(reached, 0);
        double sum = 0;
        int least = highest;
        int core = highest;
        for (int child : children.get(place)) {
            int level = leaves.levels[child];
            if (level != EXEMPT) {
                long weight = weight(child, weights, possible);
                for (int k = 0; k <= level; k++) {
                    reached[k] += weight;
                }
                sum += weight * leaves.indexes[child];
                least = Math.min(least, level);
                core = nodes.get(child).core() ? Math.min(core, level) : core;
            }
        }
        long total = reached[0];
        if (total == 0) {
            leaves.levels[place] = EXEMPT;
            leaves.indexes[place] = 0;
            return;
        }
        leaves.indexes[place] = sum / total;
        leaves.levels[place] = node.rule() instanceof Gate gate
                ? level(gate, reached, Math.min(core, atMost(gate, least)))
                : level((Bands) node.rule(), leaves.indexes[place]);
    }

    private int atMost(Gate gate, int least) {
        return gate.maxGap().isPresent() ? least + gate.maxGap().getAsInt() : highest;
    }

    private int level(Gate gate, long[] reached, int atMost) {
        int level = 0;
        for (int k = 1; k <= Math.min(highest, atMost); k++) {
            if (gate.at().holds(reached[k], reached[0])) {
                level = k;
            }
            if (!gate.below().holds(reached[k], reached[0])) {
                break;
            }
        }
        return level;
    }

    private int level(Bands bands, double index) {
        int level = 0;
        while (level < highest && number(bands.from(level + 1)) <= index + NOISE) {
            level++;
        }
        return level;
    }

    private static double number(Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }
}
