package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.section.Candidate;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** Who was named to submit which assessment. Nothing is overwritten: a newer name replaces an older one, and both stay. */
@ApplicationScoped
class Submitters {

    /** An officer or head m of the agency a on the day. */
    private static final String BELONGS = """
            m.agency_id = a.id AND m.role IN (<officers>) AND """ + " " + Lasting.on("m", ":today");
    private static final Set<Role> OFFICERS = Role.with(Permission.HAND_IN);

    @Inject
    private Flushed flushed;

    /** Ends what holds so far. */
    void end(long assessmentId, long by, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE assessment_submitter SET ended_by = :by, ended_at = :now
                WHERE assessment_id = :assessment AND ended_at IS NULL""")
                .bind("by", by).bind("now", now).bind("assessment", assessmentId).execute());
    }

    /** In the place of whoever was named so far; says under which id. */
    long name(long assessmentId, long person, long by, Instant now) {
        end(assessmentId, by, now);
        return flushed.withHandle(sql -> {
            long id = sql.createQuery("SELECT NEXT VALUE FOR assessment_submitter_seq").mapTo(Long.class).one();
            sql.createUpdate("""
                    INSERT INTO assessment_submitter (id, assessment_id, person_id, named_by, named_at)
                    VALUES (:id, :assessment, :person, :by, :now)""")
                    .bind("id", id).bind("assessment", assessmentId).bind("person", person).bind("by", by)
                    .bind("now", now).execute();
            return id;
        });
    }

    /** Who is named now; nobody is by default. */
    Optional<Submitter> find(long assessmentId, LocalDate today) {
        return of(assessmentId, today).stream().filter(Submitter::present).findFirst();
    }

    /** The newest first. */
    List<Submitter> of(long assessmentId, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT x.person_id AS person, p.full_name AS name,
                    EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND p.active = TRUE AND %s) AS belongs,
                    n.full_name AS named_by, x.named_at, e.full_name AS ended_by, x.ended_at
                FROM assessment_submitter x
                JOIN assessment s ON s.id = x.assessment_id
                JOIN agency a ON a.id = s.agency_id
                JOIN person p ON p.id = x.person_id
                JOIN person n ON n.id = x.named_by
                LEFT JOIN person e ON e.id = x.ended_by
                WHERE x.assessment_id = :assessment ORDER BY x.named_at DESC, x.id DESC""".formatted(BELONGS))
                .bind("assessment", assessmentId).bind("today", today).bindList("officers", OFFICERS)
                .mapTo(Submitter.class).list());
    }

    /** The officers and heads of an agency. */
    List<Candidate> candidates(long agency, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT DISTINCT p.id, p.full_name AS name, p.username AS more
                FROM agency a
                JOIN membership m ON %s
                JOIN person p ON p.id = m.person_id AND p.active = TRUE
                WHERE a.id = :agency ORDER BY p.full_name, p.username""".formatted(BELONGS))
                .bind("agency", agency).bind("today", today).bindList("officers", OFFICERS).mapTo(Candidate.class)
                .list());
    }
}
