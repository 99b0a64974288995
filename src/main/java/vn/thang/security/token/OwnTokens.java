package vn.thang.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Sha256;
import vn.thang.platform.Unguessable;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.security.SignIns;
import vn.thang.security.SecurityEvent;
import vn.thang.security.TokenRight;

/**
 * Tokens that people make for programs of theirs. A token lets read, for a time, at and below one agency, and never more than
 * its owner may read at that moment; the owner ends it whenever they want.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class OwnTokens {

    /** What every token of a person begins with, so that one that lies about is known for what it is. */
    public static final String BEGINNING = "thang_";
    static final int MARK_LENGTH = BEGINNING.length() + 8;
    static final int LONGEST_NAME = 80;
    static final int MOST = 20;
    static final int LONGEST_DAYS = 366;
    private static final int SECRET_BYTES = 40;

    @Inject
    private ApiTokens tokens;

    @Inject
    private SignIns signIns;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<SecurityEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnTokens transaction;

    /**
     * What a person asks for.
     *
     * @param agency code of the agency at and below which the token reads
     * @param until  the last day on which it is taken
     */
    public record Wanted(String name, Set<TokenRight> rights, String agency, LocalDate until) {
    }

    /** Lists the tokens of the person, those first that are still taken. */
    @Requires(Permission.EXPORT)
    public List<ApiToken> list() {
        return tokens.list(person());
    }

    /**
     * Makes a token and returns it, which happens this once. It outlives the session, so that the password is asked for, and
     * hashed between transactions.
     */
    @Requires(Permission.EXPORT)
    @Transactional(TxType.NEVER)
    public String make(Wanted wanted, String present) {
        signIns.confirm(present, "tokenPassword");
        return transaction.add(wanted);
    }

    /** Stores a token: the second half of making one. */
    @Requires(Permission.EXPORT)
    public String add(Wanted wanted) {
        long person = person();
        LocalDate today = LocalDate.now(clock);
        String name = wanted.name() == null ? "" : wanted.name().strip();
        signIns.alone(person);
        List<String> held = tokens.names(person, today);
        Faults faults = new Faults();
        faults.require(!name.isEmpty() && name.length() <= LONGEST_NAME, "tokenName", "token.name", LONGEST_NAME);
        faults.require(!held.contains(name), "tokenName", "token.name-taken");
        faults.require(wanted.rights() != null
                && wanted.rights().stream().anyMatch(right -> right != TokenRight.RESTRICTED), "rights",
                "token.rights");
        faults.require(wanted.until() != null && !wanted.until().isBefore(today)
                && !wanted.until().isAfter(today.plusDays(LONGEST_DAYS)), "until", "token.until", LONGEST_DAYS);
        ApiTokens.Place place = tokens.place(wanted.agency() == null ? "" : wanted.agency()).orElse(null);
        faults.require(place != null, "tokenAgency", "organisation.unknown-agency", wanted.agency());
        faults.require(place == null || caller.can(Permission.EXPORT, place.path()), "tokenAgency", "token.agency");
        faults.require(held.size() < MOST, "tokenName", "token.most", MOST);
        faults.refuse();
        caller.check(Permission.EXPORT, place.path());
        String secret = secret();
        String mark = secret.substring(0, MARK_LENGTH);
        long id = tokens.add(person, name, mark, Sha256.hex(secret), wanted.rights(), place.id(), wanted.until(),
                clock.instant());
        events.fire(new SecurityEvent.TokenMade(id, mark, wanted.rights(), place.id(), wanted.until()));
        return secret;
    }

    /** Ends a token of the person; programs that have it are refused from now on. */
    @Requires(Permission.EXPORT)
    public void end(long id) {
        if (!tokens.end(person(), id, clock.instant())) {
            throw new BusinessException.NotFound("token.unknown");
        }
        events.fire(new SecurityEvent.TokenEnded(id));
    }

    private long person() {
        if (caller.personId() == null) {
            throw new BusinessException.Forbidden(BusinessException.Forbidden.SIGN_IN);
        }
        return caller.personId();
    }

    private static String secret() {
        return BEGINNING + Unguessable.text(SECRET_BYTES);
    }
}
