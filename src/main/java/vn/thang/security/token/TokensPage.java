package vn.thang.security.token;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.TokenRight;

/** The tokens of a person, on the page of their account; a new one is shown there this once. */
@Named
@RequestScoped
public class TokensPage {

    private static final int USUAL_DAYS = 90;

    @Inject
    private OwnTokens tokens;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private List<ApiToken> list;
    private String name;
    private String agencyCode;
    private List<String> rights = new ArrayList<>(List.of(TokenRight.RESULTS.name(), TokenRight.TARGETS.name()));
    private LocalDate until;
    private String secret;
    private String present;

    /** Whether the person may take numbers away, which is what tokens are for. */
    public boolean isFound() {
        return caller.isSignedIn() && caller.can(Permission.EXPORT);
    }

    public List<ApiToken> getList() {
        if (list == null) {
            list = tokens.list();
        }
        return list;
    }

    /** Makes the token on this very page, since nothing may keep its secret until the next one. */
    public String make() {
        Set<TokenRight> chosen = EnumSet.noneOf(TokenRight.class);
        rights.forEach(right -> chosen.add(TokenRight.valueOf(right)));
        if (notices.attempt(
                () -> secret = tokens.make(new OwnTokens.Wanted(name, chosen, getAgencyCode(), getUntil()), present))) {
            list = null;
            name = null;
        }
        return null;
    }

    public String end(long id) {
        if (!notices.attempt(() -> tokens.end(id))) {
            return null;
        }
        notices.say("token.ended");
        return "/organisation/account?faces-redirect=true";
    }

    public boolean taken(ApiToken token) {
        return token.taken(LocalDate.now(clock));
    }

    /** The secret of the token that was just made; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public List<String> getAllRights() {
        return Stream.of(TokenRight.values()).map(TokenRight::name).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Where the person may take numbers away first, unless another agency was chosen. */
    public String getAgencyCode() {
        return agencyCode != null ? agencyCode
                : caller.grants().stream().filter(grant -> grant.role().allows(Permission.EXPORT))
                        .map(Grant::agencyCode).findFirst().orElse(null);
    }

    public void setAgencyCode(String agencyCode) {
        this.agencyCode = agencyCode;
    }

    public List<String> getRights() {
        return rights;
    }

    public void setRights(List<String> rights) {
        this.rights = rights;
    }

    public LocalDate getUntil() {
        return until != null ? until : LocalDate.now(clock).plusDays(USUAL_DAYS);
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
