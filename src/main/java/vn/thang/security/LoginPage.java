package vn.thang.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;

/** Signing in: name and password, and then the second factor of whoever has one. */
@Named
@RequestScoped
public class LoginPage {

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

    private String username;

    private String password;

    private String code;

    public void signIn() throws IOException {
        pending.end();
        String name = username.strip();
        Optional<SignedIn> person = signIns.verify(name, password, whence.get()) ? signIns.find(name)
                : Optional.empty();
        if (person.isEmpty()) { // the same for a wrong password, a name that nobody has and guesses that wait
            events.fire(new SecurityEvent.SignInFailed(name));
            refuse(language.text("login.failed"));
        } else if (signIns.asksForFactor(person.get())) {
            request().changeSessionId();
            pending.begin(person.get(), clock.instant());
        } else {
            enter(person.get());
        }
    }

    /** The second step, with the code of whoever gave the right password. */
    public void showFactor() throws IOException {
        Optional<SignedIn> person = pending.find(signIns, clock.instant());
        if (person.isEmpty()) {
            pending.end();
            refuse(language.text("login.factor-late"));
            return;
        }
        try {
            signIns.proveFactor(person.get(), code, whence.get());
        } catch (BusinessException refusal) {
            events.fire(new SecurityEvent.SignInFailed(person.get().username()));
            refuse(language.text(refusal));
            return;
        }
        pending.end();
        enter(person.get());
    }

    /** Back to name and password, as for somebody else. */
    public void giveUp() {
        pending.end();
    }

    private void enter(SignedIn person) throws IOException {
        ExternalContext external = faces.getExternalContext();
        remember(devices.with(whence.get().devices(), person.personId()), request()); // before the answer leads elsewhere
        AuthenticationStatus status = security.authenticate(request(), (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(new ProvenCredential(person.username())));
        if (status != AuthenticationStatus.SEND_CONTINUE && status != AuthenticationStatus.SUCCESS) {
            refuse(language.text("login.failed"));
            return;
        }
        welcome(person);
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            faces.responseComplete();
        } else {
            external.redirect(external.getRequestContextPath() + "/index.xhtml");
        }
    }

    private void welcome(SignedIn person) {
        HttpServletRequest request = request();
        request.changeSessionId();
        request.getSession().setMaxInactiveInterval((int) sessions.idle().toSeconds());
        session.begin(person, clock.instant());
        sessions.begin(person.personId(), session.name(), whence.get(),
                BrowserName.of(request.getHeader("User-Agent")));
        language.setCode(person.language());
        caller.isNamed(person.username());
        events.fire(new SecurityEvent.SignedIn(person.personId()));
    }

    private void remember(String known, HttpServletRequest request) {
        if (known != null) {
            Cookie cookie = new Cookie(WhencePage.DEVICES, known);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) KnownDevices.HOLDS.toSeconds());
            ((HttpServletResponse) faces.getExternalContext().getResponse()).addCookie(cookie);
        }
    }

    private void refuse(String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    /** Whether the second factor is asked for now. */
    public boolean isFactorAsked() {
        return pending.isGoingOn(clock.instant());
    }

    /** Whether the demonstration stands in for the telephone of the person. */
    public boolean isOfDemonstration() {
        return pending.find(signIns, clock.instant()).filter(signIns::isOfDemonstration).isPresent();
    }

    /** What the demonstration shows; null while the code of this moment was used already. */
    public String getCodeOfDemonstration() {
        return pending.find(signIns, clock.instant()).flatMap(signIns::codeOfDemonstration).orElse(null);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
