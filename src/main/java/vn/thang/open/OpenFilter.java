package vn.thang.open;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Texts;
import vn.thang.platform.sql.Allowances;

/**
 * The door for everybody: pages, files and the catalogue of what is public. It knows no session and sets no cookie, so that
 * whatever stands between may keep what it hands out; who asks too often waits.
 */
@WebFilter("/open/*")
public class OpenFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int MOST_ADDRESSES = 10_000;
    private static final int LONGEST_WORDS = 100;
    private static final String MINUTES = "public, max-age=300";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'self'";

    @Inject
    private transient OpenReading reading;

    @Inject
    @ConfigProperty(name = "thang.open.per-minute", defaultValue = "240")
    private int perMinute;

    @Inject
    private transient Allowances allowances;

    private transient ToLongFunction<String> allowance;

    @Override
    public void init() {
        allowance = allowances.of("open", perMinute, Duration.ofMinutes(1), MOST_ADDRESSES);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring((request.getContextPath() + "/open").length());
        if (path.equals("/open.css")) {
            response.setHeader("Cache-Control", MINUTES);
            chain.doFilter(request, response);
            return;
        }
        long wait = allowance.applyAsLong(request.getRemoteAddr());
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            plain(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "open.read-only");
        } else if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            plain(request, response, 429, "open.too-often", wait);
        } else if (path.isEmpty() || path.equals("/")) {
            response.setHeader("Vary", "Accept-Language");
            response.setHeader("Cache-Control", MINUTES);
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", base(request) + language(request).getLanguage() + "/");
        } else {
            answer(request, response, path);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String words = request.getParameter("q");
        String page = request.getParameter("page");
        Optional<OpenReading.Answer> found = reading.read(new OpenReading.Question(path, base(request),
                words == null ? null : words.substring(0, Math.min(LONGEST_WORDS, words.length())),
                page != null && page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1));
        if (found.isEmpty()) {
            plain(request, response, HttpServletResponse.SC_NOT_FOUND, "open.nothing");
            return;
        }
        hand(request, response, found.get());
    }

    private static void hand(HttpServletRequest request, HttpServletResponse response, OpenReading.Answer answer)
            throws IOException {
        String tag = "\"" + answer.sha256() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", MINUTES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(answer.mediaType());
        response.setContentLength(answer.content().length);
        response.getOutputStream().write(answer.content());
    }

    private static void plain(HttpServletRequest request, HttpServletResponse response, int status, String key,
            Object... arguments) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType(OpenReading.HTML);
        Locale language = language(request);
        response.getOutputStream().write(new Markup(language).add(
                "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\" content=\"width=device-width,"
                        + " initial-scale=1\"><title>%s</title><link rel=\"stylesheet\" href=\"%s\"></head><body><main><h1>%2$s</h1>"
                        + "<p><a href=\"%s\">%4$s</a></p></main></body></html>",
                language.getLanguage(), Texts.text(language, key, arguments), base(request) + "open.css",
                base(request)).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The language of the address, or else what is accepted. */
    private static Locale language(HttpServletRequest request) {
        String path = request.getRequestURI().substring((request.getContextPath() + "/open").length());
        return path.matches("/(vi|en|de)/.*") ? Texts.language(path.substring(1, 3))
                : Texts.accepted(request.getHeader("Accept-Language"));
    }

    private static String base(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port)
                + request.getContextPath() + "/open/";
    }
}
