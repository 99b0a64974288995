package vn.thang.assessment.course;

import static vn.thang.assessment.course.AssessmentState.HANDED_IN;
import static vn.thang.assessment.course.AssessmentState.NOT_STARTED;
import static vn.thang.assessment.course.AssessmentState.PROVISIONAL;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an assessment is shown to whom from which state on: the one table that every page, file, report and operation of the
 * API asks. Its rows are the constants, its columns the readers; src/site/security.md repeats it, and a test compares them.
 * Permissions come on top of it: whoever does not see the agency sees nothing of it in any state.
 */
public enum Shown {
    /** Answers with their comments, history, evidence, readings beside them, and the result that follows from them. */
    ANSWERS(NOT_STARTED, HANDED_IN, HANDED_IN, HANDED_IN, HANDED_IN),
    /** Verdicts with their reasons, decisions on explanations, and what they change in the result. */
    VERDICTS(PROVISIONAL, HANDED_IN, PROVISIONAL, PROVISIONAL, PROVISIONAL),
    /** The names of those who judged answers and explanations. */
    NAMES(null, HANDED_IN, PROVISIONAL, PROVISIONAL, null),
    /** Requests for exemptions and what was decided on them, which reviewers do while the agency still answers. */
    EXEMPTIONS(NOT_STARTED, NOT_STARTED, HANDED_IN, HANDED_IN, HANDED_IN);

    /** Who reads. */
    public enum Reader {
        /** The people of the agency itself, those to whom it gave sections among them. */
        AGENCY,
        /** Those who review it, as long as they do not belong to it. */
        REVIEWER,
        /** The panel that decides on objections. */
        PANEL,
        /** Those who read the trail: auditors and administrators. */
        CONTROL,
        /** Everybody else who sees the agency: leaders, and the people of agencies above. */
        OTHERS
    }

    private final Map<Reader, AssessmentState> since = new EnumMap<>(Reader.class);

    Shown(AssessmentState... since) {
        List<AssessmentState> inOrder = Arrays.asList(since);
        for (Reader reader : Reader.values()) {
            this.since.put(reader, inOrder.get(reader.ordinal()));
        }
    }

    /** Returns the states in which it is shown to such a reader: from one state on, or none. */
    public Set<AssessmentState> to(Reader reader) {
        AssessmentState first = since.get(reader);
        return first == null ? EnumSet.noneOf(AssessmentState.class)
                : EnumSet.range(first, AssessmentState.PUBLISHED);
    }
}
