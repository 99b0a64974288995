package vn.thang.assessment.conduct;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.assessment.round.Stage;

/** A step of making a round: each asks a few things, and the last one shows what the round will do. */
public enum RoundStep {
    /** What the round is. */
    WHAT("code", "name", "model", "rehearsal"),
    /** When agencies answer, and how long the stages after it last. */
    WHEN(Stream.concat(Stream.of("opensOn", "dueOn"), Stage.planned().stream().map(stage -> "days_" + stage))
            .toArray(String[]::new)),
    /** Which agencies take part. */
    WHO("scope", "below", "participation"),
    /** What will happen to whom. */
    LOOK;

    private final Set<String> fields;

    RoundStep(String... fields) {
        this.fields = Stream.of(fields).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the ids of what is asked in it. */
    Set<String> fields() {
        return fields;
    }

    /** Returns the step after it; the last one is followed by itself. */
    RoundStep next() {
        return this == LOOK ? LOOK : values()[ordinal() + 1];
    }

    /** Returns the step before it; before the first one is none but itself. */
    RoundStep before() {
        return this == WHAT ? WHAT : values()[ordinal() - 1];
    }

    /** Returns the number of the step as people count. */
    public int number() {
        return ordinal() + 1;
    }
}
