package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.assessment.answer.Place;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;

/** Evidence: attached to a level of a criterion, opened by those who see the answer, taken back. */
@Path("")
@RequestScoped
@Tag(name = "assessments")
public class EvidenceResource {

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private Language language;

    /** @param name of the file; its content decides what it is */
    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Attaches a file, sent as the body, to a level of a criterion")
    @APIResponse(responseCode = "200", description = "Attached, or recognised as attached already: new says which")
    @APIResponse(responseCode = "400", description = "The file is not accepted, and why")
    public JsonObject file(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @PathParam("level") int level, @QueryParam("name") String name, InputStream body) throws IOException {
        byte[] content = body.readNBytes(Math.toIntExact(evidence.mostBytes() + 1));
        return attached(evidence.attachFile(new Place(assessment, criterion, level), name, content));
    }

    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Attaches a link (title, url) to a level of a criterion")
    public JsonObject link(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion,
            @PathParam("level") int level, JsonObject body) {
        try {
            return attached(evidence.attachLink(new Place(assessment, criterion, level),
                    body.getString("title", null), body.getString("url", null)));
        } catch (NullPointerException e) {
            throw new BusinessException("assessment.request");
        }
    }

    @POST
    @Path("assessments/{assessment}/criteria/{criterion}/levels/{level}/known/{evidence}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Uses evidence again that the agency attached elsewhere, in this round or an earlier one")
    public JsonObject again(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion, @PathParam("level") int level,
            @PathParam("evidence") long known) {
        return attached(evidence.attachAgain(new Place(assessment, criterion, level), known));
    }

    @GET
    @Path("assessments/{assessment}/criteria/{criterion}/known")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Evidence that the agency has attached before, each content once, the newest first", description = "words: part of the title")
    public JsonArray known(@PathParam("assessment") long assessment, @PathParam("criterion") String criterion, @QueryParam("words") String words) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        evidence.known(assessment, criterion, words).forEach(item -> list.add(Json.createObjectBuilder().add("id", item.id())
                .add("title", item.title()).add("more", language.text("evidence.known.more", item.roundName(), item.criterion(), item.uses()))
                .add("until", item.validUntil() == null ? "" : language.text("evidence.until", language.day(item.validUntil())))));
        return list.build();
    }

    /** @param name of the file; its content decides what it is */
    @PUT
    @Path("evidence/{id}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a newer version of a file, sent as the body, in its place; both are kept")
    public JsonObject renew(@PathParam("id") long id, @QueryParam("name") String name, InputStream body) throws IOException {
        evidence.renew(id, name, body.readNBytes(Math.toIntExact(evidence.mostBytes() + 1)));
        return said("evidence.renewed");
    }

    @PUT
    @Path("evidence/{id}/days")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says from which day (from) evidence holds, and until which (until); empty for open ends")
    public JsonObject hold(@PathParam("id") long id, JsonObject body) {
        try {
            evidence.hold(id, day(body, "from"), day(body, "until"));
        } catch (DateTimeParseException | ClassCastException | NullPointerException e) {
            throw new BusinessException("assessment.request");
        }
        return said("evidence.days-saved");
    }

    private static LocalDate day(JsonObject body, String name) {
        String day = body.getString(name, "");
        return day.isBlank() ? null : LocalDate.parse(day);
    }

    private JsonObject said(String key) {
        return Json.createObjectBuilder().add("said", language.text(key)).build();
    }

    private JsonObject attached(boolean isNew) {
        return Json.createObjectBuilder().add("new", isNew)
                .add("said", language.text(isNew ? "evidence.attached" : "evidence.there-already")).build();
    }

    @DELETE
    @Path("evidence/{id}")
    @Operation(summary = "Takes evidence back; it stays in the history")
    public void remove(@PathParam("id") long id) {
        evidence.remove(id);
    }

    @GET
    @Path("evidence/{id}")
    @Operation(summary = "The file, for those who see the answer it belongs to")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Response download(@PathParam("id") long id) {
        EvidenceKeeping.Download file = evidence.download(id);
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }
}
