package vn.thang.assessment.result;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Verifies the published results of a round, for auditors and their scripts. It has the whole address to itself, since the
 * server looks for an address only in the class whose own path fits it best.
 */
@Path("rounds/{round}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class RoundVerificationResource {

    @Inject
    private ResultVerification verification;

    @GET
    @Operation(summary = "Computes every published result of a round again",
            description = "results counts them; different lists those that are not as they were published")
    public JsonObject round(@PathParam("round") String round) {
        ResultVerification.VerifiedRound verified = verification.verifyRound(round);
        JsonArrayBuilder different = Json.createArrayBuilder();
        verified.different().forEach(one -> different.add(VerificationResource.json(one)));
        return Json.createObjectBuilder().add("round", verified.round()).add("results", verified.results())
                .add("same", verified.different().isEmpty()).add("different", different).build();
    }
}
