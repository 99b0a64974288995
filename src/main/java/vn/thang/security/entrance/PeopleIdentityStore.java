package vn.thang.security.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Takes whom {@link LoginPage} has let in, and nobody else. */
@ApplicationScoped
public class PeopleIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof ProvenCredential proven
                ? new CredentialValidationResult(proven.username(), Set.of("person"))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
