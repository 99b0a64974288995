package vn.thang.platform.web;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;
import vn.thang.platform.sql.DatabaseWatch;

/**
 * Lets no more requests in than can be worked on, see {@link Admission}. Whoever finds no place gets a page that asks again by
 * itself, and programs the status 503 with the seconds to wait; nothing of such a request was done. Programs with a token have no
 * session and stand at the door: they can wait, and however many they are they never hold more than its share of the places.
 */
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int SOONEST = 3;
    private static final int LATEST = 8;

    @Inject
    private transient Admission admission;

    @Inject
    private VersionPage version;

    @Inject
    private DatabaseWatch database;

    /** The watch begins with the application, and not with the first request after something went wrong. */
    @Override
    public void init() {
        database.hangs();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().startsWith("/jakarta.faces.resource")) {
            chain.doFilter(request, response);
            return;
        }
        if (database.hangs()) {
            refuse(request, response, "error.database");
            return;
        }
        boolean inside = request.getRemoteUser() != null;
        Optional<Admission.Place> place = inside ? admission.inside()
                : admission.arriving(request.getMethod().equals("POST"));
        if (place.isEmpty()) {
            refuse(request, response, inside ? "error.busy.inside" : "error.busy.arriving");
            return;
        }
        try (Admission.Place held = place.get()) {
            chain.doFilter(request, response);
        }
    }

    /** Those who wait come back at different times, so that they do not all stand at the door again at once. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        int seconds = ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setIntHeader("Retry-After", seconds);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'");
        boolean api = request.getServletPath().startsWith("/api");
        response.setContentType(api ? Problem.TYPE : "text/html;charset=UTF-8");
        String body = api ? problem(request, key) : page(request, key, seconds);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(HttpServletRequest request, String key) {
        return JSON.toJson(Problem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                Texts.text(Texts.accepted(request.getHeader("Accept-Language")), key)));
    }

    /** Opens the same address again by itself; what a form of those inside would have sent is not sent again unasked. */
    private String page(HttpServletRequest request, String key, int seconds) {
        String again = request.getMethod().equals("GET") || request.getRemoteUser() == null
                ? "<meta http-equiv=\"refresh\" content=\"" + seconds + "\">" : "";
        String words = Texts.LANGUAGES.stream().map(language -> words(language, key)).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                %s<title>%s</title>
                <link rel="stylesheet" href="%s/jakarta.faces.resource/thang.css.xhtml?ln=thang&amp;v=%s"></head>
                <body><main id="content"><section class="card narrow">%s</section></main></body></html>
                """.formatted(again, Texts.text(Texts.LANGUAGES.get(0), title(key)), request.getContextPath(),
                version.getOfResources(), words);
    }

    private static String title(String key) {
        return key.startsWith("error.busy.") ? "error.busy.title" : key + ".title";
    }

    private static String words(Locale language, String key) {
        boolean first = language.equals(Texts.LANGUAGES.get(0));
        return "<div lang=\"%s\"><%s>%s</%2$s><p>%s</p></div>".formatted(language.getLanguage(), first ? "h1" : "h2",
                Texts.text(language, title(key)), Texts.text(language, key));
    }
}
