package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.result.ResultVerification.Untold;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.audit.seal.SealedLines;

/**
 * Answers, verdicts and exemptions as the tables hold them now beside what the trail told of them last: a change that nobody
 * was told of is found, and so is a row of which nobody was told at all.
 */
@ApplicationScoped
class ToldAnswers {

    private static final int AT_ONCE = 250;
    /** The panel told of a decision by which the verdict stays. */
    private static final String UNCHANGED = "decide DISMISSED";

    @Inject
    private Jdbi jdbi;

    @Inject
    private SealedLines told;

    protected ToldAnswers() {
    }

    /** Reads from a database without a server. */
    ToldAnswers(Jdbi jdbi, SealedLines told) {
        this.jdbi = jdbi;
        this.told = told;
    }

    private record Assessed(long id, String agency, String round) {
    }

    private record AnswerKey(long assessment, String criterion) {
    }

    private record Row(long assessment, String criterion, String kind, String value) {
    }

    /** Lists what was changed of a round without the trail; of all rounds where it is null. */
    List<Untold> of(Long round) {
        List<Assessed> all = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id, a.code AS agency, r.code AS round FROM assessment s JOIN agency a ON a.id = s.agency_id
                JOIN assessment_round r ON r.id = s.round_id WHERE :round IS NULL OR r.id = :round ORDER BY s.id""")
                .bind("round", round).mapTo(Assessed.class).list());
        List<Untold> untold = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<Long, Assessed> some = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.toMap(Assessed::id, one -> one));
            for (ToldKind kind : ToldKind.values()) {
                untold.addAll(among(some, kind));
            }
        }
        return untold;
    }

    private List<Untold> among(Map<Long, Assessed> some, ToldKind kind) {
        Map<AnswerKey, Row> rows = jdbi.withHandle(sql -> sql.createQuery(kind.rows())
                .bindList("assessments", some.keySet()).mapTo(Row.class)
                .collect(Collectors.toMap(row -> new AnswerKey(row.assessment(), row.criterion()), row -> row,
                        (one, other) -> other, LinkedHashMap::new)));
        List<Untold> untold = new ArrayList<>();
        told.last(kind.actions(), PublishedHash.SUBJECT, some.keySet(), UNCHANGED).forEach(line -> {
            AnswerKey key = new AnswerKey(line.subject(), line.about());
            Row row = rows.remove(key);
            if (!line.old() && !tells(kind, line, row)) {
                untold.add(untold(some, kind, key, line.checkable()));
            }
        });
        rows.keySet().forEach(key -> untold.add(untold(some, kind, key, true)));
        return untold;
    }

    private static boolean tells(ToldKind kind, SealedLines.Told line, Row row) {
        return kind.left(line.action()).equals(row == null ? ToldKind.NONE : row.kind())
                && line.is(row == null ? null : row.value());
    }

    private static Untold untold(Map<Long, Assessed> some, ToldKind kind, AnswerKey key, boolean checkable) {
        Assessed assessed = some.get(key.assessment());
        return new Untold(assessed.round(), assessed.agency(), kind.name(), key.criterion(), checkable);
    }
}
