package vn.thang.security.entrance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;

/** Signing in: name and password, and then the second factor of whoever has one. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    private SignIns signIns;

    @Inject
    private Language language;

    @Inject
    private FacesContext faces;

    @Inject
    private EntrancePage entrance;

    @Inject
    private PendingSignIn pending;

    @Inject
    private WhencePage whence;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    private String username;

    private String password;

    private String code;

    public void signIn() {
        pending.end();
        String name = username.strip();
        Optional<SignedIn> person = signIns.verify(name, password, whence.get()) ? signIns.find(name)
                : Optional.empty();
        if (person.isEmpty()) { // the same for a wrong password, a name that nobody has and guesses that wait
            events.fire(new SecurityEvent.SignInFailed(name));
            refuse(language.text("login.failed"));
        } else {
            entrance.enter(person.get(), null);
        }
    }

    /** The second step, with the code of whoever gave the right password. */
    public void showFactor() {
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
        entrance.letIn(person.get(), pending.way());
    }

    /** Back to name and password, as for somebody else. */
    public void giveUp() {
        pending.end();
    }

    private void refuse(String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
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
