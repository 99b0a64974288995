package vn.thang.security.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * A request of a part of a page that ended at the sign-in page, because the session is over, sends the whole page there:
 * it is asked for again, so that the person comes back to it after signing in.
 */
@WebFilter("/login.xhtml")
public class AjaxSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") || !"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + back(request) + "\"/></partial-response>");
    }

    /** The page that the request came from, as a path of this application; otherwise its first page. */
    private static String back(HttpServletRequest request) {
        String home = request.getContextPath() + "/index.xhtml";
        String from = request.getHeader("Referer");
        if (from == null) {
            return home;
        }
        try {
            URI page = URI.create(from);
            String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return path.startsWith("/") && !path.startsWith("//")
                    ? path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;") : home;
        } catch (IllegalArgumentException e) {
            return home;
        }
    }
}
