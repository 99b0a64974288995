package vn.thang.assessment.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.GivenText;

/**
 * Which assessments of the queue; null means all.
 *
 * @param words    part of the name or the code of an agency
 * @param state    null for everything that waits for a reviewer
 * @param mark     a signal that it has
 * @param seen     who asks on which day
 * @param above    code of an agency at or below which the agencies are
 * @param type     key of the type of the agencies
 * @param reviewer id of the person it was given to; 0 for what was given to nobody
 */
public record QueueFilter(String words, AssessmentState state, QueueMark mark, Seen seen, String above, String type,
        Long reviewer) {

    /** What the address can ask for. */
    public static final List<AssessmentState> STATES = List.of(AssessmentState.HANDED_IN, AssessmentState.ADMITTED,
            AssessmentState.UNDER_REVIEW, AssessmentState.RETURNED, AssessmentState.REVIEWED);
    private static final String MINE = "me";
    private static final String NOBODY = "none";

    /** Who looks at the queue, and on which day. */
    public record Seen(Long person, LocalDate today) {
    }

    public QueueFilter {
        words = GivenText.orNull(words);
        above = GivenText.orNull(above);
        type = GivenText.orNull(type);
    }

    public QueueFilter(String words, AssessmentState state) {
        this(words, state, null, null);
    }

    public QueueFilter(String words, AssessmentState state, QueueMark mark, Seen seen) {
        this(words, state, mark, seen, null, null, null);
    }

    /** From the parameters of an address; what there is none of counts as not given. */
    public static QueueFilter of(Map<String, String> asked, Seen seen) {
        return new QueueFilter(asked.get("q"),
                STATES.stream().filter(one -> one.name().equals(asked.get("state"))).findFirst().orElse(null),
                Stream.of(QueueMark.values()).filter(one -> one.name().equals(asked.get("mark"))).findFirst()
                        .orElse(null),
                seen, asked.get("above"), asked.get("type"), reviewer(asked.get("reviewer"), seen));
    }

    private static Long reviewer(String given, Seen seen) {
        if (MINE.equals(given)) {
            return seen.person();
        }
        return NOBODY.equals(given) ? Long.valueOf(0)
                : given != null && given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    }
}
