package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.result.PresentAnswers.Present;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.assessment.round.Rounds;
import vn.thang.audit.AuditEvent;
import vn.thang.audit.seal.SealedLines;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Computes published results again from what was frozen, and says whether they are still the same. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class ResultVerification {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private PublishedResults results;

    @Inject
    private PresentAnswers present;

    @Inject
    private Rounds rounds;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private SealedLines told;

    @Inject
    private ToldAnswers answers;

    @Inject
    private Event<AuditEvent> events;

    /**
     * What a verification found.
     *
     * @param hash       as published
     * @param recomputed hash of the result computed again
     * @param intact     whether the stored text is the one that was hashed
     * @param sameModel  whether the files of the model are those of the publication
     * @param sameShown  whether lists and dashboards show the published levels and indices, of the whole and of every part
     * @param sameTold   whether the trail told of this hash when the result was published
     * @param changed    criteria of which the tables hold another answer, verdict, exemption, evidence or reading than was published
     * @param block      number of the block of the trail that seals it; null for none yet
     * @param level      published level
     * @param index      published index: exact, or to one decimal for who may not read restricted answers, which follow from it
     */
    public record Verified(long assessment, String agencyCode, String modelRef, String hash, String recomputed,
            boolean intact, boolean sameModel,
            boolean sameShown, boolean sameTold, List<String> changed, Long block, int level, String index,
            int levelAgain,
            String indexAgain) {

        private Verified rounded() {
            return new Verified(assessment, agencyCode, modelRef, hash, recomputed, intact, sameModel, sameShown,
                    sameTold, changed, block, level, rounded(index), levelAgain, rounded(indexAgain));
        }

        private static String rounded(String fraction) {
            String[] parts = fraction.split("/");
            return new BigDecimal(parts[0]).divide(new BigDecimal(parts.length == 1 ? "1" : parts[1]), 1,
                    RoundingMode.HALF_UP).toPlainString();
        }

        /** Whether everything is as it was published. */
        public boolean same() {
            return intact && sameModel && sameShown && sameTold && changed.isEmpty() && hash.equals(recomputed);
        }
    }

    /**
     * An answer that is not the one that the trail told of last.
     *
     * @param checkable whether the trail still says what it was; somebody erased that otherwise
     */
    public record Untold(String round, String agency, String criterion, boolean checkable) {
    }

    /**
     * @param different those that are not as they were published
     * @param untold    answers, published or not, that were changed without the trail
     */
    public record VerifiedRound(String round, int results, List<Verified> different, List<Untold> untold) {
    }

    /** @throws BusinessException.NotFound when nothing was published */
    @Requires(Permission.VIEW)
    public Verified verify(long assessmentId) {
        String path = assessments.head(assessmentId).agencyPath();
        caller.check(Permission.VIEW, path);
        boolean exact = caller.can(Permission.VIEW_RESTRICTED, path);
        Verified verified = results.find(assessmentId)
                .map(frozen -> verified(frozen,
                        told.first(PublishedHash.ACTION, PublishedHash.SUBJECT, assessmentId).orElse(null),
                        present.of(List.of(frozen)).getOrDefault(assessmentId, Present.NOTHING), catalog))
                .orElseThrow(() -> new BusinessException.NotFound("verification.nothing"));
        events.fire(new AuditEvent.ResultVerified(assessmentId, verified.same()));
        return exact ? verified : verified.rounded();
    }

    /** Every published result of a round; a national matter. */
    @Requires(Permission.EXPORT)
    public VerifiedRound verifyRound(String roundCode) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        long round = rounds.get(roundCode).id();
        VerifiedRound verified = verifyRound(round, roundCode, results, present, told, catalog);
        List<Untold> untold = answers.of(round);
        events.fire(new AuditEvent.ResultsVerified(round, verified.results(), verified.different().size(),
                untold.size()));
        boolean exact = caller.can(Permission.VIEW_RESTRICTED, agencies.rootPath());
        return new VerifiedRound(roundCode, verified.results(), exact ? verified.different()
                : verified.different().stream().map(Verified::rounded).toList(), untold);
    }

    static VerifiedRound verifyRound(long roundId, String roundCode, PublishedResults results, PresentAnswers present,
            SealedLines told, Catalog catalog) {
        Map<Long, SealedLines.Line> lines = told.first(PublishedHash.ACTION, PublishedHash.SUBJECT);
        List<Verified> different = new ArrayList<>();
        int[] count = {0};
        results.chunks(roundId, some -> {
            count[0] += some.size();
            Map<Long, Present> now = present.of(some);
            some.stream().map(frozen -> verified(frozen, lines.get(frozen.assessment()),
                    now.getOrDefault(frozen.assessment(), Present.NOTHING), catalog))
                    .filter(verified -> !verified.same()).forEach(different::add);
        });
        return new VerifiedRound(roundCode, count[0], different, List.of());
    }

    private static Verified verified(PublishedResults.Frozen frozen, SealedLines.Line line,
            Present present, Catalog catalog) {
        ResultSnapshot published = frozen.snapshot();
        String ref = published.modelRef();
        ResultSnapshot again = ResultSnapshot.again(published.text(), catalog.model(ref), catalog.hash(ref));
        Set<String> asked = catalog.model(ref).forAgencyType(published.agencyType()).criteria().stream()
                .map(Criterion::code).collect(Collectors.toSet());
        return new Verified(frozen.assessment(), frozen.agencyCode(), ref, published.hash(), again.hash(),
                ResultSnapshot.hash(published.text()).equals(published.hash()),
                again.modelHash().equals(published.modelHash()),
                frozen.shown().equals(published.shown()),
                line != null && line.details().equals(PublishedHash.details(published.hash())),
                PresentAnswers.changed(published, present, asked),
                line == null ? null : line.block(),
                published.level(), published.index(), again.level(),
                again.index());
    }
}
