package vn.thang.assessment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verifies what was published, for auditors and their scripts. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class VerificationResource {

    @Inject
    private ResultVerification verification;

    @GET
    @Path("assessments/{assessment}/verification")
    @Operation(summary = "Computes one published result again")
    @APIResponse(responseCode = "200", description = "same says whether it is as it was published, the other fields why not")
    @APIResponse(responseCode = "404", description = "Nothing was published")
    public JsonObject one(@PathParam("assessment") long assessment) {
        return json(verification.verify(assessment)).build();
    }

    @GET
    @Path("rounds/{round}/verification")
    @Operation(summary = "Computes every published result of a round again",
            description = "results counts them; different lists those that are not as they were published")
    public JsonObject round(@PathParam("round") String round) {
        ResultVerification.VerifiedRound verified = verification.verifyRound(round);
        JsonArrayBuilder different = Json.createArrayBuilder();
        verified.different().forEach(one -> different.add(json(one)));
        return Json.createObjectBuilder().add("round", verified.round()).add("results", verified.results())
                .add("same", verified.different().isEmpty()).add("different", different).build();
    }

    private static JsonObjectBuilder json(ResultVerification.Verified one) {
        return Json.createObjectBuilder().add("assessment", one.assessment()).add("agency", one.agencyCode()).add("same", one.same())
                .add("hash", one.hash()).add("recomputed", one.recomputed()).add("intact", one.intact())
                .add("sameModel", one.sameModel()).add("sameShown", one.sameShown()).add("level", one.level()).add("index", one.index())
                .add("levelAgain", one.levelAgain()).add("indexAgain", one.indexAgain());
    }
}
