package vn.thang.security.token;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.sql.Allowances;
import vn.thang.platform.web.Origin;
import vn.thang.security.Caller;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.TokenRight;
import vn.thang.security.TokenScope;

/**
 * Lets a program in by the token of a person, with what the person may read today. It needs no permission: who has the token
 * is let in.
 */
@ApplicationScoped
@Transactional
public class TokenSignIn {

    private static final int MOST_TOKENS = 10_000;
    static final int GUESSES_A_MINUTE = 20;

    @Inject
    private ApiTokens tokens;

    @Inject
    private SignIns signIns;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.tokens.per-minute", defaultValue = "300")
    private int perMinute;

    @Inject
    private Allowances allowances;

    @Inject
    private Origin origin;

    @Inject
    private Event<SecurityEvent> events;

    private ToLongFunction<String> allowance;
    private ToLongFunction<String> guesses;

    @PostConstruct
    void begin() {
        allowance = allowances.of("tokens", perMinute, Duration.ofMinutes(1), MOST_TOKENS);
        guesses = allowances.of("tokens that are none from", GUESSES_A_MINUTE, Duration.ofMinutes(1), MOST_TOKENS);
    }

    /** The token is not known, was revoked or has ended, or its owner is no longer let in: nobody is told which. */
    public static class Unknown extends BusinessException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("token.refused");
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /**
     * The request goes on as the person behind the token, as far as the token reaches. What it asks of the database needs no
     * transaction, and none is open while requests are counted.
     *
     * @param right what is to be read
     * @throws Unknown                     when nobody is let in by it
     * @throws BusinessException.TooOften  when it comes too often, or too many come from its address that are none
     * @throws BusinessException.Forbidden when the token does not let this be read
     */
    @Transactional(TxType.SUPPORTS)
    public void enter(String token, TokenRight right) {
        boolean whole = token.startsWith(OwnTokens.BEGINNING) && token.length() > OwnTokens.MARK_LENGTH;
        ApiTokens.Found found = !whole ? null
                : tokens.find(token.substring(0, OwnTokens.MARK_LENGTH)).filter(one -> Sha256.isOf(one.hash(), token))
                        .filter(one -> !one.validUntil().isBefore(LocalDate.now(clock))).orElse(null);
        SignedIn person = found == null ? null : signIns.find(found.personId()).orElse(null);
        if (person == null) {
            throw refused(token, whole);
        }
        long wait = allowance.applyAsLong(String.valueOf(found.id()));
        if (wait > 0) {
            throw new BusinessException.TooOften("token.too-often", wait);
        }
        TokenScope scope = found.scope();
        if (right == null || !scope.rights().contains(right)) {
            throw new BusinessException.Forbidden(right == null ? "token.reads-only" : "token.right-missing",
                    right == null ? "" : right.name());
        }
        tokens.used(found.id(), clock.instant());
        caller.actsBy(person, scope);
    }

    /** Tokens that are none are counted by the address from which they come; the trail is told as long as there is room. */
    private BusinessException refused(String token, boolean whole) {
        long wait = guesses.applyAsLong(origin.address() == null ? "" : origin.address());
        if (wait > 0) {
            return new BusinessException.TooOften("token.too-often", wait);
        }
        events.fire(new SecurityEvent.TokenRefused(
                whole && token.matches("[\\w-]+") ? token.substring(0, OwnTokens.MARK_LENGTH) : null));
        return new Unknown();
    }
}
