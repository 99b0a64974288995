package vn.thang.security.entrance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.Language;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Role;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.session.OpenSessions;
import vn.thang.security.session.SessionFilter;
import vn.thang.security.session.SignedInSession;
import vn.thang.security.session.Way;
import vn.thang.security.session.SessionFilter.OwnCookie;

/** How a session begins for whoever has shown who they are, in whichever way: the same for all of them. */
@RequestScoped
public class EntrancePage {

    @Inject
    private SecurityContext security;

    @Inject
    private SignIns signIns;

    @Inject
    private Language language;

    @Inject
    private FacesContext faces;

    @Inject
    private SignedInSession session;

    @Inject
    private PendingSignIn pending;

    @Inject
    private OpenSessions sessions;

    @Inject
    private KnownDevices devices;

    @Inject
    private WhencePage whence;

    @Inject
    private Caller caller;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    /**
     * Lets in who has shown one thing, or lets the page of signing in ask for the second factor first.
     *
     * @param way by which they came; null for the password
     * @return false when the second factor is asked for
     */
    public boolean enter(SignedIn person, Way way) {
        if (signIns.asksForFactor(person)) {
            request().changeSessionId();
            pending.begin(person, way, clock.instant());
            return false;
        }
        letIn(person, way);
        return true;
    }

    /** Lets in who has shown all that is asked for. */
    public void letIn(SignedIn person, Way way) {
        pending.end();
        ExternalContext external = faces.getExternalContext();
        String key = SignedInSession.random();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        response.addCookie(OwnCookie.KEY.make(key, request()));
        remember(devices.with(whence.get().devices(), person.personId()), request()); // before the answer leads elsewhere
        AuthenticationStatus status = security.authenticate(request(), response,
                AuthenticationParameters.withParams().credential(new ProvenCredential(person.username())));
        if (status != AuthenticationStatus.SEND_CONTINUE && status != AuthenticationStatus.SUCCESS) {
            faces.addMessage(null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text("login.failed"), null));
            return;
        }
        welcome(person, way, key);
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            faces.responseComplete();
            return;
        }
        try {
            external.redirect(external.getRequestContextPath() + firstPage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A leader begins with the country, an auditor with the reports; who does anything else as well, with all that waits. */
    private String firstPage() {
        return firstPage(caller.grants().stream().map(Grant::role).collect(Collectors.toSet()));
    }

    static String firstPage(Set<Role> roles) {
        if (roles.isEmpty()) {
            return "/index.xhtml";
        }
        return roles.stream().allMatch(Role::leads) ? "/dashboard/index.xhtml"
                : roles.stream().allMatch(Role::audits) ? "/report/index.xhtml" : "/index.xhtml";
    }

    private void welcome(SignedIn person, Way way, String key) {
        HttpServletRequest request = request();
        request.changeSessionId();
        request.getSession().setMaxInactiveInterval((int) sessions.idle().toSeconds());
        String before = OwnCookie.KEY.of(request);
        if (before != null) {
            sessions.leave(Sha256.hex(before));
        }
        session.begin(person, way, key, clock.instant());
        sessions.begin(person, session.id(), way, whence.get(),
                BrowserName.of(request.getHeader("User-Agent")));
        language.setCode(person.language());
        caller.isNamed(person.username());
        events.fire(new SecurityEvent.SignedIn(person.personId(), way == null ? null : way.name()));
    }

    private void remember(String known, HttpServletRequest request) {
        if (known != null) {
            Cookie cookie = OwnCookie.DEVICE.make(known, request);
            cookie.setMaxAge((int) KnownDevices.HOLDS.toSeconds());
            ((HttpServletResponse) faces.getExternalContext().getResponse()).addCookie(cookie);
        }
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }
}
