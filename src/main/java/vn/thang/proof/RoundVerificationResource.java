package vn.thang.proof;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.assessment.result.VerificationResource;

/**
 * Verifies a round, for auditors and their scripts. It has the whole address to itself,
 * since the server looks for an address only in the class whose own path fits it best.
 */
@Path("rounds/{round}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class RoundVerificationResource {

    @Inject
    private RoundProof proof;

    /** All published results of a round beside the same computed again. */
    @Schema(name = "VerifiedRound", requiredProperties = {"round", "results", "same", "different", "missing",
            "sameWhole", "scores", "untold",
            "signatures", "open"})
    public record VerifiedRound(@Schema(examples = "2025") String round,
            @Schema(description = "How many there are", examples = "3377") int results,
            @Schema(description = "Whether all are as they were published, and everything else as the trail told") boolean same,
            @Schema(description = "Those that are not") List<VerificationResource.VerifiedResult> different,
            @Schema(description = "Results that must be there and are not") List<MissingResult> missing,
            @Schema(description = "Whether all results together have the hash that the trail told of when the round was published") boolean sameWhole,
            @Schema(description = "Codes of the agencies whose scores were given to them, are not published yet and do not follow from what is stored") List<String> scores,
            @Schema(description = "Answers, verdicts and exemptions, published or not, that are not the ones that the trail told of last") List<UntoldAnswer> untold,
            @Schema(description = "Signatures that do not fit what is stored or what the trail told of them, or that are in force by the trail alone") List<BrokenSignature> signatures,
            @Schema(description = "What everybody reads and the trail did not tell of") List<UntoldPublic> open) {
    }

    /** A signature that does not hold. */
    @Schema(name = "BrokenSignature", requiredProperties = {"agency", "step", "receipt"})
    public record BrokenSignature(@Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(description = "By which step it was given", examples = "HAND_IN") String step,
            @Schema(examples = "2026-15-3F2A-9C01") String receipt) {
    }

    /** Something public that is not as the trail told. */
    @Schema(name = "UntoldPublic")
    public record UntoldPublic(
            @Schema(description = "Name of a file that has another content than it was stored with; nothing for the publication as a whole", examples = "results.csv") String file) {
    }

    /** A result that is not there. */
    @Schema(name = "MissingResult", requiredProperties = {"assessment", "agency", "told"})
    public record MissingResult(@Schema(examples = "6850") long assessment,
            @Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(description = "Whether the trail told that it was published; its assessment alone says so otherwise") boolean told) {
    }

    /** An answer, a verdict or an exemption that was changed without the trail. */
    @Schema(name = "UntoldAnswer", requiredProperties = {"agency", "what", "criterion", "checkable"})
    public record UntoldAnswer(@Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(description = "What it is", examples = "VERDICT", enumeration = {
                    "ANSWER", "VERDICT",
                    "EXEMPTION"}) String what,
            @Schema(examples = "STR.1") String criterion,
            @Schema(description = "Whether the trail still says what it was; somebody erased that otherwise") boolean checkable){
    }

    @GET
    @Operation(operationId = "verifyRound", summary = "Computes every published result of a round again")
    @APIResponse(responseCode = "200", description = "Every result that is not as it was published, and why not", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "VerifiedRound")))
    public VerifiedRound round(@PathParam("round") String round) {
        RoundProof.Proved proved = proof.verify(round);
        ResultVerification.VerifiedRound verified = proved.verified();
        List<VerificationResource.VerifiedResult> different = verified.different().stream()
                .map(VerificationResource.VerifiedResult::of).toList();
        List<UntoldAnswer> untold = verified.untold().stream()
                .map(one -> new UntoldAnswer(one.agency(), one.what(), one.criterion(), one.checkable())).toList();
        List<MissingResult> missing = verified.missing().stream()
                .map(one -> new MissingResult(one.assessment(), one.agency(), one.told())).toList();
        List<BrokenSignature> signatures = verified.signatures().stream()
                .map(one -> new BrokenSignature(one.agency(), one.step().name(), one.receipt())).toList();
        return new VerifiedRound(verified.round(), verified.results(), proved.same(), different, missing,
                verified.sameWhole(), verified.scores(), untold, signatures,
                proved.open().stream().map(one -> new UntoldPublic(one.file())).toList());
    }
}
