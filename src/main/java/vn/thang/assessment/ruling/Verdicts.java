package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.section.Sections;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;

/** All verdicts of reviewers. */
@ApplicationScoped
public class Verdicts {

    private static final String LINES = """
            SELECT v.id, v.criterion, v.kind, v.value, v.declared, v.reason, v.due_on, p.full_name AS given_by, v.given_at
            FROM verdict v JOIN person p ON p.id = v.given_by WHERE v.assessment_id = :assessment AND
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** Takes the place of the verdict that held so far, which stays in the history. */
    public void replace(long assessmentId, String criterion, Verdict verdict, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE verdict SET replaced_at = :now
                WHERE assessment_id = :assessment AND criterion = :criterion AND replaced_at IS NULL""")
                .bind("now", now).bind("assessment", assessmentId).bind("criterion", criterion).execute());
        entities.persist(verdict);
    }

    /** The verdicts that hold, by criterion. */
    public Map<String, GivenVerdict> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery(LINES + "v.replaced_at IS NULL ORDER BY v.id")
                .bind("assessment", assessmentId).mapTo(GivenVerdict.class)
                .collect(Collectors.toMap(GivenVerdict::criterion, Function.identity(), (older, newer) -> newer,
                        LinkedHashMap::new)));
    }

    /** An answer that came back to the agency, with the reason and the day until when it is to be answered again. */
    public record Returned(long assessment, String criterion, String reason, LocalDate dueOn) {
    }

    /** What came back of these assessments and was not handed in again, by assessment, the first day first; one statement. */
    public Map<Long, List<Returned>> returned(Collection<Long> assessments) {
        return assessments.isEmpty() ? Map.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT v.assessment_id AS assessment, v.criterion, v.reason, v.due_on FROM verdict v
                JOIN assessment s ON s.id = v.assessment_id AND (s.state = :returned OR s.ready_from = :returned)
                WHERE v.assessment_id IN (<assessments>) AND v.replaced_at IS NULL AND v.kind = :kind
                ORDER BY v.due_on, v.id""").bindList("assessments", List.copyOf(assessments))
                .bind("returned", AssessmentState.RETURNED).bind("kind", Verdict.Kind.RETURNED)
                .mapTo(Returned.class).collect(Collectors.groupingBy(Returned::assessment)));
    }

    /** What was set for a criterion, and whether by the panel; null where it is exempt. */
    private record Ruling(String criterion, String value, boolean decided) {
    }

    /** What scoring needs to know of verdicts and exemptions, by one statement. */
    public Rulings rulings(long assessmentId) {
        Rulings rulings = new Rulings(new HashMap<>(), new HashSet<>(), new HashSet<>());
        flushed.useHandle(sql -> sql.createQuery("""
                SELECT criterion, value, kind = :decided AS decided FROM verdict
                WHERE assessment_id = :assessment AND replaced_at IS NULL AND value IS NOT NULL
                UNION ALL
                SELECT criterion, NULL, FALSE FROM exemption WHERE assessment_id = :assessment AND granted = TRUE""")
                .bind("assessment", assessmentId).bind("decided", Verdict.Kind.DECIDED).mapTo(Ruling.class)
                .forEach(ruling -> {
                    if (ruling.value() == null) {
                        rulings.exempt().add(ruling.criterion());
                    } else {
                        rulings.confirmed().put(ruling.criterion(), ruling.value());
                        if (ruling.decided()) {
                            rulings.decided().add(ruling.criterion());
                        }
                    }
                }));
        return rulings;
    }

    /** Returns what keeps the answer to a criterion from being changed by those to whom it was given. */
    public Optional<AnswerLock> lock(AssessmentHead head, String criterion) {
        return AnswerLock.of(head, new AnswerLock.Question(criterion, true, returned(head).contains(criterion),
                rulings(head.id()).exempt().contains(criterion)));
    }

    /** Returns the criteria that came back from the review and wait for the agency. */
    public Set<String> returned(AssessmentHead head) {
        return head.state() != AssessmentState.RETURNED ? Set.of() : of(head.id()).values().stream()
                .filter(GivenVerdict::returned).map(GivenVerdict::criterion).collect(Collectors.toSet());
    }

    /** All that was ever said of an answer, newest first. */
    public List<GivenVerdict> history(long assessmentId, String criterion) {
        return flushed.withHandle(sql -> sql
                .createQuery(LINES + "v.criterion = :criterion ORDER BY v.given_at DESC, v.id DESC")
                .bind("assessment", assessmentId).bind("criterion", criterion).mapTo(GivenVerdict.class).list());
    }

    /**
     * Whether the person has worked for the agency since its last round began, or this one when it is the first: in a role
     * of it, or on a section that it gave them.
     */
    public boolean belonged(long personId, AssessmentHead head, Optional<AssessmentHead> last) {
        return flushed.withHandle(sql -> sql.createQuery("SELECT " + belonged(":person", ":agency", ":since"))
                .bind("person", personId).bind("agency", head.agencyId()).bind("since", last.orElse(head).opensOn())
                .bindList("answering", Sections.answering()).mapTo(Boolean.class).one());
    }

    /**
     * Returns the same rule as a condition of SQL with the roles {@code <answering>}.
     *
     * @param person the parameter with the id of the person
     * @param agency the parameter or column with the id of the agency
     * @param since  the parameter or expression with the day on which the last round began
     */
    public static String belonged(String person, String agency, String since) {
        return """
                (EXISTS (SELECT 1 FROM membership bm JOIN agency ba ON ba.id = bm.agency_id
                    JOIN agency bo ON bo.id = %2$s AND bo.path LIKE CONCAT(ba.path, '%%')
                    WHERE bm.person_id = %1$s AND bm.role IN (<answering>) AND %4$s)
                OR EXISTS (SELECT 1 FROM assessment_section bx
                    JOIN assessment bs ON bs.id = bx.assessment_id AND bs.agency_id = %2$s
                    WHERE (bx.ended_at IS NULL OR bx.ended_at >= %3$s) AND (bx.person_id = %1$s OR bx.unit_id IN (
                        SELECT bm.agency_id FROM membership bm
                        WHERE bm.person_id = %1$s AND bm.role IN (<answering>) AND %4$s))))
                """.formatted(person, agency, since, Lasting.since("bm", since));
    }
}
