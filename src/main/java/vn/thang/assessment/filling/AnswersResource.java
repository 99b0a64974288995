package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.StandingWords;
import vn.thang.assessment.score.Standing;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.Problem;

/** Answers one question at a time; the form saves through it. */
@Path("assessments/{assessment}/answers")
@RequestScoped
@Tag(name = "assessments")
public class AnswersResource {

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores scores;

    @Inject
    private CarryOver carryOver;

    @Inject
    private Language language;

    @PUT
    @Path("{criterion}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stores the answer to a criterion",
            description = "Body: value (a level \"1\" to \"5\", an option, or null), comment, and version: that of the answer"
                    + " which the person had before them, 0 for none.")
    @APIResponse(responseCode = "200", description = "The version that is stored now, and where the assessment stands with it")
    @APIResponse(responseCode = "409", description = "Somebody else has answered since: newer holds their answer; nothing was changed")
    public Response answer(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion, JsonObject body) {
        try {
            return Response.ok(saved(workflow.answer(assessment, draft(criterion, body))).toString()).build();
        } catch (AnswerConflict conflict) {
            return Response.status(Response.Status.CONFLICT).type(Problem.TYPE).entity(Json.createObjectBuilder()
                    .add("type", "about:blank").add("status", 409).add("title", "Conflict")
                    .add("detail", language.text(conflict)).add("newer", answer(conflict.newer())).build().toString()).build();
        }
    }

    @GET
    @Path("{criterion}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was answered to a criterion over time, the newest first: value, comment, by, at")
    public JsonArray history(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        scores.history(assessment, criterion).forEach(answer -> list.add(answer(answer)));
        return list.build();
    }

    @POST
    @Path("{criterion}/carried")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes an answer over, with its evidence",
            description = "Body: origin (LAST: of the last round, ABOVE: offered by the agency above), and version as for storing an answer")
    @APIResponse(responseCode = "409", description = "Somebody else has answered since; nothing was changed")
    public JsonObject carry(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion, JsonObject body) {
        try {
            carryOver.take(assessment, body.getString("origin"), Set.of(criterion), body.getInt("version", 0));
        } catch (ClassCastException | NullPointerException e) {
            throw new BusinessException("assessment.request");
        }
        return Json.createObjectBuilder().add("said", language.text("carry.taken", 1)).build();
    }

    private static AssessmentWorkflow.Draft draft(String criterion, JsonObject body) {
        try {
            return new AssessmentWorkflow.Draft(criterion, text(body, "value"), text(body, "comment"), body.getInt("version", 0));
        } catch (ClassCastException | NullPointerException e) {
            throw new BusinessException("assessment.request");
        }
    }

    private static String text(JsonObject body, String name) {
        return body.isNull(name) ? null : body.getString(name);
    }

    private JsonObject saved(AssessmentWorkflow.Saved saved) {
        Standing standing = saved.standing();
        JsonArrayBuilder parts = Json.createArrayBuilder();
        standing.parts().forEach(part -> parts.add(Json.createObjectBuilder().add("dimension", part.dimension())
                .add("answered", part.answered()).add("applicable", part.applicable()).add("level", part.level())));
        return Json.createObjectBuilder()
                .add("answer", saved.answer() == null ? JsonValue.NULL : answer(saved.answer()).build())
                .add("answered", standing.answered()).add("applicable", standing.applicable())
                .add("level", standing.level()).add("declared", standing.declared())
                .add("progress", language.text("assessment.progress", standing.answered(), standing.applicable()))
                .add("next", StandingWords.next(standing, language.getLocale()))
                .add("parts", parts).build();
    }

    private JsonObjectBuilder answer(GivenAnswer answer) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("version", answer.version())
                .add("hour", language.hour(answer.answeredAt())).add("at", language.moment(answer.answeredAt()));
        put(json, "value", answer.value());
        put(json, "comment", answer.comment());
        put(json, "by", answer.answeredBy());
        return json;
    }

    private static void put(JsonObjectBuilder json, String name, String value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }
}
