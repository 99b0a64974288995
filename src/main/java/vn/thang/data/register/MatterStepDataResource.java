package vn.thang.data.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.data.RowsResource;
import vn.thang.security.TokenRight;
import vn.thang.security.token.ReadByToken;

/** What was done in matters, for programs. */
@Path("matters/steps")
@RequestScoped
@Tag(name = "data")
public class MatterStepDataResource extends RowsResource {

    @Inject
    private RegisterData data;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.MATTERS)
    @Operation(operationId = "listMatterSteps", summary = "Lists what was asked, answered and decided in matters, step by step")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "MatterStepRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response steps(
            @Parameter(description = "Only what was done at or after this moment, or from this day on", example = "2020-01-01") @QueryParam("since") String since) {
        return rows(MatterStepRow.class, asked -> data.steps(asked));
    }
}
