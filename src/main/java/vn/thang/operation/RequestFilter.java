package vn.thang.operation;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import vn.thang.platform.RequestId;

/**
 * Gives every request its id, measures how long it takes, and writes those into the log that failed or took long; all others
 * too where the level of this class is FINE.
 */
public class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final int HUNDRED = 100;

    @Inject
    private transient Meters meters;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.begin(request.getHeader(RequestId.HEADER));
        long begin = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            response.setHeader(RequestId.HEADER, id);
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            meters.answered(kind(request), outcome(status), time);
            log(request, id, status, time);
            RequestId.end();
        }
    }

    static String kind(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            return path.contains("/answers/") && !request.getMethod().equals("GET") ? "save" : "api";
        }
        if (path.startsWith("/jakarta.faces.resource/")) {
            return "resource";
        }
        if (path.startsWith("/health") || path.startsWith("/metrics") || path.startsWith("/openapi")) {
            return "watch";
        }
        return path.equals("/login.xhtml") && request.getMethod().equals("POST") ? "sign-in" : "page";
    }

    /** Being told to come again is no failure. */
    private static String outcome(int status) {
        return status == HttpServletResponse.SC_SERVICE_UNAVAILABLE ? "busy" : status / HUNDRED + "xx";
    }

    private static void log(HttpServletRequest request, String id, int status, Duration time) {
        boolean failed = status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                && status != HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        Level level = failed ? Level.WARNING : time.compareTo(LONG) > 0 ? Level.INFO : Level.FINE;
        if (LOG.isLoggable(level)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("request", id);
            fields.put("status", status);
            fields.put("milliseconds", time.toMillis());
            LogRecord line = new LogRecord(level, "Request " + id + ": " + request.getMethod() + " "
                    + request.getRequestURI() + " " + status + " in " + time.toMillis() + " ms");
            line.setLoggerName(LOG.getName());
            line.setParameters(new Object[]{fields});
            LOG.log(line);
        }
    }
}
