package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.BusinessException;

/** Asks for exemptions; the form does it here. */
@Path("assessments/{assessment}/criteria/{criterion}/exemption")
@RequestScoped
@Tag(name = "assessments")
public class ExemptionResource {

    @Inject
    private ExemptionRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks that the agency be exempt from a criterion in this round", description = "Body: reason")
    @APIResponse(responseCode = "204", description = "Asked; the ministry decides")
    @APIResponse(responseCode = "400", description = "Refused, and why")
    public void ask(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion, JsonObject body) {
        try {
            request.ask(assessment, criterion, body.getString("reason", null));
        } catch (NullPointerException e) {
            throw new BusinessException("assessment.request");
        }
    }
}
