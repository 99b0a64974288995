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

/** Matters for programs. */
@Path("matters")
@RequestScoped
@Tag(name = "data")
public class MatterDataResource extends RowsResource {

    @Inject
    private RegisterData data;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.MATTERS)
    @Operation(operationId = "listMatters", summary = "Lists questions, measures, recommendations and decisions")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "MatterRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response matters(
            @Parameter(description = "Only what came or changed at or after this moment, or from this day on", example = "2020-01-01") @QueryParam("since") String since) {
        return rows(MatterRow.class, asked -> data.matters(asked));
    }
}
