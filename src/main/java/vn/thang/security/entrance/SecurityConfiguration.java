package vn.thang.security.entrance;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import vn.thang.security.Caller;

/** Sign-in by a form of our own; who is in is a person, and what they may do is decided by {@link Caller}. */
@CustomFormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue(loginPage = "/login.xhtml", errorPage = "", useForwardToLogin = false))
@DeclareRoles("person")
@ApplicationScoped
public class SecurityConfiguration {
}
