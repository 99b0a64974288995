package vn.thang.organisation.factor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.entrance.WhencePage;

/** The second factor of the own account: set up, shown on paper, taken away. */
@Named
@RequestScoped
public class FactorPage {

    private static final String SELF = "/organisation/factor?faces-redirect=true";

    @Inject
    private OwnPassword password;

    @Inject
    private FactorEnrolment enrolment;

    @Inject
    private NoticePage notices;

    @Inject
    private WhencePage whence;

    private FactorState state;
    private FactorSecret secret;
    private List<String> codes = List.of();
    private String present;
    private String code;

    public FactorState getState() {
        if (state == null) {
            state = notices.found(enrolment::state);
        }
        return state;
    }

    public boolean isPasswordAsked() {
        return password.isAsked();
    }

    public String begin() {
        return notices.attempt(() -> enrolment.begin(present)) ? SELF : null;
    }

    /** The codes stand on the answer itself, since they are shown this once. */
    public void confirm() {
        notices.attempt(() -> codes = enrolment.confirm(code));
        state = null;
        code = null;
    }

    public void renewCodes() {
        notices.attempt(() -> codes = enrolment.renewCodes(code, whence.get()));
        state = null;
        code = null;
    }

    public String remove() {
        if (!notices.attempt(() -> enrolment.remove(code, whence.get()))) {
            code = null;
            return null;
        }
        notices.say("factor.removed");
        return SELF;
    }

    /** What the telephone takes over; null when nothing is being set up. */
    public FactorSecret getSecret() {
        if (secret == null) {
            secret = enrolment.secret().orElse(null);
        }
        return secret;
    }

    public QrPicture getPicture() {
        return QrPicture.of(getSecret().address());
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
