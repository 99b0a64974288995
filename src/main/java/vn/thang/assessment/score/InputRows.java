package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.measured.MeasuredLevels;

/** What the score of some hundred assessments is made of, read by one statement for each kind of it. */
@ApplicationScoped
class InputRows {

    /** Sets of levels by their bits. */
    private static final List<Set<Integer>> LEVELS = levelSets();
    private static final String ANSWERS = """
            SELECT assessment_id, %s FROM answer WHERE assessment_id IN (<ids>)
            GROUP BY assessment_id<lock>""".formatted(Listed.columns("criterion", "COALESCE(value, '')"));
    private static final String COMMENTS = """
            SELECT assessment_id, criterion, comment FROM answer
            WHERE assessment_id IN (<ids>) AND comment IS NOT NULL""";
    /** All assessments of a round have its last day. */
    private static final String EVIDENCE = """
            SELECT e.assessment_id, %s FROM evidence e
            WHERE e.removed_at IS NULL AND (NOT :expires OR %s) AND e.assessment_id IN (<ids>)
            GROUP BY e.assessment_id<lock>""".formatted(Listed.columns("e.criterion", "e.level"),
            AttachedEvidence.holdsOn("e", ":dueOn"));
    private static final String CONFIRMED = """
            SELECT assessment_id, criterion, value FROM verdict
            WHERE replaced_at IS NULL AND value IS NOT NULL AND assessment_id IN (<ids>)<lock>""";
    private static final String EXEMPT = """
            SELECT assessment_id, criterion FROM exemption WHERE granted = TRUE AND assessment_id IN (<ids>)<lock>""";

    @Inject
    private MeasuredLevels measured;

    /**
     * What of the model the inputs depend on.
     *
     * @param criteria by code
     * @param lock     how the rows are read
     * @param comments whether they are wanted
     */
    record Rules(String modelRef, Map<String, Criterion> criteria, boolean evidenceExpires, String lock,
            boolean comments) {

        private Query of(Handle sql, String query, Set<Long> ids) {
            return sql.createQuery(query).define("lock", lock).bindList("ids", ids);
        }

        static Rules of(MaturityModel model, String lock, boolean comments) {
            Map<String, Criterion> criteria = new HashMap<>();
            model.criteria().forEach(criterion -> criteria.put(criterion.code(), criterion));
            return new Rules(model.ref(), criteria, model.evidenceExpires(), lock, comments);
        }
    }

