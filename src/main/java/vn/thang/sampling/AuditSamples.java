package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** All audit samples, and the only way to their tables. */
@ApplicationScoped
class AuditSamples {

    private static final String SAMPLE = """
            SELECT m.id, m.round_id, r.code AS round, r.name AS round_name, CONCAT(r.model_id, '/', r.model_version) AS model,
                a.code AS agency, a.name AS agency_name, a.name_en AS agency_name_en, a.path AS agency_path, m.purpose,
                m.confidence, m.tolerable,
                m.allowed, m.strata, m.seed, m.population, m.size, p.full_name AS drawn_by, m.drawn_at,
                (SELECT COUNT(*) FROM audit_case c WHERE c.sample_id = m.id AND c.judged_at IS NOT NULL) AS judged,
                (SELECT COUNT(*) FROM audit_case c WHERE c.sample_id = m.id AND c.judged_at IS NOT NULL
                    AND NOT c.found <=> c.value) AS wrong
            FROM audit_sample m JOIN assessment_round r ON r.id = m.round_id JOIN agency a ON a.id = m.agency_id
            JOIN person p ON p.id = m.drawn_by
            """;
    private static final String CASE = """
            SELECT c.id, c.sample_id AS sample, c.stratum, c.assessment_id AS assessment, a.code AS agency,
                a.name AS agency_name, a.name_en AS agency_name_en, a.path AS agency_path, c.criterion, c.value,
                c.found, c.reason, c.judged_by,
                p.full_name AS judged_name, c.judged_at
            FROM audit_case c JOIN assessment s ON s.id = c.assessment_id JOIN agency a ON a.id = s.agency_id
            LEFT JOIN person p ON p.id = c.judged_by
            """;

    @Inject
    private Jdbi jdbi;

    /** What is drawn. */
    record Plan(long round, long agency, String purpose, double confidence, double tolerable, int allowed,
            Division division, String seed, long population) {
    }

    /** An answer that is drawn. */
    record Drawn(String stratum, long assessment, String criterion, String value) {
    }

    /** Where an assessment belongs: the code of the agency of the first level that its agency was or stood below. */
    private record First(long assessment, String code) {
    }

    /** A round as far as a sample needs it. */
    record SampledRound(long id, String code, String model) {
    }

