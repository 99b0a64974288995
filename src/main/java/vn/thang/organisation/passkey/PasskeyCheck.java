package vn.thang.organisation.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import vn.thang.platform.BusinessException;

/**
 * Checks what devices answer (WebAuthn): made for our origin, to the challenge of this session, by somebody whom the device has
 * recognised. Which make a device is matters to nobody here.
 */
@ApplicationScoped
class PasskeyCheck {

    private static final Logger LOG = Logger.getLogger(PasskeyCheck.class.getName());
    private static final int LONGEST_CREDENTIAL = 1023;
    private static final int LONGEST_ANSWER = 20_000;
    private static final List<PublicKeyCredentialParameters> KEYS = List.of(COSEAlgorithmIdentifier.ES256,
            COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256).stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    /** Numbers of the kinds of keys that are taken, as browsers are told. */
    static List<Long> algorithms() {
        return KEYS.stream().map(kind -> kind.getAlg().getValue()).toList();
    }

    /** @throws BusinessException when it is no new passkey for us */
    MadePasskey made(PasskeyAnswer answer) {
        try {
            RegistrationData data = webAuthn.parseRegistrationResponseJSON(given(answer));
            webAuthn.verify(data, new RegistrationParameters(place(answer), KEYS, true, true));
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> device = data.getAttestationObject()
                    .getAuthenticatorData();
            byte[] credential = device.getAttestedCredentialData().getCredentialId();
            if (credential.length > LONGEST_CREDENTIAL) {
                throw invalid("The credential id is too long");
            }
            Set<AuthenticatorTransport> ways = data.getTransports() == null ? Set.of() : data.getTransports();
            return new MadePasskey(credential, keys.convert(device.getAttestedCredentialData()), device.getSignCount(),
                    device.isFlagBS(), ways.stream().map(AuthenticatorTransport::getValue)
                            .filter(way -> way.matches("[a-z-]{1,15}")).limit(6)
                            .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(",")));
        } catch (VerificationException | DataConversionException | JacksonException | IllegalArgumentException
                | NullPointerException e) {
            throw invalid(e.toString());
        }
    }

    /** Returns by what the key is found that is said to have answered. */
    byte[] credential(PasskeyAnswer answer) {
        try {
            return webAuthn.parseAuthenticationResponseJSON(given(answer)).getCredentialId();
        } catch (DataConversionException | JacksonException | IllegalArgumentException
                | NullPointerException e) {
            throw invalid(e.toString());
        }
    }

    /**
     * Checks that this passkey has answered; returns how often its device has signed by now.
     *
     * @throws BusinessException when it has not, or a copy of it may have
     */
    long shown(PasskeyAnswer answer, Passkeys.Stored stored) {
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(given(answer));
            if (data.getUserHandle() != null && data.getUserHandle().length > 0
                    && !Arrays.equals(data.getUserHandle(), stored.userHandle())) {
                throw invalid("The device names another person");
            }
            CredentialRecordImpl known = new CredentialRecordImpl(new NoneAttestationStatement(), true, null, null,
                    stored.signCount(), keys.convert(stored.publicKey()), null, null, null, null);
            webAuthn.verify(data, new AuthenticationParameters(place(answer), known, null, true, true));
            return data.getAuthenticatorData().getSignCount();
        } catch (VerificationException | DataConversionException | JacksonException | IllegalArgumentException
                | NullPointerException e) {
            throw invalid(e.toString());
        }
    }

    private static ServerProperty place(PasskeyAnswer answer) {
        return ServerProperty.builder().origin(new Origin(answer.origin())).rpId(answer.host())
                .challenge(new DefaultChallenge(answer.challenge())).build();
    }

    private static String given(PasskeyAnswer answer) {
        if (answer.challenge() == null) {
            throw new BusinessException("passkey.late");
        }
        if (answer.json() == null || answer.json().length() > LONGEST_ANSWER) {
            throw invalid("There is no answer, or a very long one");
        }
        return answer.json();
    }

    private static BusinessException invalid(String why) {
        LOG.log(Level.INFO, "What a passkey answers does not hold: {0}", why);
        return new BusinessException("passkey.invalid");
    }
}
