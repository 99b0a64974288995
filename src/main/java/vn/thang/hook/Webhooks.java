package vn.thang.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.matter.Matter;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Addresses that are told of events, and their calls. */
@ApplicationScoped
class Webhooks {

    private static final String CALLS = """
            SELECT c.id, c.webhook_id AS webhook, w.address, c.topic, c.body, c.made_at, c.attempts, c.next_at, c.answer,
                c.fault, c.sent_at
            FROM webhook_call c JOIN webhook w ON w.id = c.webhook_id
            """;
    private static final String COUNT = """
            SELECT COUNT(*) FROM webhook_call c JOIN webhook w ON w.id = c.webhook_id
            """;
    private static final String SHOWN = """
            WHERE (:words IS NULL OR LOCATE(:words, w.address) > 0) AND c.topic = COALESCE(:topic, c.topic)
                AND (:standing IS NULL OR :standing = CASE WHEN c.sent_at IS NOT NULL THEN :sent
                    WHEN c.next_at IS NOT NULL THEN :waiting ELSE :failed END)
            """;

    @Inject
    private Jdbi jdbi;

    private record Row(long id, String address, String topics, Instant madeAt, Instant endedAt, long waiting,
            long failed) {

        private Webhook webhook() {
            return new Webhook(id, address, Arrays.stream(topics.split(" ")).map(Topic::valueOf).toList(), madeAt,
                    endedAt, waiting, failed);
        }
    }

    /**
     * A stage of a round that is due, by the code of the round.
     *
     * @param stage null for the last day of answering, which is that of the round
     */
    record Due(String code, Stage stage, LocalDate dueOn) {
    }

