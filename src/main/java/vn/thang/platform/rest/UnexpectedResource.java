package vn.thang.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import vn.thang.platform.HungUp;
import vn.thang.platform.Incident;
import vn.thang.platform.Refusal;
import vn.thang.platform.Texts;

/** Says every other refusal to a caller of the API: what the platform refuses by itself, and the unexpected. */
@Provider
public class UnexpectedResource implements ExceptionMapper<Throwable> {

    private static final Set<Integer> EXPLAINED = Set.of(400, 404, 405, 406, 415);

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (HungUp.is(thrown)) {
            HungUp.log(request.getMethod() + " " + request.getRequestURI());
            return problem(400, locale()).answer().build(); // nobody hears it; without a body it would ask for a page
        }
        if (thrown instanceof WebApplicationException refusal && refusal.getResponse().getStatus() < 500) {
            Response answer = refusal.getResponse();
            return answer.getStatus() < 400 ? answer : refused(answer);
        }
        return Refusal.in(thrown).map(refusal -> BusinessExceptionResource.problem(refusal, headers).answer().build())
                .orElseGet(() -> failed(thrown));
    }

    /** With the headers that the platform wants to be there, such as the methods that are allowed. */
    private Response refused(Response refused) {
        Response.ResponseBuilder answer = problem(refused.getStatus(), locale()).answer();
        refused.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }

    private Response failed(Throwable thrown) {
        String incident = Incident.log(request.getMethod() + " " + request.getRequestURI(), request.getRemoteUser(),
                thrown);
        return failure(500, incident, locale()).answer().build();
    }

    private Locale locale() {
        return Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public static Problem problem(int status, Locale locale) {
        return Problem.of(status, EXPLAINED.contains(status) ? Texts.text(locale, "api." + status)
                : Texts.text(locale, "api.other", status));
    }

    public static Problem failure(int status, String incident, Locale locale) {
        return Problem.of(status, Texts.text(locale, "api.500", incident)).with(incident);
    }
}
