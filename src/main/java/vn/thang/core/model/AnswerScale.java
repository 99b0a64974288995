package vn.thang.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What can be answered to a criterion. Answers are stored as text: the number of a level, or the name of an option. */
public sealed interface AnswerScale {

    /** Five statements; the answer is a level 1 to 5. */
    record Levels() implements AnswerScale {

        private static final List<String> VALUES = IntStream.rangeClosed(1, MaturityModel.HIGHEST_LEVEL)
                .mapToObj(String::valueOf).toList();

        @Override
        public boolean ofLevels() {
            return true;
        }

        @Override
        public List<String> values() {
            return VALUES;
        }

        @Override
        public boolean accepts(String value) {
            return VALUES.contains(value);
        }

        @Override
        public int level(String value) {
            return VALUES.indexOf(value) + 1;
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

    AnswerScale LEVELS = new Levels();

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
