package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.result.ResultVerification.Untold;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.audit.seal.SealedLines;

/** Answers as the tables hold them now beside what the trail told of them last: a change that nobody was told of is found. */
@ApplicationScoped
class ToldAnswers {

    private static final int AT_ONCE = 250;
    private static final String ACTION = "answer";

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

    private record Value(long assessment, String criterion, String value) {
    }

    /** Lists the answers of a round that were changed without the trail; those of all rounds where it is null. */
    List<Untold> of(Long round) {
        List<Assessed> all = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id, a.code AS agency, r.code AS round FROM assessment s JOIN agency a ON a.id = s.agency_id
                JOIN assessment_round r ON r.id = s.round_id WHERE :round IS NULL OR r.id = :round ORDER BY s.id""")
                .bind("round", round).mapTo(Assessed.class).list());
        List<Untold> untold = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            untold.addAll(among(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return untold;
    }

    private List<Untold> among(List<Assessed> some) {
        Map<Long, Assessed> assessed = some.stream().collect(Collectors.toMap(Assessed::id, one -> one));
        Map<String, String> present = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT assessment_id AS assessment, criterion, value FROM answer
                WHERE assessment_id IN (<assessments>)""").bindList("assessments", assessed.keySet())
                .mapTo(Value.class).forEach(one -> present.put(one.assessment() + " " + one.criterion(), one.value())));
        return told.last(ACTION, PublishedHash.SUBJECT, assessed.keySet()).stream()
                .filter(one -> !one.is(present.get(one.subject() + " " + one.details())))
                .map(one -> new Untold(assessed.get(one.subject()).round(), assessed.get(one.subject()).agency(),
                        one.details(), one.checkable()))
                .toList();
    }
}
