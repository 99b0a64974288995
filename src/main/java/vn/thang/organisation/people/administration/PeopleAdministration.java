package vn.thang.organisation.people.administration;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.guess.Guesses;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.AddressChanges;
import vn.thang.organisation.people.MailAddress;
import vn.thang.organisation.people.Membership;
import vn.thang.organisation.people.MembershipLine;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.Passwords;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.organisation.people.granting.Granting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.Role;
import vn.thang.security.entrance.PasswordHash;
import vn.thang.security.session.OpenSessions;

/**
 * Accounts and roles. An administrator at an agency administers the people all of whose present roles lie there or
 * below, and grants roles nowhere else. The country is never left without an administrator.
 */
@ApplicationScoped
@Transactional
public class PeopleAdministration {

    private static final int LONGEST_NAME = 120;

    @Inject
    private People people;

    @Inject
    private AdministeredPeople administered;

    @Inject
    private PersonLines lines;

    @Inject
    private Agencies agencies;

    @Inject
    private AddressChanges addresses;

    @Inject
    private Granting granting;

    @Inject
    private Guesses guesses;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private PeopleAdministration transaction;

    @Requires(ADMINISTER)
    public boolean isEmpty() {
        return people.isEmpty();
    }

    /** Lists the roles that the caller may give. */
    @Requires(ADMINISTER)
    public List<Role> roles() {
        return granting.roles();
    }

    /** A page of the people that the caller administers. */
    @Requires(ADMINISTER)
    public Slice<PersonLine> list(PeopleFilter filter, Cut<PeopleOrder> cut) {
        return lines.list(administered.scope(), filter, cut, clock.instant());
    }

    /** How many of them the filter leaves. */
    @Requires(ADMINISTER)
    public long count(PeopleFilter filter) {
        return lines.count(administered.scope(), filter);
    }

    /** Those of them who hold a role at this very agency today or later. */
    @Requires(ADMINISTER)
    public List<PersonLine> listAt(String agencyCode) {
        Agency agency = agencies.get(agencyCode);
        caller.check(ADMINISTER, agency.path());
        return lines.listAt(administered.scope(), agency, clock.instant());
    }

    @Requires(ADMINISTER)
    public PersonDetail get(long id) {
        Person person = administered.get(id);
        return new PersonDetail(person.id(), person.username(), person.fullName(), person.email(), person.language(),
                person.active(), guesses.isFull(GuessCount.name(person.username())), person.version(),
                people.memberships(person).stream().map(MembershipLine::of).toList());
    }

    /** Makes an account with its first role; a letter brings the person a link by which they alone set the password. */
    @Requires(ADMINISTER)
    public long invite(NewPerson wanted) {
        String username = username(wanted);
        long id = add(wanted, username, null);
        events.fire(new AccountEvent.PasswordLinkSent(id));
        return id;
    }

    /**
     * Makes an account whose password is given, for the application itself: nobody knows the password of another. It is
     * hashed before the transaction begins, as wherever a password is set.
     */
    @Requires(ADMINISTER)
    @Transactional(TxType.NEVER)
    public void create(NewPerson wanted, String password) {
        if (caller.personId() != null) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        String username = username(wanted);
        transaction.check(wanted, username, false);
        Passwords.check(username, password, wanted.fullName(), wanted.email(), wanted.agencyCode());
        transaction.add(wanted, username, PasswordHash.of(password));
    }

    /** Refuses whatever is wrong in it, all of it at once. */
    @Requires(ADMINISTER)
    public void check(NewPerson wanted, String username, boolean invited) {
        Faults faults = new Faults();
        if (faults.require(username.matches("[a-z0-9][a-z0-9._-]{2,59}"), "username", "organisation.username.form")) {
            faults.require(people.find(username).isEmpty(), "username", "organisation.username.taken", username);
        }
        faults.check("fullName", () -> name(wanted.fullName()));
        String address = faults.take("email", () -> MailAddress.of(wanted.email()));
        faults.require(!invited || address != null || wanted.email() != null && !wanted.email().isBlank(), "email",
                "organisation.email-missing");
        faults.require(wanted.role() != null, "role", "organisation.role-missing");
        Agency agency = place(faults, wanted.agencyCode());
        if (agency != null && wanted.role() != null) {
            granting.check(wanted.role());
        }
        faults.refuse();
    }

    /** The agency of a role, which the caller must administer; null where there is none. */
    private Agency place(Faults faults, String code) {
        String given = Objects.requireNonNullElse(code, "").strip();
        Agency agency = agencies.find(given).orElse(null);
        if (faults.require(!given.isEmpty(), "agencyCode", "organisation.agency-missing")
                && faults.require(agency != null, "agencyCode", "organisation.unknown-agency", given)) {
            caller.check(ADMINISTER, agency.path());
        }
        return agency;
    }

