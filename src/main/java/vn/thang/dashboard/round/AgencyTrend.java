package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.organisation.agency.FormerSelves;

/** The results of one agency over the rounds, by one statement, with what changes of the model's version mean for them. */
@ApplicationScoped
class AgencyTrend {

    private static final String TREND = """
            WITH RECURSIVE %s
            SELECT MAX(IF(f.ended IS NULL, s.id, NULL)) AS assessment, r.code AS round, r.due_on,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, MAX(IF(f.ended IS NULL, c.level, NULL)) AS level, ROUND(AVG(c.index_value), 1) AS `index`,
                SUM(f.ended IS NOT NULL) AS merged, MAX(IF(f.ended IS NULL, c.measured, NULL)) AS measured,
                MAX(IF(f.ended IS NULL, c.grounded, NULL)) AS grounded,
                MAX(IF(f.ended IS NULL, c.confirmed, NULL)) AS confirmed
            FROM former f
            JOIN counted_assessment s ON s.agency_id = f.member
            JOIN assessment_round r ON r.id = s.round_id
            JOIN assessment_score c ON c.assessment_id = s.id
            WHERE (f.ended IS NULL OR r.due_on <= f.ended) AND s.state IN (<handedIn>) AND r.state = :published
                AND NOT r.rehearsal AND r.model_id = :model
            GROUP BY r.id, r.code, r.due_on, r.model_id, r.model_version
            ORDER BY r.due_on, r.code""".formatted(FormerSelves.of("a.id = :agency", ":today"));

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /** A result as it is stored. */
    private record Result(Long assessment, String round, LocalDate dueOn, String modelRef, Integer level, double index,
            int merged, BigDecimal measured, BigDecimal grounded, BigDecimal confirmed) {

        private TrendPoint after(VersionStep step) {
            return new TrendPoint(assessment, round, dueOn, level, index, merged, measured, grounded, confirmed, step);
        }
    }

    /**
     * Returns official level and index of an agency over the published rounds of a model in which it took part, or those that were
     * merged into it later, oldest first.
     */
    List<TrendPoint> of(long agencyId, String modelId) {
        List<Result> results = jdbi.withHandle(sql -> sql.createQuery(TREND).bind("agency", agencyId)
                .bind("model", modelId).bind("today", LocalDate.now(clock)).bind("published", RoundState.PUBLISHED)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Result.class).list());
        List<VersionStep> steps = VersionStep.along(catalog, results.stream().map(Result::modelRef).toList());
        return IntStream.range(0, results.size()).mapToObj(i -> results.get(i).after(steps.get(i))).toList();
    }
}
