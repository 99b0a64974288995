package vn.thang.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What can be answered to a criterion. Answers are stored as text: the number of a level, or the name of an option. An answer
 * either is a level, or is worth points out of the weight of its criterion; whoever asks more of a kind asks it here, so that
 * the compiler names what a further kind has to answer.
 */
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

        @Override
        public String kind() {
            return "level";
        }

        @Override
        public List<String> bounds() {
            return List.of(String.valueOf(scale.lowest()), String.valueOf(scale.highest()));
        }

        @Override
        public String meant(String said) {
            return said.replaceFirst("[.,]0+$", "");
        }

        @Override
        public boolean numbered() {
            return true;
        }

        @Override
        public long steps() {
            return scale.highest();
        }

        @Override
        public List<ModelFault> faults(String path, int weight, LevelScale levels) {
            return scale.equals(levels) ? List.of()
                    : List.of(new ModelFault(path, "levels", List.of(String.valueOf(scale.highest()))));
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

        @Override
        public String kind() {
            return "option";
        }

        @Override
        public List<String> bounds() {
            return List.of(String.join(", ", options.keySet()));
        }

        @Override
        public String meant(String said) {
            return said;
        }

        @Override
        public boolean numbered() {
            return false;
        }

        /** Options of the same worth are one step. */
        @Override
        public long steps() {
            return options.values().stream().distinct().count();
        }

        @Override
        public List<ModelFault> faults(String path, int weight, LevelScale levels) {
            if (options.isEmpty()) {
                return List.of(new ModelFault(path, "points", List.of()));
            }
            return options.entrySet().stream().filter(option -> option.getValue() < 0 || option.getValue() > weight)
                    .map(option -> new ModelFault(path, "points", List.of(option.getKey(),
                            String.valueOf(option.getValue()), String.valueOf(weight))))
                    .toList();
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

    /** Returns what one answer is called in keys of texts. */
    String kind();

    /** Returns what tells a person which answers there are: the lowest and the highest, or all of them. */
    List<String> bounds();

    /** Returns the answer that somebody means who writes this into a sheet, whether it is on the scale or not. */
    String meant(String said);

    /** Returns whether programs give and are given the answer as a number. */
    boolean numbered();

    /** Returns how many steps lead from no answer to the best one. */
    long steps();

    /** Returns what scoring cannot work with, for a criterion of this weight in a model of these levels. */
    List<ModelFault> faults(String path, int weight, LevelScale levels);

    /** Returns whether every answer that was given by this scale stands on the later one as well. */
    default boolean goesOnIn(AnswerScale later) {
        return kind().equals(later.kind()) && later.values().containsAll(values());
    }
}
