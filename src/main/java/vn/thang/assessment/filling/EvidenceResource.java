package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.Said;
import vn.thang.platform.rest.Download;

/** Evidence: attached to a level of a criterion, opened by those who see the answer, taken back. */
@Path("")
@RequestScoped
@Tag(name = "assessments")
public class EvidenceResource {

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})?";

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private EvidenceOpening opening;

    @Inject
    private Language language;

    /** The body of a link. */
    @Schema(name = "LinkToAttach", requiredProperties = "url")
    public record LinkToAttach(@Schema(examples = "Decision 12 on data") String title,
            @Schema(examples = "https://example.gov.vn/decision-12") String url) {
    }

    /** The body of the days between which evidence holds. */
    @Schema(name = "DaysOfEvidence", description = "Empty or left out for open ends")
    public record Days(
            @Schema(description = "The first day", examples = "2026-01-01") @Pattern(regexp = DAY, message = "api.day") String from,
            @Schema(description = "The last day", examples = "2027-12-31") @Pattern(regexp = DAY, message = "api.day") String until) {

        LocalDate first() {
            return day(from);
        }

        LocalDate last() {
            return day(until);
        }

        private static LocalDate day(String day) {
            try {
                return day == null || day.isEmpty() ? null : LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                throw new BusinessException("api.day");
            }
        }
    }

    /** Whether something new was attached. */
    @Schema(name = "Attached", requiredProperties = {"new", "said"})
    public record Attached(
            @Schema(name = "new", description = "Whether it was not there before") @JsonbProperty("new") boolean added,
            @Schema(description = "The same as a sentence", examples = "Attached.") String said) {
    }

    /** Evidence that the agency has attached before. */
    @Schema(name = "KnownEvidence", requiredProperties = {"id", "title", "more", "until"})
    public record Known(@Schema(examples = "7321") long id, @Schema(examples = "Decision 12.pdf") String title,
            @Schema(description = "Round, criterion and how often it was used, as a sentence", examples = "Round 2025, GOV.1, used once") String more,
            @Schema(description = "Until when it holds, as a sentence; empty for ever", examples = "until 31/12/2027") String until) {
    }

    /** @param name of the file; its content decides what it is */
    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "attachFile", summary = "Attaches a file, sent as the body, to a level of a criterion")
    @APIResponse(responseCode = "200", description = "Attached, or recognised as attached already: new says which", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Attached")))
    @APIResponse(responseCode = "400", description = "The file is not accepted, and why")
    public Attached file(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @PathParam("level") int level, @QueryParam("name") String name, InputStream body) throws IOException {
        byte[] content = body.readNBytes(Math.toIntExact(evidence.mostBytes() + 1));
        return attached(evidence.attachFile(new EvidencePlace(assessment, criterion, level), name, content));
    }

    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "attachLink", summary = "Attaches a link to a level of a criterion")
    @APIResponse(responseCode = "200", description = "Attached, or recognised as attached already", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Attached")))
    public Attached link(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @PathParam("level") int level, @Valid LinkToAttach body) {
        return attached(evidence.attachLink(new EvidencePlace(assessment, criterion, level), body.title(),
                body.url()));
    }

    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/known/{evidence}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "attachAgain", summary = "Uses evidence again that the agency attached elsewhere, in this round or an earlier one")
    @APIResponse(responseCode = "200", description = "Attached, or recognised as attached already", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Attached")))
    public Attached again(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @PathParam("level") int level,
            @PathParam("evidence") long known) {
        return attached(evidence.attachAgain(new EvidencePlace(assessment, criterion, level), known));
    }

    @GET
    @Path("assessments/{assessment}/criteria/{criterion}/known")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listKnownEvidence", summary = "Lists evidence that the agency has attached before, each content once, the newest first", description = "words: part of the title")
    @APIResponse(responseCode = "200", description = "The evidence", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "KnownEvidenceList")))
    public List<Known> known(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @QueryParam("words") String words) {
        return evidence.known(assessment, criterion, words).stream().map(item -> new Known(item.id(), item.title(),
                language.text("evidence.known.more", item.roundName(), item.criterion(), item.uses()),
                item.validUntil() == null ? "" : language.text("evidence.until", language.day(item.validUntil()))))
                .toList();
    }

    /** @param name of the file; its content decides what it is */
    @PUT
    @Path("evidence/{id}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renewFile", summary = "Puts a newer version of a file, sent as the body, in its place; both are kept")
    @APIResponse(responseCode = "200", description = "Renewed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Said")))
    public Said renew(@PathParam("id") long id, @QueryParam("name") String name, InputStream body) throws IOException {
        evidence.renew(id, name, body.readNBytes(Math.toIntExact(evidence.mostBytes() + 1)));
        return said("evidence.renewed");
    }

    @PUT
    @Path("evidence/{id}/days")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setDaysOfEvidence", summary = "Says from which day evidence holds, and until which")
    @APIResponse(responseCode = "200", description = "Kept", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Said")))
    public Said hold(@PathParam("id") long id, @Valid Days body) {
        evidence.hold(id, body.first(), body.last());
        return said("evidence.days-saved");
    }

    private Said said(String key) {
        return new Said(language.text(key));
    }

    private Attached attached(boolean isNew) {
        return new Attached(isNew, language.text(isNew ? "evidence.attached" : "evidence.there-already"));
    }

    @DELETE
    @Path("evidence/{id}")
    @Operation(operationId = "removeEvidence", summary = "Takes evidence back; it stays in the history")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void remove(@PathParam("id") long id) {
        evidence.remove(id);
    }

    @GET
    @Path("evidence/{id}")
    @Operation(operationId = "downloadEvidence", summary = "Hands out the file to those who see the answer it belongs to")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Response download(@PathParam("id") long id) {
        EvidenceOpening.File file = opening.open(id);
        return Download.kept(file.content(), file.mediaType(), file.name());
    }
}
