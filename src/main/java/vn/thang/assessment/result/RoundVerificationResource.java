package vn.thang.assessment.result;

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

/**
 * Verifies the published results of a round, for auditors and their scripts. It has the whole address to itself,
 * since the server looks for an address only in the class whose own path fits it best.
 */
@Path("rounds/{round}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class RoundVerificationResource {

    @Inject
    private ResultVerification verification;

    /** All published results of a round beside the same computed again. */
    @Schema(name = "VerifiedRound", requiredProperties = {"round", "results", "same", "different", "untold"})
    public record VerifiedRound(@Schema(examples = "2025") String round,
            @Schema(description = "How many there are", examples = "3377") int results,
            @Schema(description = "Whether all are as they were published, and every answer as the trail told") boolean same,
            @Schema(description = "Those that are not") List<VerificationResource.VerifiedResult> different,
            @Schema(description = "Answers, published or not, that are not the ones that the trail told of last") List<UntoldAnswer> untold) {
    }

    /** An answer that was changed without the trail. */
    @Schema(name = "UntoldAnswer", requiredProperties = {"agency", "criterion", "checkable"})
    public record UntoldAnswer(@Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(examples = "STR.1") String criterion,
            @Schema(description = "Whether the trail still says what it was; somebody erased that otherwise") boolean checkable) {
    }

    @GET
    @Operation(operationId = "verifyRound", summary = "Computes every published result of a round again")
    @APIResponse(responseCode = "200", description = "Every result that is not as it was published, and why not", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "VerifiedRound")))
    public VerifiedRound round(@PathParam("round") String round) {
        ResultVerification.VerifiedRound verified = verification.verifyRound(round);
        List<VerificationResource.VerifiedResult> different = verified.different().stream()
                .map(VerificationResource.VerifiedResult::of).toList();
        List<UntoldAnswer> untold = verified.untold().stream()
                .map(one -> new UntoldAnswer(one.agency(), one.criterion(), one.checkable())).toList();
        return new VerifiedRound(verified.round(), verified.results(), different.isEmpty() && untold.isEmpty(),
                different,
                untold);
    }
}
