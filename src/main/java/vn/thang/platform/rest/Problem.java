package vn.thang.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error answer of the API (RFC 9457).
 *
 * @param incident the id under which the log tells more of the unexpected; null for every other refusal
 * @param problems the single faults of a request; null where there are none to tell
 */
@JsonbPropertyOrder({"type", "status", "title", "detail", "incident", "problems"})
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457)", requiredProperties = {"type", "status",
        "title", "detail"})
public record Problem(
        @Schema(description = "Always about:blank: the status says which kind it is", examples = "about:blank") String type,
        @Schema(description = "The status of HTTP", examples = "404") int status,
        @Schema(description = "The name of the status", examples = "Not Found") String title,
        @Schema(description = "What is wrong, in the language of the caller", examples = "There is no such assessment.") String detail,
        @Schema(description = "Of an unexpected failure: the id under which the log tells more", examples = "5f0c1f52-8d1e") String incident,
        @Schema(description = "The single faults of the request, where there are several places") List<Fault> problems) {

    public static final String TYPE = "application/problem+json";

    /** One fault of a request: where (a JSON pointer) and what. */
    @Schema(name = "Fault", description = "One fault of a request", requiredProperties = {"pointer", "detail"})
    public record Fault(
            @Schema(description = "Where it stands in the body (a JSON pointer)", examples = "/value") String pointer,
            @Schema(description = "What is wrong there", examples = "This must not be missing.") String detail) {
    }

    /** A problem without single faults and without an incident. */
    public static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    public static Problem of(int status, String detail, List<Fault> faults) {
        return new Problem("about:blank", status, title(status), detail, null, faults.isEmpty() ? null : faults);
    }

    /** Returns the problem with the incident that the log tells of. */
    public Problem with(String incident) {
        return new Problem(type, status, title, detail, incident, problems);
    }

    /** The answer of the API that says it. */
    public Response.ResponseBuilder answer() {
        return Response.status(status).type(TYPE).entity(this);
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "HTTP " + status;
    }
}
