package vn.thang.platform.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;

/**
 * Refuses a JSON body that cannot be read as what the resource takes, or that is not there, with a sentence in place of the
 * reader's exception.
 */
@Provider
public class ReadableBodyFilter implements ReaderInterceptor, ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    /** Readers are not asked for a body that is not there, and the resource would get nothing. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.hasEntity()
                && Stream.of(resource.getResourceMethod().getParameterTypes()).anyMatch(Class::isRecord)) {
            throw new BusinessException("api.body");
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            Object read = body.proceed();
            if (read == null && MediaType.APPLICATION_JSON_TYPE.isCompatible(body.getMediaType())) {
                throw new BusinessException("api.body");
            }
            return read;
        } catch (NoContentException | ProcessingException | JsonException | JsonbException e) {
            throw new BusinessException("api.body");
        }
    }
}
