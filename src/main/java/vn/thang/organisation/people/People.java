package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.agency.Agency;
import vn.thang.platform.BusinessException;
import vn.thang.security.Grant;
import vn.thang.security.Role;

/** All people. */
@ApplicationScoped
public class People {

    @PersistenceContext
    private EntityManager entities;

    public void add(Person person) {
        entities.persist(person);
    }

    public Person get(long id) {
        return Optional.ofNullable(entities.find(Person.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-person", id));
    }

    public Optional<Person> find(String username) {
        return entities.createQuery("SELECT p FROM Person p WHERE p.username = :username", Person.class)
                .setParameter("username", username)
                .getResultStream().findFirst();
    }

    /** The person with the row locked, so that two sign-ins at once are counted as two. */
    public Optional<Person> findLocked(String username) {
        return find(username).map(person -> {
            entities.refresh(person, LockModeType.PESSIMISTIC_WRITE);
            return person;
        });
    }

    public void add(Membership membership) {
        entities.persist(membership);
    }

    boolean isEmpty() {
        return entities.createQuery("SELECT COUNT(p) FROM Person p", Long.class).getSingleResult() == 0;
    }

    /** Makes a change of the person's roles a change of the person, so that two administrators notice each other. */
    void touch(Person person) {
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

    /** Whether an active person is administrator there today and for good; reads what is committed by now. */
    boolean hasAdministrator(Agency agency, LocalDate today) {
        return !entities.createQuery("""
                SELECT m FROM Membership m JOIN m.person p WHERE m.agency = :agency AND m.role = :role AND p.active = TRUE
                AND m.validFrom <= :today AND m.validTo IS NULL""", Membership.class)
                .setParameter("agency", agency).setParameter("role", Role.ADMINISTRATOR).setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().isEmpty();
    }

    /** The roles that the person holds on that day. */
    public List<Grant> grants(long personId, LocalDate day) {
        return entities.createQuery("""
                SELECT NEW vn.thang.security.Grant(m.role, a.id, a.code, a.path)
                FROM Membership m JOIN m.agency a
                WHERE m.person.id = :person AND m.validFrom <= :day AND (m.validTo IS NULL OR m.validTo >= :day)
                ORDER BY a.path, m.role""", Grant.class)
                .setParameter("person", personId).setParameter("day", day)
                .getResultList();
    }
}
