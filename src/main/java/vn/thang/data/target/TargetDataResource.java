package vn.thang.data.target;

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

/** The targets of the programme for programs. */
@Path("targets")
@RequestScoped
@Tag(name = "data")
public class TargetDataResource extends RowsResource {

    @Inject
    private TargetData data;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.TARGETS)
    @Operation(operationId = "listTargets", summary = "Lists the targets with value, forecast and status")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TargetRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response targets(
            @Parameter(description = "Code of the round up to which figures are told; that of today without it", example = "2025") @QueryParam("round") String round) {
        return rows(TargetRow.class, asked -> data.targets(round, asked, language()));
    }
}
