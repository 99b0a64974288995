package vn.thang.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.Origin;
import vn.thang.platform.work.Behalf;
import vn.thang.platform.work.WorkBegins;

/**
 * Who calls, and what they may do where. Rights are read afresh for every request, so that what an administrator takes
 * away is gone with the next click.
 */
@Named("caller")
@RequestScoped
public class Caller {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private SecurityContext security;

    @Inject
    private SignIns signIns;

    @Inject
    private Origin origin;

    private String name;
    private boolean named;
    private SignedIn person;
    private boolean system;
    private boolean looked;
    private Grant acting;
    private boolean inside;
    private TokenScope scope;

    public boolean isSignedIn() {
        return person().isPresent();
    }

    /** Id of the person, or null when the application itself acts. */
    public Long personId() {
        return person().map(SignedIn::personId).orElse(null);
    }

    /**
     * Returns the id of the person.
     *
     * @throws BusinessException.Forbidden where nobody is signed in, and where the application itself acts
     */
    public long me() {
        return person().map(SignedIn::personId)
                .orElseThrow(() -> new BusinessException.Forbidden(BusinessException.Forbidden.SIGN_IN));
    }

    public String getFullName() {
        return person().map(SignedIn::fullName).orElse("");
    }

    public List<Grant> grants() {
        return person().map(SignedIn::grants).orElse(List.of());
    }

    /** Whether any role of the person has the permission anywhere. */
    public boolean can(Permission permission) {
        return system || !reach(permission).nowhere();
    }

    /** Whether the person has the permission for the agency with this path. */
    public boolean can(Permission permission, String agencyPath) {
        return system || (scope == null || scope.allows(permission) && scope.covers(agencyPath))
                && grants().stream().anyMatch(grant -> grant.allows(permission, agencyPath));
    }

    /** Paths of the agencies at which, and below which, the person has the permission; "/" when the application acts. */
    public List<String> subtrees(Permission permission) {
        if (system) {
            return List.of("/");
        }
        List<String> held = grants().stream().filter(grant -> grant.reachesDownWith(permission)).map(Grant::path)
                .toList();
        return scope == null ? held : scope.allows(permission) ? scope.within(held) : List.of();
    }

    /** Every agency for which the person has the permission, to decide row by row. */
    public Reach reach(Permission permission) {
        List<String> held = grants().stream().filter(grant -> grant.role().allows(permission)).map(Grant::path)
                .filter(path -> scope == null || scope.allows(permission) && scope.covers(path)).toList();
        return system ? Reach.EVERYWHERE : new Reach(held, subtrees(permission));
    }

    /** For pages: {@code caller.may('ADMINISTER')}. */
    public boolean may(String permission) {
        return can(Permission.valueOf(permission));
    }

    /** @throws BusinessException.Forbidden when the person may not do this for the agency with this path */
    public void check(Permission permission, String agencyPath) {
        if (!can(permission, agencyPath)) {
            throw new BusinessException.Forbidden(
                    isSignedIn() ? "security.forbidden" : BusinessException.Forbidden.SIGN_IN);
        }
        acting = grants().stream().filter(grant -> grant.allows(permission, agencyPath)).findFirst().orElse(acting);
    }

    /** Returns as what the person acts: the role that a check has found last, or the only one; empty where neither is. */
    public Optional<Grant> acting() {
        return acting != null && grants().contains(acting) ? Optional.of(acting)
                : grants().size() == 1 ? Optional.of(grants().get(0)) : Optional.empty();
    }

    /** @throws BusinessException.Forbidden when no role of the person has the permission anywhere */
    public void check(Permission permission) {
        if (!can(permission)) {
            throw new BusinessException.Forbidden(
                    isSignedIn() ? "security.forbidden" : BusinessException.Forbidden.SIGN_IN);
        }
    }

    /** For work of the application itself in this request or job, such as loading the demonstration round. */
    public void actAsSystem() {
        person = null;
        scope = null;
        system = true;
        looked = true;
    }

    /** For work on behalf of a person without a session of theirs. */
    public void actAs(String username) {
        person = signIns.find(username)
                .orElseThrow(() -> new BusinessException.NotFound("security.unknown-person", username));
        scope = null;
        system = false;
        looked = true;
    }

    /** A program reads by a token of the person, as far as that reaches. */
    public void actsBy(SignedIn owner, TokenScope reach) {
        person = owner;
        scope = reach;
        system = false;
        looked = true;
    }

    /** Id of the token by which a program reads for the person; null where the person calls. */
    public Long token() {
        return scope == null ? null : Long.valueOf(scope.token());
    }

    /** On whose behalf work is done that this request starts: with the rights of this moment. */
    public Behalf behalf() {
        return new Behalf(personId(), person().map(JSON::toJson).orElse(null), origin.address(), origin.session());
    }

    /** Whether the person still has every role of rights that {@link #behalf} wrote down. */
    public boolean still(String rights) {
        return system || grants().containsAll(JSON.fromJson(rights, SignedIn.class).grants());
    }

    /** Work runs with the rights under which it was started, and without any person as the application itself. */
    void takeUp(@Observes WorkBegins work) {
        person = work.behalf().rights() == null ? null : JSON.fromJson(work.behalf().rights(), SignedIn.class);
        system = person == null;
        origin.goesOn(work.behalf().address(), work.behalf().session());
        looked = true;
    }

    /** For error pages, where the security context of the request has ended; null for nobody. */
    public void isNamed(String username) {
        name = username;
        named = true;
        looked = false;
    }

    private static String nameOf(Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** Notes that a use case begins; answers whether no other one is around it. */
    boolean enters() {
        boolean outermost = !inside;
        inside = true;
        return outermost;
    }

    /** Notes that the outermost use case has ended. */
    void leaves() {
        inside = false;
    }

    /** Returns the person behind the request, for whoever decides whether their session still holds. */
    public Optional<SignedIn> signedIn() {
        return person();
    }

    private Optional<SignedIn> person() {
        if (!looked) {
            looked = true;
            String username = named ? name : nameOf(security.getCallerPrincipal());
            person = username == null ? null : signIns.find(username).orElse(null);
        }
        return Optional.ofNullable(person);
    }
}
