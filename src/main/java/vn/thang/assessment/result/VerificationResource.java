package vn.thang.assessment.result;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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

/** Verifies one published result, for auditors and their scripts. */
@Path("assessments/{assessment}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class VerificationResource {

    @Inject
    private ResultVerification verification;

    @GET
    @Operation(summary = "Computes one published result again")
    @APIResponse(responseCode = "200", description = "same says whether it is as it was published, the other fields why not")
    @APIResponse(responseCode = "404", description = "Nothing was published")
    public JsonObject one(@PathParam("assessment") long assessment) {
        return json(verification.verify(assessment)).build();
    }

    static JsonObjectBuilder json(ResultVerification.Verified one) {
        return Json.createObjectBuilder().add("assessment", one.assessment()).add("agency", one.agencyCode()).add("same", one.same())
                .add("hash", one.hash()).add("recomputed", one.recomputed()).add("intact", one.intact())
                .add("sameModel", one.sameModel()).add("sameShown", one.sameShown()).add("level", one.level()).add("index", one.index())
                .add("levelAgain", one.levelAgain()).add("indexAgain", one.indexAgain());
    }
}
