package vn.thang.assessment.reply;

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

/** The minutes of the panel as a document that can be filed. */
@Path("assessments/{assessment}/minutes.pdf")
@RequestScoped
@Tag(name = "assessments")
public class MinutesResource {

    private static final String PDF = "application/pdf";

    @Inject
    private PanelMinutes minutes;

    @Inject
    private Language language;

    /** @param chosen language, where it is not that of the session */
    @GET
    @Produces(PDF)
    @Operation(operationId = "downloadMinutes", summary = "Minutes of the panel on an agency's objections, as PDF/A-2a that screen readers understand")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "The panel has not ended the case")
    @APIResponse(responseCode = "403", description = "The caller does not see this agency")
    public Response minutes(@PathParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        PanelMinutes.Download file = minutes.document(assessment,
                chosen == null ? language.getLocale() : Texts.language(chosen));
        return Download.shown(file.content(), PDF, file.name());
    }
}
