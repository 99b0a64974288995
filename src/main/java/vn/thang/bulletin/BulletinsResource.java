package vn.thang.bulletin;

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

/** Monthly bulletins as documents. */
@Path("bulletins")
@RequestScoped
@Tag(name = "reports")
public class BulletinsResource {

    private static final String PDF = "application/pdf";

    @Inject
    private BulletinReading reading;

    @Inject
    private Language language;

    @GET
    @Path("{month}/bulletin.pdf")
    @Produces(PDF)
    @Operation(operationId = "downloadBulletin", summary = "Bulletin of the targets of a month such as 2026-11, as it was made then")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("month") String month, @QueryParam("lang") String chosen) {
        byte[] file = reading.pdf(month, chosen == null ? language.getLocale() : Texts.language(chosen));
        return Download.kept(file, PDF, "thang-ban-tin-" + month.replaceAll("[^0-9-]", "") + ".pdf");
    }
}
