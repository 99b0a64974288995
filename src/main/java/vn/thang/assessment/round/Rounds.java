package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** All rounds. */
@ApplicationScoped
public class Rounds {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    public void add(Round round) {
        entities.persist(round);
    }

    public Optional<Round> find(String code) {
        return entities.createQuery("SELECT r FROM Round r WHERE r.code = :code", Round.class)
                .setParameter("code", code).getResultStream().findFirst();
    }

    /** Those that are not only planned, the latest first. */
    public List<Round> begun() {
        return entities
                .createQuery("SELECT r FROM Round r WHERE r.state <> :planned ORDER BY r.dueOn DESC, r.code DESC",
                        Round.class)
                .setParameter("planned", RoundState.PLANNED).getResultList();
    }

    /** Lists the rounds that have begun as they stand in a choice, the latest first. */
    public List<RoundName> names() {
        return begun().stream().map(round -> new RoundName(round.code(), round.name())).toList();
    }

    /** Those that are open, or closed and not published. */
    public List<Round> running() {
        return entities.createQuery("SELECT r FROM Round r WHERE r.state IN :states ORDER BY r.id", Round.class)
                .setParameter("states", RoundState.running()).getResultList();
    }

    /** Ids of the agencies that take part, in their order. */
    public List<Long> agencies(long round) {
        return flushed.withHandle(
                sql -> sql.createQuery("SELECT agency_id FROM assessment WHERE round_id = :round ORDER BY agency_id")
                        .bind("round", round).mapTo(Long.class).list());
    }

    /** @throws BusinessException.Conflict when it was changed since the caller saw it */
    public Round get(String code, int version) {
        Round round = get(code);
        if (round.version() != version) {
            throw new BusinessException.Conflict("round.changed");
        }
        return round;
    }

    public Round get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("round.unknown", code));
    }

    /** All of them with what takes part, the latest first. */
    public List<Round> list() {
        return entities.createQuery(
                "SELECT DISTINCT r FROM Round r LEFT JOIN FETCH r.scope ORDER BY r.dueOn DESC, r.code DESC",
                Round.class).getResultList();
    }

    /** Makes a change of its stages a change of the round, so that two administrators notice each other. */
    public void touch(Round round) {
        flush();
        int touched = flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE assessment_round SET version = version + 1 WHERE id = :round AND version = :version""")
                .bind("round", round.id()).bind("version", round.version()).execute());
        if (touched == 0) {
            throw new BusinessException.Conflict("round.changed");
        }
        entities.refresh(round);
    }

    /** Takes no further notice of a round whose rows are removed. */
    public void forget(Round round) {
        entities.detach(round);
    }

    /** @throws BusinessException.Conflict when somebody else changed the same round */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("round.changed");
        }
    }
}
