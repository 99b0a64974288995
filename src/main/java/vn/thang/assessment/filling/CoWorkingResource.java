package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form says which question somebody has before them, and hears who else is there. */
@Path("assessments/{assessment}/criteria/{criterion}/presence")
@RequestScoped
@Tag(name = "assessments")
public class CoWorkingResource {

    @Inject
    private CoWorking coWorking;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says that the caller has the question before them; answers who else is in the form (name, criterion)")
    public JsonArray here(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion) {
        JsonArrayBuilder others = Json.createArrayBuilder();
        coWorking.here(assessment, criterion).forEach(one -> others.add(Json.createObjectBuilder().add("name", one.name())
                .add("criterion", one.criterion())));
        return others.build();
    }
}
