package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;

/** All sections that were given away. */
@ApplicationScoped
public class Sections {

    /** Roles at an agency that may answer a section. */
    public static final String ANSWERING = "('OFFICER', 'HEAD', 'CONTRIBUTOR')";
    private static final String HOLDS = " m.valid_from <= ?2 AND (m.valid_to IS NULL OR m.valid_to >= ?2)";
    /** Sections x that person 1 has on day 2, by name or by a role at the unit. */
    private static final String OF_PERSON = " x.ended_at IS NULL AND (x.person_id = ?1 OR x.unit_id IN (SELECT m.agency_id FROM membership m"
            + " WHERE m.person_id = ?1 AND m.role IN " + ANSWERING + " AND" + HOLDS + "))";

    @PersistenceContext
    private EntityManager entities;

    void add(Section section) {
        entities.persist(section);
        entities.flush();
    }

    Section get(long id) {
        return Optional.ofNullable(entities.find(Section.class, id)).orElseThrow(() -> new BusinessException.NotFound("section.unknown"));
    }

    /** Dimensions of the assessment that the person may answer on this day. */
    Set<String> of(long assessmentId, long person, LocalDate today) {
        return new TreeSet<>(this.<String>list("SELECT x.dimension FROM assessment_section x WHERE" + OF_PERSON + " AND x.assessment_id = ?3",
                person, Date.valueOf(today), assessmentId));
    }

    /** A dimension that the person was given, and when it was handed back as finished; null until then. */
    record Held(long assessment, String dimension, Instant finishedAt) {
    }

    /** By assessment of a round that runs, the newest first; what the person was given on this day. */
    List<Held> of(long person, LocalDate today) {
        return this.<Object[]>list("SELECT x.assessment_id, x.dimension, MAX(x.finished_at) FROM assessment_section x"
                + " JOIN assessment s ON s.id = x.assessment_id JOIN assessment_round r ON r.id = s.round_id AND r.state IN ('OPEN', 'CLOSED') WHERE"
                + OF_PERSON + " GROUP BY x.assessment_id, x.dimension ORDER BY x.assessment_id DESC, x.dimension LIMIT 200", person, Date.valueOf(today))
                .stream().map(row -> new Held(number(row[0]), (String) row[1], Moments.instant(row[2]))).toList();
    }

    /** Criteria with an answer or an exemption, by assessment. */
    Map<Long, Set<String>> settled(List<Long> assessments) {
        Map<Long, Set<String>> settled = new HashMap<>();
        if (!assessments.isEmpty()) {
            String ids = Moments.ids(assessments);
            this.<Object[]>list("SELECT assessment_id, criterion FROM answer WHERE value IS NOT NULL AND assessment_id IN (" + ids
                    + ") UNION SELECT assessment_id, criterion FROM exemption WHERE granted = TRUE AND assessment_id IN (" + ids + ")")
                    .forEach(row -> settled.computeIfAbsent(number(row[0]), id -> new HashSet<>()).add((String) row[1]));
        }
        return settled;
    }

    /** Those of the dimension that the person has on this day. */
    List<Section> held(long assessmentId, String dimension, long person, LocalDate today) {
        List<Number> ids = list("SELECT x.id FROM assessment_section x WHERE" + OF_PERSON + " AND x.assessment_id = ?3 AND x.dimension = ?4",
                person, Date.valueOf(today), assessmentId, dimension);
        return ids.stream().map(id -> get(id.longValue())).toList();
    }

    /** Whether it is given to the same person or unit now. */
    boolean isGiven(Section section) {
        List<?> found = list("SELECT 1 FROM assessment_section x WHERE x.assessment_id = ?1 AND x.dimension = ?2 AND x.ended_at IS NULL"
                + " AND (x.person_id = ?3 OR x.unit_id = ?4)", section.assessmentId(), section.dimension(), section.personId(), section.unitId());
        return !found.isEmpty();
    }

    /** People with a role at the agency that may answer. */
    List<Candidate> colleagues(long agency, LocalDate today) {
        return candidates("SELECT DISTINCT p.id, p.full_name, p.username FROM person p JOIN membership m ON m.person_id = p.id"
                + " WHERE p.active = TRUE AND m.agency_id = ?1 AND m.role IN " + ANSWERING + " AND" + HOLDS + " ORDER BY 2, 3", agency, today);
    }

    /** Existing agencies directly below. */
    List<Candidate> units(long agency, LocalDate today) {
        return candidates("SELECT m.id, m.name, m.code FROM agency m WHERE m.parent_id = ?1 AND (m.valid_from IS NULL OR m.valid_from <= ?2)"
                + " AND (m.valid_to IS NULL OR m.valid_to >= ?2) ORDER BY 2, 3", agency, today);
    }

    private List<Candidate> candidates(String sql, long agency, LocalDate today) {
        return this.<Object[]>list(sql, agency, Date.valueOf(today)).stream()
                .map(row -> new Candidate(number(row[0]), (String) row[1], (String) row[2])).toList();
    }

    void flush() {
        entities.flush();
    }

    private static long number(Object value) {
        return value instanceof Boolean flag ? flag ? 1 : 0 : ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
