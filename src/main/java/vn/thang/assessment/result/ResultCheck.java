package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.result.PresentAnswers.Present;
import vn.thang.assessment.result.ResultVerification.Missing;
import vn.thang.assessment.result.ResultVerification.Verified;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.audit.seal.SealedLines;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.platform.TrailLine;

/**
 * Computes published results again and compares them with what the trail told of them. It needs nothing but the database and the
 * models, so that it runs without a server too.
 */
@ApplicationScoped
class ResultCheck {

    private static final String ROUND = "round";

    @Inject
    private PublishedResults results;

    @Inject
    private MissingResults missing;

    @Inject
    private PresentAnswers present;

    @Inject
    private SealedLines told;

    @Inject
    private Catalog catalog;

    protected ResultCheck() {
    }

    /** Reads from a database without a server. */
    ResultCheck(Jdbi jdbi, SealedLines told, Catalog catalog) {
        this.results = new PublishedResults(jdbi);
        this.missing = new MissingResults(jdbi);
        this.present = new PresentAnswers(jdbi);
        this.told = told;
        this.catalog = catalog;
    }

    /**
     * What stands of the results of a round.
     *
     * @param results   how many there are
     * @param different those that are not as they were published
     * @param missing   those that must be there and are not
     * @param sameWhole whether all together have the hash that the trail told of when the round was published
     */
    record Checked(int results, List<Verified> different, List<Missing> missing, boolean sameWhole) {

        boolean same() {
            return different.isEmpty() && missing.isEmpty() && sameWhole;
        }

        /** Whether anything was ever published of the round. */
        boolean any() {
            return results > 0 || !same();
        }
    }

    /** Returns the ids of all rounds by their codes, and of those that the trail alone knows by their ids. */
    Map<String, Long> rounds() {
        Map<String, Long> rounds = missing.rounds();
        told.first(TrailLine.PUBLISH, ROUND).keySet().stream().filter(id -> !rounds.containsValue(id)).toList()
                .forEach(id -> rounds.put("#" + id, id));
        return rounds;
    }

    /** Checks one result; nothing where none was published. A result of which only the trail or its state tells is missing. */
    Optional<Verified> one(long assessment, String agency, String modelRef, boolean published) {
        SealedLines.Line line = told.first(PublishedHash.ACTION, PublishedHash.SUBJECT, assessment).orElse(null);
        return results.find(assessment).map(frozen -> verified(frozen, line,
                present.of(List.of(frozen)).getOrDefault(assessment, Present.NOTHING)))
                .or(() -> line == null && !published ? Optional.empty()
                        : Optional.of(Verified.gone(assessment, agency, modelRef,
                                line == null ? "" : PublishedHash.hash(line.details()),
                                line == null ? null : line.block())));
    }

    Checked round(long round) {
        Map<Long, SealedLines.Line> lines = told.first(PublishedHash.ACTION, PublishedHash.SUBJECT);
        List<Verified> different = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        StringBuilder hashes = new StringBuilder();
        results.chunks(round, some -> {
            Map<Long, Present> now = present.of(some);
            some.forEach(frozen -> {
                seen.add(frozen.assessment());
                hashes.append(frozen.snapshot().hash());
                Verified verified = verified(frozen, lines.get(frozen.assessment()),
                        now.getOrDefault(frozen.assessment(), Present.NOTHING));
                if (!verified.same()) {
                    different.add(verified);
                }
            });
        });
        String whole = ResultSnapshot.hash(hashes.toString());
        return new Checked(seen.size(), different, missing.of(round, lines.keySet(), seen),
                told.first(TrailLine.PUBLISH, ROUND, round).map(SealedLines.Line::details).map(PublishedHash::hash)
                        .map(whole::equals).orElse(true)); // nothing is told of rounds of the demonstration
    }

    private Verified verified(PublishedResults.Frozen frozen, SealedLines.Line line, Present now) {
        ResultSnapshot published = frozen.snapshot();
        String ref = published.modelRef();
        ResultSnapshot again = ResultSnapshot.again(published.text(), catalog.model(ref), catalog.hash(ref));
        Set<String> asked = catalog.model(ref).forAgencyType(published.agencyType()).criteria().stream()
                .map(Criterion::code).collect(Collectors.toSet());
        return new Verified(frozen.assessment(), frozen.agencyCode(), ref, false, published.hash(), again.hash(),
                ResultSnapshot.hash(published.text()).equals(published.hash()),
                again.modelHash().equals(published.modelHash()),
                frozen.shown().equals(published.shown()),
                line != null && line.details().equals(PublishedHash.details(published.hash())),
                PresentAnswers.changed(published, now, asked),
                line == null ? null : line.block(),
                published.level(), published.index(), again.level(), again.index());
    }
}
