package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Named;
import vn.thang.matter.meeting.FrozenMeeting.Owner;
import vn.thang.matter.meeting.FrozenMeeting.Word;
import vn.thang.matter.register.MatterTopic;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** All meetings with what is frozen of them, and what lies before them of matters and owners. */
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
    /** Joins the province that an agency is or belongs to, which stands in the first level below the country. */
    private static final String PROVINCE = """
            JOIN agency v ON v.type = 'province'
                AND v.id = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1) AS SIGNED)
            """;
    private static final String ASKED = """
            SELECT m.id, m.kind, m.about, m.target, m.criterion, m.indicator, m.source, m.figure_period AS period,
                (SELECT CONCAT(r.model_id, '/', r.model_version) FROM assessment s JOIN assessment_round r ON r.id = s.round_id
                    WHERE s.id = m.assessment_id) AS model_ref, a.code AS agency_code, a.name, a.name_en, p.full_name AS person,
                (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id ORDER BY t.id LIMIT 1) AS words,
                (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id AND t.step = :answer
                    ORDER BY t.id DESC LIMIT 1) AS answer,
                CAST(m.due_on AS CHAR) AS due, m.state, m.ended_at IS NULL AS open,
                m.ended_at IS NULL AND m.state <> :answered AND m.due_on < :today AS late,
                CAST(g.held_on AS CHAR) AS held_on, v.code AS province
            FROM matter m JOIN agency a ON a.id = m.agency_id LEFT JOIN person p ON p.id = m.person_id
            LEFT JOIN meeting g ON g.id = m.meeting_id LEFT\s""" + PROVINCE;
    private static final String OPEN = """
            WHERE m.ended_at IS NULL AND m.restricted = FALSE AND m.kind <> :measure""";

    @Inject
    private Flushed flushed;

    /** How many matters, measures left out, are open, and how many of them are late. */
    record Standing(long waiting, long late) {
    }

    /**
     * The same of the whole country.
     *
     * @param soon         how many of them are due until a day
     * @param lateMeasures how many measures of plans are late
     */
    record StandingOfAll(long waiting, long late, long soon, long lateMeasures) {
    }

    /**
     * A matter that lies before a meeting.
     *
     * @param answer   the newest; null before the first
     * @param heldOn   day of the meeting that decided it; null for all that no meeting decided
     * @param province code of the province that the agency is, or that it belongs to; null elsewhere
     */
    record AskedOf(long id, String kind, Matter.About about, String target, String criterion, String indicator,
            String source, String period, String modelRef, String agencyCode, String name, String nameEn,
            String person, String words, String answer, String due, String state, boolean open, boolean late,
            String heldOn, String province) implements MatterTopic {

        Asked saying(Named subject) {
            return new Asked(id, kind, target, agencyCode, name, nameEn, person, words, answer, due, state, open, late,
                    heldOn, province, subject);
        }
    }

    private record StandingOf(String province, long waiting, long late) {
    }

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

    /** Returns the first open matters that are due until a day, measures and what is about restricted answers left out. */
    List<AskedOf> asked(LocalDate until, LocalDate today, int most) {
        return flushed.withHandle(sql -> asked(sql.createQuery(ASKED + OPEN
                + " AND m.due_on <= :until ORDER BY m.due_on, m.id LIMIT :most"), today)
                .bind("measure", Matter.Kind.MEASURE).bind("until", until).bind("most", most).mapTo(AskedOf.class)
                .list());
    }

    /** Returns the first open matters of each province and of the units below it, measures and what is about restricted answers left out. */
    List<AskedOf> askedOfProvinces(LocalDate today, int most) {
        return flushed.withHandle(sql -> asked(sql.createQuery(ASKED + """
                WHERE m.id IN (SELECT k.id FROM (SELECT m.id,
                    ROW_NUMBER() OVER (PARTITION BY v.id ORDER BY m.due_on, m.id) AS place
                    FROM matter m JOIN agency a ON a.id = m.agency_id\s""" + PROVINCE + OPEN + """
                ) k WHERE k.place <= :most) ORDER BY m.due_on, m.id"""), today)
                .bind("measure", Matter.Kind.MEASURE).bind("most", most).mapTo(AskedOf.class).list());
    }

    /** Returns how many of them are open and late, by the code of the province; none where nothing is open. */
    Map<String, Standing> standingOfProvinces(LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT v.code AS province, COUNT(*) AS waiting,
                    COALESCE(SUM(m.state <> :answered AND m.due_on < :today), 0) AS late
                FROM matter m JOIN agency a ON a.id = m.agency_id\s""" + PROVINCE + OPEN + " GROUP BY v.code")
                .bind("answered", Matter.State.ANSWERED).bind("today", today).bind("measure", Matter.Kind.MEASURE)
                .mapTo(StandingOf.class).list()).stream().collect(
                        Collectors.toMap(StandingOf::province, one -> new Standing(one.waiting(), one.late())));
    }

    private static Query asked(Query query, LocalDate today) {
        return query.bind("answer", Deed.ANSWER).bind("answered", Matter.State.ANSWERED).bind("today", today);
    }

    /** @param until the day until which what is due soon is due */
    StandingOfAll standing(LocalDate until, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(SUM(k.asked), 0) AS waiting, COALESCE(SUM(k.asked AND k.late), 0) AS late,
                    COALESCE(SUM(k.asked AND k.due_on <= :until), 0) AS soon,
                    COALESCE(SUM(NOT k.asked AND k.late), 0) AS late_measures
                FROM (SELECT m.kind <> :measure AS asked, m.due_on, m.state <> :answered AND m.due_on < :today AS late
                    FROM matter m WHERE m.ended_at IS NULL AND m.restricted = FALSE) k""")
                .bind("answered", Matter.State.ANSWERED).bind("today", today).bind("until", until)
                .bind("measure", Matter.Kind.MEASURE).mapTo(StandingOfAll.class).one());
    }

    /** Returns the decisions of a meeting, and those of earlier ones that are still open. */
    List<AskedOf> decisions(Meeting last, LocalDate today) {
        return flushed.withHandle(sql -> asked(sql.createQuery(ASKED + """
                WHERE m.meeting_id = :last OR m.meeting_id IS NOT NULL AND m.ended_at IS NULL AND g.held_on <= :day
                ORDER BY g.held_on, m.id"""), today).bind("last", last.id()).bind("day", last.heldOn())
                .mapTo(AskedOf.class).list());
    }

    /** Returns the targets about which something that was asked is late. */
    Set<String> late(LocalDate today) {
        return flushed.withHandle(sql -> Set.copyOf(sql.createQuery("""
                SELECT DISTINCT m.target FROM matter m\s""" + OPEN + """
                \sAND m.target IS NOT NULL AND m.state <> :answered AND m.due_on < :today""")
                .bind("measure", Matter.Kind.MEASURE).bind("answered", Matter.State.ANSWERED).bind("today", today)
                .mapTo(String.class).list()));
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
