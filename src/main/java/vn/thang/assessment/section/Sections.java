package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.RoundState;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All sections that were given away. */
@ApplicationScoped
public class Sections {

    private static final String HOLDS = Lasting.on("m", ":today");
    /**
     * Sections x of assessments s that the person has on the day: given to them by name while they hold a role at the agency
     * of the assessment, or given to a unit still below it while they hold a role there.
     */
    private static final String OF_PERSON = """
            SELECT x.id, x.assessment_id, x.dimension, x.finished_at, x.unit_id,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref
            FROM assessment_section x
            JOIN assessment s ON s.id = x.assessment_id
            JOIN assessment_round r ON r.id = s.round_id
            LEFT JOIN agency u ON u.id = x.unit_id
            WHERE x.ended_at IS NULL AND (x.person_id IS NULL OR x.person_id = :person)
                AND (x.unit_id IS NULL OR u.parent_id = s.agency_id)
                AND EXISTS (SELECT 1 FROM membership m
                    WHERE m.person_id = :person AND m.agency_id = COALESCE(x.unit_id, s.agency_id)
                    AND m.role IN (<answering>) AND %s)
            """.formatted(HOLDS);
    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    @Inject
    private Catalog catalog;

    void add(Section section) {
        entities.persist(section);
    }

    Section get(long id) {
        return Optional.ofNullable(entities.find(Section.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("section.unknown"));
    }

    /** Returns the roles that may answer a section of the agency where they are held. */
    public static Set<Role> answering() {
        return Role.with(Permission.CONTRIBUTE);
    }

    private record Line(long id, long assessmentId, String dimension, Instant finishedAt, Long unitId,
            String modelRef) {
    }

    /** Dimensions of the assessment that the person may answer on this day. */
    Set<String> of(long assessmentId, long person, LocalDate today) {
        return lines("AND x.assessment_id = :assessment", person, today,
                query -> query.bind("assessment", assessmentId))
                .map(Line::dimension).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A dimension that the person was given, and when it was handed back as finished; null until then. */
    record Held(long assessment, String dimension, Instant finishedAt) {
    }

    /** By assessment of a round that runs, the newest first; what the person was given on this day. */
    List<Held> of(long person, LocalDate today) {
        Map<String, Held> held = new LinkedHashMap<>();
        lines("""
                AND r.state IN (<running>)
                ORDER BY x.assessment_id DESC, x.dimension, x.finished_at DESC LIMIT :most""", person, today,
                query -> query.bind("most", MOST).bindList("running", RoundState.running()))
                .map(line -> new Held(line.assessmentId(), line.dimension(), line.finishedAt()))
                .forEach(one -> held.putIfAbsent(one.assessment() + one.dimension(), one));
        return List.copyOf(held.values());
    }

    private record Settled(long assessmentId, String criterion) {
    }

    /** Criteria with an answer or an exemption, by assessment. */
    Map<Long, Set<String>> settled(List<Long> assessments) {
        return assessments.isEmpty() ? Map.of()
                : flushed.withHandle(sql -> sql
                        .createQuery(
                                """
                SELECT assessment_id, criterion FROM answer WHERE value IS NOT NULL AND assessment_id IN (<assessments>)
                UNION
                SELECT assessment_id, criterion FROM exemption WHERE granted = TRUE AND assessment_id IN (<assessments>)""")
                        .bindList("assessments", assessments).mapTo(Settled.class)
                        .collect(Collectors.groupingBy(Settled::assessmentId,
                                Collectors.mapping(Settled::criterion, Collectors.toSet()))));
    }

    /** Those of the dimension that the person has on this day. */
    List<Section> held(long assessmentId, String dimension, long person, LocalDate today) {
        return lines("AND x.assessment_id = :assessment AND x.dimension = :dimension", person, today,
                query -> query.bind("assessment", assessmentId).bind("dimension", dimension))
                .map(line -> get(line.id())).toList();
    }

    /**
     * Returns what was given to somebody by name in rounds that run and is nobody's any more, since the person holds
     * no role there on this day.
     *
     * @param person null for everybody
     * @param all    whether the account of the person is closed, so that roles count no more
     */
    List<Section> orphaned(Long person, LocalDate today, boolean all) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT x.id FROM assessment_section x JOIN assessment s ON s.id = x.assessment_id
                JOIN assessment_round r ON r.id = s.round_id AND r.state IN (<running>)
                WHERE x.person_id IS NOT NULL AND (:person IS NULL OR x.person_id = :person) AND x.ended_at IS NULL
                AND (:all OR NOT EXISTS (SELECT 1 FROM membership m
                    JOIN person p ON p.id = m.person_id AND p.active = TRUE
                    WHERE m.person_id = x.person_id AND m.agency_id = s.agency_id AND m.role IN (<answering>) AND %s))
                ORDER BY x.id""".formatted(HOLDS))
                .bind("person", person).bind("today", today).bind("all", all)
                .bindList("running", RoundState.running()).bindList("answering", answering()).mapTo(Long.class).list())
                .stream().map(this::get).toList();
    }

    /** Restricted answers stay inside the agency: a unit below has no section with such questions, whoever gave it. */
    private Stream<Line> lines(String condition, long person, LocalDate today, UnaryOperator<Query> bound) {
        return flushed
                .withHandle(sql -> bound.apply(sql.createQuery(OF_PERSON + condition)).bind("person", person)
                        .bind("today", today)
                        .bindList("answering", answering()).mapTo(Line.class).list())
                .stream()
                .filter(line -> line.unitId() == null
                        || catalog.find(line.modelRef()).filter(model -> !isRestricted(model, line.dimension()))
                                .isPresent());
    }

    /** Whether there are restricted questions in the dimension. */
    static boolean isRestricted(MaturityModel model, String dimension) {
        Set<String> below = FormAccess.criteria(model, Set.of(dimension));
        return model.criteria().stream()
                .anyMatch(criterion -> criterion.restricted() && below.contains(criterion.code()));
    }

    /** Whether it is given to the same person or unit now. */
    boolean isGiven(Section section) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM assessment_section x
                    WHERE x.assessment_id = :assessment AND x.dimension = :dimension AND x.ended_at IS NULL
                    AND (x.person_id = :person OR x.unit_id = :unit))""")
                .bind("assessment", section.assessmentId()).bind("dimension", section.dimension())
                .bind("person", section.personId()).bind("unit", section.unitId()).mapTo(Boolean.class).one());
    }

    /** People with a role at the agency that may answer. */
    List<Candidate> colleagues(long agency, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT DISTINCT p.id, p.full_name AS name, p.username AS more
                FROM person p JOIN membership m ON m.person_id = p.id
                WHERE p.active = TRUE AND m.agency_id = :agency AND m.role IN (<answering>) AND %s
                ORDER BY p.full_name, p.username""".formatted(HOLDS))
                .bind("agency", agency).bind("today", today).bindList("answering", answering()).mapTo(Candidate.class)
                .list());
    }

    /** Existing agencies directly below. */
    List<Candidate> units(long agency, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT u.id, u.name, u.code AS more FROM agency u
                WHERE u.parent_id = :agency AND %s
                ORDER BY u.name, u.code""".formatted(Lasting.on("u", ":today"))).bind("agency", agency)
                .bind("today", today).mapTo(Candidate.class).list());
    }

}
