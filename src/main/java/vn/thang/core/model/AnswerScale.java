package vn.thang.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What can be answered to a criterion. Answers are stored as text: the number of a level, or the name of an option. */
public sealed interface AnswerScale {

    /**
     * One statement for each level; the answer is a level.
     *
     * @param scale  the levels of the model
     * @param values these levels as text
     */
    record Levels(LevelScale scale, List<String> values) implements AnswerScale {

        public Levels {
            values = List.copyOf(values);
        }

        public Levels(LevelScale scale) {
            this(scale, IntStream.rangeClosed(scale.lowest(), scale.highest()).mapToObj(String::valueOf).toList());
        }

        @Override
        public boolean ofLevels() {
            return true;
        }

        @Override
        public boolean accepts(String value) {
            return value != null && values.contains(value);
        }

        @Override
        public int level(String value) {
            return accepts(value) ? values.indexOf(value) + scale.lowest() : 0;
        }

        @Override
        public int points(String value) {
            return 0;
        }
    }

    /**
     * Named options.
     *
     * @param options option to points out of the criterion's weight, in model order
     */
    record Points(Map<String, Integer> options) implements AnswerScale {
        public Points {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        @Override
        public boolean ofLevels() {
            return false;
        }

        @Override
        public List<String> values() {
            return List.copyOf(options.keySet());
        }

        @Override
        public boolean accepts(String value) {
            return value != null && options.containsKey(value);
        }

        @Override
        public int level(String value) {
            return 0;
        }

        @Override
        public int points(String value) {
            return options.getOrDefault(value, 0);
        }
    }

    /** The five levels of most instruments. */
    AnswerScale LEVELS = new Levels(LevelScale.FIVE);

    /** Returns whether an answer is itself a level, which evidence, readings and statements belong to. */
    boolean ofLevels();

    /** Returns everything that can be answered, in the order of the model. */
    List<String> values();

    /** Returns whether this can be answered; nothing at all cannot. */
    boolean accepts(String value);

    /** Returns the level that the value is; 0 where it is none, and on a points scale. */
    int level(String value);

    /** Returns the points out of the weight of the criterion that the value is worth; 0 on a scale of levels. */
    int points(String value);
}
