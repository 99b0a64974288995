package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Gate;
import vn.thang.core.model.LevelRule;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.model.Overall;

/** Models and answers that come out the same for the same seed. */
final class RandomModels {

    private final SplittableRandom random;
    private LevelScale levels = LevelScale.FIVE;
    private int codes;

    RandomModels(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * A tree of the given number of criteria, at most three levels deep, with every kind of rule, scale and weight. Half of
     * the models have other levels than five.
     */
    MaturityModel model(int criteria) {
        codes = 0;
        levels = random.nextBoolean() ? LevelScale.FIVE
                : new LevelScale(2 + random.nextInt(LevelScale.MOST - 1), random.nextBoolean());
        return new MaturityModel("test", "1", MaturityModel.Status.PROPOSAL,
                new Dimension("", 1, false, rule(), children(criteria, 3)), false, levels, Overall.LEVEL);
    }

    private List<Node> children(int criteria, int depth) {
        List<Node> children = new ArrayList<>();
        int left = criteria;
        while (left > 0) {
            if (depth > 1 && left > 1 && random.nextInt(3) > 0) {
                int inside = 1 + random.nextInt(left);
                String code = "N" + ++codes;
                children.add(
                        new Dimension(code, weight(), random.nextInt(5) == 0, rule(), children(inside, depth - 1),
                                random.nextInt(3) == 0));
                left -= inside;
            } else {
                children.add(criterion());
                left--;
            }
        }
        return children;
    }

    private Criterion criterion() {
        String code = "C" + ++codes;
        if (random.nextInt(4) == 0) {
            Criterion points = Models.points(code, 10, "none", 0, "some", random.nextInt(11), "most",
                    random.nextInt(11),
                    "full", random.nextInt(3) == 0 ? 8 : 10);
            return Models.criterion(code, 10, random.nextInt(6) == 0, effort(), points.scale());
        }
        return Models.criterion(code, weight(), random.nextInt(6) == 0, effort(), new AnswerScale.Levels(levels));
    }

    private Map<Integer, Integer> effort() {
        Map<Integer, Integer> effort = new HashMap<>();
        for (int step = 1; step <= levels.highest(); step++) {
            if (random.nextInt(6) == 0) {
                effort.put(step, 2 + random.nextInt(3));
            }
        }
        return effort;
    }

    private int weight() {
        return 1 + random.nextInt(4);
    }

    LevelRule rule() {
        if (random.nextInt(4) == 0) {
            int[] bounds = random.ints(levels.highest(), 1, 100 * levels.highest() + 1).sorted().distinct().toArray();
            return bounds.length == levels.highest() ? Models.bands(bounds) : Bands.wholeLevels(levels.highest());
        }
        return new Gate(comparison(), comparison(),
                random.nextInt(3) == 0 ? OptionalInt.of(random.nextInt(3)) : OptionalInt.empty());
    }

    private Comparison comparison() {
        int[] percents = {0, 15, 33, 50, 60, 75, 85, 99};
        int percent = percents[random.nextInt(percents.length)];
        return random.nextInt(5) == 0 ? Comparison.atLeast(100) : new Comparison(random.nextBoolean(), percent * 100);
    }

    /** One answer in twelve is an exemption, one in six is missing. */
    Answers answers(MaturityModel model) {
        Map<String, Answer> answers = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            int kind = random.nextInt(12);
            if (kind == 0) {
                answers.put(criterion.code(), Answer.EXEMPT);
            } else if (kind > 2) {
                answers.put(criterion.code(), answer(criterion));
            }
        }
        return new Answers(answers);
    }

    Answer answer(Criterion criterion) {
        if (criterion.scale() instanceof AnswerScale.Points points) {
            List<String> options = List.copyOf(points.options().keySet());
            return Answer.option(options.get(random.nextInt(options.size())));
        }
        LevelScale scale = ((AnswerScale.Levels) criterion.scale()).scale();
        return Answer.level(scale.lowest() + random.nextInt(scale.highest() + 1 - scale.lowest()));
    }

    /** One of the things given. */
    <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    /** The same tree with the children of every node in another order. */
    MaturityModel shuffled(MaturityModel model) {
        return Models.with(model, shuffled(model.whole()));
    }

    private Dimension shuffled(Dimension node) {
        Node[] children = node.children().toArray(Node[]::new);
        for (int i = children.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Node child = children[i];
            children[i] = children[j];
            children[j] = child;
        }
        List<Node> inside = Arrays.stream(children)
                .map(child -> child instanceof Dimension dimension ? shuffled(dimension) : child).toList();
        return node.with(inside);
    }
}