    /** Makes an account from a name that was checked and the hash of a password that was, or none. */
    @Requires(ADMINISTER)
    public long add(NewPerson wanted, String username, String hash) {
        check(wanted, username, hash == null);
        Agency agency = agencies.get(wanted.agencyCode());
        Person person = new Person(username, hash);
        person.describe(name(wanted.fullName()), MailAddress.of(wanted.email()),
                Texts.language(wanted.language()).getLanguage(),
                true);
        people.add(person);
        people.flush();
        boolean given = granting.give(person, agency, wanted.role(), today(), null);
        people.flush();
        events.fire(new AccountEvent.AccountCreated(person.id(), agency.id(), given ? wanted.role() : null));
        return person.id();
    }

    @Requires(ADMINISTER)
    public void describe(long id, int version, String fullName, String email, String language, boolean active) {
        Person person = active ? administered.get(id, version) : administered.leaving(id, version);
        boolean closes = person.active() && !active;
        Faults faults = new Faults();
        String name = faults.take("fullName", () -> name(fullName));
        String address = faults.take("email", () -> MailAddress.of(email));
        faults.refuse();
        boolean moves = !Objects.equals(person.email(), address);
        boolean waits = moves && address != null && isInHands(person);
        String kept = waits ? person.email() : address;
        if (waits) {
            addresses.ask(id, address, caller.personId(), clock.instant());
            events.fire(new AccountEvent.AddressAsked(id));
        }
        Runnable describe = () -> person.describe(name, kept, Texts.language(language).getLanguage(), active);
        if (closes) {
            person.closed(clock.instant());
            administered.keepAnAdministrator(describe);
        } else {
            describe.run();
            people.flush();
        }
        if (closes) {
            sessions.endAll(person.id());
        }
        events.fire(closes ? new AccountEvent.AccountDeactivated(person.id())
                : new AccountEvent.AccountEdited(person.id(), moves && !waits));
    }

    /**
     * Whether the account is somebody's: then an administrator changes the address to which links for the password go only
     * together with the person or with a second administrator.
     */
    private boolean isInHands(Person person) {
        return person.taken() && caller.personId() != null
                && !caller.personId().equals(person.id());
    }

    /**
     * Gives a role to somebody, or proposes it where that takes two.
     *
     * @return whether it is given
     */
    @Requires(ADMINISTER)
    public boolean grant(long id, int version, Role role, String agencyCode, LocalDate from) {
        Person person = administered.get(id, version);
        Faults faults = new Faults();
        faults.require(role != null, "role", "organisation.role-missing");
        Agency agency = place(faults, agencyCode);
        faults.refuse();
        granting.check(role, agency, person);
        LocalDate start = from == null ? today() : from;
        boolean held = people.memberships(person).stream().anyMatch(membership -> membership.role() == role
                && membership.agency().code().equals(agency.code())
                && (membership.validTo() == null || !membership.validTo().isBefore(start)));
        faults.require(!held, "agencyCode", "organisation.membership.held", agency.name());
        faults.refuse();
        boolean given = granting.give(person, agency, role, start, null);
        people.touch(person);
        people.flush();
        if (given) {
            events.fire(new RoleEvent.RoleGranted(person.id(), agency.id(), role));
        }
        return given;
    }

    /**
     * Ends a role after that day, yesterday at the earliest: what was done in it keeps its name, and nobody can be made to
     * have left before a round began.
     */
    @Requires(ADMINISTER)
    public void end(long id, int version, long membershipId, LocalDate lastDay) {
        Person person = administered.leaving(id, version);
        Membership membership = people.memberships(person).stream().filter(one -> one.id() == membershipId).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("organisation.membership.unknown"));
        caller.check(ADMINISTER, membership.agency().path());
        Faults faults = new Faults();
        faults.require(lastDay != null && !lastDay.isBefore(membership.validFrom().minusDays(1))
                && !lastDay.isBefore(today().minusDays(1)), "lastDay", "organisation.membership.end");
        faults.refuse();
        if (membership.validTo() != null && membership.validTo().isBefore(today())) {
            throw new BusinessException("organisation.membership.over");
        }
        administered.keepAnAdministrator(() -> {
            membership.end(lastDay);
            people.touch(person);
        });
        if (people.memberships(person).stream().allMatch(one -> one.validTo() != null
                && one.validTo().isBefore(today()))) {
            sessions.endAll(person.id()); // who holds no role any more is out at once
        }
        events.fire(new RoleEvent.RoleEnded(person.id(), membership.agency().id(), membership.role()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String username(NewPerson wanted) {
        return Objects.requireNonNullElse(wanted.username(), "").strip();
    }

    private static String name(String fullName) {
        return GivenText.required(fullName, LONGEST_NAME, "organisation.full-name");
    }
}
