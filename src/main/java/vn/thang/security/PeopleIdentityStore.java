package vn.thang.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Checks name and password against the people of the application. */
@ApplicationScoped
public class PeopleIdentityStore implements IdentityStore {

    @Inject
    private SignIns signIns;

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return signIns.verify(credential.getCaller(), credential.getPasswordAsString())
                ? new CredentialValidationResult(credential.getCaller(), Set.of("person"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
