package vn.thang.core.scoring;

import java.util.OptionalInt;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.LevelScale;

/** What stands for one criterion. Unanswered is no answer at all: the criterion is absent from {@link Answers}. */
public sealed interface Answer {

    /** A level; which ones there are, the model says. */
    record Level(int level) implements Answer {
        public Level {
            if (level < 0 || level > LevelScale.MOST) {
                throw new IllegalArgumentException("level " + level);
            }
        }

        @Override
        public String written() {
            return String.valueOf(level);
        }

        @Override
        public OptionalInt ownLevel() {
            return OptionalInt.of(level);
        }
    }

    /** An option of a points scale. */
    record Option(String option) implements Answer {
        @Override
        public String written() {
            return option;
        }

        @Override
        public OptionalInt ownLevel() {
            return OptionalInt.empty();
        }
    }

    /** Left out for this round: the weights of the others keep their proportions. */
    record Exempt() implements Answer {
        @Override
        public String written() {
            throw new IllegalStateException("an exempt criterion has no answer to write");
        }

        @Override
        public OptionalInt ownLevel() {
            return OptionalInt.empty();
        }

        @Override
        public boolean exempt() {
            return true;
        }

        @Override
        public String told() {
            return "exempt";
        }
    }

    Answer EXEMPT = new Exempt();

    static Answer level(int level) {
        return new Level(level);
    }

    static Answer option(String option) {
        return new Option(option);
    }

    /**
     * Returns the answer that was stored as this text; null for null, which is no answer.
     *
     * @throws IllegalArgumentException when it is not on the scale
     */
    static Answer parse(AnswerScale scale, String text) {
        if (text == null) {
            return null;
        }
        return switch (scale) {
            case AnswerScale.Levels levels when levels.accepts(text) -> level(levels.level(text));
            case AnswerScale.Levels levels -> throw new IllegalArgumentException("level " + text);
            case AnswerScale.Points points -> option(text);
        };
    }

    /**
     * Returns the answer as it is stored: the number of the level, or the option.
     *
     * @throws IllegalStateException for an exempt criterion, which has no answer
     */
    String written();

    /** Returns the level that the answer itself is; empty for an option, and for an exempt criterion. */
    OptionalInt ownLevel();

    /** Returns whether the criterion is left out. */
    default boolean exempt() {
        return false;
    }

    /** Returns the answer as programs read it: as it is stored, or that the criterion is exempt. */
    default String told() {
        return written();
    }
}
