package vn.thang.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;

/** Ends a session that is over: the password was set again elsewhere, the account was closed, or it lasted too long. */
@WebFilter({"*.xhtml", "/api/*"})
public class SessionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private Caller caller;

    @Inject
    private transient SignedInSession session;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || request.getServletPath().startsWith("/jakarta.faces.resource")
                || caller.signedIn().filter(person -> session.holds(person, clock.instant())).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession over = request.getSession(false);
        if (over != null) {
            over.invalidate();
        }
        if (request.getServletPath().startsWith("/api")) {
            caller.isNamed(null); // the resource refuses it as it refuses everybody who is not signed in
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login.xhtml");
        }
    }
}
