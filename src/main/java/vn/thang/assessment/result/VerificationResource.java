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

/** Verifies one published result, for auditors and their scripts. */
@Path("assessments/{assessment}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class VerificationResource {

    @Inject
    private ResultVerification verification;

    /** One published result beside the same computed again. */
    @Schema(name = "VerifiedResult", requiredProperties = {"assessment", "agency", "same", "gone", "hash", "recomputed",
            "intact", "sameModel", "sameShown", "sameTold", "changed", "level", "index", "levelAgain", "indexAgain"})
    public record VerifiedResult(
            @Schema(examples = "6850") long assessment,
            @Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(description = "Whether everything is as it was published") boolean same,
            @Schema(description = "Whether there is no result although the trail or the assessment says that one was published: level and index say nothing then") boolean gone,
            @Schema(description = "Hash as it was published (SHA-256); empty where neither the result nor the trail says it") String hash,
            @Schema(description = "Hash of the result computed again") String recomputed,
            @Schema(description = "Whether the stored text is the one that was hashed") boolean intact,
            @Schema(description = "Whether the files of the model are those of the publication") boolean sameModel,
            @Schema(description = "Whether lists and dashboards show the published level") boolean sameShown,
            @Schema(description = "Whether the trail told of this hash when the result was published") boolean sameTold,
            @Schema(description = "Criteria of which the tables hold another answer, verdict or evidence than was published") List<String> changed,
            @Schema(description = "Number of the block of the trail that seals it, once there is one", examples = "17") Long block,
            @Schema(description = "Published level", examples = "3") int level,
            @Schema(description = "Published index, exact", examples = "21/8") String index,
            @Schema(examples = "3") int levelAgain, @Schema(examples = "21/8") String indexAgain) {

        public static VerifiedResult of(ResultVerification.Verified one) {
            return new VerifiedResult(one.assessment(), one.agencyCode(), one.same(), one.gone(), one.hash(),
                    one.recomputed(),
                    one.intact(), one.sameModel(), one.sameShown(), one.sameTold(), one.changed(), one.block(),
                    one.level(),
                    one.index(), one.levelAgain(),
                    one.indexAgain());
        }
    }

    @GET
    @Operation(operationId = "verifyResult", summary = "Computes one published result again")
    @APIResponse(responseCode = "200", description = "same says whether it is as it was published, the other fields why not", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "VerifiedResult")))
    @APIResponse(responseCode = "404", description = "Nothing was published")
    public VerifiedResult one(@PathParam("assessment") long assessment) {
        return VerifiedResult.of(verification.verify(assessment));
    }
}
