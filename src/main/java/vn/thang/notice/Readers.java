package vn.thang.notice;

import java.util.Set;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.security.Permission;

/**
 * Whom something is told: those who hold a role with a permission, found by one query over {@code holder}, the roles that
 * hold today. It gives person, agency, round and the subject that the notice is about.
 */
public enum Readers {
    /** Everybody who answers for an agency that takes part in the round. */
    PEOPLE_OF_ROUND("round", Permission.ANSWER, """
            SELECT h.person_id, h.agency_id, s.round_id, s.round_id AS subject_id
            FROM assessment s JOIN holder h ON h.agency_id = s.agency_id
            WHERE s.round_id = :subjectId"""),
    /** Those who answer for an agency whose result is published with the round. */
    PEOPLE_WITH_RESULT("assessment", Permission.ANSWER, Set.of(AssessmentState.PUBLISHED), """
            SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
            FROM counted_assessment s JOIN holder h ON h.agency_id = s.agency_id
            WHERE s.round_id = :subjectId AND s.state IN (<states>)"""),
    /** The others who answer for an agency that takes part. */
    PEOPLE_WITHOUT_RESULT("round", Permission.ANSWER, Set.of(AssessmentState.PUBLISHED), """
            SELECT h.person_id, h.agency_id, s.round_id, s.round_id AS subject_id
            FROM assessment s JOIN holder h ON h.agency_id = s.agency_id
            WHERE s.round_id = :subjectId AND s.state NOT IN (<states>)"""),
    ADMINISTRATORS("round", Permission.ADMINISTER, """
            SELECT h.person_id, h.agency_id, r.id AS round_id, r.id AS subject_id
            FROM assessment_round r JOIN holder h ON h.parent_id IS NULL
            WHERE r.id = :subjectId"""),
    PEOPLE_OF_PROVISIONAL("assessment", Permission.ANSWER, Set.of(AssessmentState.PROVISIONAL), """
            SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
            FROM assessment s JOIN holder h ON h.agency_id = s.agency_id
            WHERE s.round_id = :subjectId AND s.state IN (<states>)"""),
    /** Those whose result became final because they did not reply. */
    PEOPLE_OF_LAPSED("assessment", Permission.ANSWER, Set.of(Step.LAPSE), """
            SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
            FROM assessment s JOIN holder h ON h.agency_id = s.agency_id
            WHERE s.round_id = :subjectId AND s.reply IN (<states>)"""),
    OWN_PEOPLE("assessment", Permission.ANSWER, Own.AGENCY),
    OWN_HEADS("assessment", Permission.SIGN, Own.AGENCY),
    REVIEWERS("assessment", Permission.REVIEW, Own.ABOVE),
    PANEL("assessment", Permission.DECIDE, Own.ABOVE),
    /** Those who answer for the units directly below and have not handed in. */
    PEOPLE_BELOW("assessment", Permission.ANSWER, AssessmentState.waiting(), """
            SELECT h.person_id, h.agency_id, s.round_id, s.id AS subject_id
            FROM assessment t
            JOIN agency c ON c.parent_id = t.agency_id
            JOIN assessment s ON s.round_id = t.round_id AND s.agency_id = c.id AND s.state IN (<states>)
            JOIN holder h ON h.agency_id = c.id
            WHERE t.id = :subjectId"""),
    /** Those to whom the section of this id was given. */
    OF_SECTION("assessment", Permission.CONTRIBUTE, """
            SELECT h.person_id, h.agency_id, s.round_id, s.id AS subject_id
            FROM assessment_section x
            JOIN assessment s ON s.id = x.assessment_id
            JOIN holder h ON h.agency_id = COALESCE(x.unit_id, s.agency_id)
                AND (x.person_id IS NULL OR x.person_id = h.person_id)
            WHERE x.id = :subjectId"""),
    /** Those who have a section of the assessment. */
    DELEGATES("assessment", Permission.CONTRIBUTE, """
            SELECT h.person_id, h.agency_id, s.round_id, s.id AS subject_id
            FROM assessment s
            JOIN assessment_section x ON x.assessment_id = s.id AND x.ended_at IS NULL
            JOIN holder h ON h.agency_id = COALESCE(x.unit_id, s.agency_id)
                AND (x.person_id IS NULL OR x.person_id = h.person_id)
            WHERE s.id = :subjectId"""),
    GIVER_OF_SECTION("assessment", Permission.ANSWER, """
            SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
            FROM assessment_section x
            JOIN assessment s ON s.id = x.assessment_id
            JOIN holder h ON h.person_id = x.given_by AND h.agency_id = s.agency_id
            WHERE x.id = :subjectId"""),
    SUBMITTER("assessment", Permission.ANSWER, """
            SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
            FROM assessment_submitter x
            JOIN assessment s ON s.id = x.assessment_id
            JOIN holder h ON h.person_id = x.person_id AND h.agency_id = s.agency_id
            WHERE x.id = :subjectId"""),
    /** The person who is asked in a matter, or all who answer for the agency. */
    OF_MATTER("matter", Permission.ANSWER, """
            SELECT h.person_id, x.agency_id, NULL AS round_id, x.id AS subject_id
            FROM matter x
            JOIN holder h ON h.agency_id = x.agency_id AND (x.person_id IS NULL OR x.person_id = h.person_id)
            WHERE x.id = :subjectId"""),
    OWNER_OF_TARGET("target", Permission.ANSWER, Own.FIGURE),
    OWNER_OF_INDICATOR("indicator", Permission.ANSWER, Own.FIGURE),
    /** The auditors of the country. */
    AUDITORS("trail", Permission.RECOMMEND, """
            SELECT h.person_id, h.agency_id, NULL AS round_id, :subjectId AS subject_id
            FROM holder h WHERE h.parent_id IS NULL"""),
    /** The administrators of the country, about a draft. */
    ADMINISTRATORS_FOR_DRAFT("model", Permission.ADMINISTER, """
            SELECT h.person_id, h.agency_id, NULL AS round_id, x.id AS subject_id
            FROM model_draft x JOIN holder h ON h.parent_id IS NULL
            WHERE x.id = :subjectId"""),
    PROPOSER_OF_DRAFT("model", Permission.ADMINISTER, """
            SELECT h.person_id, h.agency_id, NULL AS round_id, x.id AS subject_id
            FROM model_draft x JOIN holder h ON h.parent_id IS NULL AND h.person_id = x.proposed_by
            WHERE x.id = :subjectId"""),
    /** Reviewers who see the sample and may judge one of its answers: none of an assessment that they have judged themselves. */
    JUDGES_OF_SAMPLE("audit-sample", Permission.REVIEW, """
            SELECT h.person_id, x.agency_id, x.round_id, x.id AS subject_id
            FROM audit_sample x
            JOIN agency a ON a.id = x.agency_id
            JOIN holder h ON a.path LIKE CONCAT(h.path, '%')
            WHERE x.id = :subjectId AND EXISTS (
                SELECT 1 FROM audit_case c WHERE c.sample_id = x.id AND NOT EXISTS (
                    SELECT 1 FROM verdict v WHERE v.assessment_id = c.assessment_id AND v.given_by = h.person_id))"""),
    /** Those who get a copy of a matter, as long as they may read it. */
    COPIES_OF_MATTER("matter", Permission.VIEW, """
            SELECT h.person_id, x.agency_id, NULL AS round_id, x.id AS subject_id
            FROM matter x
            JOIN matter_copy c ON c.matter_id = x.id
            JOIN agency a ON a.id = x.agency_id
            JOIN holder h ON h.person_id = c.person_id AND a.path LIKE CONCAT(h.path, '%')
            WHERE x.id = :subjectId"""),
    ASKER_OF_MATTER("matter", Permission.VIEW, """
            SELECT h.person_id, x.agency_id, NULL AS round_id, x.id AS subject_id
            FROM matter x
            JOIN agency a ON a.id = x.agency_id
            JOIN holder h ON h.person_id = x.asked_by AND a.path LIKE CONCAT(h.path, '%')
            WHERE x.id = :subjectId""");

