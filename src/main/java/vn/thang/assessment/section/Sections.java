package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;

/** All sections that were given away. */
@ApplicationScoped
public class Sections {

    /** Roles at an agency that may answer a section. */
    public static final String ANSWERING = "('OFFICER', 'HEAD', 'CONTRIBUTOR')";
    private static final String HOLDS = " m.valid_from <= ?2 AND (m.valid_to IS NULL OR m.valid_to >= ?2)";
    /**
     * Sections x of assessments s that person 1 has on day 2: given to them by name while they hold a role at the agency
     * of the assessment, or given to a unit still below it while they hold a role there.
     */
    private static final String OF_PERSON = """
            SELECT x.id, x.assessment_id, x.dimension, x.finished_at, x.unit_id,
              CONCAT(r.model_id, '/', r.model_version)
            FROM assessment_section x JOIN assessment s ON s.id = x.assessment_id
            JOIN assessment_round r ON r.id = s.round_id LEFT JOIN agency u ON u.id = x.unit_id
            WHERE x.ended_at IS NULL AND (x.person_id IS NULL OR x.person_id = ?1)
            AND (x.unit_id IS NULL OR u.parent_id = s.agency_id)
            AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = ?1
              AND m.agency_id = COALESCE(x.unit_id, s.agency_id) AND m.role IN %s AND%s)""".formatted(ANSWERING, HOLDS);
    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalog;

    void add(Section section) {
        entities.persist(section);
        entities.flush();
    }

    Section get(long id) {
        return Optional.ofNullable(entities.find(Section.class, id)).orElseThrow(() -> new BusinessException.NotFound("section.unknown"));
    }

    /** Dimensions of the assessment that the person may answer on this day. */
    Set<String> of(long assessmentId, long person, LocalDate today) {
        return rows(" AND x.assessment_id = ?3", person, today, assessmentId).map(row -> (String) row[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A dimension that the person was given, and when it was handed back as finished; null until then. */
    record Held(long assessment, String dimension, Instant finishedAt) {
    }

    /** By assessment of a round that runs, the newest first; what the person was given on this day. */
    List<Held> of(long person, LocalDate today) {
        Map<String, Held> held = new LinkedHashMap<>();
        rows(" AND r.state IN ('OPEN', 'CLOSED') ORDER BY x.assessment_id DESC, x.dimension, x.finished_at DESC LIMIT "
                + MOST, person, today)
                .map(row -> new Held(number(row[1]), (String) row[2], Moments.instant(row[3])))
                .forEach(one -> held.putIfAbsent(one.assessment() + one.dimension(), one));
        return List.copyOf(held.values());
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
        return rows(" AND x.assessment_id = ?3 AND x.dimension = ?4", person, today, assessmentId, dimension)
                .map(row -> get(number(row[0]))).toList();
    }

    /** Restricted answers stay inside the agency: a unit below has no section with such questions, whoever gave it. */
    private Stream<Object[]> rows(String condition, long person, LocalDate today, Object... further) {
        List<Object> arguments = new ArrayList<>(List.of(person, Date.valueOf(today)));
        arguments.addAll(List.of(further));
        return this.<Object[]>list(OF_PERSON + condition, arguments.toArray()).stream()
                .filter(row -> row[4] == null || !isRestricted(catalog.model((String) row[5]), (String) row[2]));
    }

    /** Whether there are restricted questions in the dimension. */
    static boolean isRestricted(MaturityModel model, String dimension) {
        Set<String> below = FormAccess.criteria(model, Set.of(dimension));
        return model.criteria().stream()
                .anyMatch(criterion -> criterion.restricted() && below.contains(criterion.code()));
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
