package vn.thang.organisation.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.guess.Guesses;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.MembershipLine;
import vn.thang.organisation.people.Passwords;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.administration.PersonDetail;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Unguessable;
import vn.thang.platform.sql.Allowances;
import vn.thang.security.entrance.PasswordHash;
import vn.thang.security.session.OpenSessions;

/**
 * Links by which people set their password, and nobody else sees it. A secret is made in the moment in which its letter goes
 * out, so that it is written down nowhere but there. These use cases need no permission: who has the secret may set the
 * password, once, and everybody may ask for a letter.
 */
@ApplicationScoped
@Transactional
public class PasswordLinks {

    static final int LETTERS_AN_HOUR = 3;
    static final int REQUESTS_AN_HOUR = 30;
    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration FORGOTTEN = Duration.ofHours(2);
    private static final int SECRET_BYTES = 32;
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_NAME = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    private Allowances allowances;

    private ToLongFunction<String> addresses;
    private ToLongFunction<String> accounts;

    @Inject
    private People people;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Guesses guesses;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private PasswordLinks transaction;

    @PostConstruct
    void begin() {
        addresses = allowances.of("letters to", REQUESTS_AN_HOUR, HOUR, MOST_REMEMBERED);
        accounts = allowances.of("letters of", LETTERS_AN_HOUR, HOUR, MOST_REMEMBERED);
    }

    /**
     * A link that was just made, for the letter that brings it.
     *
     * @param invitation whether the person never had a password
     */
    public record Issued(String secret, Instant until, boolean invitation) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "until " + until;
        }
    }

    /** Makes the link of a person and ends the one before; there is none for whoever may not sign in. */
    public Optional<Issued> issue(long personId) {
        Person person = people.get(personId);
        if (!person.active() || person.email() == null) {
            return Optional.empty();
        }
        boolean invitation = !person.taken();
        Issued issued = new Issued(Unguessable.text(SECRET_BYTES),
                now().plus(invitation ? INVITATION : FORGOTTEN), invitation);
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO password_link (person_id, token_hash, valid_until) VALUES (:person, :hash, :until)
                ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), valid_until = VALUES(valid_until)""")
                .bind("person", personId).bind("hash", Sha256.hex(issued.secret())).bind("until", issued.until())
                .execute());
        return Optional.of(issued);
    }

    /** Returns the user name of the person whose link this is. */
    public Optional<String> holder(String secret) {
        return secret == null ? Optional.empty() : owner(secret).map(id -> people.get(id).username());
    }

    /** Returns what is known of the person whose link this is, of which no password is made. */
    public Optional<PersonDetail> person(String secret) {
        return secret == null ? Optional.empty() : owner(secret).map(people::get)
                .map(person -> new PersonDetail(person.id(), person.username(), person.fullName(), person.email(),
                        person.language(), person.active(), false, person.version(),
                        people.memberships(person).stream().map(MembershipLine::of).toList()));
    }

    /** Sets the password of the person whose link this is, and ends the link. It is hashed between transactions. */
    @Transactional(TxType.NEVER)
    public void set(String secret, String password) {
        PersonDetail person = transaction.person(secret).orElseThrow(PasswordLinks::over);
        Passwords.check(person.username(), password, person.words());
        transaction.use(secret, PasswordHash.of(password));
    }

    /** Stores the hash of a password that was checked: the second half of setting it. */
    public void use(String secret, String hash) {
        Person person = people.get(spend(secret));
        person.changePassword(hash, now());
        people.flush();
        sessions.endAll(person.id());
        guesses.forget(person.username());
        events.fire(new AccountEvent.PasswordSet(person.id()));
    }

    /** Ends a link, whose person connects another way to sign in instead of setting a password; answers who that is. */
    public long spend(String secret) {
        long person = owner(secret).orElseThrow(PasswordLinks::over);
        boolean first = jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM password_link WHERE person_id = :person AND token_hash = :hash""")
                .bind("person", person).bind("hash", Sha256.hex(secret)).execute()) == 1;
        if (!first) {
            throw over();
        }
        return person;
    }

    /**
     * Lets a letter with a link go to the person of this name. Nothing tells the caller whether there is such a person, and
     * a line in the trail is written in either case. No transaction is open while requests are counted.
     *
     * @param address from which it is asked
     * @throws BusinessException when too much is asked from this address
     */
    @Transactional(TxType.SUPPORTS)
    public void forgotten(String username, String address) {
        String name = Objects.requireNonNullElse(username, "").strip().toLowerCase(Locale.ROOT);
        if (addresses.applyAsLong(address) > 0) {
            throw new BusinessException("password.too-many");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || accounts.applyAsLong(name) > 0) {
            return;
        }
        transaction.send(name);
    }

    /** Lets the letter go: the second half of asking for it. */
    public void send(String name) {
        Long person = people.find(name).filter(one -> one.active() && one.email() != null).map(Person::id).orElse(null);
        events.fire(new AccountEvent.PasswordForgotten(person));
    }

    private Optional<Long> owner(String secret) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT k.person_id FROM password_link k JOIN person p ON p.id = k.person_id AND p.active = TRUE
                WHERE k.token_hash = :hash AND k.valid_until > :now""")
                .bind("hash", Sha256.hex(secret)).bind("now", now()).mapTo(Long.class).findOne());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static BusinessException over() {
        return new BusinessException("password.over");
    }
}
