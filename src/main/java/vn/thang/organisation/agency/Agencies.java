package vn.thang.organisation.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;

/** All agencies. */
@ApplicationScoped
public class Agencies {

    @PersistenceContext
    private EntityManager entities;

    public void add(Agency agency) {
        entities.persist(agency);
    }

    public long count() {
        return entities.createQuery("SELECT COUNT(a) FROM Agency a", Long.class).getSingleResult();
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /** All of them with parents and predecessors, by one statement. */
    public List<Agency> listAll() {
        return entities.createQuery("SELECT DISTINCT a FROM Agency a LEFT JOIN FETCH a.predecessors", Agency.class)
                .getResultList();
    }

    /** The path of the whole country, or of everything while there are no agencies. */
    public String rootPath() {
        return entities.createQuery("SELECT a.path FROM Agency a WHERE a.parent IS NULL", String.class)
                .getResultStream().findFirst().orElse("/");
    }

    public Agency root() {
        return entities.createQuery("SELECT a FROM Agency a WHERE a.parent IS NULL", Agency.class).getSingleResult();
    }

    /** The root with its row locked: what must not happen twice at once waits here. */
    public Agency lockedRoot() {
        Agency root = root();
        entities.lock(root, LockModeType.PESSIMISTIC_WRITE);
        return root;
    }

    /** Another text whenever an agency came, went or changed. */
    public String standing() {
        return entities.createQuery("SELECT CONCAT(COUNT(a), ' ', SUM(a.version)) FROM Agency a", String.class)
                .getSingleResult();
    }

    /** Gives every agency the path that follows from its parents, from the root downwards. */
    public static void settlePaths(Collection<Agency> all) {
        Map<Agency, List<Agency>> children = all.stream().filter(agency -> agency.parent() != null)
                .collect(Collectors.groupingBy(Agency::parent));
        Deque<Agency> open = new ArrayDeque<>(all.stream().filter(agency -> agency.parent() == null).toList());
        while (!open.isEmpty()) {
            Agency agency = open.remove();
            agency.placeUnder(agency.parent());
            open.addAll(children.getOrDefault(agency, List.of()));
        }
    }

    /** @throws BusinessException.Conflict when somebody else changed or added the same */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("organisation.agencies-changed");
        }
    }

    public Optional<Agency> find(String code) {
        return entities.createQuery("SELECT a FROM Agency a WHERE a.code = :code", Agency.class)
                .setParameter("code", code)
                .getResultStream().findFirst();
    }

    public Agency get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-agency", code));
    }
}
