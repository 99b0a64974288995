package vn.thang.sampling;

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

/** The working paper of an audit sample as a document that can be filed. */
@Path("audit-samples/{sample}/paper.pdf")
@RequestScoped
@Tag(name = "verification")
public class WorkingPaperResource {

    private static final String PDF = "application/pdf";

    @Inject
    private AuditSampling sampling;

    @Inject
    private Language language;

    /** @param chosen language, where it is not that of the session */
    @GET
    @Produces(PDF)
    @Operation(operationId = "downloadWorkingPaper", summary = "Working paper of an audit sample, as PDF/A-2a that screen readers understand")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller may not take numbers of these agencies away")
    @APIResponse(responseCode = "404", description = "There is no such sample")
    public Response paper(@PathParam("sample") long sample, @QueryParam("lang") String chosen) {
        byte[] paper = sampling.paper(sample, chosen == null ? language.getLocale() : Texts.language(chosen));
        return Download.shown(paper, PDF, "mau-kiem-toan-" + sample + ".pdf");
    }
}
