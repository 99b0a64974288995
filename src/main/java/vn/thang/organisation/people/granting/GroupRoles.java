package vn.thang.organisation.people.granting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.GroupSource;
import vn.thang.organisation.people.Membership;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Role;

/**
 * Roles that follow from the groups in which a provider of identities keeps a person: given and ended as somebody signs in. Roles
 * that were given here stay as they are. What one administrator may not give alone, no group gives alone: it is proposed, and
 * an administrator agrees.
 */
@ApplicationScoped
@Transactional
public class GroupRoles {

    @Inject
    private People people;

    @Inject
    private Agencies agencies;

    @Inject
    private Granting granting;

    @Inject
    private RoleProposals proposals;

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoleEvent> events;

    /** A role that whoever is in a group holds. */
    public record Rule(String group, Role role, String agency) {

        /** @throws IllegalArgumentException when it is not written {@code group=ROLE@agency} */
        public static Rule of(String text) {
            int role = text.lastIndexOf('=');
            int agency = text.lastIndexOf('@');
            if (role < 1 || agency < role || agency == text.length() - 1) {
                throw new IllegalArgumentException("roles: " + text + " is not written group=ROLE@agency");
            }
            try {
                return new Rule(text.substring(0, role), Role.valueOf(text.substring(role + 1, agency)),
                        text.substring(agency + 1));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("roles: there is no role " + text.substring(role + 1, agency), e);
            }
        }

        private boolean gives(Membership held) {
            return held.role() == role && held.agency().code().equals(agency);
        }
    }

    /** Gives what these groups give, and ends what groups of this issuer gave and give no more. */
    public void follow(long id, String issuer, List<Rule> rules, Collection<String> groups) {
        Person person = people.get(id);
        proposals.forget(id, issuer, groups);
        List<Rule> wanted = rules.stream().filter(rule -> groups.contains(rule.group())).toList();
        List<Long> given = given(id, issuer);
        if (wanted.isEmpty() && given.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<Membership> held = people.memberships(person).stream()
                .filter(one -> one.validTo() == null || !one.validTo().isBefore(today)).toList();
        held.stream().filter(one -> given.contains(one.id()) && wanted.stream().noneMatch(rule -> rule.gives(one)))
                .forEach(one -> end(person, one, today));
        wanted.stream().distinct().filter(rule -> held.stream().noneMatch(rule::gives))
                .forEach(rule -> give(person, rule, issuer, today));
        people.flush();
    }

    private void end(Person person, Membership one, LocalDate today) {
        Agency root = agencies.lockedRoot();
        boolean before = people.hasAdministrator(root, today);
        LocalDate until = one.validTo();
        one.end(today.minusDays(1));
        people.flush();
        if (before && !people.hasAdministrator(root, today)) {
            one.end(until); // the country is never left without an administrator
            return;
        }
        people.touch(person);
        events.fire(new RoleEvent.RoleEnded(person.id(), one.agency().id(), one.role()));
    }

    private void give(Person person, Rule rule, String issuer, LocalDate today) {
        Agency agency = agencies.find(rule.agency()).orElse(null);
        if (agency == null || !agency.lastsOn(today) || granting.isOpposed(rule.role(), agency, person)) {
            events.fire(new RoleEvent.RoleOfGroupRefused(person.id(), rule.role(), rule.group()));
            return;
        }
        GroupSource source = new GroupSource(issuer, rule.group());
        if (granting.needsTwo(rule.role(), agency)) {
            if (!proposals.isDropped(person.id(), agency.id(), rule.role(), source)
                    && proposals.add(person.id(), agency.id(), rule.role(), today, null, source,
                            clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                events.fire(new RoleEvent.RoleProposed(person.id(), agency.id(), rule.role()));
            }
            return;
        }
        Membership membership = new Membership(person, agency, rule.role(), today);
        people.add(membership);
        people.touch(person);
        people.flush();
        note(membership.id(), source);
        events.fire(new RoleEvent.RoleGranted(person.id(), agency.id(), rule.role()));
    }

    /** Notes that a role follows from a group. */
    void note(long membership, GroupSource source) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO role_of_group (membership_id, issuer, group_name) VALUES (:membership, :issuer, :group)""")
                .bind("membership", membership).bind("issuer", source.issuer()).bind("group", source.group())
                .execute());
    }

    private List<Long> given(long person, String issuer) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT g.membership_id FROM role_of_group g JOIN membership m ON m.id = g.membership_id
                WHERE m.person_id = :person AND g.issuer = :issuer""")
                .bind("person", person).bind("issuer", issuer).mapTo(Long.class).list());
    }
}
