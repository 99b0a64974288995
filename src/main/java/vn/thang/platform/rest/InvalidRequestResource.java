package vn.thang.platform.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.thang.platform.Texts;

/**
 * Says to a caller of the API which places of a body are not as the record of the body wants them. The message of a
 * constraint is a key of the texts; the text may name the limit of the constraint as its argument.
 */
@Provider
public class InvalidRequestResource implements ExceptionMapper<ConstraintViolationException> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(ConstraintViolationException refusal) {
        Locale locale = Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        List<Problem.Fault> faults = refusal.getConstraintViolations().stream()
                .map(violation -> new Problem.Fault(pointer(violation.getPropertyPath()), text(locale, violation)))
                .distinct().sorted(Comparator.comparing(Problem.Fault::pointer)).toList();
        return Problem.of(400, Texts.text(locale, "api.invalid"), faults).answer().build();
    }

    private static String text(Locale locale, ConstraintViolation<?> violation) {
        Object most = violation.getConstraintDescriptor().getAttributes().get("max");
        return most == null ? Texts.text(locale, violation.getMessageTemplate())
                : Texts.text(locale, violation.getMessageTemplate(), most);
    }

    /** The path begins with the method and its parameter, which the caller knows nothing of. */
    private static String pointer(Path path) {
        return StreamSupport.stream(path.spliterator(), false).skip(2)
                .map(node -> "/" + (node.getIndex() == null ? "" : node.getIndex() + "/") + node.getName())
                .collect(Collectors.joining());
    }
}
