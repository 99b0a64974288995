package vn.thang.catalog.scoring;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;

/** Scores answers by a model without storing anything; open to everybody, within limits. */
@Path("scorings")
@Tag(name = "scorings")
public class ScoringsResource {

    static final int LARGEST_BODY = 1 << 20;

    @Inject
    private Catalog catalog;

    @Inject
    private ScoringsLimit limit;

    @Inject
    private PathSearch search;

    /**
     * The body as the document of the API tells it; it is read by hand, so that every fault can be told with its place.
     */
    @Schema(name = "ScoringRequest", requiredProperties = {"model", "answers"})
    public record ScoringBody(
            @Schema(description = "Name of a known model, such as vn-dgm/1.0, or a model as the files of models write it", oneOf = {
                    String.class, Map.class}, examples = "\"vn-dgm/1.0\"") Object model,
            @Schema(description = "A level, an option, or nothing for exempt, by the code of the criterion", examples = "{\"GOV.1\": 3, \"GOV.2\": 2}") Map<String, Object> answers,
            @Schema(description = "Level to find a path to; left out: the one above the level that is reached", examples = "3", minimum = "1", maximum = "7") Integer targetLevel){
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "score", summary = "Scores answers by a known model or one sent along; nothing is stored", description = "At most 1 MiB, 2,000 criteria and 6 levels of dimensions and criteria.")
    @APIResponse(responseCode = "200", description = "Levels, exact indices, shares, what the next level lacks, and the least effort to a level", content = @Content(schema = @Schema(ref = "Scoring")))
    @APIResponse(responseCode = "400", description = "The request is faulty: every problem with its place")
    @APIResponse(responseCode = "413", description = "The request is too large")
    @APIResponse(responseCode = "429", description = "Too many requests from this address: Retry-After says how long to wait")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ScoringRequest")))
    public Response score(InputStream body, @Context HttpServletRequest request, @Context HttpHeaders headers)
            throws IOException {
        Locale locale = Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        long wait = limit.secondsToWait(request.getRemoteAddr());
        if (wait > 0) {
            Response refused = problem(429, locale, "scorings.too-many-requests", List.of(), String.valueOf(wait));
            return Response.fromResponse(refused).header(HttpHeaders.RETRY_AFTER, wait).build();
        }
        byte[] content = body.readNBytes(LARGEST_BODY + 1);
        if (content.length > LARGEST_BODY) {
            return problem(413, locale, "scorings.body-too-large", List.of(), String.valueOf(LARGEST_BODY));
        }
        try {
            return Response.ok(ScoringResponse.of(ScoringRequest.read(content, catalog, locale), search)).build();
        } catch (RequestRefused refused) {
            return problem(400, locale, refused.key(), refused.problems());
        }
    }

    private static Response problem(int status, Locale locale, String key, List<Problem.Fault> problems,
            Object... arguments) {
        return Problem.of(status, Texts.text(locale, key, arguments), problems).answer().build();
    }
}
