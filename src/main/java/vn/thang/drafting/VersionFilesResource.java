package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.rest.Download;

/** Published versions as files, with which another version begins. */
@Path("versions/{name}/{version}")
@RequestScoped
@Tag(name = "models")
public class VersionFilesResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";

    @Inject
    private Drafting drafting;

    @Inject
    private Language language;

    @GET
    @Path("form.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadVersionForm", summary = "A published version of a model or of the programme as a workbook: structure and words on sheets")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller does not administer the country")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response form(@PathParam("name") String name, @PathParam("version") String version) {
        return Download.kept(drafting.form(name + "/" + version, language.getLocale()), XLSX,
                name + "-" + version + ".xlsx");
    }

    @GET
    @Path("files.zip")
    @Produces(ZIP)
    @Operation(operationId = "downloadVersionFiles", summary = "The files of a published version of a model or of the programme")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller does not administer the country")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response files(@PathParam("name") String name, @PathParam("version") String version) {
        return Download.kept(drafting.archive(name + "/" + version), ZIP, name + "-" + version + ".zip");
    }
}
