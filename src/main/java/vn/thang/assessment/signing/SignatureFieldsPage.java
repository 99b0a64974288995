package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.organisation.passkey.PasskeyPage;
import vn.thang.platform.Faults;
import vn.thang.security.entrance.WhencePage;

/** What a head fills in to sign, on whichever page: the position, and the second factor of this moment. */
@Named
@RequestScoped
public class SignatureFieldsPage {

    @Inject
    private AssessmentSigning signing;

    @Inject
    private SignatureFactor factor;

    @Inject
    private WhencePage whence;

    @Inject
    private PasskeyPage passkeys;

    private String position;
    private String code;
    private String passkey;

    /** Returns the second factor as it was shown. */
    public ShownCode shown() {
        return new ShownCode(code, whence.get(), isBlank(passkey) ? null : passkeys.answer(passkey));
    }

    /** Takes up what is missing. */
    public void check(Faults faults) {
        faults.check("position", () -> AssessmentSigning.position(position));
        faults.require(!factor.isCodeHeld() || !isBlank(code) || !isBlank(passkey), "code", "factor.code-missing");
    }

    private static boolean isBlank(String given) {
        return given == null || given.isBlank();
    }

    /** Returns the position as it was given; null for none. */
    public String given() {
        return position;
    }

    /** Forgets what is valid for one attempt only. */
    public void forget() {
        code = null;
    }

    /** What stood under the last signature, unless the head writes something else. */
    public String getPosition() {
        return position == null ? signing.lastPosition() : position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public SignatureFactor getFactor() {
        return factor;
    }

    /** The attribute of the button that signs, which only a passkey presses where no code would be taken. */
    public String getButtonHidden() {
        return factor.isAsked() && !factor.isCodeHeld() ? "hidden" : null;
    }

    /** What the demonstration shows; null while the code of this moment was used already. */
    public String getCodeOfDemonstration() {
        return factor.codeOfDemonstration().orElse(null);
    }

    public String getPasskey() {
        return null; // an answer is sent once
    }

    public void setPasskey(String passkey) {
        this.passkey = passkey;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
