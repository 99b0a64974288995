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
import vn.thang.platform.Sha256;

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
        events.fire(new AuditEvent.FileDownloaded(query == null ? path : path + "?" + query,
                disposition.replaceFirst("^.*filename\\*?=", ""),
                response.getEntity() instanceof byte[] content ? Sha256.hex(content) : null));
    }
}