    /** @throws BusinessException.NotFound when no round that has begun has this code */
    SampledRound round(String code) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, code, CONCAT(model_id, '/', model_version) AS model FROM assessment_round
                WHERE code = :code AND state <> :planned""").bind("code", code).bind("planned", RoundState.PLANNED)
                .mapTo(SampledRound.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("report.unknown-round", code));
    }

    long add(Plan plan, Map<String, Long> populations, List<Drawn> drawn, long person, Instant now) {
        return jdbi.withHandle(sql -> {
            long id = sql.createUpdate("""
                    INSERT INTO audit_sample (round_id, agency_id, purpose, confidence, tolerable, allowed, strata, seed,
                        population, size, drawn_by, drawn_at)
                    VALUES (:round, :agency, :purpose, :confidence, :tolerable, :allowed, :division, :seed, :population,
                        :size, :person, :now)""").bind("round", plan.round()).bind("agency", plan.agency())
                    .bind("purpose", plan.purpose()).bind("confidence", plan.confidence())
                    .bind("tolerable", plan.tolerable()).bind("allowed", plan.allowed())
                    .bind("division", plan.division()).bind("seed", plan.seed())
                    .bind("population", plan.population()).bind("size", drawn.size())
                    .bind("person", person).bind("now", now).executeAndReturnGeneratedKeys("id").mapTo(Long.class)
                    .one();
            Map<String, Long> sizes = drawn.stream()
                    .collect(Collectors.groupingBy(Drawn::stratum, Collectors.counting()));
            PreparedBatch strata = sql.prepareBatch("""
                    INSERT INTO audit_stratum (sample_id, name, population, size)
                    VALUES (:sample, :name, :population, :size)""");
            populations.forEach((name, population) -> strata.bind("sample", id).bind("name", name)
                    .bind("population", population).bind("size", sizes.getOrDefault(name, 0L)).add());
            strata.execute();
            PreparedBatch cases = sql.prepareBatch("""
                    INSERT INTO audit_case (sample_id, stratum, assessment_id, criterion, value)
                    VALUES (:sample, :stratum, :assessment, :criterion, :value)""");
            drawn.forEach(one -> cases.bind("sample", id).bind("stratum", one.stratum())
                    .bind("assessment", one.assessment()).bind("criterion", one.criterion())
                    .bind("value", one.value()).add());
            cases.execute();
            return id;
        });
    }

    Optional<AuditSample> find(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(SAMPLE + "WHERE m.id = :id").bind("id", id)
                .mapTo(AuditSample.class).findOne());
    }

    AuditSample get(long id) {
        return find(id).orElseThrow(() -> new BusinessException.NotFound("sampling.unknown", id));
    }

    /** Lists the samples that lie within these subtrees, the newest first. */
    List<AuditSample> list(List<String> paths) {
        return jdbi.withHandle(sql -> sql.createQuery(SAMPLE + "ORDER BY m.id DESC").mapTo(AuditSample.class)
                .filter(one -> paths.stream().anyMatch(one.agencyPath()::startsWith)).list());
    }

    List<AuditSample.Stratum> strata(long sample) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT t.name, a.name AS agency_name, a.name_en AS agency_name_en, t.population, t.size,
                    COUNT(c.judged_at) AS judged,
                    COALESCE(SUM(c.judged_at IS NOT NULL AND NOT c.found <=> c.value), 0) AS wrong
                FROM audit_stratum t JOIN audit_sample m ON m.id = t.sample_id
                LEFT JOIN agency a ON m.strata = :province AND a.code = t.name
                LEFT JOIN audit_case c ON c.sample_id = t.sample_id AND c.stratum = t.name
                WHERE t.sample_id = :sample GROUP BY t.name, a.name, a.name_en, t.population, t.size ORDER BY t.name""")
                .bind("sample", sample).bind("province", Division.PROVINCE).mapTo(AuditSample.Stratum.class).list());
    }

    /** A page of its cases; two statements. */
    Slice<AuditSample.Case> cases(long sample, Cut<CaseOrder> cut) {
        return jdbi
                .withHandle(sql -> Slice.of(sql.createQuery("SELECT COUNT(*) FROM audit_case WHERE sample_id = :sample")
                        .bind("sample", sample).mapTo(Long.class).one(), cut,
                        (size, offset) -> sql
                                .createQuery(CASE + "WHERE c.sample_id = :sample ORDER BY " + cut.sql("c.id")
                                        + " LIMIT :size OFFSET :offset")
                                .bind("sample", sample).bind("size", size)
                                .bind("offset", offset).mapTo(AuditSample.Case.class).list()));
    }

    AuditSample.Case getCase(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(CASE + "WHERE c.id = :id").bind("id", id)
                .mapTo(AuditSample.Case.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("sampling.unknown-case", id));
    }

    void judge(long id, String found, String reason, long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE audit_case SET found = :found, reason = :reason, judged_by = :person, judged_at = :now
                WHERE id = :id""").bind("found", found).bind("reason", reason).bind("person", person).bind("now", now)
                .bind("id", id).execute());
    }

    /** Returns the codes of the agencies of the first level below which those of a round stood, by assessment. */
    Map<Long, String> firsts(long round) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id AS assessment, f.code FROM counted_assessment s
                JOIN assessment_place l ON l.assessment_id = s.id
                JOIN agency f ON f.id = l.first_level WHERE s.round_id = :round""").bind("round", round)
                .mapTo(First.class).collect(Collectors.toMap(First::assessment, First::code)));
    }
}
