package vn.thang.report.workbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** The register of discrepancies as a file. */
@Path("discrepancies.xlsx")
@RequestScoped
@Tag(name = "reports")
public class DiscrepanciesResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private DiscrepancyWorkbook workbook;

    @Inject
    private Language language;

    /** The entries of a round by the same filters as on the page. */
    @GET
    @Produces(XLSX)
    @Operation(operationId = "downloadDiscrepancies", summary = "Register of discrepancies between declared and measured levels, with the bias of agencies and dimensions")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response register(@QueryParam("round") String round, @QueryParam("state") String state,
            @QueryParam("dimension") String dimension,
            @QueryParam("q") String words, @QueryParam("type") String type, @QueryParam("indicator") String indicator,
            @QueryParam("lang") String chosen) {
        NationalWorkbook.Export export = workbook.prepare(
                DiscrepancyFilter.of(round, state, dimension, words, type, indicator),
                chosen == null ? language.getLocale() : Texts.language(chosen));
        return Download.kept(export.content().bytes(), XLSX, export.file());
    }
}
