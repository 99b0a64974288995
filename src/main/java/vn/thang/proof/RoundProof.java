package vn.thang.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.assessment.round.RoundName;
import vn.thang.audit.AuditEvent;
import vn.thang.open.OpenCheck;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Verifies a round as a whole: its results, what counts in it, its signatures, and what everybody reads of it; a national matter. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class RoundProof {

    @Inject
    private ResultVerification verification;

    @Inject
    private OpenCheck check;

    @Inject
    private Event<AuditEvent> events;

    /** @param open what everybody reads of it and the trail did not tell of */
    public record Proved(ResultVerification.VerifiedRound verified, List<OpenCheck.Untold> open) {

        public boolean same() {
            return verified.same() && open.isEmpty();
        }

        /** Returns what the trail tells of it. */
        private AuditEvent told() {
            return new AuditEvent.ResultsVerified(verified.id(), verified.results(), verified.different().size(),
                    verified.missing().size(), verified.sameWhole(), verified.scores().size(),
                    verified.signatures().size(), verified.untold().size(), open.size());
        }

        /** Returns everything that is wrong, a line each. */
        List<Wrong> wrong() {
            return Stream.of(
                    verified.different().stream().map(one -> new Wrong("RESULT", one.agencyCode(), one.assessment(),
                            String.join(", ", one.changed()))),
                    verified.missing().stream().map(one -> new Wrong(one.told() ? "GONE" : "NEVER_PUBLISHED",
                            one.agency(), one.assessment(), "")),
                    verified.scores().stream().map(one -> new Wrong("SCORE", one, null, "")),
                    verified.untold().stream().map(one -> new Wrong(one.checkable() ? one.what() : "UNCHECKABLE",
                            one.agency(), null, one.criterion())),
                    verified.signatures().stream().map(one -> new Wrong("SIGNATURE", one.agency(), null,
                            one.receipt())),
                    open.stream().map(one -> new Wrong(one.file() == null ? "PUBLIC" : "PUBLIC_FILE", null, null,
                            one.file() == null ? "" : one.file())))
                    .flatMap(some -> some).toList();
        }
    }

    /**
     * Something that is wrong.
     *
     * @param kind       the end of a key of texts
     * @param agency     code of the agency; null for the round as a whole
     * @param assessment whose result it is; null for anything else than a result
     * @param what       criteria, receipt or file
     */
    public record Wrong(String kind, String agency, Long assessment, String what) {
    }

    /** Lists the rounds that have begun, the latest first. */
    @Requires(Permission.EXPORT)
    public List<RoundName> rounds() {
        return verification.rounds();
    }

    @Requires(Permission.EXPORT)
    public Proved verify(String round) {
        ResultVerification.VerifiedRound verified = verification.verifyRound(round);
        Proved proved = new Proved(verified, check.of(verified.round()));
        events.fire(proved.told());
        return proved;
    }
}
