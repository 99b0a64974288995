package vn.thang.assessment.workbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** The workbook for answering without network, and those that came back. */
@Path("")
@RequestScoped
@Tag(name = "assessments")
public class WorkbookResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private WorkbookExchange exchange;

    @Inject
    private Language language;

    /** @param chosen language, where it is not that of the session */
    @GET
    @Path("assessments/{assessment}/answers.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadAnswerWorkbook", summary = "A workbook with every question and the present answers, to be filled in without network")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller does not answer for this agency")
    public Response prepare(@PathParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file(exchange.prepare(assessment, chosen == null ? language.getLocale() : Texts.language(chosen)));
    }

    @GET
    @Path("workbooks/{id}")
    @Produces(XLSX)
    @Operation(operationId = "downloadKeptWorkbook", summary = "A workbook that came back, as it was kept")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Response kept(@PathParam("id") long id) {
        return file(exchange.kept(id));
    }

    private static Response file(WorkbookExchange.Download file) {
        return Download.kept(file.content(), XLSX, file.name());
    }
}
