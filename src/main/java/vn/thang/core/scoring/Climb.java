package vn.thang.core.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/**
 * A node as it is climbed: what the best plan is that brings it to a level. Exempt nodes are left out.
 *
 * <p>A gate asks of its children only whether they stand at the level k, at k - 1, and as high as core and gap demand; so
 * the node needs no more of a child than its best plans to these levels, and of the weights no more than the sums at k and
 * at k - 1: as shares never rise with the level, the share at k - 1 stands for all lower ones. Bands ask for the index
 * alone, and that is a weighted sum over all criteria below, however deep. Both are a {@link Cover}.
 */
sealed interface Climb {

    /** The best plan that brings the node to a level; null when there is none. */
    Plan toLevel(int level);

    /** Adds all criteria at or below the node, of which the node holds a share of some index. */
    void collect(Fraction share, List<Stake> stakes);

    /** What a criterion counts in the index of a node above it. */
    record Stake(Leaf leaf, Fraction share) {

        /** What the criterion adds to that index when it stands on a step of its ladder. */
        Fraction index(int step) {
            return leaf.ladder().index(step).times(share);
        }
    }

    /** The whole of a model as it stands; empty when all of it is exempt, and where the whole has no level. */
    static Optional<Climb> of(MaturityModel model, Answers answers) {
        return model.hasLevel()
                ? new Survey(answers, model.highest()).of(model.whole(), Bands.wholeLevels(model.highest()))
                : Optional.empty();
    }

    /** Walks the tree and counts the criteria in model order. */
    final class Survey {

        private final Answers answers;
        private final int highest;
        private int place;

        private Survey(Answers answers, int highest) {
            this.answers = answers;
            this.highest = highest;
        }

        private Optional<Climb> of(Node node, Bands inForce) {
            if (node instanceof Criterion criterion) {
                return leaf(criterion, inForce, place++);
            }
            Dimension dimension = (Dimension) node;
            Bands bands = Scoring.bandsBelow(dimension, inForce);
            List<Child> children = new ArrayList<>();
            for (Node child : dimension.children()) {
                of(child, bands).ifPresent(
                        climb -> children.add(new Child(Scoring.weight(child, answers), child.core(), climb)));
            }
            return children.isEmpty() ? Optional.empty() : Optional.of(new Branch(dimension, children, highest));
        }

        private Optional<Climb> leaf(Criterion criterion, Bands bands, int at) {
            Answer answer = answers.of(criterion.code()).orElse(null);
            if (answer instanceof Answer.Exempt) {
                return Optional.empty();
            }
            Ladder ladder = Ladder.of(criterion, bands);
            return Optional.of(new Leaf(at, ladder, answer == null ? 0 : ladder.stepOf(answer, bands)));
        }
    }

    /** A child that counts. */
    record Child(long weight, boolean core, Climb climb) {
    }

    /** A criterion: the first step that gives the level. */
    record Leaf(int place, Ladder ladder, int from) implements Climb {

        @Override
        public Plan toLevel(int level) {
            int step = from;
            while (ladder.level(step) < level) {
                if (step == ladder.highest()) {
                    return null;
                }
                step++;
            }
            return plan(step);
        }

        Plan plan(int step) {
            return Plan.of(place, ladder, from, step);
        }

        @Override
        public void collect(Fraction share, List<Stake> stakes) {
            stakes.add(new Stake(this, share));
        }
    }

    /** A node with children. Its plans are kept, as the node above asks for some of them more than once. */
    final class Branch implements Climb {

        private final Dimension dimension;
        private final List<Child> children;
        private final long weight;
        private final Plan[] plans;
        private final boolean[] known;

        private Branch(Dimension dimension, List<Child> children, int highest) {
            this.plans = new Plan[highest + 1];
            this.known = new boolean[highest + 1];
            this.dimension = dimension;
            this.children = children;
            this.weight = children.stream().mapToLong(Child::weight).sum();
        }

        @Override
        public Plan toLevel(int level) {
            if (level <= 0) {
                return Plan.NONE;
            }
            if (!known[level]) {
                plans[level] = dimension.rule() instanceof Gate gate ? through(gate, level)
                        : into((Bands) dimension.rule(), level);
                known[level] = true;
            }
            return plans[level];
        }

        @Override
        public void collect(Fraction share, List<Stake> stakes) {
            for (Child child : children) {
                child.climb().collect(share.times(child.weight()).dividedBy(weight), stakes);
            }
        }

        private Plan through(Gate gate, int level) {
            long below = level == 1 ? 0 : gate.below().least(weight);
            Cover cover = new Cover(BigInteger.valueOf(gate.at().least(weight)), BigInteger.valueOf(below));
            for (int i = children.size() - 1; i >= 0; i--) {
                cover.before(options(children.get(i), gate, level));
            }
            return cover.best();
        }

        private static List<Cover.Option> options(Child child, Gate gate, int level) {
            int gap = gate.maxGap().isPresent() ? level - gate.maxGap().getAsInt() : 0;
            int least = child.core() ? level : Math.max(0, gap);
            BigInteger weight = BigInteger.valueOf(child.weight());
            List<Cover.Option> options = new ArrayList<>();
            if (least < level - 1) {
                add(options, child, least, level, weight);
            }
            for (int to = Math.max(least, level - 1); to <= level; to++) {
                add(options, child, to, level, weight);
            }
            return options;
        }

        /** A lower level that takes the same raises adds no more, so its option gives way. */
        private static void add(List<Cover.Option> options, Child child, int to, int level, BigInteger weight) {
            Plan plan = child.climb().toLevel(to);
            if (plan != null) {
                if (!options.isEmpty() && options.getLast().plan().compareTo(plan) == 0) {
                    options.removeLast();
                }
                options.add(new Cover.Option(to >= level ? weight : BigInteger.ZERO,
                        to >= level - 1 ? weight : BigInteger.ZERO, plan));
            }
        }

        private Plan into(Bands bands, int level) {
            List<Stake> stakes = new ArrayList<>();
            collect(Fraction.ONE, stakes);
            Fraction missing = bands.from(level);
            BigInteger scale = missing.denominator();
            for (Stake stake : stakes) {
                missing = missing.minus(stake.index(stake.leaf().from()));
                for (int to = 0; to <= stake.leaf().ladder().highest(); to++) {
                    scale = common(scale, stake.index(to).denominator());
                }
            }
            Cover cover = new Cover(scaled(missing, scale), BigInteger.ZERO);
            for (int i = stakes.size() - 1; i >= 0; i--) {
                cover.before(options(stakes.get(i), scale));
            }
            return cover.best();
        }

        private static List<Cover.Option> options(Stake stake, BigInteger scale) {
            Leaf leaf = stake.leaf();
            List<Cover.Option> options = new ArrayList<>();
            for (int to = leaf.from(); to <= leaf.ladder().highest(); to++) {
                Fraction gain = stake.index(to).minus(stake.index(leaf.from()));
                options.add(new Cover.Option(scaled(gain, scale), BigInteger.ZERO, leaf.plan(to)));
            }
            return options;
        }

        private static BigInteger common(BigInteger scale, BigInteger denominator) {
            return scale.divide(scale.gcd(denominator)).multiply(denominator);
        }

        private static BigInteger scaled(Fraction number, BigInteger scale) {
            return number.numerator().multiply(scale.divide(number.denominator()));
        }
    }
}
