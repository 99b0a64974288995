package vn.thang.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.rest.Download;
import vn.thang.platform.rest.HashedContent;
import vn.thang.platform.work.WorkFile;

/** Hands over the file that long work has made. */
@Path("work/{work}/file")
@RequestScoped
@Tag(name = "work")
public class WorkResource {

    @Inject
    private WorkReading reading;

    /** @param work number of the work */
    @GET
    @Operation(operationId = "downloadWorkFile", summary = "The file that work has made, for whoever started it")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller has no longer the rights under which it was made")
    @APIResponse(responseCode = "404", description = "There is none that the caller has started")
    public Response file(@PathParam("work") long work) {
        WorkFile file = reading.file(work);
        return Download.kept(new HashedContent(file.content()::to, file.sha256()), file.mediaType(), file.name());
    }
}
