package vn.thang.core.scoring;

/** What stands for one criterion. Unanswered is no answer at all: the criterion is absent from {@link Answers}. */
public sealed interface Answer {

    /** A level 1 to 5. */
    record Level(int level) implements Answer {
        public Level {
            if (level < 1 || level > 5) {
                throw new IllegalArgumentException("level " + level);
            }
        }
    }

    /** An option of a points scale. */
    record Option(String option) implements Answer {
    }

    /** Left out for this round: the weights of the others keep their proportions. */
    record Exempt() implements Answer {
    }

    Answer EXEMPT = new Exempt();

    static Answer level(int level) {
        return new Level(level);
    }

    static Answer option(String option) {
        return new Option(option);
    }
}
