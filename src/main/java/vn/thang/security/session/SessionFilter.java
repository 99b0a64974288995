package vn.thang.security.session;

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
import java.time.Instant;
import vn.thang.security.Caller;
import vn.thang.security.SignedIn;

/**
 * Ends a session that is over: the password was set again elsewhere, the account was closed, the last role ended, the person
 * ended it from another session, or it lasted too long.
 */
@WebFilter({"*.xhtml", "/api/*"})
public class SessionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** As it came: after signing in the container shows the request that was asked before, with its cookies. */
    @Inject
    private transient HttpServletRequest asked;

    @Inject
    private Caller caller;

    @Inject
    private transient SignedInSession session;

    @Inject
    private transient OpenSessions sessions;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || request.getServletPath().startsWith("/jakarta.faces.resource")
                || session.isOf(OwnCookie.KEY.of(asked))
                        && caller.signedIn().filter(person -> goesOn(person, clock.instant())).isPresent()) {
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

    private boolean goesOn(SignedIn person, Instant now) {
        if (!session.holds(person, now, sessions.longest())) {
            return false;
        }
        long ended = sessions.ended();
        if (session.isChecked(now, ended)) {
            return true;
        }
        boolean note = session.isUnnoted(now);
        boolean open = sessions.goesOn(session.name(), note);
        session.checked(now, ended, note);
        return open;
    }
}
