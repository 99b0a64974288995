package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence for an objection, taken back; it is attached where the objection is written. */
@Path("")
@RequestScoped
@Tag(name = "assessments")
public class ObjectionEvidenceResource {

    @Inject
    private ObjectionEvidence evidence;

    @DELETE
    @Path("objections/evidence/{id}")
    @Operation(operationId = "removeObjectionEvidence", summary = "Takes evidence for an objection back; it stays in the history")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void remove(@PathParam("id") long id) {
        evidence.remove(id);
    }
}
