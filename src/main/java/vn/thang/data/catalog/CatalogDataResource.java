package vn.thang.data.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Models for programs. */
@Path("models")
@RequestScoped
@Tag(name = "data")
public class CatalogDataResource extends RowsResource {

    @Inject
    private CatalogData data;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.RESULTS)
    @Operation(operationId = "listModels", summary = "Lists the versions of the models")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ModelRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response models() {
        return rows(ModelRow.class, asked -> data.models(asked, language()));
    }

    @GET
    @Path("{model}/{version}")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.RESULTS)
    @Operation(operationId = "listNodes", summary = "Lists dimensions and criteria of a model")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NodeRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response nodes(
            @Parameter(description = "Name of the model", example = "vn-dgm") @PathParam("model") String model,
            @Parameter(description = "Version of the model", example = "1.0") @PathParam("version") String version) {
        return rows(NodeRow.class, asked -> data.nodes(model, version, asked, language()));
    }
}
