package vn.thang.report.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import vn.thang.report.form.FormKind;
import vn.thang.report.form.FormPackage;

/** Templates of forms: one to begin with for each report, and each version as it was uploaded. */
@Path("report-forms")
@RequestScoped
@Tag(name = "reports")
public class FormsResource {

    @Inject
    private FormDesign design;

    @Inject
    private Language language;

    @GET
    @Path("samples/{report}.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(operationId = "downloadFormSheet", summary = "Workbook with the marks of a report, to design a form from")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response sheet(@PathParam("report") String report, @QueryParam("lang") String chosen) {
        return sample(report, FormKind.XLSX, chosen);
    }

    @GET
    @Path("samples/{report}.docx")
    @Produces("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    @Operation(operationId = "downloadFormDocument", summary = "Document with the marks of a report, to design a form from")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(@PathParam("report") String report, @QueryParam("lang") String chosen) {
        return sample(report, FormKind.DOCX, chosen);
    }

    private Response sample(String report, FormKind kind, String chosen) {
        byte[] file = design.sample(report, kind, chosen == null ? language.getLocale() : Texts.language(chosen));
        return Download.kept(file, kind.mediaType(),
                "thang-mau-" + report.replaceAll("[^a-z-]", "") + "." + kind.ending());
    }

    @GET
    @Path("versions/{version}/template")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadFormTemplate", summary = "Template of a version of a form as it was uploaded")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response template(@PathParam("version") long version) {
        FormPackage.Template template = design.template(version);
        return Download.kept(template.content(), MediaType.APPLICATION_OCTET_STREAM,
                "thang-mau-" + version + "." + template.kind().ending());
    }
}
