package vn.thang.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Sha256;
import vn.thang.platform.TrailLine;
import vn.thang.platform.rest.HashedContent;

/** Tells the trail of every file that somebody takes by the API; whoever takes a list is told of by its use case, with its rows. */
@Provider
@ApplicationScoped
public class DownloadFilter implements ContainerResponseFilter {

    private static final String LISTS = "lists/";

    @Inject
    private Event<AuditEvent> events;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String disposition = response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        if (disposition == null || response.getStatus() != Response.Status.OK.getStatusCode()
                || !request.getMethod().equals(HttpMethod.GET) || path.startsWith(LISTS)) {
            return;
        }
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String chosen = parameters(query, false);
        events.fire(new AuditEvent.FileDownloaded(chosen.isEmpty() ? path : path + "?" + chosen,
                parameters(query, true), disposition.replaceFirst("^.*filename\\*?=", ""),
                hash(response.getEntity())));
    }

    /** Those parameters that people write themselves, or the others. */
    private static String parameters(String query, boolean typed) {
        return query == null ? "" : Stream.of(query.split("&"))
                .filter(one -> TrailLine.TYPED.contains(one.split("=", 2)[0]) == typed)
                .collect(Collectors.joining("&"));
    }

    private static String hash(Object entity) {
        return switch (entity) {
            case byte[] content -> Sha256.hex(content);
            case HashedContent content -> content.sha256();
            default -> null;
        };
    }
}
