package vn.thang.organisation.factor;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.Whence;
import vn.thang.security.entrance.SecretKeys;
import vn.thang.security.session.SessionKeeping;

/**
 * How people set up the second factor of their own account, and take it away again: with the password at the beginning, with
 * the factor itself at the end. Nobody does either for another.
 */
@ApplicationScoped
@Transactional
public class FactorEnrolment {

    static final Duration TIME = Duration.ofMinutes(30);
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SecondFactors factors;

    @Inject
    private FactorProof proof;

    @Inject
    private SecretKeys keys;

    @Inject
    private People people;

    @Inject
    private OwnPassword password;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private FactorEnrolment transaction;

    @Requires({VIEW, CONTRIBUTE})
    public FactorState state() {
        long person = caller.me();
        Optional<SecondFactors.Stored> stored = factors.find(person);
        return new FactorState(keys.isSet(), stored.filter(this::isGoingOn).isPresent(),
                stored.map(SecondFactors.Stored::confirmedAt).orElse(null), factors.codesLeft(person));
    }

    /** Begins with a new secret; a beginning that was not confirmed is forgotten. Hashing is done between transactions. */
    @Requires({VIEW, CONTRIBUTE})
    @Transactional(TxType.NEVER)
    public void begin(String present) {
        password.confirm(present, "present");
        transaction.make();
    }

    /** Makes the secret: the second half of beginning. */
    @Requires({VIEW, CONTRIBUTE})
    public void make() {
        if (!keys.isSet()) {
            throw new BusinessException("factor.no-key");
        }
        long person = caller.me();
        if (factors.lock(person).filter(SecondFactors.Stored::confirmed).isPresent()) {
            throw new BusinessException("factor.held");
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        factors.begin(person, keys.seal(new Base32().encodeToString(secret), FactorProof.binding(person)),
                keys.current(), now());
    }

    /** Returns the secret while the person is setting it up, and never afterwards. */
    @Requires({VIEW, CONTRIBUTE})
    public Optional<FactorSecret> secret() {
        Person person = people.get(caller.me());
        return factors.find(person.id()).filter(this::isGoingOn).map(stored -> new FactorSecret(person.username(),
                new Base32().encodeToString(proof.secret(person.id(), stored))));
    }

    /**
     * Takes the first code, from which on the factor is asked for. All other sessions of the person end.
     *
     * @return codes on paper, which are shown this once
     */
    @Requires({VIEW, CONTRIBUTE})
    public List<String> confirm(String code) {
        long person = caller.me();
        SecondFactors.Stored stored = factors.lock(person).filter(this::isGoingOn)
                .orElseThrow(() -> new BusinessException("factor.not-begun"));
        OptionalLong step = Totp.stepOf(proof.secret(person, stored),
                Objects.requireNonNullElse(code, "").replaceAll("\\s", ""), clock.instant(), stored.lastStep());
        if (step.isEmpty()) {
            throw new BusinessException("factor.code-wrong");
        }
        factors.confirm(person, step.getAsLong(), false, now());
        List<String> codes = renew(person);
        sessions.endOthers();
        events.fire(new AccountEvent.FactorSetUp(person));
        return codes;
    }

    /** Puts new codes on paper in the place of those before. */
    @Requires({VIEW, CONTRIBUTE})
    public List<String> renewCodes(String code, Whence whence) {
        Person person = people.get(caller.me());
        proof.prove(person.id(), person.username(), code, whence);
        events.fire(new AccountEvent.RecoveryCodesMade(person.id()));
        return renew(person.id());
    }

    /** Takes the factor away, which must be shown for it. All other sessions of the person end. */
    @Requires({VIEW, CONTRIBUTE})
    public void remove(String code, Whence whence) {
        Person person = people.get(caller.me());
        proof.prove(person.id(), person.username(), code, whence);
        factors.remove(person.id());
        sessions.endOthers();
        events.fire(new AccountEvent.FactorRemoved(person.id()));
    }

    /** Gives a person of the demonstration a factor whose codes it shows, where a key is set; the application alone does so. */
    @Requires({VIEW, CONTRIBUTE})
    public void giveForDemonstration(String username) {
        if (caller.personId() != null) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        if (!keys.isSet()) {
            return;
        }
        long person = people.find(username).orElseThrow().id();
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        factors.begin(person, keys.seal(new Base32().encodeToString(secret), FactorProof.binding(person)),
                keys.current(), now());
        factors.confirm(person, 0, true, now());
    }

    private List<String> renew(long person) {
        List<String> codes = RecoveryCodes.make();
        factors.replaceCodes(person, codes.stream().map(Sha256::hex).toList());
        return codes.stream().map(RecoveryCodes::inGroups).toList();
    }

    private boolean isGoingOn(SecondFactors.Stored stored) {
        return !stored.confirmed() && stored.begunAt().plus(TIME).isAfter(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
