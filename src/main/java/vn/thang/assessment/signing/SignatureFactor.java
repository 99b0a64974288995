package vn.thang.assessment.signing;

import static vn.thang.security.Permission.SIGN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.organisation.factor.FactorProof;
import vn.thang.organisation.factor.FactorShown;
import vn.thang.organisation.passkey.PasskeyProof;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.SignedIn;
import vn.thang.security.Whence;

/**
 * The second factor at a signature: nobody signs without showing one at that moment. In the demonstration, or where
 * {@code thang.signature.second-factor} says {@code held}, only those are asked for it who have one.
 */
@ApplicationScoped
@Transactional
@Requires(SIGN)
public class SignatureFactor {

    private static final String HELD = "held";

    private final FactorProof proof;
    private final PasskeyProof passkeys;
    private final Caller caller;
    private final boolean required;

    /** For the container, which puts its own in the place of this one. */
    protected SignatureFactor() {
        this(null, null, null, Optional.empty(), false);
    }

    /** @param asked whether a factor is asked of everybody: required, or of those alone who hold one: held */
    @Inject
    SignatureFactor(FactorProof proof, PasskeyProof passkeys, Caller caller,
            @ConfigProperty(name = "thang.signature.second-factor") Optional<String> asked,
            @ConfigProperty(name = "thang.demo", defaultValue = "false") boolean demo) {
        this.proof = proof;
        this.passkeys = passkeys;
        this.caller = caller;
        this.required = asked.map(word -> !word.equals(HELD)).orElse(!demo);
    }

    /** Whether the caller is asked for more than the session before they sign. */
    @Requires(SIGN)
    public boolean isAsked() {
        return isCodeHeld() || isPasskeyHeld();
    }

    /** Whether a code would be taken. */
    @Requires(SIGN)
    public boolean isCodeHeld() {
        return caller.personId() != null && proof.isHeld(caller.personId());
    }

    /** Whether a passkey would be taken. */
    @Requires(SIGN)
    public boolean isPasskeyHeld() {
        return caller.personId() != null && passkeys.isHeld(caller.personId());
    }

    /** Whether the caller has to set up a factor before they can sign. */
    @Requires(SIGN)
    public boolean isMissing() {
        return required && !isAsked();
    }

    /** Returns the code that the demonstration shows in place of a telephone. */
    @Requires(SIGN)
    public Optional<String> codeOfDemonstration() {
        return caller.personId() == null ? Optional.empty() : proof.ofDemonstration(caller.personId());
    }

    /** Whether the demonstration shows the codes of the caller. */
    @Requires(SIGN)
    public boolean isOfDemonstration() {
        return caller.personId() != null && proof.isOfDemonstration(caller.personId());
    }

    /** Takes code or passkey of whoever has a factor; answers null where none is asked for. */
    FactorShown require(ShownCode shown) {
        if (isPasskeyHeld() && shown != null && shown.passkey() != null) {
            passkeys.prove(caller.personId(), shown.passkey());
            return FactorShown.PASSKEY;
        }
        if (isPasskeyHeld() && !isCodeHeld()) {
            throw new BusinessException("passkey.missing");
        }
        if (isAsked()) {
            return proof.prove(caller.personId(), caller.signedIn().map(SignedIn::username).orElseThrow(),
                    shown == null ? null : shown.code(), shown == null ? new Whence("", null) : shown.whence());
        }
        if (required) {
            throw new BusinessException("sign.factor-missing");
        }
        return null;
    }
}
