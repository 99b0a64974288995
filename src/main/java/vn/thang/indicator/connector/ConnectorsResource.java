package vn.thang.indicator.connector;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.rest.Download;

/** What other systems answered to connectors. */
@Path("connectors")
@Tag(name = "connectors")
public class ConnectorsResource {

    private static final String ZIP = "application/zip";

    @Inject
    private ConnectorAdministration administration;

    /** Never shown by the browser itself: it is what another system wrote. */
    @GET
    @Path("runs/{run}/answers.zip")
    @Produces(ZIP)
    @Operation(operationId = "downloadRawAnswers", summary = "The raw answers of a run, with their hashes; for administrators")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response answers(@PathParam("run") long run) {
        RawAnswers answers = administration.answers(run);
        StreamingOutput stream = answers::write;
        return Download.kept(stream, ZIP, answers.file());
    }
}