    /** @param publishedAt null until it is published */
    private record Head(long id, String code, String name, String type, String path, String parentName,
            AssessmentState state, long agency, LocalDate dueOn, Instant publishedAt) {

        private AssessmentInputs inputs() {
            return new AssessmentInputs(id, code, name, type, path, parentName, state, new LinkedHashMap<>(),
                    new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /** Returns the inputs of the assessments that the statement finds, in its order; a fixed number of statements more. */
    List<AssessmentInputs> of(Handle sql, Query which, Rules rules) {
        List<Head> heads = which.define("lock", rules.lock()).mapTo(Head.class).list();
        Map<Long, AssessmentInputs> found = new LinkedHashMap<>();
        heads.forEach(head -> found.put(head.id(), head.inputs()));
        if (!heads.isEmpty()) {
            fill(sql, found, rules, heads.get(0).dueOn());
            exempt(sql, found, rules);
            measure(heads, found, rules);
        }
        return List.copyOf(found.values());
    }

    /** What readings say, by one statement for all of them. */
    private void measure(List<Head> heads, Map<Long, AssessmentInputs> chunk, Rules rules) {
        Map<Long, Instant> arrivedBy = new HashMap<>();
        heads.forEach(head -> arrivedBy.put(head.agency(), head.publishedAt()));
        MeasuredLevels.Known known = new MeasuredLevels.Known(heads.get(0).dueOn(), arrivedBy);
        Map<Long, Map<String, MeasuredLevels.Measured>> readings = rules.lock().isEmpty()
                ? measured.of(rules.modelRef(), known)
                : measured.ofCurrent(rules.modelRef(), known);
        for (Head head : heads) {
            AssessmentInputs assessment = chunk.get(head.id());
            assessment.readings().putAll(readings.getOrDefault(head.agency(), Map.of()));
            ScoredAssessment.measure(assessment.inputs(), assessment.readings());
        }
    }

    private static void fill(Handle sql, Map<Long, AssessmentInputs> chunk, Rules rules, LocalDate dueOn) {
        Map<Long, Map<String, Integer>> evidence = evidence(sql, chunk.keySet(), rules, dueOn);
        Map<Long, Map<String, String>> confirmed = confirmed(sql, chunk.keySet(), rules);
        rules.of(sql, ANSWERS, chunk.keySet()).mapTo(Listed.class).forEach(answers -> {
            Map<String, CriterionInput> inputs = chunk.get(answers.assessmentId()).inputs();
            Map<String, Integer> levels = evidence.getOrDefault(answers.assessmentId(), Map.of());
            Map<String, String> verdicts = confirmed.getOrDefault(answers.assessmentId(), Map.of());
            answers.each((code, value) -> {
                Criterion criterion = rules.criteria().get(code);
                if (criterion != null) {
                    inputs.put(criterion.code(),
                            ScoredAssessment.input(criterion.scale(), value.isEmpty() ? null : value,
                                    LEVELS.get(levels.getOrDefault(code, 0)), verdicts.get(code), false));
                }
            });
        });
        if (rules.comments()) {
            sql.createQuery(COMMENTS).bindList("ids", chunk.keySet()).mapTo(Comment.class)
                    .forEach(one -> chunk.get(one.assessmentId()).comments().put(one.criterion(), one.comment()));
        }
    }

    private record Comment(long assessmentId, String criterion, String comment) {
    }

    /** Levels by assessment and criterion, as bits. */
    private static Map<Long, Map<String, Integer>> evidence(Handle sql, Set<Long> ids, Rules rules, LocalDate dueOn) {
        Map<Long, Map<String, Integer>> evidence = new HashMap<>();
        rules.of(sql, EVIDENCE, ids).bind("expires", rules.evidenceExpires()).bind("dueOn", dueOn).mapTo(Listed.class)
                .forEach(listed -> {
                    Map<String, Integer> levels = new HashMap<>();
                    listed.each((criterion, level) -> levels.merge(criterion, 1 << Integer.parseInt(level),
                            (some, more) -> some | more));
                    evidence.put(listed.assessmentId(), levels);
                });
        return evidence;
    }

    private static void exempt(Handle sql, Map<Long, AssessmentInputs> chunk, Rules rules) {
        rules.of(sql, EXEMPT, chunk.keySet()).mapTo(Exempt.class)
                .forEach(one -> ScoredAssessment.exempt(chunk.get(one.assessmentId()).inputs(), one.criterion()));
    }

    private record Exempt(long assessmentId, String criterion) {
    }

    /** What reviewers set, by assessment and criterion. */
    private static Map<Long, Map<String, String>> confirmed(Handle sql, Set<Long> ids, Rules rules) {
        Map<Long, Map<String, String>> confirmed = new HashMap<>();
        rules.of(sql, CONFIRMED, ids).mapTo(Confirmed.class).forEach(one -> confirmed
                .computeIfAbsent(one.assessmentId(), none -> new HashMap<>()).put(one.criterion(), one.value()));
        return confirmed;
    }

    private record Confirmed(long assessmentId, String criterion, String value) {
    }

    private static List<Set<Integer>> levelSets() {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << LevelScale.MOST + 1; bits++) {
            Set<Integer> set = new HashSet<>();
            for (int level = 0; level <= LevelScale.MOST; level++) {
                if ((bits >> level & 1) == 1) {
                    set.add(level);
                }
            }
            sets.add(Set.copyOf(set));
        }
        return List.copyOf(sets);
    }
}
