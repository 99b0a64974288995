package vn.thang.assessment.result;

import java.util.Map;
import java.util.Set;
import vn.thang.assessment.ruling.Verdict;

/**
 * What counts in an assessment and what the trail tells each change of: the statement of the rows as they are, and the actions
 * that tell of them, each with what the row says of itself then.
 */
enum ToldKind {

    /** What an agency declared. */
    ANSWER("""
            SELECT assessment_id AS assessment, criterion, 'given' AS kind, value FROM answer
            WHERE assessment_id IN (<assessments>)""", Map.of("answer", "given")),
    /** What a reviewer or the panel said of it, as it holds. */
    VERDICT("""
            SELECT assessment_id AS assessment, criterion, kind, value FROM verdict
            WHERE assessment_id IN (<assessments>) AND replaced_at IS NULL""",
            Map.of("confirm", Verdict.Kind.CONFIRMED.name(), "correct", Verdict.Kind.CORRECTED.name(), "return",
                    Verdict.Kind.RETURNED.name(), "decide", Verdict.Kind.DECIDED.name())),
    /** That it is left out in this round. */
    EXEMPTION("""
            SELECT assessment_id AS assessment, criterion, 'granted' AS kind, NULL AS value FROM exemption
            WHERE assessment_id IN (<assessments>) AND granted = TRUE""",
            Map.of("grant-exemption", "granted", "refuse-exemption", ToldKind.NONE));

    /** What an action leaves that ends with no row. */
    static final String NONE = "";

    private final String rows;
    private final Map<String, String> kinds;

    ToldKind(String rows, Map<String, String> kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    /** Returns the statement of the rows of {@code <assessments>}: assessment, criterion, kind and value. */
    String rows() {
        return rows;
    }

    Set<String> actions() {
        return kinds.keySet();
    }

    /** Returns the kind of row that an action leaves. */
    String left(String action) {
        return kinds.get(action);
    }
}