    private final String subject;
    private final Permission permission;
    private final Set<? extends Enum<?>> states;
    private final String sql;

    Readers(String subject, Permission permission, String sql) {
        this(subject, permission, Set.of(), sql);
    }

    Readers(String subject, Permission permission, Set<? extends Enum<?>> states, String sql) {
        this.subject = subject;
        this.permission = permission;
        this.states = states;
        this.sql = sql;
    }

    /** Queries of several kinds of readers, who differ by their permission. */
    private static final class Own {

        /** People of the assessed agency itself. */
        static final String AGENCY = """
                SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
                FROM assessment s JOIN holder h ON h.agency_id = s.agency_id
                WHERE s.id = :subjectId""";
        /** The owner of a target or an indicator, or all who answer for the agency that is. */
        static final String FIGURE = """
                SELECT h.person_id, h.agency_id, NULL AS round_id, x.id AS subject_id
                FROM target_owner x
                JOIN holder h ON h.agency_id = x.agency_id AND (x.person_id IS NULL OR x.person_id = h.person_id)
                WHERE x.id = :subjectId""";
        /** People of the assessed agency or of one above it. */
        static final String ABOVE = """
                SELECT h.person_id, s.agency_id, s.round_id, s.id AS subject_id
                FROM assessment s
                JOIN agency a ON a.id = s.agency_id
                JOIN holder h ON a.path LIKE CONCAT(h.path, '%')
                WHERE s.id = :subjectId""";
    }

    /** Returns what the notice is about: a round or an assessment. */
    String subject() {
        return subject;
    }

    Permission permission() {
        return permission;
    }

    /** Returns the states or the replies of the assessments concerned; empty where they do not matter. */
    Set<? extends Enum<?>> states() {
        return states;
    }

    String sql() {
        return sql;
    }
}
