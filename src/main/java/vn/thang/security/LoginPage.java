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
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import vn.thang.platform.Language;

/** Signing in. */
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
    private Caller caller;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    private String username;

    private String password;

    public void signIn() throws IOException {
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(request, (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(username.strip(), password)));
        switch (status) {
            case SEND_CONTINUE -> {
                welcome(request);
                faces.responseComplete();
            }
            case SUCCESS -> {
                welcome(request);
                external.redirect(external.getRequestContextPath() + "/index.xhtml");
            }
            default -> { // the same for a wrong password, a name that nobody has and an account that is closed for a while
                events.fire(new SecurityEvent.SignInFailed(username.strip()));
                faces.addMessage(null,
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text("login.failed"), null));
            }
        }
    }

    private void welcome(HttpServletRequest request) {
        request.changeSessionId();
        signIns.find(username.strip()).ifPresent(person -> {
            session.begin(person, clock.instant());
            language.setCode(person.language());
            caller.isNamed(person.username());
            events.fire(new SecurityEvent.SignedIn(person.personId()));
        });
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
}
