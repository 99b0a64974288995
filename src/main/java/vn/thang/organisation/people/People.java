package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Role;
import vn.thang.security.SignedIn;

/** All people. */
@ApplicationScoped
public class People {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    public void add(Person person) {
        entities.persist(person);
    }

    public Person get(long id) {
        return Optional.ofNullable(entities.find(Person.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-person", id));
    }

    /** Lets others who lock the person wait until the end of the transaction; what is read before is as old as it was. */
    public void lock(long id) {
        flushed.useHandle(sql -> sql.createQuery("SELECT id FROM person WHERE id = :id FOR UPDATE").bind("id", id)
                .mapTo(Long.class).findOne());
    }

    public Optional<Person> find(String username) {
        return entities.createQuery("SELECT p FROM Person p WHERE p.username = :username", Person.class)
                .setParameter("username", username)
                .getResultStream().findFirst();
    }

    public void add(Membership membership) {
        entities.persist(membership);
    }

    public boolean isEmpty() {
        return entities.createQuery("SELECT COUNT(p) FROM Person p", Long.class).getSingleResult() == 0;
    }

    /** Makes a change of the person's roles a change of the person, so that two administrators notice each other. */
    public void touch(Person person) {
        entities.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** @throws BusinessException.Conflict when somebody else changed the same person */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("organisation.person-changed");
        }
    }

    /** Every role the person ever held, the latest first. */
    public List<Membership> memberships(Person person) {
        return entities.createQuery("""
                SELECT m FROM Membership m JOIN FETCH m.agency WHERE m.person = :person
                ORDER BY m.validFrom DESC, m.id DESC""", Membership.class)
                .setParameter("person", person).getResultList();
    }

    /** The roles at these agencies that are held on a day or later, by people whose accounts are in use. */
    public List<Membership> heldSince(Collection<Long> agencies, LocalDate day) {
        return agencies.isEmpty() ? List.of() : entities.createQuery("""
                SELECT m FROM Membership m JOIN FETCH m.person p JOIN FETCH m.agency a
                WHERE a.id IN :agencies AND p.active = TRUE AND (m.validTo IS NULL OR m.validTo >= :day)
                ORDER BY m.id""", Membership.class)
                .setParameter("agencies", agencies).setParameter("day", day).getResultList();
    }

    /** Whether an active person is administrator there today and for good; reads what is committed by now. */
    public boolean hasAdministrator(Agency agency, LocalDate today) {
        return !entities.createQuery("""
                SELECT m FROM Membership m JOIN m.person p WHERE m.agency = :agency AND m.role IN :roles
                AND p.active = TRUE AND m.validFrom <= :today AND m.validTo IS NULL""", Membership.class)
                .setParameter("agency", agency).setParameter("roles", Role.with(Permission.ADMINISTER))
                .setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().isEmpty();
    }

    /** How many active people are administrators there today and for good. */
    public long administrators(Agency agency, LocalDate today) {
        return entities.createQuery("""
                SELECT COUNT(DISTINCT p.id) FROM Membership m JOIN m.person p WHERE m.agency = :agency
                AND m.role IN :roles AND p.active = TRUE AND m.validFrom <= :today AND m.validTo IS NULL""", Long.class)
                .setParameter("agency", agency).setParameter("roles", Role.with(Permission.ADMINISTER))
                .setParameter("today", today)
                .getSingleResult();
    }

    /** Whether the person is active, and administrator there on that day. */
    public boolean administers(Person person, Agency agency, LocalDate day) {
        return person.active() && memberships(person).stream()
                .anyMatch(one -> one.role().administers() && one.agency().equals(agency)
                        && !one.validFrom().isAfter(day) && (one.validTo() == null || !one.validTo().isBefore(day)));
    }

    private record Held(long personId, String username, String fullName, String language, Instant credentialsAt,
            Role role, Long agencyId, String agencyCode, String path) {
    }

    /** Returns an active person with the roles that they hold on that day, by one statement, since every request asks. */
    public Optional<SignedIn> signedIn(String username, LocalDate day) {
        return signedIn("p.username = :who", username, day);
    }

    /** Returns the person with this id likewise. */
    public Optional<SignedIn> signedIn(long id, LocalDate day) {
        return signedIn("p.id = :who", id, day);
    }

    private Optional<SignedIn> signedIn(String which, Object who, LocalDate day) {
        List<Held> held = flushed.withHandle(sql -> sql.createQuery("""
                SELECT p.id AS person_id, p.username, p.full_name, p.language, p.credentials_at, m.role,
                    a.id AS agency_id, a.code AS agency_code, a.path
                FROM person p
                LEFT JOIN membership m ON m.person_id = p.id AND %s
                LEFT JOIN agency a ON a.id = m.agency_id
                WHERE %s AND p.active = TRUE
                ORDER BY a.path, m.role""".formatted(Lasting.on("m", ":day"), which))
                .bind("who", who).bind("day", day).mapTo(Held.class).list());
        return held.stream().findFirst().map(one -> new SignedIn(one.personId(), one.username(), one.fullName(),
                one.language(), one.credentialsAt(),
                held.stream().filter(role -> role.role() != null)
                        .map(role -> new Grant(role.role(), role.agencyId(), role.agencyCode(), role.path()))
                        .toList()));
    }
}
