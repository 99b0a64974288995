package vn.thang.security.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.SecurityEvent;
import vn.thang.security.session.SessionFilter.OwnCookie;

/** Keeps the session of a person at work alive, and ends it from any page, an error page too. */
@Path("session")
@RequestScoped
@Tag(name = "session")
public class SessionResource {

    @Inject
    private Caller caller;

    @Inject
    private SignedInSession signedIn;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Event<SecurityEvent> events;

    @GET
    @Operation(operationId = "prolongSession", summary = "Prolongs the session of the person who is signed in")
    @APIResponse(responseCode = "204", description = "Prolonged")
    @APIResponse(responseCode = "401", description = "There is no session any more")
    public Response goOn() {
        if (!caller.isSignedIn()) {
            throw new BusinessException.Forbidden(BusinessException.Forbidden.SIGN_IN);
        }
        return Response.noContent().build();
    }

    @POST
    @Path("end")
    @Operation(operationId = "endSession", summary = "Signs the person out and leads to the sign-in page")
    @APIResponse(responseCode = "303", description = "Signed out")
    public Response end(@Context HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String way = session == null ? null : signedIn.way();
        String key = OwnCookie.KEY.of(request);
        if (key != null) {
            sessions.leave(Sha256.hex(key)); // first, so that no request beside this one takes it up again
        }
        if (session != null) {
            if (caller.isSignedIn()) {
                events.fire(new SecurityEvent.SignedOut(caller.personId()));
            }
            session.invalidate();
        }
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", request.getContextPath() + "/login.xhtml?bye=1"
                        + (way == null ? "" : "&way=" + way))
                .build();
    }
}
