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
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/** Models and answers that come out the same for the same seed. */
final class RandomModels {

    private final SplittableRandom random;
    private int codes;

    RandomModels(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A tree of the given number of criteria, at most three levels deep, with every kind of rule and scale. */
    MaturityModel model(int criteria) {
        codes = 0;
        return Models.model(rule(), children(criteria, 3).toArray(Node[]::new));
    }

    private List<Node> children(int criteria, int depth) {
        List<Node> children = new ArrayList<>();
        int left = criteria;
        while (left > 0) {
            if (depth > 1 && left > 1 && random.nextInt(3) > 0) {
                int inside = 1 + random.nextInt(left);
                String code = "N" + ++codes;
                children.add(
                        new Dimension(code, weight(), random.nextInt(5) == 0, rule(), children(inside, depth - 1)));
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
        return Models.criterion(code, weight(), random.nextInt(6) == 0, effort(), AnswerScale.LEVELS);
    }

    private Map<Integer, Integer> effort() {
        Map<Integer, Integer> effort = new HashMap<>();
        for (int step = 1; step <= 5; step++) {
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
            int[] bounds = random.ints(5, 1, 501).sorted().distinct().toArray();
            return bounds.length == 5 ? Models.bands(bounds) : Bands.WHOLE_LEVELS;
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
        return Answer.level(1 + random.nextInt(5));
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
        return new MaturityModel(model.id(), model.version(), model.status(), shuffled(model.whole()));
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
        return new Dimension(node.code(), node.weight(), node.core(), node.rule(), inside);
    }
}
