package vn.thang.platform;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/** Says a refusal of a use case to a caller of the API. */
@Provider
public class BusinessExceptionResource implements ExceptionMapper<BusinessException> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(BusinessException refusal) {
        Locale locale = Texts.language(headers.getAcceptableLanguages().get(0).getLanguage());
        int status = status(refusal);
        return Problem.of(status, Response.Status.fromStatusCode(status).getReasonPhrase(),
                Texts.text(locale, refusal.key(), refusal.arguments()), List.of());
    }

    private static int status(BusinessException refusal) {
        if (refusal instanceof BusinessException.NotFound) {
            return 404;
        }
        if (refusal instanceof BusinessException.Forbidden) {
            return refusal.key().equals(BusinessException.Forbidden.SIGN_IN) ? 401 : 403;
        }
        return refusal instanceof BusinessException.Conflict ? 409 : 400;
    }
}
