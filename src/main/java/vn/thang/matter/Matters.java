package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All matters with their steps, and those who can be asked. */
@ApplicationScoped
class Matters {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** Adds the matter with the step by which it begins. */
    void add(MatterStep first) {
        entities.persist(first.matter());
        entities.persist(first);
    }

    void addStep(MatterStep step) {
        entities.persist(step);
    }

    /** Returns the matter to be changed; nobody else changes it until the end of the transaction. */
    Matter lock(long id) {
        Matter matter = entities.find(Matter.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (matter == null) {
            throw new BusinessException.NotFound("matter.unknown");
        }
        return matter;
    }

    /** Lets nobody else plan for the agency until the end of the transaction. */
    void lockPlan(long agency) {
        flushed.useHandle(sql -> sql.createQuery("SELECT id FROM agency WHERE id = :agency FOR UPDATE")
                .bind("agency", agency).mapTo(Long.class).one());
    }

    /** Whether there is a measure for the criterion of the result, as it is now, that nobody has dropped. */
    boolean isPlanned(long assessment, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM matter
                WHERE assessment_id = :assessment AND criterion = :criterion AND kind = :measure AND state <> :dropped
                LOCK IN SHARE MODE""").bind("assessment", assessment).bind("criterion", criterion)
                .bind("measure", Matter.Kind.MEASURE).bind("dropped", Matter.State.DROPPED).mapTo(Long.class)
                .one()) > 0;
    }

    /** Returns those who answer for the agency today, heads first. */
    List<Asking.Respondent> respondents(long agency, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT p.id, p.full_name AS name, SUM(m.role IN (<heads>)) > 0 AS head
                FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE
                WHERE m.agency_id = :agency AND m.role IN (<roles>) AND %s
                GROUP BY p.id, p.full_name ORDER BY head DESC, p.full_name, p.id"""
                .formatted(Lasting.on("m", ":today"))).bind("agency", agency).bind("today", today)
                .bindList("roles", List.copyOf(Role.with(Permission.ANSWER)))
                .bindList("heads", List.copyOf(Role.with(Permission.SIGN))).mapTo(Asking.Respondent.class).list());
    }
}
