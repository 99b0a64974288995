package vn.thang.data;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.data.Asked.Format;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.security.Caller;

/**
 * What all operations that hand over rows have in common: an array of objects, or lines with commas, as the address or the
 * header Accept asks; the header Link leads to the next batch, and ETag spares what is known already. A program may keep what it
 * got; what a person opens in a browser is kept nowhere, as all that is not public.
 */
public abstract class RowsResource {

    public static final String CSV = "text/csv";
    private static final MediaType LINES = MediaType.valueOf(CSV);

    @Context
    private Request request;

    @Context
    private UriInfo address;

    @Context
    private HttpHeaders headers;

    @Inject
    private Caller caller;

    /** Asks the use case and writes its rows. */
    protected <R extends Record> Response rows(Class<R> type, Function<Asked, Batch<R>> use) {
        Map<String, String> parameters = new TreeMap<>();
        address.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        Asked asked = Asked.of(parameters);
        RowWriter writer = new RowWriter(type, asked.fields());
        boolean lines = format(asked) == Format.CSV;
        Batch<R> batch = use.apply(asked.written(lines ? writer::csv : writer::json));
        byte[] content = batch.content();
        EntityTag tag = new EntityTag(Sha256.hex(content));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known != null ? known
                : Response.ok(content, lines ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON);
        if (batch.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + next(parameters, batch.next()) + ">; rel=\"next\"");
        }
        if (caller.token() != null) {
            answer.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        return answer.tag(tag).header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization, Cookie").build();
    }

    private Format format(Asked asked) {
        return asked.format() != null ? asked.format()
                : headers.getAcceptableMediaTypes().stream()
                        .filter(type -> type.isCompatible(LINES) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                        .findFirst()
                        .map(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) ? Format.JSON : Format.CSV)
                        .orElse(Format.JSON);
    }

    private String next(Map<String, String> parameters, String cursor) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("cursor", cursor);
        return address.getRequestUri().getRawPath() + "?" + all.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The language in which names are wanted. */
    protected Locale language() {
        return Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