    List<Webhook> list() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT w.id, w.address, w.topics, w.made_at, w.ended_at,
                    (SELECT COUNT(*) FROM webhook_call c WHERE c.webhook_id = w.id AND c.next_at IS NOT NULL) AS waiting,
                    (SELECT COUNT(*) FROM webhook_call c WHERE c.webhook_id = w.id AND c.next_at IS NULL
                        AND c.sent_at IS NULL) AS failed
                FROM webhook w ORDER BY w.ended_at IS NOT NULL, w.id DESC""").mapTo(Row.class).map(Row::webhook)
                .list());
    }

    long add(String address, Set<Topic> topics, byte[] secret, long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO webhook (address, topics, secret, made_by, made_at)
                VALUES (:address, :topics, :secret, :person, :now)""").bind("address", address)
                .bind("topics", topics.stream().sorted().map(Topic::name).collect(Collectors.joining(" ")))
                .bind("secret", secret).bind("person", person).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Ends an address and what it would still have been told; answers whether it was told. */
    boolean end(long id, Instant now) {
        return jdbi.withHandle(sql -> {
            sql.createUpdate("UPDATE webhook_call SET next_at = NULL WHERE webhook_id = :id").bind("id", id).execute();
            return sql.createUpdate("UPDATE webhook SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                    .bind("now", now).bind("id", id).execute() == 1;
        });
    }

    byte[] secret(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT secret FROM webhook WHERE id = :id").bind("id", id)
                .mapTo(byte[].class).one());
    }

    /** Every address that wants to hear of the topic is to be told once of the occasion. */
    void tell(Topic topic, String occasion, String body, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT IGNORE INTO webhook_call (webhook_id, topic, occasion, body, made_at, next_at)
                SELECT id, :topic, :occasion, :body, :now, :now FROM webhook
                WHERE ended_at IS NULL AND FIND_IN_SET(:topic, REPLACE(topics, ' ', ',')) > 0""").bind("topic", topic)
                .bind("occasion", occasion).bind("body", body).bind("now", now).execute());
    }

    /** Lists what is to be sent now, the oldest first. */
    List<Call> due(Instant now, int most) {
        return jdbi.withHandle(sql -> sql.createQuery(
                CALLS + "WHERE c.next_at <= :now AND w.ended_at IS NULL ORDER BY c.next_at, c.id LIMIT :most")
                .bind("now", now).bind("most", most).mapTo(Call.class).list());
    }

    /** Lists the calls of all addresses, by two statements. */
    Slice<Call> calls(CallFilter filter, Cut<CallOrder> cut) {
        return jdbi.withHandle(sql -> Slice.of(
                bound(sql.createQuery(COUNT + SHOWN), filter).mapTo(Long.class).one(), cut,
                (size, offset) -> bound(sql.createQuery(
                        CALLS + SHOWN + " ORDER BY " + cut.sql("c.id DESC") + " LIMIT :size OFFSET :offset"), filter)
                        .bind("size", size).bind("offset", offset).mapTo(Call.class).list()));
    }

    private static Query bound(Query query, CallFilter filter) {
        return query.bind("words", filter.words()).bind("topic", filter.topic()).bind("standing", filter.standing())
                .bind("sent", Call.Standing.SENT).bind("waiting", Call.Standing.WAITING)
                .bind("failed", Call.Standing.FAILED);
    }

    /** Notes what came of an attempt; it is tried again where a time for that is named. */
    void tried(long call, Integer answer, String fault, Instant sentAt, Instant nextAt) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE webhook_call SET attempts = attempts + 1, answer = :answer, fault = :fault, sent_at = :sent,
                    next_at = :next WHERE id = :id""").bind("answer", answer).bind("fault", fault)
                .bind("sent", sentAt).bind("next", nextAt).bind("id", call).execute());
    }

    /** Tries calls again that were given up; answers how many of them there are. */
    int again(Set<Long> calls, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE webhook_call SET next_at = :now, attempts = 0 WHERE id IN (<ids>) AND next_at IS NULL AND sent_at IS NULL
                    AND webhook_id IN (SELECT id FROM webhook WHERE ended_at IS NULL)""").bind("now", now)
                .bindList("ids", calls).execute());
    }

    String round(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT code FROM assessment_round WHERE id = :id")
                .bind("id", id).mapTo(String.class).one());
    }

    /** Lists stages of running rounds that are due on one of these days; rehearsals tell nobody. */
    List<Due> due(List<LocalDate> days) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT r.code, NULL AS stage, r.due_on FROM assessment_round r
                WHERE r.state = :open AND r.rehearsal = FALSE AND r.due_on IN (<days>)
                UNION ALL
                SELECT r.code, t.stage, t.due_on FROM assessment_round r JOIN round_stage t ON t.round_id = r.id
                WHERE r.state IN (<running>) AND r.rehearsal = FALSE AND t.stage <> :answering AND t.due_on IN (<days>)
                ORDER BY due_on, code, stage""").bind("open", RoundState.OPEN).bind("answering", Stage.ANSWERING)
                .bindList("running", RoundState.running()).bindList("days", days).mapTo(Due.class).list());
    }

    /** Every address that wants to hear of days is to be told once of each matter that waits and is due on one of these. */
    void tellOfMatters(List<LocalDate> days, LocalDate today, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT IGNORE INTO webhook_call (webhook_id, topic, occasion, body, made_at, next_at)
                SELECT w.id, :topic, CONCAT('due matter ', m.id, ' ', m.due_on, ' ', :today),
                    JSON_OBJECT('what', 'due', 'at', :at, 'matter', m.id, 'dueOn', CAST(m.due_on AS CHAR)), :now, :now
                FROM webhook w JOIN matter m ON m.ended_at IS NULL AND m.state <> :answered AND m.due_on IN (<days>)
                WHERE w.ended_at IS NULL AND FIND_IN_SET(:topic, REPLACE(w.topics, ' ', ',')) > 0
                    AND NOT EXISTS (SELECT 1 FROM webhook_call c WHERE c.webhook_id = w.id
                        AND c.occasion = CONCAT('due matter ', m.id, ' ', m.due_on, ' ', :today))
                ORDER BY w.id, m.due_on, m.id""").bind("topic", Topic.DEADLINE).bind("answered", Matter.State.ANSWERED)
                .bindList("days", days).bind("today", today.toString()).bind("at", now.toString()).bind("now", now)
                .execute());
    }
}
