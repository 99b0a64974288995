package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.StandingWords;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Standing;
import vn.thang.catalog.Catalog;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Counted;
import vn.thang.core.scoring.Inputs;
import vn.thang.platform.Language;
import vn.thang.platform.Said;
import vn.thang.platform.rest.Problem;

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
    private Catalog catalog;

    @Inject
    private Language language;

    /** The body of an answer to be stored. */
    @Schema(name = "AnswerToStore", description = "An answer as a whole: what is left out is empty")
    public record AnswerToStore(
            @Schema(description = "A level of the model, or an option; nothing while undecided", examples = "3", nullable = true) String value,
            @Schema(description = "Of at most 4,000 characters", examples = "Register of data, approved in March", nullable = true) String comment,
            @Schema(description = "Version of the answer that the person had before them; 0 for none", examples = "0") @PositiveOrZero(message = "api.range") int version) {
    }

    /** The body of an answer to be taken over. */
    @Schema(name = "AnswerToCarry", requiredProperties = "origin")
    public record AnswerToCarry(
            @Schema(description = "LAST: of the last round; ABOVE: offered by the agency above", examples = "LAST") @NotBlank(message = "api.required") String origin,
            @Schema(description = "Version of the answer that the person had before them; 0 for none", examples = "0") @PositiveOrZero(message = "api.range") int version) {
    }

    /** An answer as it is stored. */
    @JsonbNillable
    @Schema(name = "StoredAnswer", requiredProperties = {"version", "hour", "at", "value", "comment", "by"})
    public record StoredAnswer(
            @Schema(description = "Counts the changes", examples = "4") int version,
            @Schema(description = "Time of day of the change", examples = "09:30") String hour,
            @Schema(description = "Day and time of the change, as the language writes them", examples = "09:30 02/03/2026") String at,
            @Schema(description = "A level of the model, or an option; nothing while undecided", examples = "3", nullable = true) String value,
            @Schema(examples = "Register of data, approved in March", nullable = true) String comment,
            @Schema(description = "Who gave it", examples = "Nguyễn Văn A", nullable = true) String by) {
    }

    /** How far one dimension has come. */
    @Schema(name = "DimensionStanding", requiredProperties = {"dimension", "answered", "applicable", "level"})
    public record DimensionStanding(
            @Schema(examples = "GOV") String dimension, @Schema(examples = "4") int answered,
            @Schema(examples = "6") int applicable,
            @Schema(description = "Of the official column", examples = "2") int level) {
    }

    /**
     * The stored answer, and where the assessment stands with it.
     *
     * @param answer a {@link StoredAnswer}; JSON-B writes null for a component of that type as nothing at all
     */
    @JsonbNillable
    @Schema(name = "SavedAnswer", requiredProperties = {"answer", "answered", "applicable", "level", "declared",
            "progress", "next", "parts", "counted", "cause", "why"})
    public record SavedAnswer(
            @Schema(description = "Nothing where the question stays unanswered", implementation = StoredAnswer.class, nullable = true) Object answer,
            @Schema(description = "Questions that are answered", examples = "40") int answered,
            @Schema(description = "Questions that the agency has to answer", examples = "43") int applicable,
            @Schema(description = "Level of the official column", examples = "2") int level,
            @Schema(description = "Level that the answers alone would give", examples = "3") int declared,
            @Schema(description = "Both numbers as a sentence", examples = "40 of 43 questions answered") String progress,
            @Schema(description = "The least effort to the next level, as a sentence", examples = "Level 3 takes 2 steps") String next,
            List<DimensionStanding> parts,
            @Schema(description = "The answer that counts officially now: a level of the model, or an option; nothing"
                    + " where none counts", examples = "2", nullable = true) String counted,
            @Schema(description = "Why it counts: declared, evidence-missing, evidence-expired, reading-cap,"
                    + " reading-replace, reviewer, panel or exempt", examples = "evidence-missing", nullable = true) String cause,
            @Schema(description = "The cause as a sentence; empty where the declared answer counts", examples = "Level 2 counts (declared: Level 3): evidence for level 3 is missing.") String why) {
    }

    /** The refusal to store an answer over a newer one. */
    @JsonbNillable
    @Schema(name = "AnswerConflict", description = "A problem that also holds the newer answer", requiredProperties = {
            "type", "status", "title", "detail", "newer"})
    public record NewerAnswer(
            @Schema(examples = "about:blank") String type, @Schema(examples = "409") int status,
            @Schema(examples = "Conflict") String title,
            @Schema(examples = "Somebody else has answered since.") String detail, StoredAnswer newer) {
    }

    @PUT
    @Path("{criterion}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "storeAnswer", summary = "Stores the answer to a criterion")
    @APIResponse(responseCode = "200", description = "The answer that is stored now, and where the assessment stands with it", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SavedAnswer")))
    @APIResponse(responseCode = "409", description = "Somebody else has answered since: newer holds their answer; nothing was changed", content = @Content(mediaType = Problem.TYPE, schema = @Schema(ref = "AnswerConflict")))
    public Response answer(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @Valid AnswerToStore body) {
        try {
            return Response.ok(saved(criterion, workflow.answer(assessment,
                    new AssessmentWorkflow.Draft(criterion, body.value(), body.comment(), body.version())))).build();
        } catch (AnswerConflict conflict) {
            Problem problem = Problem.of(conflict.status(), language.text(conflict));
            return Response.status(conflict.status()).type(Problem.TYPE)
                    .entity(new NewerAnswer(problem.type(), problem.status(),
                            problem.title(), problem.detail(), stored(conflict.newer())))
                    .build();
        }
    }

    @GET
    @Path("{criterion}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAnswerHistory", summary = "Lists what was answered to a criterion over time, the newest first")
    @APIResponse(responseCode = "200", description = "Every answer that was stored", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoredAnswerList")))
    public List<StoredAnswer> history(@PathParam("assessment") long assessment,
            @PathParam("criterion") String criterion) {
        return scores.history(assessment, criterion).stream().map(this::stored).toList();
    }

    @POST
    @Path("{criterion}/carried")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "carryAnswer", summary = "Takes an answer over, with its evidence")
    @APIResponse(responseCode = "200", description = "Taken over", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Said")))
    @APIResponse(responseCode = "409", description = "Somebody else has answered since; nothing was changed")
    public Said carry(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @Valid AnswerToCarry body) {
        carryOver.take(assessment, body.origin(), criterion, body.version());
        return new Said(language.text("carry.taken", 1));
    }

    private SavedAnswer saved(String criterion, AssessmentWorkflow.Saved saved) {
        Standing standing = saved.standing();
        ScoredAssessment scored = saved.scored();
        Optional<Counted> counted = Inputs.of(scored.criterion(criterion), scored.inputs().get(criterion),
                Column.OFFICIAL);
        return new SavedAnswer(saved.answer() == null ? null : stored(saved.answer()), standing.answered(),
                standing.applicable(),
                standing.level(), standing.declared(),
                language.text("assessment.progress", standing.answered(), standing.applicable()),
                StandingWords.next(standing, language.getLocale()),
                standing.parts().stream().map(part -> new DimensionStanding(part.dimension(), part.answered(),
                        part.applicable(), part.level()))
                        .toList(),
                counted.map(Counted::answer).filter(answer -> !answer.exempt()).map(Answer::written)
                        .orElse(null),
                counted.map(one -> one.cause().code()).orElse(null),
                CountedWords.why(scored, criterion, catalog.texts(scored.model().ref(), language.getLocale()),
                        language.getLocale()));
    }

    private StoredAnswer stored(GivenAnswer answer) {
        return new StoredAnswer(answer.version(), language.hour(answer.answeredAt()),
                language.moment(answer.answeredAt()), answer.value(),
                answer.comment(), answer.answeredBy());
    }
}
