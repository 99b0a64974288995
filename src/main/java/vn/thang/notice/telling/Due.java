package vn.thang.notice.telling;

import static vn.thang.assessment.round.RoundState.CLOSED;
import static vn.thang.assessment.round.RoundState.OPEN;
import static vn.thang.assessment.round.Stage.ANSWERING;
import static vn.thang.assessment.round.Stage.CHECK;
import static vn.thang.assessment.round.Stage.CORRECTION;
import static vn.thang.assessment.round.Stage.DECISION;
import static vn.thang.assessment.round.Stage.PUBLICATION;
import static vn.thang.assessment.round.Stage.REPLY;
import static vn.thang.assessment.round.Stage.REVIEW;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.Stage;
import vn.thang.notice.NoticeKind;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/**
 * Who is told of a last day, found by one query over {@code holder}, the roles that hold today. It gives person, agency,
 * round, the subject that the notice is about, stage, last day, and how many are waited for.
 */
enum Due {
    /** Everybody who answers for an agency whose own stage ends. */
    AGENCIES(NoticeKind.DUE, NoticeKind.LATE, "assessment", Permission.ANSWER,
            EnumSet.of(ANSWERING, CORRECTION, REPLY),
            Map.of("open", Set.of(OPEN), "closed", Set.of(CLOSED), "answering", Set.of(ANSWERING)),
            """
            SELECT h.person_id, d.agency_id, d.round_id, d.assessment_id AS subject_id, d.stage, d.due_on, NULL AS waiting
            FROM assessment_due d
            JOIN assessment_round r ON r.id = d.round_id AND (r.state IN (<open>)
                OR r.state IN (<closed>) AND (d.stage NOT IN (<answering>) OR d.extended_to >= :today))
            JOIN holder h ON h.agency_id = d.agency_id
            WHERE d.stage IN (<stages>)"""),
    /** Whoever was given a section and has not handed it back. */
    DELEGATES(NoticeKind.DUE, NoticeKind.LATE, "assessment", Permission.CONTRIBUTE, EnumSet.of(ANSWERING, CORRECTION),
            Map.of("open", Set.of(OPEN), "closed", Set.of(CLOSED), "changeable", AssessmentState.open(),
                    "answering", Set.of(ANSWERING)),
            """
            SELECT h.person_id, h.agency_id, d.round_id, d.assessment_id AS subject_id, d.stage, d.due_on, NULL AS waiting
            FROM assessment_due d
            JOIN assessment_round r ON r.id = d.round_id AND (r.state IN (<open>)
                OR r.state IN (<closed>) AND (d.stage NOT IN (<answering>) OR d.extended_to >= :today))
            JOIN assessment s ON s.id = d.assessment_id AND s.state IN (<changeable>)
            JOIN assessment_section x ON x.assessment_id = s.id AND x.ended_at IS NULL AND x.finished_at IS NULL
            JOIN holder h ON h.agency_id = COALESCE(x.unit_id, s.agency_id)
                AND (x.person_id IS NULL OR x.person_id = h.person_id)
            WHERE d.stage IN (<stages>)"""),
    /** Panellists, of what is objected to. */
    PANEL(NoticeKind.PANEL_DUE, NoticeKind.PANEL_LATE, "round", Permission.DECIDE, EnumSet.of(DECISION),
            Map.of("running", EnumSet.of(OPEN, CLOSED), "objected", Set.of(AssessmentState.OBJECTION)), """
            SELECT h.person_id, MIN(h.agency_id) AS agency_id, d.round_id, d.round_id AS subject_id, g.stage, g.due_on,
                COUNT(DISTINCT d.assessment_id) AS waiting
            FROM assessment_due d
            JOIN counted_assessment s ON s.id = d.assessment_id AND s.state IN (<objected>)
            JOIN assessment_round r ON r.id = d.round_id AND r.state IN (<running>)
            JOIN round_stage g ON g.round_id = d.round_id AND g.stage = d.stage
            JOIN agency a ON a.id = d.agency_id
            JOIN holder h ON a.path LIKE CONCAT(h.path, '%')
            WHERE d.stage IN (<stages>)
            GROUP BY h.person_id, d.round_id, g.stage, g.due_on"""),
    REVIEWERS(NoticeKind.REVIEW_DUE, NoticeKind.REVIEW_LATE, "round", Permission.REVIEW, EnumSet.of(CHECK, REVIEW),
            Map.of("running", EnumSet.of(OPEN, CLOSED)), """
            SELECT h.person_id, MIN(h.agency_id) AS agency_id, d.round_id, d.round_id AS subject_id, g.stage, g.due_on,
                COUNT(DISTINCT d.assessment_id) AS waiting
            FROM assessment_due d
            JOIN assessment_round r ON r.id = d.round_id AND r.state IN (<running>)
            JOIN round_stage g ON g.round_id = d.round_id AND g.stage = d.stage
            JOIN agency a ON a.id = d.agency_id
            JOIN holder h ON a.path LIKE CONCAT(h.path, '%')
            WHERE d.stage IN (<stages>)
            GROUP BY h.person_id, d.round_id, g.stage, g.due_on"""),
    /** Whoever is asked in a matter that waits for the agency, or all who answer for it. */
    OF_MATTER(NoticeKind.MATTER_DUE, NoticeKind.MATTER_LATE, "matter", Permission.ANSWER, Set.of(), Map.of(), """
            SELECT h.person_id, d.agency_id, NULL AS round_id, d.matter_id AS subject_id, NULL AS stage, d.due_on,
                NULL AS waiting
            FROM matter_due d
            JOIN holder h ON h.agency_id = d.agency_id AND (d.person_id IS NULL OR d.person_id = h.person_id)"""),
    /** What is late goes up: to the head of the agency, though somebody else was asked. */
    HEADS_OF_MATTER(NoticeKind.MATTER_LATE, NoticeKind.MATTER_LATE, "matter", Permission.SIGN, Set.of(), Map.of(), """
            SELECT h.person_id, d.agency_id, NULL AS round_id, d.matter_id AS subject_id, NULL AS stage, d.due_on,
                NULL AS waiting
            FROM matter_due d
            JOIN holder h ON h.agency_id = d.agency_id
            WHERE d.due_on < :today"""),
    /**
     * And to whoever asked, and to the superiors at the agency directly above; what is about restricted answers goes up to those of
     * them who may read these.
     */
    ABOVE_MATTER(NoticeKind.MATTER_RAISED, NoticeKind.MATTER_RAISED, "matter", Permission.VIEW, Set.of(),
            Map.of("superiors", Role.with(Permission.ASK), "reading", Role.with(Permission.VIEW_RESTRICTED),
                    "readingBelow", Role.reachingDownWith(Permission.VIEW_RESTRICTED)),
            """
            SELECT h.person_id, d.agency_id, NULL AS round_id, d.matter_id AS subject_id, NULL AS stage, d.due_on,
                NULL AS waiting
            FROM matter_due d
            JOIN agency a ON a.id = d.agency_id
            JOIN holder h ON h.person_id = d.asked_by AND a.path LIKE CONCAT(h.path, '%')
                OR h.agency_id = a.parent_id AND h.role IN (<superiors>)
            WHERE d.due_on < :today AND (d.restricted = FALSE OR EXISTS (
                SELECT 1 FROM holder k WHERE k.person_id = h.person_id
                    AND (k.agency_id = d.agency_id AND k.role IN (<reading>)
                        OR k.role IN (<readingBelow>) AND a.path LIKE CONCAT(k.path, '%'))))"""),
    /** Administrators hear of the stages of a round that are to come, and of those in which somebody still is. */
    ADMINISTRATORS(NoticeKind.STAGE_DUE, NoticeKind.STAGE_LATE, "round", Permission.ADMINISTER,
            EnumSet.allOf(Stage.class),
            Map.of("running", EnumSet.of(OPEN, CLOSED), "answering", Set.of(ANSWERING),
                    "publication", Set.of(PUBLICATION)),
            """
            SELECT h.person_id, h.agency_id, t.round_id, t.round_id AS subject_id, t.stage, t.due_on, NULL AS waiting
            FROM (SELECT round_id, stage, due_on FROM round_stage
                UNION ALL SELECT id, <answering>, due_on FROM assessment_round) t
            JOIN assessment_round r ON r.id = t.round_id AND r.state IN (<running>)
            JOIN holder h ON h.parent_id IS NULL
            WHERE t.stage IN (<stages>) AND (t.due_on >= :today OR t.stage IN (<publication>)
                OR EXISTS (SELECT 1 FROM assessment_due d WHERE d.round_id = t.round_id AND d.stage = t.stage))""");

