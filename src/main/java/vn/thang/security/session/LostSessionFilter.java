package vn.thang.security.session;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition.CustomFormAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.platform.Language;
import vn.thang.platform.sql.DatabaseWatch;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.session.SessionFilter.OwnCookie;

/**
 * Stands before the form of signing in, at every request: whoever comes with a session that this server does not know, and that
 * can go on by what is kept of it, is let in as before, with a new id. Everybody else goes on to the form.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class LostSessionFilter implements HttpAuthenticationMechanismHandler {

    private static final Logger LOG = Logger.getLogger(LostSessionFilter.class.getName());
    private static final Set<String> GROUPS = Set.of("person");
    /** Parts of pages, of which many are asked for at once, and what everybody reads and caches may keep. */
    private static final List<String> OF_NOBODY = List.of("/jakarta.faces.resource", "/open/");

    @Inject
    @CustomFormAuthenticationMechanism
    private HttpAuthenticationMechanism form;

    @Inject
    private KeptSessions kept;

    @Inject
    private OpenSessions sessions;

    @Inject
    private SignedInSession session;

    @Inject
    private SignIns signIns;

    @Inject
    private Language language;

    @Inject
    private DatabaseWatch database;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) throws AuthenticationException {
        if (!isOfNoSession(request) || context.isAuthenticationRequest()) {
            return form.validateRequest(request, response, context);
        }
        Optional<SignedIn> person = takenUp(request);
        if (person.isEmpty()) {
            return form.validateRequest(request, response, context);
        }
        context.setRegisterSession(person.get().username(), GROUPS);
        return context.notifyContainerAboutLogin(person.get().username(), GROUPS);
    }

    /** Whether it names a session that is none here, and asks for what is made for a person. */
    private static boolean isOfNoSession(HttpServletRequest request) {
        return request.getUserPrincipal() == null && request.isRequestedSessionIdFromCookie()
                && request.getSession(false) == null
                && OF_NOBODY.stream().noneMatch(request.getServletPath()::startsWith);
    }

    private Optional<SignedIn> takenUp(HttpServletRequest request) {
        String key = OwnCookie.KEY.of(request);
        if (key == null || database.hangs()) {
            return Optional.empty();
        }
        try {
            return kept.find(key, request.getRequestedSessionId()).flatMap(one -> takenUp(request, one, key));
        } catch (RuntimeException e) { // this stands before everything that says that the database does not answer
            LOG.log(Level.WARNING, "A session cannot be taken up", e);
            return Optional.empty();
        }
    }

    /** Nobody goes on whose password is another one by now, whose account is closed, or who holds no role. */
    private Optional<SignedIn> takenUp(HttpServletRequest request, KeptSessions.Kept one, String key) {
        Optional<SignedIn> person = signIns.find(one.personId()).filter(found -> !found.grants().isEmpty()
                && Objects.equals(found.credentialsAt(), one.credentialsAt()));
        person.ifPresent(found -> {
            request.getSession().setMaxInactiveInterval((int) sessions.idle().toSeconds());
            session.takeUp(found, one, key);
            language.setCode(found.language());
        });
        return person;
    }
}
