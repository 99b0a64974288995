package vn.thang.security.session;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import vn.thang.security.Caller;
import vn.thang.security.SecurityEvent;
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
    private transient KeptSessions kept;

    @Inject
    private transient Event<SecurityEvent> events;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || request.getServletPath().startsWith("/jakarta.faces.resource")
                || session.isOf(OwnCookie.KEY.of(asked))
                        && caller.signedIn().filter(person -> goesOn(person, request, clock.instant()))
                                .isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession over = request.getSession(false);
        if (over != null) {
            if (session.id() != null) {
                sessions.leave(session.id()); // no other server takes it up
            }
            over.invalidate();
        }
        if (request.getServletPath().startsWith("/api")) {
            caller.isNamed(null); // the resource refuses it as it refuses everybody who is not signed in
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login.xhtml");
        }
    }

    private boolean goesOn(SignedIn person, HttpServletRequest request, Instant now) {
        if (!session.holds(person, now, sessions.longest()) || !isOpen(now)) {
            return false;
        }
        String given = request.getSession().getId();
        if (!session.isKnownBy(given)) {
            kept.add(session.id(), given);
            if (session.knownBy(given)) {
                events.fire(new SecurityEvent.SessionWentOn(person.personId()));
            }
        }
        return true;
    }

    private boolean isOpen(Instant now) {
        long ended = sessions.ended();
        if (session.isChecked(now, ended)) {
            return true;
        }
        boolean note = session.isUnnoted(now);
        boolean open = sessions.goesOn(session.id(), note);
        session.checked(now, ended, note);
        return open;
    }

    /** The cookies that the application sets beside the one of the session; each is bound to the host as that one is. */
    public enum OwnCookie {

        /**
         * A secret of 256 bits beside the id of the session, which has about 84; it is made when somebody signs in, and the same
         * at every server that takes the session up.
         */
        KEY,
        /** By which a browser is known in which people signed in before. */
        DEVICE;

        /** Returns what comes with a request; null where nothing does. */
        public String of(HttpServletRequest request) {
            String name = named(request);
            return (request.getCookies() == null ? Stream.<Cookie>empty() : Arrays.stream(request.getCookies()))
                    .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst().orElse(null);
        }

        /** Makes the cookie, which goes with the browser's session unless it is given an age. */
        public Cookie make(String value, HttpServletRequest request) {
            Cookie cookie = new Cookie(named(request), value);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
            cookie.setAttribute("SameSite", "Lax");
            return cookie;
        }

        private String named(HttpServletRequest request) {
            return request.getServletContext().getSessionCookieConfig().getName() + "-" + name();
        }
    }
}
