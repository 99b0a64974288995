package vn.thang.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Notes where a request comes from, for the trail. It stands behind the filter that looks through proxies. */
@WebFilter({"*.xhtml", "/api/*"})
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Origin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        origin.comesFrom(request.getRemoteAddr(), () -> {
            HttpSession session = request.getSession(false);
            return session == null ? null : session.getId();
        });
        chain.doFilter(request, response);
    }
}
