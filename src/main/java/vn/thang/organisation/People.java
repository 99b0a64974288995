package vn.thang.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;
import vn.thang.security.Grant;
import vn.thang.security.Role;

/** All people. */
@ApplicationScoped
class People {

    private static final String WITHOUT_ROLE = """
             AND p.active = TRUE AND NOT EXISTS (SELECT o.id FROM Membership o WHERE o.person = p
            AND o.validFrom <= :day AND (o.validTo IS NULL OR o.validTo >= :day))""";

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

    void add(Membership membership) {
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
    void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("organisation.person-changed");
        }
    }

    /** Every role the person ever held, the latest first. */
    List<Membership> memberships(Person person) {
        return entities.createQuery("""
                SELECT m FROM Membership m JOIN FETCH m.agency WHERE m.person = :person
                ORDER BY m.validFrom DESC, m.id DESC""", Membership.class)
                .setParameter("person", person).getResultList();
    }

    boolean isWithin(PeopleScope scope, Person person) {
        return scope
                .bind(entities.createQuery("SELECT COUNT(p) FROM Person p WHERE p = :person AND " + scope.condition(),
                        Long.class))
                .setParameter("person", person).getSingleResult() > 0;
    }

    Slice<PersonLine> list(PeopleScope scope, PeopleFilter filter, int page, Instant now) {
        String words = filter.words();
        String where = " FROM Person p WHERE (p.username LIKE :words ESCAPE '!' OR " + Words.fits("p.fullName")
                + ") AND "
                + scope.condition() + (filter.withoutRole() ? WITHOUT_ROLE : "");
        long total = bound(scope.bind(entities.createQuery("SELECT COUNT(p)" + where, Long.class)), scope, filter)
                .getSingleResult();
        return Slice.of(total, page, before -> lines(bound(scope.bind(entities.createQuery("SELECT p" + where
                + " ORDER BY p.fullName, p.id", Person.class)), scope, filter)
                .setFirstResult(before).setMaxResults(Slice.SIZE).getResultList(), scope.today(), now));
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, PeopleScope scope, PeopleFilter filter) {
        if (filter.withoutRole()) {
            query.setParameter("day", scope.today());
        }
        return query.setParameter("words", Words.containing(filter.words()));
    }

    List<PersonLine> listAt(PeopleScope scope, Agency agency, Instant now) {
        List<Person> found = scope.bind(entities.createQuery("""
                SELECT DISTINCT p FROM Membership a JOIN a.person p
                WHERE a.agency = :agency AND (a.validTo IS NULL OR a.validTo >= :day) AND\s""" + scope.condition()
                + " ORDER BY p.fullName, p.id", Person.class))
                .setParameter("agency", agency).setParameter("day", scope.today())
                .setMaxResults(200).getResultList();
        return lines(found, scope.today(), now);
    }

    /** Whether an active person is administrator there today and for good; reads what is committed by now. */
    boolean hasAdministrator(Agency agency, LocalDate today) {
        return !entities.createQuery("""
                SELECT m FROM Membership m JOIN m.person p WHERE m.agency = :agency AND m.role = :role AND p.active = TRUE
                AND m.validFrom <= :today AND m.validTo IS NULL""", Membership.class)
                .setParameter("agency", agency).setParameter("role", Role.ADMINISTRATOR).setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().isEmpty();
    }

    /** Their present and coming roles by one statement for all. */
    private List<PersonLine> lines(List<Person> found, LocalDate today, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<MembershipLine>> roles = entities
                .createQuery(
                        """
                SELECT m FROM Membership m JOIN FETCH m.agency
                WHERE m.person.id IN :people AND (m.validTo IS NULL OR m.validTo >= :today) ORDER BY m.validFrom, m.id""",
                        Membership.class)
                .setParameter("people", found.stream().map(Person::id).toList()).setParameter("today", today)
                .getResultStream().collect(Collectors.groupingBy(membership -> membership.person().id(),
                        Collectors.mapping(MembershipLine::of, Collectors.toList())));
        return found.stream()
                .map(person -> new PersonLine(person.id(), person.username(), person.fullName(), person.active(),
                        person.isLocked(now), roles.getOrDefault(person.id(), List.of())))
                .toList();
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
