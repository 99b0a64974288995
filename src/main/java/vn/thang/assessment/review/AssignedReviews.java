package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.section.Sections;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** Who is to review which assessment. */
@ApplicationScoped
class AssignedReviews {

    private static final String REVIEWS = """
            FROM membership m JOIN agency g ON g.id = m.agency_id JOIN person p ON p.id = m.person_id AND p.active = TRUE
            WHERE m.role IN (<reviewing>) AND %s AND\s""".formatted(Lasting.on("m", ":today"));
    private static final String CASES = """
            SELECT s.id AS assessment, a.id AS agency, a.name, a.path,
                (s.state IN (<reviewable>) OR COALESCE(s.ready_from = :returned, FALSE)) AND r.state IN (<running>) AS open,
                %1$s AS own, %2$s AS of_reviewer,
                EXISTS (SELECT 1 %3$s m.person_id = :reviewer AND a.path LIKE CONCAT(g.path, '%%')) AS reviews,
                EXISTS (SELECT 1 FROM second_review t WHERE t.assessment_id = s.id AND t.reviewer_id = :reviewer) AS second
            FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            WHERE s.id IN (<assessments>) ORDER BY s.id FOR UPDATE"""
            .formatted(Verdicts.belonged(":person", "s.agency_id", ReviewQueue.SINCE),
                    Verdicts.belonged(":reviewer", "s.agency_id", ReviewQueue.SINCE), REVIEWS);

    @Inject
    private Flushed flushed;

    /**
     * An assessment that is to be given to a reviewer.
     *
     * @param open       whether it can be reviewed now
     * @param own        whether the person who gives it has worked for the agency since its last round
     * @param ofReviewer whether the reviewer has
     * @param reviews    whether the reviewer reviews the agency today
     * @param second     whether the reviewer is its second reviewer
     */
    record Case(long assessment, long agency, String name, String path, boolean open, boolean own, boolean ofReviewer,
            boolean reviews, boolean second) {
    }

    /** The assessments with what decides whether they can be given, by one statement. */
    List<Case> cases(Collection<Long> assessments, Long person, Long reviewer, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery(CASES).bind("person", person).bind("reviewer", reviewer)
                .bind("today", today).bind("returned", AssessmentState.RETURNED)
                .bind("published", RoundState.PUBLISHED)
                .bindList("assessments", List.copyOf(assessments))
                .bindList("reviewable", AssessmentState.reviewable()).bindList("running", RoundState.running())
                .bindList("handedIn", AssessmentState.handedIn()).bindList("answering", Sections.answering())
                .bindList("reviewing", Role.with(Permission.REVIEW)).mapTo(Case.class).list());
    }

    /** Whoever reviews agencies in these parts of the tree today, by name. */
    List<Reviewer> reviewers(List<String> paths, LocalDate today) {
        Subtrees subtrees = new Subtrees(paths);
        String above = paths.isEmpty() ? "1 = 0" : "EXISTS (SELECT 1 FROM agency b WHERE b.path IN (<paths>)"
                + " AND b.path LIKE CONCAT(g.path, '%'))";
        return flushed.withHandle(sql -> sql.createQuery("SELECT DISTINCT p.id, p.full_name AS name " + REVIEWS + "("
                + subtrees.condition("g.path") + " OR " + above + ") ORDER BY p.full_name, p.id")
                .bindMap(subtrees.values()).bindList("paths", paths).bind("today", today)
                .bindList("reviewing", Role.with(Permission.REVIEW)).mapTo(Reviewer.class).list());
    }

    /** A person who reviews. */
    public record Reviewer(long id, String name) {
    }

    /** Gives them to the reviewer, whoever had them before; to nobody where there is none. */
    void assign(List<Case> cases, Long reviewer, Long by, Instant now) {
        flushed.useHandle(sql -> {
            PreparedBatch batch = sql
                    .prepareBatch(reviewer == null ? "DELETE FROM assigned_review WHERE assessment_id = :id"
                            : """
                            INSERT INTO assigned_review (assessment_id, reviewer_id, assigned_by, assigned_at)
                            VALUES (:id, :reviewer, :by, :now) ON DUPLICATE KEY UPDATE reviewer_id = VALUES(reviewer_id),
                                assigned_by = VALUES(assigned_by), assigned_at = VALUES(assigned_at)""");
            for (Case one : cases) {
                batch.bind("id", one.assessment());
                if (reviewer != null) {
                    batch.bind("reviewer", reviewer).bind("by", by).bind("now", now);
                }
                batch.add();
            }
            batch.execute();
        });
    }
}
