package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.organisation.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Flushed;

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

    public Round get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("round.unknown", code));
    }

    /** The latest first; three statements however many there are. */
    public List<RoundLine> list() {
        List<Round> rounds = entities.createQuery(
                "SELECT DISTINCT r FROM Round r LEFT JOIN FETCH r.scope ORDER BY r.dueOn DESC, r.code DESC",
                Round.class).getResultList();
        Map<Long, RoundLine.Progress> progress = progress();
        return rounds.stream().map(round -> line(round, progress.getOrDefault(round.id(), RoundLine.Progress.NONE)))
                .toList();
    }

    public RoundLine line(Round round) {
        return line(round, progress().getOrDefault(round.id(), RoundLine.Progress.NONE));
    }

    private static RoundLine line(Round round, RoundLine.Progress progress) {
        return new RoundLine(round.id(), round.code(), round.name(), round.modelRef(), round.opensOn(), round.dueOn(),
                round.state(), round.scope().stream().sorted().toList(), round.version(), progress, round.belowFirst(),
                round.replyUntil());
    }

    /** What came back waits again, also when it is ready. */
    private record Standing(long round, String state, long assessments) {
    }

    private Map<Long, RoundLine.Progress> progress() {
        Map<Long, Map<String, Long>> byRound = flushed.withHandle(sql -> sql.createQuery("""
                SELECT round_id AS round, IF(ready_from = 'RETURNED', 'AGAIN', state) AS state, COUNT(*) AS assessments
                FROM assessment GROUP BY 1, 2""").mapTo(Standing.class)
                .collect(Collectors.groupingBy(Standing::round,
                        Collectors.toMap(Standing::state, Standing::assessments))));
        return byRound.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, round -> new RoundLine.Progress(
                of(round.getValue(), "NOT_STARTED"), of(round.getValue(), "IN_PROGRESS", "READY", "AGAIN"),
                of(round.getValue(), "HANDED_IN", "ADMITTED", "UNDER_REVIEW", "RETURNED", "REVIEWED", "PROVISIONAL",
                        "OBJECTION", "FINAL"),
                of(round.getValue(), "HANDED_IN", "UNDER_REVIEW", "RETURNED", "AGAIN"),
                of(round.getValue(), "ADMITTED", "REVIEWED"),
                of(round.getValue(), "PROVISIONAL"), of(round.getValue(), "OBJECTION"),
                of(round.getValue(), "PUBLISHED"))));
    }

    private static long of(Map<String, Long> counts, String... states) {
        return Stream.of(states).mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
    }

    /** An assessment for every agency in scope that exists on the last day and has none yet, by one statement. */
    public int begin(Round round) {
        flush();
        return flushed.withHandle(sql -> sql
                .createUpdate("""
                INSERT INTO assessment (id, round_id, agency_id, state, version)
                SELECT NEXT VALUE FOR assessment_seq, s.round_id, a.id, 'NOT_STARTED', 0
                FROM agency a JOIN round_scope s ON s.agency_type = a.type AND s.round_id = :round
                WHERE %s
                    AND NOT EXISTS (SELECT 1 FROM assessment b WHERE b.round_id = s.round_id AND b.agency_id = a.id)"""
                        .formatted(Lasting.on("a", ":dueOn")))
                .bind("round", round.id()).bind("dueOn", round.dueOn()).execute());
    }

    /** What is admitted or reviewed becomes a provisional result, by one statement: {@code Step.ISSUE} for all at once. */
    public int issue(Round round) {
        flush();
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE assessment SET state = 'PROVISIONAL', version = version + 1
                WHERE round_id = :round AND state IN ('ADMITTED', 'REVIEWED')""").bind("round", round.id()).execute());
    }

    /** What got no reply becomes final, by one statement: {@code Step.LAPSE} for all at once. Objections never handed in lapse with it. */
    public int lapse(Round round, Clock clock) {
        flush();
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE assessment SET state = 'FINAL', reply = 'LAPSE', replied_at = :now, version = version + 1
                WHERE round_id = :round AND state = 'PROVISIONAL'""")
                .bind("round", round.id()).bind("now", clock.instant()).execute());
    }

    /** What is final becomes published, by one statement: {@code Step.PUBLISH} for all at once. */
    public int publish(Round round, Clock clock) {
        flush();
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE assessment SET state = 'PUBLISHED', published_at = :now, version = version + 1
                WHERE round_id = :round AND state = 'FINAL'""")
                .bind("round", round.id()).bind("now", clock.instant()).execute());
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

    /** @throws BusinessException.Conflict when somebody else changed the same round */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("round.changed");
        }
    }
}
