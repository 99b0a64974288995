package vn.thang.assessment.discrepancy;

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

/** Explains answers above their measured levels; the form does it here. */
@Path("assessments/{assessment}/criteria/{criterion}/explanation")
@RequestScoped
@Tag(name = "assessments")
public class ExplanationResource {

    @Inject
    private DiscrepancyProcedure procedure;

    /** The body of what is explained. */
    @Schema(name = "GivenExplanation")
    public record GivenExplanation(
            @Schema(description = "Why the answer stands above what was measured", examples = "The system counts since July only") String explanation) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "explainAnswer", summary = "Explains why the answer stands above what was measured")
    @APIResponse(responseCode = "204", description = "Kept; a reviewer decides")
    @APIResponse(responseCode = "400", description = "Refused, and why")
    public void explain(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            GivenExplanation body) {
        procedure.explain(assessment, criterion, body.explanation());
    }
}
