package vn.thang.operation;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the figures to the machine that watches, which says who it is by a token of its own; without one in the settings
 * nobody gets any. It takes the place of what the server would tell here by itself.
 */
@WebFilter(urlPatterns = "/metrics/*")
public class MetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String PLACE = "/metrics";
    private static final String BEARER = "Bearer ";

    @Inject
    @ConfigProperty(name = "thang.metrics.token")
    private transient Optional<String> token;

    @Inject
    private transient Meters meters;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> wanted = token.filter(one -> !one.isBlank());
        if (wanted.isEmpty() || !request.getRequestURI().equals(request.getContextPath() + PLACE)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!isGiven(request.getHeader("Authorization"), wanted.get())) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getOutputStream().write(meters.written().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Compares in a time that tells nothing of where they differ. */
    private static boolean isGiven(String header, String wanted) {
        return header != null && header.startsWith(BEARER)
                && MessageDigest.isEqual(header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        wanted.getBytes(StandardCharsets.UTF_8));
    }
}
