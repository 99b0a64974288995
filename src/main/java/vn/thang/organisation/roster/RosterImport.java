package vn.thang.organisation.roster;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.granting.Granting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.Sha256;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.Role;

/**
 * Takes people from a CSV or Excel file: first {@link #check} says what would change and which rows are wrong, then the work
 * does it, so many people in each transaction. The same file a second time changes nothing, so that work that was broken off
 * is simply started again. What one administrator may not give by hand, they give by no file either.
 */
@ApplicationScoped
@Transactional
public class RosterImport {

    private static final int AT_ONCE = 50;

    @Inject
    private KnownPeople known;

    @Inject
    private People people;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private Granting granting;

    @Inject
    private Agencies agencies;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private RosterImport transaction;

    /** Refuses whoever administers nobody. */
    @Requires(ADMINISTER)
    public void open() {
        caller.check(ADMINISTER);
    }

    /** What the file would change. Changes nothing. */
    @Requires(ADMINISTER)
    public RosterReport check(byte[] content) {
        RosterFile file = RosterFile.read(content);
        return RosterReport.of(file, plan(file), Sha256.hex(content));
    }

    /**
     * Starts the work and refuses at once what that would refuse. Answers the number of the work.
     *
     * @param name of the file
     */
    @Requires(ADMINISTER)
    public long start(String name, byte[] content, boolean rightRowsOnly) {
        requireRight(check(content), rightRowsOnly);
        return works.start(new RosterImportWork.Checked(name, content, rightRowsOnly), caller.behalf());
    }

    /**
     * Makes the changes that {@link #check} showed, and tells how far it is.
     *
     * @param rightRowsOnly whether to leave faulty rows out; otherwise one fault refuses the file
     */
    @Requires(ADMINISTER)
    @Transactional(TxType.NEVER)
    public RosterReport apply(byte[] content, boolean rightRowsOnly, Progress progress) {
        RosterReport report = transaction.check(content);
        requireRight(report, rightRowsOnly);
        List<RosterPlan.PlannedPerson> planned = transaction.planned(content);
        for (int done = 0; done < planned.size(); done += AT_ONCE) {
            progress.at(done, planned.size(), "work.doing.inviting");
            transaction.take(planned.subList(done, Math.min(planned.size(), done + AT_ONCE)));
        }
        if (!report.changesNothing()) {
            transaction.tell(report);
        }
        return report;
    }

    /** The people of the file to whom something is given. */
    @Requires(ADMINISTER)
    public List<RosterPlan.PlannedPerson> planned(byte[] content) {
        return plan(RosterFile.read(content)).people();
    }

    /** Makes accounts and gives roles: all of these or none. */
    @Requires(ADMINISTER)
    public void take(List<RosterPlan.PlannedPerson> planned) {
        for (RosterPlan.PlannedPerson one : planned) {
            Person person = one.id() == null ? added(one) : people.get(one.id());
            for (int i = 0; i < one.roles().size(); i++) {
                RosterPlan.PlannedRole role = one.roles().get(i);
                Agency agency = agencies.get(role.agency());
                caller.check(ADMINISTER, agency.path());
                boolean given = granting.give(person, agency, role.role(), role.from(), role.to());
                if (one.id() == null && i == 0) {
                    events.fire(new AccountEvent.AccountCreated(person.id(), agency.id(),
                            given ? role.role() : null));
                } else if (given) {
                    events.fire(new RoleEvent.RoleGranted(person.id(), agency.id(), role.role()));
                }
            }
            if (one.id() == null) {
                events.fire(new AccountEvent.PasswordLinkSent(person.id()));
            } else {
                people.touch(person);
            }
        }
        people.flush();
    }

    private Person added(RosterPlan.PlannedPerson one) {
        Person person = new Person(one.username(), null);
        person.describe(one.name(), one.mail(), "vi", true);
        people.add(person);
        people.flush();
        return person;
    }

    /** Tells the trail which file it was. */
    @Requires(ADMINISTER)
    public void tell(RosterReport report) {
        events.fire(new AccountEvent.PeopleImported(report.accounts(), report.given().size(),
                report.faults().size(), report.hash()));
    }

    private RosterPlan plan(RosterFile file) {
        return RosterPlan.of(file, known.on(LocalDate.now(clock), new HashSet<>(granting.roles())), this::objection);
    }

    private String objection(RosterKnown.Somebody somebody, String code, Role role, LocalDate lastDay) {
        Agency agency = agencies.get(code);
        if (!caller.can(ADMINISTER, agency.path())) {
            return "agency-foreign";
        }
        try {
            if (somebody != null) {
                administration.get(somebody.id());
                granting.check(role, agency, people.get(somebody.id()));
            }
            return lastDay != null && granting.refusesLastDay(role, agency) ? "last-day" : null;
        } catch (BusinessException.Forbidden refusal) {
            return switch (refusal.key()) {
                case "organisation.role-own" -> "role-own";
                case "organisation.role-judges" -> "role-judges";
                default -> "person-foreign";
            };
        }
    }

    private static void requireRight(RosterReport report, boolean rightRowsOnly) {
        if (!report.faults().isEmpty() && !rightRowsOnly) {
            throw new BusinessException("organisation.import.faults", report.faults().size());
        }
    }
}
