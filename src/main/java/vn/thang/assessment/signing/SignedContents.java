package vn.thang.assessment.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.discrepancy.Discrepancies;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.audit.seal.SealedLines;
import vn.thang.catalog.Catalog;

/**
 * Signatures beside what is stored now: the content of a hand-in is put together again as it stood when it was signed, with
 * what was changed since in its former words, and its hash is compared with the one that was signed and told.
 */
@ApplicationScoped
public class SignedContents {

    /** Of so many assessments signatures and what the trail tells of them are held at once; their contents one by one. */
    private static final int AT_ONCE = 250;
    /** By which action the trail tells of a signature. */
    private static final Map<Step, String> ACTIONS = Map.of(Step.HAND_IN, "hand-in", Step.ACCEPT, "accept",
            Step.OBJECT, "object");
    /** By which it tells that the signatures of an assessment are in force no more; nothing else ends one without another. */
    private static final String ENDED = "turn-back";
    private static final String ASSESSED = """
            SELECT s.id, r.code AS round, a.code AS agency, CONCAT(r.model_id, '/', r.model_version) AS model_ref
            FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            WHERE (:assessment IS NULL OR s.id = :assessment) AND (:round IS NULL OR r.code = :round) ORDER BY s.id""";
    private static final String SIGNED = """
            SELECT g.id, g.assessment_id AS assessment, g.step, r.code AS round, a.code AS agency,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, g.receipt, g.content_hash AS hash, g.signed_at
            FROM assessment_signature g JOIN assessment s ON s.id = g.assessment_id
            JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            WHERE g.ended_at IS NULL AND g.content_hash IS NOT NULL AND s.id IN (<assessments>)
            ORDER BY g.id""";
    private static final String ANSWERS = """
            SELECT criterion, value, comment, NULL AS answered_by, answered_at, version FROM answer
            WHERE assessment_id = :assessment AND answered_at <= :at
            UNION ALL
            SELECT h.criterion, h.value, h.comment, NULL, h.answered_at, 0 FROM answer_history h
            JOIN answer a ON a.assessment_id = h.assessment_id AND a.criterion = h.criterion AND a.answered_at > :at
            WHERE h.assessment_id = :assessment AND h.answered_at <= :at AND NOT EXISTS (
                SELECT 1 FROM answer_history n WHERE n.assessment_id = h.assessment_id AND n.criterion = h.criterion
                    AND n.answered_at <= :at AND (n.answered_at > h.answered_at
                        OR n.answered_at = h.answered_at AND n.id > h.id))""";
    private static final String EVIDENCE = """
            SELECT e.id, e.criterion, e.level, e.kind, e.title, e.url, e.media_type, e.size, e.sha256,
                NULL AS attached_by, e.attached_at, e.valid_from, e.valid_until, FALSE AS newer, e.for_objection,
                NULL AS scan
            FROM evidence e WHERE e.assessment_id = :assessment AND e.attached_at <= :at
                AND (e.removed_at IS NULL OR e.removed_at > :at)""";
    @Inject
    private Jdbi jdbi;

    @Inject
    private SealedLines told;

    @Inject
    private Catalog catalog;

    protected SignedContents() {
    }

    /** Reads from a database without a server. */
    public SignedContents(Jdbi jdbi, SealedLines told, Catalog catalog) {
        this.jdbi = jdbi;
        this.told = told;
        this.catalog = catalog;
    }

    /**
     * A signature that is in force, or must be.
     *
     * @param id       null where the trail alone tells of it
     * @param step     by which the agency said what is signed
     * @param signedAt when it was given; null likewise
     */
    public record Signed(Long id, long assessment, Step step, String round, String agency, String modelRef,
            String receipt, String hash, Instant signedAt) {

        /** Returns what the trail tells of it. */
        private String told() {
            return assessment + " " + receipt + " " + hash;
        }
    }

    private record Assessed(long id, String round, String agency, String modelRef) {

        /** Returns the signature of which the trail tells. */
        private Signed signed(Step step, String details) {
            String[] words = details.split(" ", 2);
            return new Signed(null, id, step, round, agency, modelRef, words[0], words.length == 1 ? "" : words[1],
                    null);
        }
    }

    /**
     * Lists the signatures in force that do not fit what is stored, or of which the trail tells nothing, and those of which it
     * tells that they are in force and that are not there so.
     *
     * @param assessment null for all assessments
     * @param round      code of a round; null for all rounds
     */
    public List<Signed> broken(Long assessment, String round) {
        return jdbi.withHandle(sql -> {
            List<Assessed> all = sql.createQuery(ASSESSED).bind("assessment", assessment).bind("round", round)
                    .mapTo(Assessed.class).list();
            List<Signed> broken = new ArrayList<>();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                broken.addAll(among(sql, all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                        .collect(Collectors.toMap(Assessed::id, one -> one))));
            }
            return broken;
        });
    }

    private List<Signed> among(Handle sql, Map<Long, Assessed> some) {
        List<Signed> signed = sql.createQuery(SIGNED).bindList("assessments", some.keySet()).mapTo(Signed.class).list();
        List<Signed> broken = new ArrayList<>();
        ACTIONS.forEach((step, action) -> {
            Map<String, Signed> lines = told.last(List.of(action, ENDED), "assessment", some.keySet()).stream()
                    .filter(line -> line.action().equals(action))
                    .map(line -> some.get(line.subject()).signed(step, line.details()))
                    .collect(Collectors.toMap(Signed::told, one -> one));
            signed.stream().filter(one -> one.step() == step)
                    .filter(one -> lines.remove(one.told()) == null || !holds(sql, one)).forEach(broken::add);
            broken.addAll(lines.values());
        });
        return broken;
    }

    /** What the panel decides after a reply changes the result, so that a reply is compared with the trail alone. */
    private boolean holds(Handle sql, Signed one) {
        return one.step() != Step.HAND_IN || HandedInContent.isOf(one.hash(),
                new HandedInContent.Of(one.modelRef(), catalog.hash(one.modelRef()), one.round(),
                        HandedInContent.agency(one.receipt(), one.round())),
                at(sql.createQuery(ANSWERS), one).mapTo(GivenAnswer.class).list(),
                at(sql.createQuery(EVIDENCE), one).mapTo(AttachedEvidence.class).list(),
                Discrepancies.explained(sql, one.assessment(), one.signedAt()));
    }

    private static Query at(Query query, Signed one) {
        return query.bind("assessment", one.assessment()).bind("at", one.signedAt());
    }
}
