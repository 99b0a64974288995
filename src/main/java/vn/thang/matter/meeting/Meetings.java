package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import vn.thang.matter.meeting.FrozenMeeting.Owner;
import vn.thang.matter.meeting.FrozenMeeting.Word;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** All meetings with what is frozen of them, and what lies before them of owners and their words. */
@ApplicationScoped
class Meetings {

    private static final String SELECT = """
            SELECT g.id, g.held_on, g.state, p.full_name AS prepared_by, f.full_name AS frozen_by, g.frozen_at, g.closed_at,
                g.content_hash AS hash, (SELECT COUNT(*) FROM matter m WHERE m.meeting_id = g.id) AS decided,
                (SELECT COUNT(*) FROM matter m WHERE m.meeting_id = g.id AND m.ended_at IS NULL) AS open
            FROM meeting g JOIN person p ON p.id = g.prepared_by LEFT JOIN person f ON f.id = g.frozen_by
            """;
    private static final String LISTED = """
            WHERE g.state = COALESCE(:state, g.state) AND (:organising OR g.state <> :prepared)""";
    @Inject
    private Flushed flushed;

    private record OwnerOf(String target, String fullName, String name, String nameEn) {
    }

    private record WordOf(String target, String cause, String outlook, String needed, String writtenBy,
            Instant writtenAt) {
    }

    /**
     * Lists the meetings, by two statements.
     *
     * @param state      null for all
     * @param organising whether what is only prepared is listed too
     */
    Slice<Meeting> list(Meeting.State state, boolean organising, Cut<MeetingOrder> cut) {
        return flushed.withHandle(sql -> Slice.of(
                listed(sql.createQuery("SELECT COUNT(*) FROM meeting g " + LISTED), state, organising)
                        .mapTo(Long.class).one(),
                cut,
                (size, offset) -> listed(sql.createQuery(SELECT + LISTED + " ORDER BY " + cut.sql("g.id DESC")
                        + " LIMIT :size OFFSET :offset"), state, organising).bind("size", size).bind("offset", offset)
                        .mapTo(Meeting.class).list()));
    }

    private static Query listed(Query query, Meeting.State state, boolean organising) {
        return query.bind("state", state).bind("organising", organising).bind("prepared", Meeting.State.PREPARED);
    }

