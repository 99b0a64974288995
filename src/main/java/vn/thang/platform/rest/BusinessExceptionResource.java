package vn.thang.platform.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Says a refusal of a use case to a caller of the API. */
@Provider
public class BusinessExceptionResource implements ExceptionMapper<BusinessException> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(BusinessException refusal) {
        Response.ResponseBuilder answer = problem(refusal, headers).answer();
        return refusal instanceof BusinessException.TooOften often
                ? answer.header(HttpHeaders.RETRY_AFTER, often.seconds()).build() : answer.build();
    }

    static Problem problem(BusinessException refusal, HttpHeaders headers) {
        return Problem.of(refusal.status(),
                Texts.text(Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                        refusal.key(), refusal.arguments()));
    }
}
