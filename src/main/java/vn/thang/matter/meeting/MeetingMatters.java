package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Named;
import vn.thang.matter.register.MatterTopic;
import vn.thang.platform.sql.Flushed;

/** The matters that lie before a meeting: what was asked and is open, and what earlier meetings decided. */
@ApplicationScoped
class MeetingMatters {

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
}
