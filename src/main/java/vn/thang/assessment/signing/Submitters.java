package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.section.Candidate;
import vn.thang.platform.Moments;

/** Who was named to submit which assessment. Nothing is overwritten: a newer name replaces an older one, and both stay. */
@ApplicationScoped
class Submitters {

    /** An officer or head m of the agency a on day 2. */
    private static final String BELONGS = "m.agency_id = a.id AND m.role IN ('OFFICER', 'HEAD') AND m.valid_from <= ?2"
            + " AND (m.valid_to IS NULL OR m.valid_to >= ?2)";

    @PersistenceContext
    private EntityManager entities;

    /** Ends what holds so far. */
    void end(long assessmentId, long by, Instant now) {
        entities.createNativeQuery("UPDATE assessment_submitter SET ended_by = ?1, ended_at = ?2 WHERE assessment_id = ?3 AND ended_at IS NULL")
                .setParameter(1, by).setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).setParameter(3, assessmentId).executeUpdate();
    }

    /** In the place of whoever was named so far; says under which id. */
    long name(long assessmentId, long person, long by, Instant now) {
        end(assessmentId, by, now);
        long id = ((Number) entities.createNativeQuery("SELECT NEXT VALUE FOR assessment_submitter_seq").getSingleResult()).longValue();
        entities.createNativeQuery("INSERT INTO assessment_submitter (id, assessment_id, person_id, named_by, named_at) VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, id).setParameter(2, assessmentId).setParameter(3, person).setParameter(4, by)
                .setParameter(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).executeUpdate();
        return id;
    }

    /** Who is named now; nobody is by default. */
    Optional<Submitter> find(long assessmentId, LocalDate today) {
        return of(assessmentId, today).stream().filter(Submitter::present).findFirst();
    }

    /** The newest first. */
    List<Submitter> of(long assessmentId, LocalDate today) {
        return this.<Object[]>list("SELECT x.person_id, p.full_name, EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND p.active = TRUE AND "
                + BELONGS + "), n.full_name, x.named_at, e.full_name, x.ended_at FROM assessment_submitter x JOIN assessment s ON s.id = x.assessment_id"
                + " JOIN agency a ON a.id = s.agency_id JOIN person p ON p.id = x.person_id JOIN person n ON n.id = x.named_by"
                + " LEFT JOIN person e ON e.id = x.ended_by WHERE x.assessment_id = ?1 ORDER BY x.named_at DESC, x.id DESC", assessmentId, today).stream()
                .map(row -> new Submitter(((Number) row[0]).longValue(), (String) row[1], Moments.flag(row[2]), (String) row[3],
                        Moments.instant(row[4]), (String) row[5], Moments.instant(row[6]))).toList();
    }

    /** The officers and heads of an agency. */
    List<Candidate> candidates(long agency, LocalDate today) {
        return this.<Object[]>list("SELECT DISTINCT p.id, p.full_name, p.username FROM agency a JOIN membership m ON " + BELONGS
                + " JOIN person p ON p.id = m.person_id AND p.active = TRUE WHERE a.id = ?1 ORDER BY 2, 3", agency, today).stream()
                .map(row -> new Candidate(((Number) row[0]).longValue(), (String) row[1], (String) row[2])).toList();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String sql, long of, LocalDate today) {
        return entities.createNativeQuery(sql).setParameter(1, of).setParameter(2, Date.valueOf(today)).getResultList();
    }
}