    /** Whether one is being prepared. */
    boolean isPrepared() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM meeting WHERE state = :prepared)""")
                .bind("prepared", Meeting.State.PREPARED).mapTo(Boolean.class).one());
    }

    /** @throws BusinessException.NotFound when there is none */
    Meeting get(long id) {
        return flushed.withHandle(sql -> sql.createQuery(SELECT + "WHERE g.id = :id").bind("id", id)
                .mapTo(Meeting.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("meeting.unknown"));
    }

    /** Returns the meeting to be changed; nobody else changes it until the end of the transaction. */
    Meeting lock(long id) {
        flushed.useHandle(sql -> sql.createQuery("SELECT id FROM meeting WHERE id = :id FOR UPDATE").bind("id", id)
                .mapTo(Long.class).findOne());
        return get(id);
    }

    /** Returns the last meeting before another one whose figures are frozen; before all of them for null. */
    Optional<Meeting> before(Meeting meeting) {
        return flushed.withHandle(sql -> sql.createQuery(SELECT + """
                WHERE g.state <> :prepared AND (:id IS NULL OR g.held_on < :day OR g.held_on = :day AND g.id < :id)
                ORDER BY g.held_on DESC, g.id DESC LIMIT 1""").bind("prepared", Meeting.State.PREPARED)
                .bind("id", meeting == null ? null : meeting.id())
                .bind("day", meeting == null ? null : meeting.heldOn()).mapTo(Meeting.class).findOne());
    }

    /** Whether one is being prepared; nobody else begins one until the end of the transaction. */
    boolean isPreparing() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM meeting WHERE state = :prepared LOCK IN SHARE MODE""")
                .bind("prepared", Meeting.State.PREPARED).mapTo(Long.class).one()) > 0;
    }

    long add(LocalDate day, Long by, Instant now) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                INSERT INTO meeting (held_on, state, prepared_by, prepared_at) VALUES (:day, :state, :by, :now)""")
                .bind("day", day).bind("state", Meeting.State.PREPARED).bind("by", by).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    void freeze(long id, FrozenText frozen, Long by, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE meeting SET state = :state, content = :text, content_hash = :hash, frozen_by = :by, frozen_at = :now
                WHERE id = :id""").bind("state", Meeting.State.FROZEN).bind("text", frozen.text())
                .bind("hash", frozen.hash()).bind("by", by).bind("now", now).bind("id", id).execute());
    }

    void close(long id, Long by, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE meeting SET state = :state, closed_by = :by, closed_at = :now WHERE id = :id""")
                .bind("state", Meeting.State.CLOSED).bind("by", by).bind("now", now).bind("id", id).execute());
    }

    /** Removes a meeting that was not frozen. */
    void remove(long id) {
        flushed.useHandle(sql -> {
            sql.createUpdate("DELETE FROM meeting_exception WHERE meeting_id = :id").bind("id", id).execute();
            sql.createUpdate("DELETE FROM meeting WHERE id = :id AND state = :prepared").bind("id", id)
                    .bind("prepared", Meeting.State.PREPARED).execute();
        });
    }

    /** Returns what is frozen of the meeting; empty before it is. */
    Optional<FrozenText> frozen(long id) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT content AS text, content_hash AS hash FROM meeting WHERE id = :id AND content IS NOT NULL""")
                .bind("id", id).mapTo(FrozenText.class).findOne());
    }

    /** Returns what was chosen by hand, in the order of the targets. */
    List<MeetingRules.Pick> picks(long id) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT target, reason FROM meeting_exception WHERE meeting_id = :id ORDER BY target""").bind("id", id)
                .mapTo(MeetingRules.Pick.class).list());
    }

    void pick(long id, String target, String reason, Long by, Instant now) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO meeting_exception (meeting_id, target, reason, chosen_by, chosen_at)
                VALUES (:id, :target, :reason, :by, :now)
                ON DUPLICATE KEY UPDATE reason = VALUES(reason), chosen_by = VALUES(chosen_by), chosen_at = VALUES(chosen_at)""")
                .bind("id", id).bind("target", target).bind("reason", reason).bind("by", by).bind("now", now)
                .execute());
    }

    /** Answers whether it was chosen. */
    boolean leave(long id, String target) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                DELETE FROM meeting_exception WHERE meeting_id = :id AND target = :target""").bind("id", id)
                .bind("target", target).execute()) > 0;
    }

    /** Returns who owns which target on a day. */
    Map<String, Owner> owners(LocalDate day) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT o.target, p.full_name, a.name, a.name_en
                FROM target_owner o LEFT JOIN person p ON p.id = o.person_id JOIN agency a ON a.id = o.agency_id
                WHERE o.target IS NOT NULL AND o.valid_from <= :day ORDER BY o.valid_from, o.id""").bind("day", day)
                .mapTo(OwnerOf.class)
                .list()).stream().collect(Collectors.toMap(OwnerOf::target,
                        one -> new Owner(one.fullName(), one.name(), one.nameEn()), (older, newer) -> newer));
    }

    /** Returns the newest word on each target. */
    Map<String, Word> words() {
        return flushed
                .withHandle(sql -> sql.createQuery("""
                SELECT w.target, w.cause, w.outlook, w.needed, p.full_name AS written_by, w.written_at
                FROM target_word w JOIN person p ON p.id = w.written_by
                WHERE w.target IS NOT NULL AND w.id IN (SELECT MAX(n.id) FROM target_word n GROUP BY n.target)""")
                        .mapTo(WordOf.class).list())
                .stream().collect(Collectors.toMap(WordOf::target, one -> new Word(one.cause(), one.outlook(),
                        one.needed(), one.writtenBy(), one.writtenAt().toString())));
    }
}
