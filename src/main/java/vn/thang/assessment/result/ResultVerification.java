package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundName;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.signing.SignedContents;
import vn.thang.audit.AuditEvent;
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
    private ResultCheck check;

    @Inject
    private Rounds rounds;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private ToldAnswers answers;

    @Inject
    private PresentScores scores;

    @Inject
    private SignedContents signatures;

    @Inject
    private Event<AuditEvent> events;

    /**
     * What a verification found.
     *
     * @param gone       whether there is no frozen result although there must be one; level and index say nothing then
     * @param hash       as published; as the trail told of it where the result is gone, empty where it did not
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
    public record Verified(long assessment, String agencyCode, String modelRef, boolean gone, String hash,
            String recomputed, boolean intact, boolean sameModel, boolean sameShown, boolean sameTold,
            List<String> changed, Long block, int level, String index, int levelAgain, String indexAgain) {

        static Verified gone(long assessment, String agencyCode, String modelRef, String hash, Long block) {
            return new Verified(assessment, agencyCode, modelRef, true, hash, "", false, false, false, false,
                    List.of(), block, 0, "0", 0, "0");
        }

        private Verified rounded() {
            return new Verified(assessment, agencyCode, modelRef, gone, hash, recomputed, intact, sameModel, sameShown,
                    sameTold, changed, block, level, rounded(index), levelAgain, rounded(indexAgain));
        }

        private static String rounded(String fraction) {
            String[] parts = fraction.split("/");
            return new BigDecimal(parts[0]).divide(new BigDecimal(parts.length == 1 ? "1" : parts[1]), 1,
                    RoundingMode.HALF_UP).toPlainString();
        }

        /** Whether everything is as it was published. */
        public boolean same() {
            return !gone && intact && sameModel && sameShown && sameTold && changed.isEmpty()
                    && hash.equals(recomputed);
        }
    }

    /**
     * An answer, a verdict or an exemption that is not the one that the trail told of last, or of which it told nothing.
     *
     * @param what      name of a {@link ToldKind}
     * @param checkable whether the trail still says what it was; somebody erased that otherwise
     */
    public record Untold(String round, String agency, String what, String criterion, boolean checkable) {
    }

    /**
     * A result that is not there.
     *
     * @param told whether the trail told that it was published; its assessment alone says so otherwise
     */
    public record Missing(long assessment, String agency, boolean told) {
    }

    /**
     * @param id        of the round
     * @param round     its code
     * @param different those that are not as they were published
     * @param missing   those that must be there and are not
     * @param sameWhole whether all together have the hash that the trail told of when the round was published
     * @param scores    codes of the agencies whose scores were given to them and do not follow from what is stored
     * @param untold    what was changed without the trail, published or not
     * @param signatures those that do not hold
     */
    public record VerifiedRound(long id, String round, int results, List<Verified> different, List<Missing> missing,
            boolean sameWhole, List<String> scores, List<Untold> untold, List<SignedContents.Signed> signatures) {

        /** Whether everything is as it was published and told. */
        public boolean same() {
            return different.isEmpty() && missing.isEmpty() && sameWhole && scores.isEmpty()
                    && untold.isEmpty() && signatures.isEmpty();
        }
    }

    /** @throws BusinessException.NotFound when nothing was published */
    @Requires(Permission.VIEW)
    public Verified verify(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.VIEW, head.agencyPath());
        boolean exact = caller.can(Permission.VIEW_RESTRICTED, head.agencyPath());
        Verified verified = check.one(assessmentId, head.agencyCode(), head.modelRef(),
                head.state() == AssessmentState.PUBLISHED)
                .orElseThrow(() -> new BusinessException.NotFound("verification.nothing"));
        events.fire(new AuditEvent.ResultVerified(assessmentId, verified.same()));
        return exact ? verified : verified.rounded();
    }

    /** Lists the rounds that have begun, the latest first. */
    @Requires(Permission.EXPORT)
    public List<RoundName> rounds() {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return rounds.names();
    }

    /** Every published result of a round; a national matter. Whoever calls it tells the trail what was found. */
    @Requires(Permission.EXPORT)
    public VerifiedRound verifyRound(String roundCode) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        Round planned = rounds.get(roundCode);
        long round = planned.id();
        ResultCheck.Checked checked = check.round(round);
        List<String> rescored = scores.different(round, planned.modelRef());
        List<Untold> untold = answers.of(round);
        List<SignedContents.Signed> broken = signatures.broken(null, roundCode);
        boolean exact = caller.can(Permission.VIEW_RESTRICTED, agencies.rootPath());
        return new VerifiedRound(round, roundCode, checked.results(), exact ? checked.different()
                : checked.different().stream().map(Verified::rounded).toList(), checked.missing(),
                checked.sameWhole(), rescored, untold, broken);
    }
}
