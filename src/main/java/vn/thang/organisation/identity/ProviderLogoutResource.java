package vn.thang.organisation.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a provider of identities says that somebody has signed out there: OpenID Connect Back-Channel Logout 1.0. */
@Path("openid/{provider}/logout")
@RequestScoped
@Tag(name = "session")
public class ProviderLogoutResource {

    @Inject
    private ProviderLogout logout;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "endSessionsOfProvider", summary = "Ends the sessions that began by an account at a provider, as the logout token of the provider says", description = "For the provider of identities alone, which shows by its signature who it is.")
    @APIResponse(responseCode = "200", description = "Ended")
    @APIResponse(responseCode = "400", description = "The token does not hold")
    public Response end(@PathParam("provider") String provider, Form form) {
        logout.end(provider, form.asMap().getFirst("logout_token"));
        return Response.ok().build();
    }
}
