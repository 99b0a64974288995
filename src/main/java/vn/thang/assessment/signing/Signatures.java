package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.platform.Moments;

/** All signatures of heads, and who could give one. */
@ApplicationScoped
public class Signatures {

    @PersistenceContext
    private EntityManager entities;

    /** Takes the place of the one that was in force so far, which stays in the history. */
    void add(long assessmentId, Signature signature) {
        end(assessmentId, signature.signedAt());
        entities.persist(signature);
        entities.flush();
    }

    public void end(long assessmentId, Instant now) {
        entities.createNativeQuery("UPDATE assessment_signature SET ended_at = ?1 WHERE assessment_id = ?2 AND ended_at IS NULL")
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).setParameter(2, assessmentId).executeUpdate();
    }

    /** The newest first. */
    List<GivenSignature> of(long assessmentId) {
        return rows("SELECT person_name, position, signed_at, content_hash, receipt, ended_at FROM assessment_signature"
                + " WHERE assessment_id = ?1 ORDER BY signed_at DESC, id DESC", assessmentId).stream().map(row -> new GivenSignature(
                (String) row[0], (String) row[1], Moments.instant(row[2]), (String) row[3], (String) row[4],
                Moments.instant(row[5]))).toList();
    }

    /** As what the person signed last. */
    Optional<String> position(long personId) {
        return rows("SELECT position, signed_at FROM assessment_signature WHERE person_id = ?1 ORDER BY signed_at DESC, id DESC LIMIT 1",
                personId).stream().map(row -> (String) row[0]).findFirst();
    }

    /** Names of the heads of the agencies, by agency. */
    Map<Long, List<String>> heads(Collection<Long> agencyIds, LocalDate today) {
        if (agencyIds.isEmpty()) {
            return Map.of();
        }
        Object[] arguments = new Object[agencyIds.size() + 1];
        arguments[0] = Date.valueOf(today);
        System.arraycopy(agencyIds.toArray(), 0, arguments, 1, agencyIds.size());
        String places = IntStream.rangeClosed(2, arguments.length).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
        return rows("SELECT m.agency_id, p.full_name FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE"
                + " WHERE m.role = 'HEAD' AND m.valid_from <= ?1 AND (m.valid_to IS NULL OR m.valid_to >= ?1) AND m.agency_id IN (" + places
                + ") ORDER BY p.full_name", arguments).stream().collect(Collectors.groupingBy(row -> ((Number) row[0]).longValue(),
                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
