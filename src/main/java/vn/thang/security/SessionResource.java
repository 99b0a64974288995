package vn.thang.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.thang.platform.BusinessException;

/** Keeps the session of a person at work alive. */
@Path("session")
@RequestScoped
public class SessionResource {

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Prolongs the session of the person who is signed in")
    @APIResponse(responseCode = "204", description = "Prolonged")
    @APIResponse(responseCode = "401", description = "There is no session any more")
    public Response goOn() {
        if (!caller.isSignedIn()) {
            throw new BusinessException.Forbidden(BusinessException.Forbidden.SIGN_IN);
        }
        return Response.noContent().build();
    }
}