    private final NoticeKind soon;
    private final NoticeKind late;
    private final String subject;
    private final Permission permission;
    private final Set<Stage> stages;
    private final Map<String, Set<? extends Enum<?>>> states;
    private final String sql;

    Due(NoticeKind soon, NoticeKind late, String subject, Permission permission, Set<Stage> stages,
            Map<String, Set<? extends Enum<?>>> states, String sql) {
        this.soon = soon;
        this.late = late;
        this.subject = subject;
        this.permission = permission;
        this.stages = stages;
        this.states = states;
        this.sql = sql;
    }

    /** Returns what is told before the last day is over. */
    NoticeKind soon() {
        return soon;
    }

    /** Returns what is told when the last day is over. */
    NoticeKind late() {
        return late;
    }

    String subject() {
        return subject;
    }

    Permission permission() {
        return permission;
    }

    /** Lists who is told of the last day of a stage. */
    static List<Due> at(Stage stage) {
        return Stream.of(values()).filter(due -> due.stages.contains(stage)).toList();
    }

    /** Returns the stages of a round of whose last day is told; none for what is not about a round. */
    Set<Stage> stages() {
        return stages;
    }

    /** Returns the other states and stages that the query asks for, by the name of their parameter. */
    Map<String, Set<? extends Enum<?>>> states() {
        return states;
    }

    String sql() {
        return sql;
    }
}
