package vn.thang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every answer the headers that keep it where it belongs: nothing private stays in a cache, no browser guesses what a content
 * is, no other page learns the address, frames it or uses its windows. Whoever serves something that may be kept says so itself.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final String POLICY = "Content-Security-Policy";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Map<String, String> headers = headers(request.getRequestURI().substring(request.getContextPath().length()));
        headers.forEach(response::setHeader);
        chain.doFilter(request, new Lasting(response, headers));
    }

    static Map<String, String> headers(String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (!path.startsWith("/open/")) {
            headers.put("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (!path.startsWith(RESOURCES)) {
            headers.put("Cache-Control", "private, no-store");
        }
        if (!path.endsWith(".xhtml") && !path.equals("/") && !path.startsWith("/open/")) {
            headers.put(POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox");
        }
        return headers;
    }

    /** An answer that begins anew keeps them, but for the policy: the page of an error brings its own. */
    private static final class Lasting extends HttpServletResponseWrapper {

        private final Map<String, String> headers;

        Lasting(HttpServletResponse response, Map<String, String> headers) {
            super(response);
            this.headers = headers;
        }

        @Override
        public void reset() {
            super.reset();
            headers.forEach((name, value) -> {
                if (!name.equals(POLICY)) {
                    setHeader(name, value);
                }
            });
        }
    }

    /**
     * Names the cookie of the session. Where people reach the application by https alone, its name says to the browser that it came
     * from this host over TLS, and nobody else can set one of that name.
     */
    public static class Cookies implements ServletContextListener {

        /** The name wherever there is TLS. */
        public static final String NAME = "__Host-THANG";

        @Override
        public void contextInitialized(ServletContextEvent event) {
            name(event.getServletContext().getSessionCookieConfig(), ConfigProvider.getConfig()
                    .getOptionalValue("thang.address", String.class).orElse(""));
        }

        static void name(SessionCookieConfig cookie, String address) {
            if (address.startsWith("https://")) {
                cookie.setName(NAME);
                cookie.setSecure(true);
                cookie.setPath("/");
            }
        }
    }
}
