package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form says which question somebody has before them, and hears who else is there. */
@Path("assessments/{assessment}/criteria/{criterion}/presence")
@RequestScoped
@Tag(name = "assessments")
public class CoWorkingResource {

    @Inject
    private CoWorking coWorking;

    /** Somebody else in the form. */
    @Schema(name = "Colleague", requiredProperties = {"name", "criterion"})
    public record Present(@Schema(examples = "Nguyễn Văn A") String name,
            @Schema(description = "The question before them", examples = "GOV.1") String criterion) {
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "sayPresence", summary = "Says that the caller has the question before them, and answers who else is in the form")
    @APIResponse(responseCode = "200", description = "The others in the form", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ColleagueList")))
    public List<Present> here(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion) {
        return coWorking.here(assessment, criterion).stream().map(one -> new Present(one.name(), one.criterion()))
                .toList();
    }
}
