package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.LevelScale;

/**
 * The answers to one criterion from worst to best. Step 0 is no answer, with level and index 0; the answers are counted
 * from 1. On a points scale options of the same worth share a step, and the first of them in the model stands for it.
 *
 * @param steps the answers, the worst first
 */
record Ladder(Criterion criterion, List<Step> steps) {

    /** What one answer stands for. */
    record Step(Answer answer, int level, Fraction index) {
    }

    /** By level, up to the most that a model can have. */
    private static final List<Step> LEVELS = levels();

    /**
     * @param bands in force for the criterion, if it has a points scale; they have one bound for each level of the model. The
     *              answer 0 of a scale of levels is no step: it stands where no answer does
     */
    static Ladder of(Criterion criterion, Bands bands) {
        return new Ladder(criterion, switch (criterion.scale()) {
            case AnswerScale.Levels levels -> LEVELS.subList(1, levels.scale().highest() + 1);
            case AnswerScale.Points points -> points(criterion, points, bands);
        });
    }

    /**
     * What an answer to a criterion stands for.
     *
     * @throws IllegalArgumentException when the answer does not belong to the scale of the criterion
     */
    static Step step(Criterion criterion, Answer answer, Bands bands) {
        return switch (criterion.scale()) {
            case AnswerScale.Levels levels when answer instanceof Answer.Level level
                    && levels.scale().has(level.level()) ->
                LEVELS.get(level.level());
            case AnswerScale.Points points when answer instanceof Answer.Option option
                    && points.accepts(option.option()) -> {
                Fraction index = Fraction.of((long) bands.lowerBounds().size() * points.points(option.option()),
                        criterion.weight());
                yield new Step(answer, bands.level(index), index);
            }
            case AnswerScale.Levels levels -> throw foreign(criterion, answer);
            case AnswerScale.Points points -> throw foreign(criterion, answer);
        };
    }

    private static IllegalArgumentException foreign(Criterion criterion, Answer answer) {
        return new IllegalArgumentException(criterion.code() + " cannot be answered by " + answer);
    }

    /** On which step an answer stands. */
    int stepOf(Answer answer, Bands bands) {
        Fraction index = step(criterion, answer, bands).index();
        int step = criterion.scale().ofLevels() ? 0 : 1;
        while (!index(step).equals(index)) {
            step++;
        }
        return step;
    }

    int highest() {
        return steps.size();
    }

    int level(int step) {
        return step == 0 ? 0 : steps.get(step - 1).level();
    }

    Fraction index(int step) {
        return step == 0 ? Fraction.ZERO : steps.get(step - 1).index();
    }

    Answer answer(int step) {
        return steps.get(step - 1).answer();
    }

    /** The effort of all steps between two. */
    int effort(int from, int to) {
        int effort = 0;
        for (int step = from + 1; step <= to; step++) {
            effort += criterion.effortOf(step);
        }
        return effort;
    }

    private static List<Step> levels() {
        List<Step> steps = new ArrayList<>();
        for (int level = 0; level <= LevelScale.MOST; level++) {
            steps.add(new Step(Answer.level(level), level, Fraction.of(level)));
        }
        return List.copyOf(steps);
    }

    private static List<Step> points(Criterion criterion, AnswerScale.Points scale, Bands bands) {
        List<Step> steps = new ArrayList<>();
        int last = -1;
        for (Map.Entry<String, Integer> option : scale.options().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).toList()) {
            if (option.getValue() != last) {
                steps.add(step(criterion, Answer.option(option.getKey()), bands));
                last = option.getValue();
            }
        }
        return steps;
    }
}
