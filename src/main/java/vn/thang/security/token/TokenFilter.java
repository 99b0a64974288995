package vn.thang.security.token;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;

/** Lets programs in that call the API with the token of a person; a token that is there counts, whatever session is there too. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    private static final String BEARER = "bearer ";

    @Inject
    private TokenSignIn door;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        ReadByToken read = resource.getResourceMethod().getAnnotation(ReadByToken.class);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                || read == null && !token(header).startsWith(OwnTokens.BEGINNING)) {
            return; // a session, nobody, or the token of a source, which its own resource takes
        }
        try {
            door.enter(token(header), read == null ? null : read.value());
        } catch (BusinessException.TooOften often) {
            request.abortWith(answer(request, often).header(HttpHeaders.RETRY_AFTER, often.seconds()).build());
        } catch (BusinessException refusal) {
            Response.ResponseBuilder answer = answer(request, refusal);
            request.abortWith(refusal.status() == Response.Status.UNAUTHORIZED.getStatusCode()
                    ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"").build()
                    : answer.build());
        }
    }

    private static String token(String header) {
        return header.substring(BEARER.length()).strip();
    }

    private static Response.ResponseBuilder answer(ContainerRequestContext request, BusinessException refusal) {
        return Problem.of(refusal.status(),
                Texts.text(Texts.accepted(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), refusal.key(),
                        refusal.arguments()))
                .answer();
    }
}
