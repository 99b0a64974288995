package vn.thang.assessment.score;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.catalog.Catalog;
import vn.thang.platform.sql.Subtrees;

/**
 * The inputs of all assessments of a round, a few hundred at a time, so that memory stays flat however large the round.
 * For work over a whole round; a single assessment is read as an entity.
 */
@ApplicationScoped
public class RoundInputs {

    private static final int AT_ONCE = 250;
    /** For whoever has locked the assessments: what others committed since the transaction began is seen as well. */
    private static final String CURRENT = " LOCK IN SHARE MODE";

    private static final String HEAD = """
            SELECT s.id, a.code, a.name, a.type, a.path, p.name AS parent_name, s.state, a.id AS agency, r.due_on,
                s.published_at
            """;
    private static final String JOINED = """
             s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            JOIN assessment_place w ON w.assessment_id = s.id
            LEFT JOIN agency p ON p.id = w.parent_id AND p.parent_id IS NOT NULL
            """;
    private static final String HEADS = HEAD + "FROM assessment" + JOINED;
    /**
     * The next assessments that the round counts. Which they are is found out first: to look for the place of every agency that
     * is still to come, for each of some hundreds that are read, took as long as to read their answers.
     */
    private static final String NEXT = HEAD + """
            FROM (SELECT s.id FROM counted_assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND s.id > :after AND %s ORDER BY s.id LIMIT :most) next JOIN assessment"""
            + JOINED
            + "WHERE s.id = next.id ORDER BY s.id<lock>";
    private static final String NEXT_BELOW = NEXT.formatted("a.path LIKE :path");
    private static final String NEXT_HANDED_IN = NEXT.formatted("""
            s.state IN (<handedIn>) AND <which> AND (:since IS NULL OR EXISTS (
                SELECT 1 FROM assessment_score c WHERE c.assessment_id = s.id AND c.computed_at >= :since))""");

    @Inject
    private Jdbi jdbi;

    @Inject
    private InputRows rows;

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
        InputRows.Rules rules = InputRows.Rules.of(catalog.model(modelRef), "", false);
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
        InputRows.Rules rules = InputRows.Rules.of(catalog.model(modelRef), "", false);
        List<AssessmentInputs> page = jdbi.withHandle(sql -> rows.of(sql, sql.createQuery(NEXT_HANDED_IN)
                .bind("round", roundId).bind("after", after)
                .bindList("handedIn", AssessmentState.handedIn()).define("which", subtrees.condition("a.path"))
                .bindMap(subtrees.values()).bind("since", since).bind("most", most), rules));
        causes.complete(page, rules.evidenceExpires());
        return page;
    }

    /** Hands them over some hundreds at a time. */
    void chunks(long roundId, String modelRef, String agencyPath, Consumer<List<AssessmentInputs>> reader) {
        InputRows.Rules rules = InputRows.Rules.of(catalog.model(modelRef), "", false);
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
        InputRows.Rules rules = InputRows.Rules.of(catalog.model(modelRef), CURRENT, false);
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
        InputRows.Rules rules = InputRows.Rules.of(catalog.model(modelRef), "", true);
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

    private List<AssessmentInputs> below(long roundId, String agencyPath, long after, InputRows.Rules rules) {
        return jdbi.withHandle(sql -> chunk(sql, sql.createQuery(NEXT_BELOW)
                .bind("round", roundId).bind("after", after).bind("path", agencyPath + "%"), rules));
    }

    private List<AssessmentInputs> chunk(Handle sql, Query which, InputRows.Rules rules) {
        return rows.of(sql, which.bind("most", AT_ONCE), rules);
    }
}
