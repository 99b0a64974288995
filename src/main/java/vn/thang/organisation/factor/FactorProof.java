package vn.thang.organisation.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.guess.Guesses;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Whence;
import vn.thang.security.entrance.KnownDevices;
import vn.thang.security.entrance.SecretKeys;

/**
 * Shows that a person holds their second factor, at the moment in which it is asked for. It needs no permission: whoever asks
 * has found out who the person is.
 */
@ApplicationScoped
@Transactional
public class FactorProof {

    @Inject
    private SecondFactors factors;

    @Inject
    private SecretKeys keys;

    @Inject
    private KnownDevices devices;

    @Inject
    private Guesses guesses;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean demonstration;

    /** Whether the person has a second factor, which is then asked for. */
    public boolean isHeld(long person) {
        return factors.find(person).filter(SecondFactors.Stored::confirmed).isPresent();
    }

    /**
     * Takes a code of the person, once.
     *
     * @throws BusinessException when it is no code of this moment, was taken before, or too much is guessed
     */
    public FactorShown prove(long person, String username, String code, Whence whence) {
        String given = Objects.requireNonNullElse(code, "").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (given.isEmpty()) {
            throw new BusinessException("factor.code-missing");
        }
        String place = devices.find(whence.devices(), person).orElse(whence.address());
        GuessCount attempt = GuessCount.code(place, username);
        List<GuessCount> watched = List.of(GuessCount.codes(username));
        if (!guesses.admits(attempt, watched)) {
            throw new BusinessException("factor.wait", Guesses.TIME.toMinutes());
        }
        Optional<FactorShown> shown = take(person, given);
        if (shown.isEmpty()) {
            guesses.failed(watched);
            throw new BusinessException("factor.code-wrong");
        }
        guesses.right(attempt);
        return shown.get();
    }

    private Optional<FactorShown> take(long person, String given) {
        SecondFactors.Stored stored = factors.lock(person).filter(SecondFactors.Stored::confirmed)
                .orElseThrow(() -> new BusinessException("factor.none"));
        if (given.length() == RecoveryCodes.LETTERS) {
            return factors.useCode(person, Sha256.hex(given), now()) ? Optional.of(FactorShown.RECOVERY)
                    : Optional.empty();
        }
        OptionalLong step = Totp.stepOf(secret(person, stored), given, clock.instant(), stored.lastStep());
        step.ifPresent(used -> factors.used(person, used));
        return step.isPresent() ? Optional.of(FactorShown.CODE) : Optional.empty();
    }

    /**
     * Returns what the demonstration shows in place of a telephone: the code that would be taken now. It is empty everywhere
     * else, for factors that people set up themselves, and while the code of this moment was used already.
     */
    public Optional<String> ofDemonstration(long person) {
        return demonstration ? factors.find(person).filter(SecondFactors.Stored::demonstration)
                .flatMap(stored -> usable(person, stored)) : Optional.empty();
    }

    private Optional<String> usable(long person, SecondFactors.Stored stored) {
        OptionalLong step = Totp.usable(clock.instant(), stored.lastStep());
        return step.isPresent() ? Optional.of(Totp.code(secret(person, stored), step.getAsLong())) : Optional.empty();
    }

    /** Whether the demonstration shows the codes of this person. */
    public boolean isOfDemonstration(long person) {
        return demonstration && factors.find(person).filter(SecondFactors.Stored::demonstration).isPresent();
    }

    byte[] secret(long person, SecondFactors.Stored stored) {
        return new Base32().decode(keys.open(stored.keyId(), stored.sealedSecret(), binding(person)));
    }

    static String binding(long person) {
        return "second factor of " + person;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
