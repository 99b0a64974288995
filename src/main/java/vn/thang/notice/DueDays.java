package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Tells what is due in 30 days, in 7 and in 1, and what is late: each once, however often it is asked and on however many
 * servers. A day without a run loses nothing, because the next one tells the nearest of what was missed.
 */
@ApplicationScoped
class DueDays {

    private static final int EARLIEST = 30;
    /** Of a last day that is called so: how near it is, with the day, so that another day is told anew. */
    private static final String NEARNESS = "CONCAT(%1$s, ' ', %2$s, ' ', CASE WHEN %2$s < ? THEN 'late' WHEN %2$s <= "
            + "DATE_ADD(?, INTERVAL 1 DAY)"
            + " THEN '1' WHEN %2$s <= DATE_ADD(?, INTERVAL 7 DAY) THEN '7' ELSE '30' END)";

    private static final String AGENCIES = Notices.INSERT + "SELECT DISTINCT m.person_id, d.agency_id, d.round_id, "
            + " IF(d.due_on < ?, 'LATE', 'DUE'),"
            + " 'DUE', 'assessment', d.assessment_id, " + NEARNESS.formatted("d.stage", "d.due_on") + ", d.stage, d.due_on, NULL, ?"
            + " FROM assessment_due d JOIN assessment_round r ON r.id = d.round_id AND (r.state = 'OPEN'"
            + " OR r.state = 'CLOSED' AND (d.stage <> 'ANSWERING' OR d.extended_to >= ?))"
            + " JOIN membership m ON m.agency_id = d.agency_id AND m.role IN ('OFFICER', 'HEAD')"
            + " WHERE d.stage IN ('ANSWERING', 'CORRECTION', 'REPLY') AND d.due_on <= ? AND" + Notices.HOLDS + Notices.ONCE;

    /** Whoever was given a section and has not handed it back. */
    private static final String DELEGATES = Notices.INSERT + "SELECT DISTINCT m.person_id, m.agency_id, d.round_id, "
            + " IF(d.due_on < ?, 'LATE', 'DUE'), 'DUE', 'assessment', d.assessment_id, " + NEARNESS.formatted("d.stage", "d.due_on")
            + ", d.stage, d.due_on, NULL, ? FROM assessment_due d JOIN assessment_round r ON r.id = d.round_id AND (r.state = 'OPEN'"
            + " OR r.state = 'CLOSED' AND (d.stage <> 'ANSWERING' OR d.extended_to >= ?)) JOIN assessment s ON s.id = d.assessment_id"
            + " AND s.state IN ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED') JOIN assessment_section x ON x.assessment_id = s.id"
            + " AND x.ended_at IS NULL AND x.finished_at IS NULL JOIN membership m ON " + Notices.ON_SECTION
            + " WHERE d.stage IN ('ANSWERING', 'CORRECTION') AND d.due_on <= ? AND" + Notices.HOLDS + Notices.ONCE;

    private static final String REVIEWERS = Notices.INSERT + "SELECT m.person_id, MIN(m.agency_id), d.round_id,"
            + " IF(g.due_on < ?, 'REVIEW_LATE', 'REVIEW_DUE'), 'DUE', 'round', d.round_id, " + NEARNESS.formatted("g.stage", "g.due_on")
            + ", g.stage, g.due_on, COUNT(DISTINCT d.assessment_id), ?"
            + " FROM assessment_due d JOIN assessment_round r ON r.id = d.round_id AND r.state IN ('OPEN', 'CLOSED')"
            + " JOIN round_stage g ON g.round_id = d.round_id AND g.stage = d.stage JOIN agency a ON a.id = d.agency_id"
            + " JOIN membership m ON m.role = 'REVIEWER' JOIN agency b ON b.id = m.agency_id AND a.path LIKE CONCAT(b.path, '%')"
            + " WHERE d.stage IN ('CHECK', 'REVIEW') AND g.due_on <= ? AND" + Notices.HOLDS
            + " GROUP BY m.person_id, d.round_id, g.stage, g.due_on" + Notices.ONCE;

    private static final String PANEL = Notices.INSERT + "SELECT m.person_id, MIN(m.agency_id), d.round_id,"
            + " IF(g.due_on < ?, 'PANEL_LATE', 'PANEL_DUE'), 'DUE', 'round', d.round_id, " + NEARNESS.formatted("g.stage", "g.due_on")
            + ", g.stage, g.due_on, COUNT(DISTINCT d.assessment_id), ?"
            + " FROM assessment_due d JOIN assessment s ON s.id = d.assessment_id AND s.state = 'OBJECTION'"
            + " JOIN assessment_round r ON r.id = d.round_id AND r.state IN ('OPEN', 'CLOSED')"
            + " JOIN round_stage g ON g.round_id = d.round_id AND g.stage = d.stage JOIN agency a ON a.id = d.agency_id"
            + " JOIN membership m ON m.role = 'PANELLIST' JOIN agency b ON b.id = m.agency_id AND a.path LIKE CONCAT(b.path, '%')"
            + " WHERE g.due_on <= ? AND" + Notices.HOLDS + " GROUP BY m.person_id, d.round_id, g.stage, g.due_on" + Notices.ONCE;

    private static final String ADMINISTRATORS = Notices.INSERT + "SELECT m.person_id, m.agency_id, t.round_id,"
            + " IF(t.due_on < ?, 'STAGE_LATE', 'STAGE_DUE'), 'DUE', 'round', t.round_id, " + NEARNESS.formatted("t.stage", "t.due_on")
            + ", t.stage, t.due_on, NULL, ?"
            + " FROM (SELECT g.round_id, g.stage, g.due_on FROM round_stage g UNION ALL"
            + " SELECT o.id, 'ANSWERING', o.due_on FROM assessment_round o) t"
            + " JOIN assessment_round r ON r.id = t.round_id AND r.state IN ('OPEN', 'CLOSED')"
            + " JOIN membership m ON m.role = 'ADMINISTRATOR' JOIN agency a ON a.id = m.agency_id AND a.parent_id IS NULL"
            + " WHERE t.due_on <= ? AND (t.due_on >= ? OR t.stage = 'PUBLICATION' OR EXISTS (SELECT 1 FROM assessment_due d"
            + " WHERE d.round_id = t.round_id AND d.stage = t.stage)) AND" + Notices.HOLDS + Notices.ONCE;

    @Inject
    private Query query;

    @Inject
    private Clock clock;

    void announce() {
        announce(LocalDate.now(clock), clock.instant());
    }

    void announce(LocalDate today, Instant now) {
        LocalDate last = today.plusDays(EARLIEST);
        query.writeAside(AGENCIES, today, today, today, today, now, today, last, today, today, 0);
        query.writeAside(DELEGATES, today, today, today, today, now, today, last, today, today, 0);
        query.writeAside(PANEL, today, today, today, today, now, last, today, today, 0);
        query.writeAside(REVIEWERS, today, today, today, today, now, last, today, today, 0);
        query.writeAside(ADMINISTRATORS, today, today, today, today, now, last, today, today, today, 0);
    }
}
