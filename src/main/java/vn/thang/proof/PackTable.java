package vn.thang.proof;

import java.util.List;
import vn.thang.platform.Time;

/**
 * The tables of an evidence pack. Each is a file of rows on some assessments, or on the sample by which these were chosen;
 * what stands in the hidden columns is left out of rows on restricted answers for whoever may not see them, and a salted hash
 * takes its place.
 */
enum PackTable {
    ASSESSMENTS("assessments", """
            SELECT s.id, s.id AS assessment, g.code AS agency, s.state, s.first_handed_in_at, s.handed_in_at, s.receipt,
                s.content_hash, s.reply, s.replied_at, s.published_at
            FROM assessment s JOIN agency g ON g.id = s.agency_id WHERE s.id IN (<assessments>) ORDER BY s.id"""),
    ANSWERS("answers", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.value, t.comment, p.username AS answered_by,
                t.answered_at
            FROM answer t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            LEFT JOIN person p ON p.id = t.answered_by
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion""", "value", "comment"),
    HISTORY("answers-history", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.value, t.comment, p.username AS answered_by,
                t.answered_at
            FROM answer_history t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            LEFT JOIN person p ON p.id = t.answered_by
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.answered_at, t.id""", "value", "comment"),
    EVIDENCE("evidence", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.level, t.for_objection, t.kind, t.title, t.url,
                t.media_type, t.size, t.sha256, p.username AS attached_by, t.attached_at, t.valid_from, t.valid_until,
                t.removed_at, c.scan
            FROM evidence t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            LEFT JOIN person p ON p.id = t.attached_by
            LEFT JOIN evidence_content c ON c.evidence_id = COALESCE(t.content_id, t.id)
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.level, t.id""", "level", "title", "url",
            "media_type", "size", "sha256"),
    VERDICTS("verdicts", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.kind, t.value, t.declared, t.reason,
                p.username AS given_by, t.given_at, t.replaced_at
            FROM verdict t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            JOIN person p ON p.id = t.given_by
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.id""", "value", "declared", "reason"),
    OPINIONS("second-opinions", """
            SELECT CONCAT(t.assessment_id, ' ', t.criterion) AS id, s.id AS assessment, g.code AS agency, t.criterion,
                t.value, t.reason, t.given_at
            FROM second_opinion t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion""", "value", "reason"),
    EXEMPTIONS("exemptions", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.reason, t.asked_at, t.granted, t.decision,
                t.decided_at
            FROM exemption t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.id""", "reason", "granted", "decision"),
    OBJECTIONS("objections", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.provisional, t.claimed, t.grounds,
                t.written_at, t.withdrawn_at, t.decision, t.value, t.reasons, t.decided_at
            FROM objection t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.id""", "provisional", "claimed", "grounds",
            "decision", "value", "reasons"),
    DISCREPANCIES("discrepancies", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.indicator, t.period, t.value, t.declared,
                t.measured, t.lapsed, t.state, t.opened_at, t.explanation, t.explained_at, t.reason, t.decided_at, t.settled_at
            FROM discrepancy t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.criterion, t.id""", "value", "declared", "measured",
            "explanation", "reason"),
    READINGS("readings", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.indicator, t.period, t.source, t.numerator, t.denominator,
                t.value, t.measured_at, t.arrived_at, t.batch_id
            FROM reading t JOIN assessment s ON s.agency_id = t.agency_id JOIN agency g ON g.id = s.agency_id
            JOIN assessment_round r ON r.id = s.round_id AND t.period <= r.due_on
            WHERE s.id IN (<assessments>) ORDER BY s.id, t.indicator, t.period, t.id""", "numerator", "denominator",
            "value"),
    MATTERS("matters", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.criterion, t.restricted, t.kind, t.about, t.target, t.indicator,
                t.source, t.state, t.raise_to, t.money, t.figure_value, t.figure_wanted, t.figure_percent, t.figure_level,
                t.figure_status, t.figure_period, t.figure_standing, t.figure_measured, t.figure_indicator,
                t.figure_reading, t.figure_reading_period, q.username AS asked_by, p.username AS asked_of, t.asked_at,
                t.first_due_on, t.due_on, t.ended_at, t.meeting_id
            FROM (%s) o JOIN matter t ON t.id = o.matter JOIN assessment s ON s.id = o.assessment
            JOIN agency g ON g.id = s.agency_id JOIN person q ON q.id = t.asked_by
            LEFT JOIN person p ON p.id = t.person_id
            ORDER BY s.id, t.id""".formatted(Matters.OF), "raise_to", "money", "figure_value", "figure_wanted",
            "figure_level", "figure_measured", "figure_reading"),
    MATTER_STEPS("matter-steps", """
            SELECT t.id, s.id AS assessment, g.code AS agency, m.criterion, m.restricted, m.id AS matter, t.step, t.words,
                t.due_on, p.username AS taken_by, t.taken_at
            FROM (%s) o JOIN matter m ON m.id = o.matter JOIN matter_step t ON t.matter_id = m.id
            JOIN assessment s ON s.id = o.assessment JOIN agency g ON g.id = s.agency_id
            LEFT JOIN person p ON p.id = t.taken_by
            ORDER BY s.id, m.id, t.id""".formatted(Matters.OF), "words"),
    SAMPLE("sample", """
            SELECT m.id, r.code AS round, g.code AS agency, m.purpose, m.confidence, m.tolerable, m.allowed,
                m.strata AS division, m.seed, 'the least sha-256 of seed:agency/criterion in each part' AS rule,
                m.population, m.size, p.username AS drawn_by, m.drawn_at
            FROM audit_sample m JOIN assessment_round r ON r.id = m.round_id JOIN agency g ON g.id = m.agency_id
            JOIN person p ON p.id = m.drawn_by
            WHERE m.id = :sample"""),
    SAMPLE_PARTS("sample-parts", """
            SELECT CONCAT(t.sample_id, ' ', t.name) AS id, t.name, t.population, t.size
            FROM audit_stratum t WHERE t.sample_id = :sample ORDER BY t.name"""),
    SAMPLE_CASES("sample-cases", """
            SELECT t.id, s.id AS assessment, g.code AS agency, t.stratum AS part, t.criterion, t.value, t.found, t.reason,
                p.username AS judged_by, t.judged_at
            FROM audit_case t JOIN assessment s ON s.id = t.assessment_id JOIN agency g ON g.id = s.agency_id
            LEFT JOIN person p ON p.id = t.judged_by
            WHERE t.sample_id = :sample ORDER BY t.id""", "value", "found", "reason");

    private final String file;
    private final String query;
    private final List<String> hidden;

    PackTable(String name, String query, String... hidden) {
        this.file = "data/" + name + ".csv";
        this.query = query;
        this.hidden = List.of(hidden);
    }

    String file() {
        return file;
    }

    String query() {
        return query;
    }

    /** The columns that are left out of rows on restricted answers. */
    List<String> hidden() {
        return hidden;
    }

    /** The same in a pack of this format: what came later was not hashed. */
    List<String> hidden(String format) {
        if (this != MATTERS || !PackFile.isBeforeReadings(format)) {
            return hidden;
        }
        return PackFile.isBeforeSamples(format) ? Matters.FIRST_HIDDEN : Matters.HIDDEN_BEFORE_READINGS;
    }

    /** Whether it is about the sample of a pack, and not about its assessments. */
    boolean ofSample() {
        return this == SAMPLE || this == SAMPLE_PARTS || this == SAMPLE_CASES;
    }

    /** Which matters belong to an assessment. */
    private static final class Matters {

        /**
         * Those about its results, and those that are about the agency or a target and were asked while the round of the
         * assessment was the newest of the agency: from the day on which it opened until the next one did.
         */
        static final String OF = """
                SELECT x.id AS matter, x.assessment_id AS assessment FROM matter x
                WHERE x.assessment_id IN (<assessments>)
                UNION ALL
                SELECT x.id, y.id FROM assessment y
                JOIN assessment_round r ON r.id = y.round_id
                JOIN matter x ON x.agency_id = y.agency_id AND x.assessment_id IS NULL
                    AND %1$s >= r.opens_on
                WHERE y.id IN (<assessments>) AND NOT EXISTS (
                    SELECT 1 FROM assessment z JOIN assessment_round e ON e.id = z.round_id AND NOT e.rehearsal
                    WHERE z.agency_id = y.agency_id AND e.opens_on > r.opens_on
                        AND e.opens_on <= %1$s)""".formatted(Time.dayOf("x.asked_at"));
        static final List<String> FIRST_HIDDEN = List.of("raise_to");
        static final List<String> HIDDEN_BEFORE_READINGS = List.of("raise_to", "money", "figure_value",
                "figure_wanted", "figure_level");
    }
}
