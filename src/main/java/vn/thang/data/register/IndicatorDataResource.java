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
import vn.thang.data.catalog.CatalogData;
import vn.thang.data.catalog.IndicatorRow;
import vn.thang.data.target.CoverageRow;
import vn.thang.data.target.TargetData;
import vn.thang.security.TokenRight;
import vn.thang.security.token.ReadByToken;

/** Indicators and their readings for programs. */
@Path("indicators")
@RequestScoped
@Tag(name = "data")
public class IndicatorDataResource extends RowsResource {

    @Inject
    private RegisterData data;

    @Inject
    private CatalogData catalog;

    @Inject
    private TargetData targets;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.READINGS)
    @Operation(operationId = "listIndicators", summary = "Lists the indicators")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "IndicatorRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response indicators() {
        return rows(IndicatorRow.class, asked -> catalog.indicators(asked, language()));
    }

    @GET
    @Path("readings")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.READINGS)
    @Operation(operationId = "listReadings", summary = "Lists readings in the order in which they came")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TakenReadingRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response readings(
            @Parameter(description = "Code of an indicator; all without it", example = "systems_connected") @QueryParam("indicator") String indicator,
            @Parameter(description = "Only what came or changed at or after this moment, or from this day on", example = "2020-01-01") @QueryParam("since") String since) {
        return rows(TakenReadingRow.class, asked -> data.readings(indicator, asked));
    }

    @GET
    @Path("coverage")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @ReadByToken(TokenRight.READINGS)
    @Operation(operationId = "listCoverage", summary = "How many of those who were due have reported, for each target and period")
    @APIResponse(responseCode = "200", description = "The rows", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CoverageRowList")),
            @Content(mediaType = CSV, schema = @Schema(implementation = String.class))})
    public Response coverage() {
        return rows(CoverageRow.class, asked -> targets.coverage(null, asked));
    }
}
