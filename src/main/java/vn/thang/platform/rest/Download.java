package vn.thang.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A file that an answer of the API brings, by its name in any language. What keeps it out of caches and keeps a browser from guessing
 * what it is, every answer is given by the filter of headers.
 */
public final class Download {

    private Download() {
    }

    /**
     * Hands over a file that is kept, and that no browser shows itself.
     *
     * @param content bytes, or what writes them
     */
    public static Response kept(Object content, String type, String name) {
        return named(content, type, "attachment", name).build();
    }

    /** Hands over a document that the browser shows itself: in a sandbox it would stay empty. */
    public static Response shown(Object content, String type, String name) {
        return named(content, type, "inline", name)
                .header("Content-Security-Policy", "base-uri 'none'; frame-ancestors 'none'").build();
    }

    private static Response.ResponseBuilder named(Object content, String type, String way, String name) {
        return Response.ok(content, type).header(HttpHeaders.CONTENT_DISPOSITION,
                way + "; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
