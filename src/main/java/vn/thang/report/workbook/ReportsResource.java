package vn.thang.report.workbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** Workbooks and pictures under addresses that can be put into documents and mail. */
@Path("rounds/{round}")
@RequestScoped
@Tag(name = "reports")
public class ReportsResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private NationalWorkbook workbook;

    @Inject
    private Pictures pictures;

    @Inject
    private Language language;

    /**
     * The workbook of a round.
     *
     * @param round    code of the round
     * @param agency   code of the agency at the top; the whole country by default
     * @param chosen   language, where it is not that of the session
     */
    @GET
    @Path("workbook.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadWorkbook", summary = "Results of a round as a workbook whose scores are live formulas over the answers in it")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response workbook(@PathParam("round") String round, @QueryParam("agency") @DefaultValue("VN") String agency,
            @QueryParam("lang") String chosen) {
        NationalWorkbook.Export export = workbook.prepare(round, agency, locale(chosen));
        return Download.kept(export.content().bytes(), XLSX, export.file());
    }

    /** Distribution of levels by type of agency. */
    @GET
    @Path("distribution.png")
    @Produces("image/png")
    @Operation(operationId = "drawDistribution", summary = "Picture of the distribution of levels by type of agency")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response distribution(@PathParam("round") String round, @QueryParam("lang") String chosen) {
        return picture(pictures.distribution(round, locale(chosen)));
    }

    /** Levels of the dimensions of one agency. */
    @GET
    @Path("agencies/{agency}/radar.png")
    @Produces("image/png")
    @Operation(operationId = "drawRadar", summary = "Picture of an agency's dimensions in a round")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radar(@PathParam("round") String round, @PathParam("agency") String agency,
            @QueryParam("lang") String chosen) {
        return picture(pictures.radar(round, agency, locale(chosen)));
    }

    private static Response picture(byte[] png) {
        return Response.ok(png, "image/png").header(HttpHeaders.CACHE_CONTROL, "private, max-age=60").build();
    }

    private Locale locale(String chosen) {
        return chosen == null ? language.getLocale() : Texts.language(chosen);
    }
}
