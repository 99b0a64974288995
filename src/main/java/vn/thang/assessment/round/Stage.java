package vn.thang.assessment.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stages of a round, one after the other; each has a last day. What is late shows as late and is not cut off. */
public enum Stage {
    /** The agency answers and hands in; its last day is the due day of the round. */
    ANSWERING(0),
    /** It is checked that nothing is missing. */
    CHECK(10),
    /** Reviewers judge the answers. */
    REVIEW(45),
    /** The agency answers what was returned. */
    CORRECTION(15),
    /** The agency may object to the provisional result. */
    REPLY(10),
    /** The panel decides. */
    DECISION(15),
    /** The ministry publishes. */
    PUBLICATION(10);

    private final int usualDays;

    Stage(int usualDays) {
        this.usualDays = usualDays;
    }

    /** The stages that a plan gives days to. */
    public static List<Stage> planned() {
        return Stream.of(values()).filter(stage -> stage != ANSWERING).toList();
    }

    /** What a new plan proposes. */
    public static Map<Stage, Integer> usual() {
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        planned().forEach(stage -> days.put(stage, stage.usualDays));
        return days;
    }

    /**
     * The last day of every stage: so many days after the one before, unless it was moved by hand to a day that is not
     * before the stage that comes first.
     *
     * @param moved days that an administrator set
     */
    static List<StageDay> follow(LocalDate opensOn, LocalDate answeringDue, Map<Stage, Integer> days,
            Map<Stage, LocalDate> moved) {
        List<StageDay> all = new ArrayList<>(List.of(new StageDay(ANSWERING,
                (int) ChronoUnit.DAYS.between(opensOn, answeringDue), false, answeringDue)));
        LocalDate before = answeringDue;
        for (Stage stage : planned()) {
            LocalDate set = moved.get(stage);
            boolean holds = set != null && !set.isBefore(before);
            before = holds ? set : before.plusDays(days.getOrDefault(stage, stage.usualDays));
            all.add(new StageDay(stage, days.getOrDefault(stage, stage.usualDays), holds, before));
        }
        return all;
    }
}
