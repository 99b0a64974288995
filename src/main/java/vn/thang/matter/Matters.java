package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All matters with their steps, and those who can be asked. */
@ApplicationScoped
public class Matters {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    private record Answering(long agency, long person) {
    }

    /** Adds the matter with the step by which it begins. */
    public void add(MatterStep first) {
        entities.persist(first.matter());
        entities.persist(first);
    }

    public void addStep(MatterStep step) {
        entities.persist(step);
    }

    /** Returns the matter to be changed; nobody else changes it until the end of the transaction. */
    public Matter lock(long id) {
        Matter matter = entities.find(Matter.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (matter == null) {
            throw new BusinessException.NotFound("matter.unknown");
        }
        return matter;
    }

    /** Lets nobody else plan for the agency until the end of the transaction. */
    public void lockPlan(long agency) {
        flushed.useHandle(sql -> sql.createQuery("SELECT id FROM agency WHERE id = :agency FOR UPDATE")
                .bind("agency", agency).mapTo(Long.class).one());
    }

    /** Whether there is a measure for the criterion of the result, as it is now, that nobody has dropped. */
    public boolean isPlanned(long assessment, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM matter
                WHERE assessment_id = :assessment AND criterion = :criterion AND kind = :measure AND state <> :dropped
                LOCK IN SHARE MODE""").bind("assessment", assessment).bind("criterion", criterion)
                .bind("measure", Matter.Kind.MEASURE).bind("dropped", Matter.State.DROPPED).mapTo(Long.class)
                .one()) > 0;
    }

    /** Returns those of the agencies for whose last published result there is no measure, not even one that was declined. */
    public List<Unplanned> unplanned(List<String> paths) {
        return paths.isEmpty() ? List.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.code AS agency, s.id AS assessment
                FROM agency a JOIN counted_assessment s ON s.id = (
                    SELECT c.id FROM counted_assessment c JOIN assessment_round r ON r.id = c.round_id
                    WHERE c.agency_id = a.id AND r.state = :published AND r.rehearsal = FALSE
                        AND c.state = :result
                    ORDER BY r.due_on DESC, r.id DESC LIMIT 1)
                WHERE a.path IN (<paths>) AND NOT EXISTS (
                    SELECT 1 FROM matter m WHERE m.assessment_id = s.id AND m.kind = :measure)
                ORDER BY a.path""").bindList("paths", paths).bind("published", RoundState.PUBLISHED)
                .bind("result", AssessmentState.PUBLISHED).bind("measure", Matter.Kind.MEASURE)
                .mapTo(Unplanned.class).list());
    }

    /** Returns those who answer for the agency today, heads first, and of these who was given the role first. */
    public List<Respondent> respondents(long agency, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT k.id, k.name, COALESCE(k.signing, k.answering) AS role
                FROM (SELECT p.id, p.full_name AS name, MIN(m.id) AS first, MIN(m.role) AS answering,
                    MIN(IF(m.role IN (<heads>), m.role, NULL)) AS signing
                    FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE
                    WHERE m.agency_id = :agency AND m.role IN (<roles>) AND %s
                    GROUP BY p.id, p.full_name) k
                ORDER BY k.signing IS NULL, IF(k.signing IS NULL, 0, k.first), k.name, k.id"""
                .formatted(Lasting.on("m", ":today"))).bind("agency", agency).bind("today", today)
                .bindList("roles", List.copyOf(Role.with(Permission.ANSWER)))
                .bindList("heads", List.copyOf(Role.with(Permission.SIGN))).mapTo(Respondent.class).list());
    }

    /** Returns the ids of those who answer for the agencies today, by the agency; nothing of one for which nobody does. */
    public Map<Long, Set<Long>> respondents(Set<Long> agencies, LocalDate today) {
        return agencies.isEmpty() ? Map.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT m.agency_id AS agency, m.person_id AS person
                FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE
                WHERE m.agency_id IN (<agencies>) AND m.role IN (<roles>) AND %s"""
                .formatted(Lasting.on("m", ":today"))).bindList("agencies", List.copyOf(agencies)).bind("today", today)
                .bindList("roles", List.copyOf(Role.with(Permission.ANSWER))).mapTo(Answering.class)
                .collect(Collectors.groupingBy(Answering::agency,
                        Collectors.mapping(Answering::person, Collectors.toSet()))));
    }
}
