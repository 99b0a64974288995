package vn.thang.assessment.score;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.sql.Scan;
import vn.thang.platform.sql.Subtrees;

/**
 * The inputs of all assessments of a round, a few hundred at a time, so that memory stays flat however large the round.
 * For work over a whole round; a single assessment is read as an entity.
 */
@ApplicationScoped
public class RoundInputs {

    private static final int AT_ONCE = 250;
    /** Sets of levels by their bits. */
    private static final List<Set<Integer>> LEVELS = levelSets();
    /** For whoever has locked the assessments: what others committed since the transaction began is seen as well. */
    private static final String CURRENT = " LOCK IN SHARE MODE";

    private static final String HEADS = """
            SELECT s.id, a.code, a.name, a.type, a.path, p.name AS parent_name, s.state, a.id AS agency, r.due_on,
                s.published_at
            FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
            """;
    private static final String ANSWERS = """
            SELECT assessment_id, criterion, value FROM answer WHERE assessment_id IN (<ids>)<lock>""";
    private static final String COMMENTS = """
            SELECT assessment_id, criterion, comment FROM answer
            WHERE assessment_id IN (<ids>) AND comment IS NOT NULL""";
    /** The database joins the levels as bits. All assessments of a round have its last day. */
    private static final String EVIDENCE = """
            SELECT e.assessment_id, e.criterion, BIT_OR(1 << e.level) AS levels FROM evidence e
            WHERE e.removed_at IS NULL AND (NOT :expires OR %s) AND e.assessment_id IN (<ids>)
            GROUP BY e.assessment_id, e.criterion<lock>""".formatted(AttachedEvidence.holdsOn("e", ":dueOn"));
    private static final String CONFIRMED = """
            SELECT assessment_id, criterion, value FROM verdict
            WHERE replaced_at IS NULL AND value IS NOT NULL AND assessment_id IN (<ids>)<lock>""";
    private static final String EXEMPT = """
            SELECT assessment_id, criterion FROM exemption WHERE granted = TRUE AND assessment_id IN (<ids>)<lock>""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private CauseInputs causes;

    @Inject
    private Catalog catalog;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Hands every assessment of the round to the reader, in the order of their ids and in the transaction of the caller.
     * Comments are left out.
     *
     * @param modelRef   model version of the round
     * @param agencyPath only agencies at or below this path of ids
     */
    public void each(long roundId, String modelRef, String agencyPath, Consumer<AssessmentInputs> reader) {
        chunks(roundId, modelRef, agencyPath, chunk -> chunk.forEach(reader));
    }

    /** Hands these assessments of one round to the reader, in the order of their ids. Comments are left out. */
    public void some(String modelRef, List<Long> assessments, Consumer<AssessmentInputs> reader) {
        Rules rules = rules(catalog.model(modelRef), "", false);
        for (int from = 0; from < assessments.size(); from += AT_ONCE) {
            List<Long> some = assessments.subList(from, Math.min(assessments.size(), from + AT_ONCE));
            jdbi.withHandle(
                    sql -> chunk(sql, sql.createQuery(HEADS + "WHERE s.id IN (<some>) ORDER BY s.id LIMIT :most<lock>")
                            .bindList("some", some), rules))
                    .forEach(reader);
        }
    }

    /**
     * Returns the next of the assessments that were handed in, by their ids, with what says why an answer counts; a fixed
     * number of statements.
     *
     * @param subtrees where their agencies are
     * @param since    only those scored at or after this moment; null for all
     * @param after    id of the last one that is known already
     * @param most     how many at most, some hundreds
     */
    public List<AssessmentInputs> page(long roundId, String modelRef, Subtrees subtrees, Instant since, long after,
            int most) {
        Rules rules = rules(catalog.model(modelRef), "", false);
        List<AssessmentInputs> page = jdbi.withHandle(sql -> chunk(sql, sql.createQuery(HEADS + """
                WHERE s.round_id = :round AND s.id > :after AND s.state IN (<handedIn>) AND <which>
                    AND (:since IS NULL OR EXISTS (SELECT 1 FROM assessment_score c
                        WHERE c.assessment_id = s.id AND c.computed_at >= :since))
                ORDER BY s.id LIMIT :most<lock>""").bind("round", roundId).bind("after", after)
                .bindList("handedIn", AssessmentState.handedIn()).define("which", subtrees.condition("a.path"))
                .bindMap(subtrees.values()).bind("since", since), rules, most));
        causes.complete(page, rules.evidenceExpires());
        return page;
    }

    /** Hands them over some hundreds at a time. */
    void chunks(long roundId, String modelRef, String agencyPath, Consumer<List<AssessmentInputs>> reader) {
        Rules rules = rules(catalog.model(modelRef), "", false);
        List<AssessmentInputs> chunk = below(roundId, agencyPath, 0, rules);
        while (!chunk.isEmpty()) {
            reader.accept(chunk);
            chunk = below(roundId, agencyPath, last(chunk), rules);
        }
    }

    /**
     * Locks the assessments of these agencies, always in the same order, and hands them over as they are then: what others
     * committed since the transaction began is there too. Comments are left out.
     */
    void current(long roundId, String modelRef, List<Long> agencies, Consumer<List<AssessmentInputs>> reader) {
        if (agencies.isEmpty()) {
            return;
        }
        Rules rules = rules(catalog.model(modelRef), CURRENT, false);
        jdbi.useHandle(sql -> {
            sql.createQuery("""
                    SELECT id FROM assessment WHERE round_id = :round AND agency_id IN (<agencies>)
                    ORDER BY id FOR UPDATE""").bind("round", roundId).bindList("agencies", agencies)
                    .mapTo(Long.class).list();
            for (int from = 0; from < agencies.size(); from += AT_ONCE) {
                List<Long> some = agencies.subList(from, Math.min(agencies.size(), from + AT_ONCE));
                reader.accept(chunk(sql, sql.createQuery(HEADS + """
                        WHERE s.round_id = :round AND r.state IN (<running>) AND a.id IN (<agencies>)
                        ORDER BY s.id LIMIT :most<lock>""").bind("round", roundId).bindList("agencies", some)
                        .bindList("running", RoundState.running()), rules));
            }
        });
    }

    /**
     * Hands them over to a reader that writes a long document, with what says why an answer counts and their comments:
     * while it writes some assessments, the next ones are fetched and prepared. Sees what is committed.
     *
     * @param preparation is called by another thread than the reader
     */
    public <T> void ahead(long roundId, String modelRef, String agencyPath, Function<AssessmentInputs, T> preparation,
            Consumer<T> reader) {
        Rules rules = rules(catalog.model(modelRef), "", true);
        LongFunction<Prepared<T>> after = last -> {
            List<AssessmentInputs> chunk = below(roundId, agencyPath, last, rules);
            causes.complete(chunk, rules.evidenceExpires());
            return chunk.isEmpty() ? new Prepared<>(List.of(), last)
                    : new Prepared<>(chunk.stream().map(preparation).toList(), last(chunk));
        };
        Prepared<T> prepared = after.apply(0);
        while (!prepared.assessments().isEmpty()) {
            long last = prepared.last();
            CompletableFuture<Prepared<T>> next = CompletableFuture.supplyAsync(() -> after.apply(last), executor);
            prepared.assessments().forEach(reader);
            prepared = next.join();
        }
    }

    private record Prepared<T>(List<T> assessments, long last) {
    }

    private static long last(List<AssessmentInputs> chunk) {
        return chunk.get(chunk.size() - 1).id();
    }

    private List<AssessmentInputs> below(long roundId, String agencyPath, long after, Rules rules) {
        return jdbi.withHandle(sql -> chunk(sql, sql.createQuery(HEADS + """
                WHERE s.round_id = :round AND s.id > :after AND a.path LIKE :path ORDER BY s.id LIMIT :most<lock>""")
                .bind("round", roundId).bind("after", after).bind("path", agencyPath + "%"), rules));
    }

    private List<AssessmentInputs> chunk(Handle sql, Query which, Rules rules) {
        return chunk(sql, which, rules, AT_ONCE);
    }

    private List<AssessmentInputs> chunk(Handle sql, Query which, Rules rules, int most) {
        List<Head> heads = which.bind("most", most).define("lock", rules.lock()).mapTo(Head.class).list();
        Map<Long, AssessmentInputs> chunk = new LinkedHashMap<>();
        heads.forEach(head -> chunk.put(head.id(), head.inputs()));
        if (!heads.isEmpty()) {
            fill(sql, chunk, rules, heads.get(0).dueOn());
            exempt(sql, chunk, rules);
            measure(heads, chunk, rules);
        }
        return List.copyOf(chunk.values());
    }

    /** @param publishedAt null until it is published */
    private record Head(long id, String code, String name, String type, String path, String parentName,
            AssessmentState state, long agency, LocalDate dueOn, Instant publishedAt) {

        private AssessmentInputs inputs() {
            return new AssessmentInputs(id, code, name, type, path, parentName, state, new LinkedHashMap<>(),
                    new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /**
     * What of the model the inputs depend on.
     *
     * @param criteria by code
     * @param lock     how the rows are read
     * @param comments whether they are wanted
     */
    private record Rules(String modelRef, Map<String, Criterion> criteria, boolean evidenceExpires, String lock,
            boolean comments) {

        private Query of(Handle sql, String query, Set<Long> ids) {
            return sql.createQuery(query).define("lock", lock).bindList("ids", ids);
        }
    }

    private static Rules rules(MaturityModel model, String lock, boolean comments) {
        Map<String, Criterion> criteria = new HashMap<>();
        model.criteria().forEach(criterion -> criteria.put(criterion.code(), criterion));
        return new Rules(model.ref(), criteria, model.evidenceExpires(), lock, comments);
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
        Map<Long, Map<String, Set<Integer>>> evidence = evidence(sql, chunk.keySet(), rules, dueOn);
        Map<Long, Map<String, String>> confirmed = confirmed(sql, chunk.keySet(), rules);
        Scan.of(rules.of(sql, ANSWERS, chunk.keySet()), rows -> {
            Scan.Column id = rows.column("assessment_id");
            Scan.Column code = rows.column("criterion");
            Scan.Column value = rows.column("value");
            while (rows.next()) {
                Criterion criterion = rules.criteria().get(code.text());
                if (criterion != null) {
                    long assessment = id.number();
                    Set<Integer> levels = evidence.getOrDefault(assessment, Map.of())
                            .getOrDefault(criterion.code(), Set.of());
                    String verdict = confirmed.getOrDefault(assessment, Map.of()).get(criterion.code());
                    chunk.get(assessment).inputs().put(criterion.code(),
                            ScoredAssessment.input(criterion.scale(), value.text(), levels, verdict, false));
                }
            }
        });
        if (rules.comments()) {
            sql.createQuery(COMMENTS).bindList("ids", chunk.keySet()).mapTo(Comment.class)
                    .forEach(one -> chunk.get(one.assessmentId()).comments().put(one.criterion(), one.comment()));
        }
    }

    private record Comment(long assessmentId, String criterion, String comment) {
    }

    private static Map<Long, Map<String, Set<Integer>>> evidence(Handle sql, Set<Long> ids, Rules rules,
            LocalDate dueOn) {
        Map<Long, Map<String, Set<Integer>>> evidence = new HashMap<>();
        Scan.of(rules.of(sql, EVIDENCE, ids).bind("expires", rules.evidenceExpires()).bind("dueOn", dueOn),
                rows -> {
                    Scan.Column id = rows.column("assessment_id");
                    Scan.Column criterion = rows.column("criterion");
                    Scan.Column levels = rows.column("levels");
                    while (rows.next()) {
                        evidence.computeIfAbsent(id.number(), none -> new HashMap<>()).put(criterion.text(),
                                LEVELS.get((int) levels.number()));
                    }
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
