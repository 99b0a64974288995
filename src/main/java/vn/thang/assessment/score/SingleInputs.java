package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.Supporting;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.platform.sql.Flushed;

/** The inputs of one assessment, by one statement: an answer that is saved waits for each statement until the next one is sent. */
@ApplicationScoped
public class SingleInputs {

    private static final String ROWS = """
            SELECT :answer AS part, a.criterion, a.value, a.comment, p.full_name AS person, a.answered_at AS at,
                a.version AS number, NULL AS last_day
            FROM answer a LEFT JOIN person p ON p.id = a.answered_by WHERE a.assessment_id = :assessment
            UNION ALL
            SELECT :evidence, e.criterion, NULL, NULL, NULL, NULL, e.level, e.valid_until
            FROM evidence e WHERE e.assessment_id = :assessment AND e.removed_at IS NULL
            UNION ALL
            SELECT :verdict, v.criterion, v.value, NULL, NULL, NULL, v.kind = :decided, NULL
            FROM verdict v WHERE v.assessment_id = :assessment AND v.replaced_at IS NULL AND v.value IS NOT NULL
            UNION ALL
            SELECT :exemption, x.criterion, NULL, NULL, NULL, NULL, 0, NULL
            FROM exemption x WHERE x.assessment_id = :assessment AND x.granted = TRUE""";

    @Inject
    private Flushed flushed;

    /** Which part of the inputs a row is. */
    private enum Part {
        ANSWER, EVIDENCE, VERDICT, EXEMPTION
    }

    /** @param number version of an answer, level of evidence, or 1 for a verdict of the panel */
    private record Row(Part part, String criterion, String value, String comment, String person, Instant at, int number,
            LocalDate lastDay) {
    }

    private record Support(String criterion, int level, LocalDate validUntil) implements Supporting {
    }

    /** What an assessment is scored by, beside what readings say. */
    public record Stored(List<GivenAnswer> answers, List<Supporting> evidence, Rulings rulings) {
    }

    /** Reads them as they are stored now. */
    public Stored of(long assessmentId) {
        Stored stored = new Stored(new ArrayList<>(), new ArrayList<>(),
                new Rulings(new HashMap<>(), new HashSet<>(), new HashSet<>()));
        flushed.useHandle(sql -> sql.createQuery(ROWS).bind("assessment", assessmentId)
                .bindMap(Map.of("answer", Part.ANSWER, "evidence", Part.EVIDENCE, "verdict", Part.VERDICT, "exemption",
                        Part.EXEMPTION))
                .bind("decided", Verdict.Kind.DECIDED).mapTo(Row.class).forEach(row -> add(row, stored)));
        return stored;
    }

    private static void add(Row row, Stored stored) {
        Rulings rulings = stored.rulings();
        switch (row.part()) {
            case ANSWER -> stored.answers().add(new GivenAnswer(row.criterion(), row.value(), row.comment(),
                    row.person(), row.at(), row.number()));
            case EVIDENCE -> stored.evidence().add(new Support(row.criterion(), row.number(), row.lastDay()));
            case VERDICT -> {
                rulings.confirmed().put(row.criterion(), row.value());
                if (row.number() == 1) {
                    rulings.decided().add(row.criterion());
                }
            }
            case EXEMPTION -> rulings.exempt().add(row.criterion());
        }
    }
}
