package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for exemptions; the form does it here. */
@Path("assessments/{assessment}/criteria/{criterion}/exemption")
@RequestScoped
@Tag(name = "assessments")
public class ExemptionResource {

    @Inject
    private ExemptionRequest request;

    /** The body of what is asked. */
    @Schema(name = "GivenReason")
    public record GivenReason(
            @Schema(description = "Why the agency should be exempt from the criterion", examples = "The agency keeps no register of its own") String reason) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "askExemption", summary = "Asks that the agency be exempt from a criterion in this round")
    @APIResponse(responseCode = "204", description = "Asked; the ministry decides")
    @APIResponse(responseCode = "400", description = "Refused, and why")
    public void ask(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            GivenReason body) {
        request.ask(assessment, criterion, body.reason());
    }
}
