package vn.thang.catalog;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.thang.platform.Problem;
import vn.thang.platform.Texts;

/** Scores answers by a model without storing anything; open to everybody, within limits. */
@Path("scorings")
public class ScoringsResource {

    static final int LARGEST_BODY = 1 << 20;

    @Inject
    private Catalog catalog;

    @Inject
    private ScoringsLimit limit;

    @Inject
    private PathSearch search;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Scores answers by a known model or one sent along; nothing is stored",
            description = "At most 1 MiB, 2,000 criteria and 6 levels of dimensions and criteria.")
    @APIResponse(responseCode = "200", description = "Levels, exact indices, shares, what the next level lacks, and the least effort to a level")
    @APIResponse(responseCode = "400", description = "The request is faulty: every problem with its place")
    @APIResponse(responseCode = "413", description = "The request is too large")
    @APIResponse(responseCode = "429", description = "Too many requests from this address: Retry-After says how long to wait")
    public Response score(InputStream body, @Context HttpServletRequest request, @Context HttpHeaders headers)
            throws IOException {
        Locale locale = language(headers.getAcceptableLanguages());
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
            return Response.ok(ScoringResponse.of(ScoringRequest.read(content, catalog, locale), search).toString()).build();
        } catch (RequestRefused refused) {
            return problem(400, locale, refused.key(), refused.problems());
        }
    }

    /** The first language that the caller accepts and the application speaks; Vietnamese otherwise. */
    static Locale language(List<Locale> accepted) {
        return accepted.stream()
                .filter(locale -> Texts.language(locale.getLanguage()).getLanguage().equals(locale.getLanguage()))
                .findFirst().orElse(Texts.LANGUAGES.get(0));
    }

    private static Response problem(int status, Locale locale, String key, List<Problem.Fault> problems,
            Object... arguments) {
        String title = Response.Status.fromStatusCode(status).getReasonPhrase();
        return Problem.of(status, title, Texts.text(locale, key, arguments), problems);
    }
}
