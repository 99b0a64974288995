package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All signatures of heads, and who could give one. */
@ApplicationScoped
public class Signatures {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** Takes the place of the one under the same step that was in force so far, which stays in the history. */
    void add(long assessmentId, Signature signature) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE assessment_signature SET ended_at = :now
                WHERE assessment_id = :assessment AND step = :step AND ended_at IS NULL""")
                .bind("now", signature.signedAt()).bind("assessment", assessmentId).bind("step", signature.step())
                .execute());
        entities.persist(signature);
    }

    /** Ends every signature of the assessment that is in force. */
    public void end(long assessmentId, Instant now) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                UPDATE assessment_signature SET ended_at = :now WHERE assessment_id = :assessment AND ended_at IS NULL""")
                .bind("now", now).bind("assessment", assessmentId).execute());
    }

    /** The newest first. */
    List<GivenSignature> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT id, step, person_name, position, signed_at, content_hash, receipt, factor, ended_at, NULL AS holds
                FROM assessment_signature
                WHERE assessment_id = :assessment ORDER BY signed_at DESC, id DESC""")
                .bind("assessment", assessmentId).mapTo(GivenSignature.class).list());
    }

    /** Finds the position that the person gave at their last signature. */
    Optional<String> position(long personId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT position FROM assessment_signature WHERE person_id = :person
                ORDER BY signed_at DESC, id DESC LIMIT 1""").bind("person", personId).mapTo(String.class).findOne());
    }

    private record Head(long agency, String name) {
    }

    /** Names of the heads of the agencies, by agency. */
    Map<Long, List<String>> heads(Collection<Long> agencyIds, LocalDate today) {
        return agencyIds.isEmpty() ? Map.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT m.agency_id AS agency, p.full_name AS name
                FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE
                WHERE m.role IN (<signing>) AND %s
                    AND m.agency_id IN (<agencies>)
                ORDER BY p.full_name""".formatted(Lasting.on("m", ":today")))
                .bindList("signing", Role.with(Permission.SIGN)).bind("today", today).bindList("agencies", agencyIds)
                .mapTo(Head.class)
                .collect(Collectors.groupingBy(Head::agency, Collectors.mapping(Head::name, Collectors.toList()))));
    }
}
