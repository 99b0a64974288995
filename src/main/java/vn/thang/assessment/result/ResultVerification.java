package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.round.Rounds;
import vn.thang.catalog.Catalog;
import vn.thang.organisation.agency.AgencyDirectory;
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
    private Rounds rounds;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    /**
     * What a verification found.
     *
     * @param hash       as published
     * @param recomputed hash of the result computed again
     * @param intact     whether the stored text is the one that was hashed
     * @param sameModel  whether the files of the model are those of the publication
     * @param sameShown  whether lists and dashboards show the published level
     * @param level      published level
     * @param index      published index, exact
     */
    public record Verified(long assessment, String agencyCode, String modelRef, String hash, String recomputed,
            boolean intact, boolean sameModel,
            boolean sameShown, int level, String index, int levelAgain, String indexAgain) {

        /** Whether everything is as it was published. */
        public boolean same() {
            return intact && sameModel && sameShown && hash.equals(recomputed);
        }
    }

    /** @param different those that are not as they were published */
    public record VerifiedRound(String round, int results, List<Verified> different) {
    }

    /** @throws BusinessException.NotFound when nothing was published */
    @Requires(Permission.VIEW)
    public Verified verify(long assessmentId) {
        caller.check(Permission.VIEW, assessments.head(assessmentId).agencyPath());
        return results.find(assessmentId).map(frozen -> verified(frozen, catalog))
                .orElseThrow(() -> new BusinessException.NotFound("verification.nothing"));
    }

    /** Every published result of a round; a national matter. */
    @Requires(Permission.EXPORT)
    public VerifiedRound verifyRound(String roundCode) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return verifyRound(rounds.get(roundCode).id(), roundCode, results, catalog);
    }

    static VerifiedRound verifyRound(long roundId, String roundCode, PublishedResults results, Catalog catalog) {
        List<Verified> different = new ArrayList<>();
        int[] count = {0};
        results.each(roundId, frozen -> {
            count[0]++;
            Verified verified = verified(frozen, catalog);
            if (!verified.same()) {
                different.add(verified);
            }
        });
        return new VerifiedRound(roundCode, count[0], different);
    }

    private static Verified verified(PublishedResults.Frozen frozen, Catalog catalog) {
        ResultSnapshot published = frozen.snapshot();
        String ref = published.modelRef();
        ResultSnapshot again = ResultSnapshot.again(published.text(), catalog.model(ref), catalog.hash(ref));
        return new Verified(frozen.assessment(), frozen.agencyCode(), ref, published.hash(), again.hash(),
                ResultSnapshot.hash(published.text()).equals(published.hash()),
                again.modelHash().equals(published.modelHash()),
                Objects.equals(frozen.level(), published.level()), published.level(), published.index(), again.level(),
                again.index());
    }
}
