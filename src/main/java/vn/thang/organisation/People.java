package vn.thang.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.security.Grant;

/** All people. */
@ApplicationScoped
class People {

    @PersistenceContext
    private EntityManager entities;

    void add(Person person) {
        entities.persist(person);
    }

    Person get(long id) {
        return Optional.ofNullable(entities.find(Person.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-person", id));
    }

    Optional<Person> find(String username) {
        return entities.createQuery("SELECT p FROM Person p WHERE p.username = :username", Person.class)
                .setParameter("username", username)
                .getResultStream().findFirst();
    }

    /** The person with the row locked, so that two sign-ins at once are counted as two. */
    Optional<Person> findLocked(String username) {
        return find(username).map(person -> {
            entities.refresh(person, LockModeType.PESSIMISTIC_WRITE);
            return person;
        });
    }

    /** The roles that the person holds on that day. */
    List<Grant> grants(long personId, LocalDate day) {
        return entities.createQuery("""
                SELECT NEW vn.thang.security.Grant(m.role, a.id, a.code, a.path)
                FROM Membership m JOIN m.agency a
                WHERE m.person.id = :person AND m.validFrom <= :day AND (m.validTo IS NULL OR m.validTo >= :day)
                ORDER BY a.path, m.role""", Grant.class)
                .setParameter("person", personId).setParameter("day", day)
                .getResultList();
    }
}
