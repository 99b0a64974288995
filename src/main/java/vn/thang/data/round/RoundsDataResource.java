package vn.thang.data.round;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.data.RowsResource;
import vn.thang.security.TokenRight;
import vn.thang.security.token.ReadByToken;

/** Rounds for programs. */
@Path("rounds")
@RequestScoped
@Tag(name = "data")
public class RoundsDataResource extends RowsResource {

    @Inject
    private RoundData data;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.RESULTS)
    @Operation(operationId = "listRounds", summary = "Lists the rounds that have begun")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RoundRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response rounds() {
        return rows(RoundRow.class, asked -> data.rounds(asked));
    }
}
