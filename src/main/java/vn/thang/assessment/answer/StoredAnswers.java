package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.sql.Flushed;

/** All answers of agencies, with their history. */
@ApplicationScoped
public class StoredAnswers {

    private static final String ADD = """
            INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_by, answered_at, version)
            VALUES (NEXT VALUE FOR answer_seq, :assessment, :criterion, :value, :comment, :person, :at, :version)""";
    private static final String CHANGE = """
            UPDATE answer SET value = :value, comment = :comment, answered_by = :person, answered_at = :at,
                version = :version
            WHERE assessment_id = :assessment AND criterion = :criterion AND version = :version - 1""";
    private static final String KEEP = """
            INSERT INTO answer_history (id, assessment_id, criterion, value, comment, answered_by, answered_at)
            VALUES (NEXT VALUE FOR answer_history_seq, :assessment, :criterion, :value, :comment, :person, :at)""";

    @Inject
    private Flushed flushed;

    /**
     * Stores answers as they are given and keeps them in the history. Whoever calls it has locked the assessment and read
     * its answers, so that the versions are the next ones.
     *
     * @param added   to criteria that have none
     * @param changed to criteria that have one
     * @param person  who gave them; null for the application itself
     */
    public void store(long assessmentId, Long person, List<GivenAnswer> added, List<GivenAnswer> changed) {
        flushed.useHandle(sql -> {
            write(sql, ADD, assessmentId, person, added);
            write(sql, CHANGE, assessmentId, person, changed);
            write(sql, KEEP, assessmentId, person, Stream.concat(added.stream(), changed.stream()).toList());
        });
    }

    private static void write(Handle sql, String statement, long assessmentId, Long person, List<GivenAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        PreparedBatch batch = sql.prepareBatch(statement);
        answers.forEach(answer -> batch.bind("assessment", assessmentId).bind("person", person)
                .bind("criterion", answer.criterion()).bind("value", answer.value()).bind("comment", answer.comment())
                .bind("at", answer.answeredAt()).bind("version", answer.version()).add());
        if (IntStream.of(batch.execute()).anyMatch(rows -> rows == 0)) {
            throw new IllegalStateException("the answers were read before the assessment was locked");
        }
    }

    public List<GivenAnswer> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.criterion, a.value, a.comment, p.full_name AS answered_by, a.answered_at, a.version
                FROM answer a LEFT JOIN person p ON p.id = a.answered_by WHERE a.assessment_id = :assessment""")
                .bind("assessment", assessmentId).mapTo(GivenAnswer.class).list());
    }

    public List<GivenAnswer> history(long assessmentId, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT h.criterion, h.value, h.comment, p.full_name AS answered_by, h.answered_at, 0 AS version
                FROM answer_history h LEFT JOIN person p ON p.id = h.answered_by
                WHERE h.assessment_id = :assessment AND h.criterion = :criterion
                ORDER BY h.answered_at DESC, h.id DESC LIMIT 50""")
                .bind("assessment", assessmentId).bind("criterion", criterion).mapTo(GivenAnswer.class).list());
    }

    private record Peers(String value, long agencies) {
    }

    /** Declared answers of other agencies of the same type in the same round, with their numbers. */
    public Map<String, Long> peers(AssessmentHead head, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT w.value, COUNT(*) AS agencies FROM answer w JOIN counted_assessment s ON s.id = w.assessment_id
                JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND a.type = :type AND w.criterion = :criterion AND s.id <> :assessment
                AND w.value IS NOT NULL GROUP BY w.value""")
                .bind("round", head.roundId()).bind("type", head.agencyType()).bind("criterion", criterion)
                .bind("assessment", head.id()).mapTo(Peers.class)
                .collect(Collectors.toMap(Peers::value, Peers::agencies, Long::sum, TreeMap::new)));
    }
}
