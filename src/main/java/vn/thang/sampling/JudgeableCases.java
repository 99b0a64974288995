package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.review.ReviewQueue;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.section.Sections;
import vn.thang.platform.sql.Subtrees;

/** Counts the answers of samples that wait for a reviewer, by the rules that {@link SampleJudging} asks for each of them. */
@ApplicationScoped
class JudgeableCases {

    private static final String WAITING = """
            SELECT m.id AS sample, COUNT(*) AS cases, m.drawn_at
            FROM audit_sample m
            JOIN agency t ON t.id = m.agency_id
            JOIN assessment_round r ON r.id = m.round_id
            JOIN audit_case c ON c.sample_id = m.id AND c.judged_at IS NULL
            JOIN assessment s ON s.id = c.assessment_id
            JOIN agency a ON a.id = s.agency_id
            WHERE <sampled> AND <reviewed>
                AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.assessment_id = s.id AND v.given_by = :person)
                AND NOT %s
            GROUP BY m.id, m.drawn_at ORDER BY m.id""".formatted(
            Verdicts.belonged(":person", "s.agency_id", ReviewQueue.SINCE));

    @Inject
    private Jdbi jdbi;

    /**
     * Lists the samples with what waits in them for the person.
     *
     * @param seen     paths below which the person sees samples
     * @param reviewed paths below which the person reviews
     */
    List<SampleJudging.Waiting> by(long person, List<String> seen, List<String> reviewed) {
        Subtrees samples = new Subtrees("sampled", seen);
        Subtrees agencies = new Subtrees("reviewed", reviewed);
        return jdbi.withHandle(sql -> sql.createQuery(WAITING).define("sampled", samples.condition("t.path"))
                .define("reviewed", agencies.condition("a.path")).bindMap(samples.values())
                .bindMap(agencies.values()).bind("person", person).bind("published", RoundState.PUBLISHED)
                .bindList("handedIn", AssessmentState.handedIn()).bindList("answering", Sections.answering())
                .mapTo(SampleJudging.Waiting.class).list());
    }
}
