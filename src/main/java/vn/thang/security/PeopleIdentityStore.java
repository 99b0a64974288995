package vn.thang.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import vn.thang.organisation.SignIn;

/** Checks name and password against the people of the application. */
@ApplicationScoped
public class PeopleIdentityStore implements IdentityStore {

    @Inject
    private SignIn signIn;

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return signIn.verify(credential.getCaller(), credential.getPasswordAsString())
                ? new CredentialValidationResult(credential.getCaller(), Set.of("person"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
