package vn.thang.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All agencies. */
@ApplicationScoped
class Agencies {

    private static final String LINE = """
            SELECT NEW vn.thang.organisation.AgencyLine(a.id, a.code, a.name, a.nameEn, a.type, p.code, a.validFrom, a.validTo)
            FROM Agency a LEFT JOIN a.parent p""";

    @PersistenceContext
    private EntityManager entities;

    void add(Agency agency) {
        entities.persist(agency);
    }

    long count() {
        return entities.createQuery("SELECT COUNT(a) FROM Agency a", Long.class).getSingleResult();
    }

    boolean isEmpty() {
        return count() == 0;
    }

    /** All of them with parents and predecessors, by one statement. */
    List<Agency> listAll() {
        return entities.createQuery("SELECT DISTINCT a FROM Agency a LEFT JOIN FETCH a.predecessors", Agency.class)
                .getResultList();
    }

    /** The path of the whole country, or of everything while there are no agencies. */
    String rootPath() {
        return entities.createQuery("SELECT a.path FROM Agency a WHERE a.parent IS NULL", String.class)
                .getResultStream().findFirst().orElse("/");
    }

    Agency root() {
        return entities.createQuery("SELECT a FROM Agency a WHERE a.parent IS NULL", Agency.class).getSingleResult();
    }

    /** The root with its row locked: what must not happen twice at once waits here. */
    Agency lockedRoot() {
        Agency root = root();
        entities.lock(root, LockModeType.PESSIMISTIC_WRITE);
        return root;
    }

    /** A page of agencies by name; two statements however many there are. */
    Slice<AgencyLine> list(AgencyFilter filter, int page) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(a) FROM Agency a LEFT JOIN a.parent p" + where,
                Long.class);
        TypedQuery<AgencyLine> rows = entities.createQuery(LINE + where + " ORDER BY a.name, a.code", AgencyLine.class)
                .setMaxResults(Slice.SIZE);
        values.forEach(count::setParameter);
        values.forEach(rows::setParameter);
        return Slice.of(count.getSingleResult(), page, before -> rows.setFirstResult(before).getResultList());
    }

    /** The names of those agencies that tell a place, by code; the country tells none. */
    Map<String, String> placeNames(List<String> codes) {
        Map<String, String> names = new HashMap<>();
        if (!codes.isEmpty()) {
            entities.createQuery(LINE + " WHERE a.code IN :codes AND p.code IS NOT NULL", AgencyLine.class)
                    .setParameter("codes", codes).getResultList().forEach(line -> names.put(line.code(), line.name()));
        }
        return names;
    }

    private static String where(AgencyFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (filter.words() != null && !filter.words().isBlank()) {
            conditions.add(
                    "(a.code LIKE :code ESCAPE '!' OR " + Words.fits("a.name") + " OR " + Words.fits("a.nameEn") + ")");
            values.put("code", Words.beginning(filter.words()));
            values.put("words", Words.containing(filter.words()));
        }
        if (filter.type() != null) {
            conditions.add("a.type = :type");
            values.put("type", filter.type());
        }
        if (filter.parent() != null) {
            conditions.add("p.code = :parent");
            values.put("parent", filter.parent());
        }
        if (filter.at() != null) {
            conditions.add("(a.validFrom IS NULL OR a.validFrom <= :at) AND (a.validTo IS NULL OR a.validTo >= :at)");
            values.put("at", filter.at());
        }
        if (filter.unstaffed() != null) {
            conditions.add("""
                    a.type IN :assessed AND NOT EXISTS (SELECT m.id FROM Membership m JOIN m.person q
                    WHERE m.agency = a AND m.role IN :submitting AND q.active = TRUE AND m.validFrom <= :unstaffed
                    AND (m.validTo IS NULL OR m.validTo >= :unstaffed))""");
            values.put("assessed", AgencyType.assessed());
            values.put("submitting", Role.with(Permission.HAND_IN));
            values.put("unstaffed", filter.unstaffed());
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    AgencyLine line(Agency agency) {
        return entities.createQuery(LINE + " WHERE a = :agency", AgencyLine.class).setParameter("agency", agency)
                .getSingleResult();
    }

    /** Every line, by one statement. */
    List<AgencyLine> lines() {
        return entities.createQuery(LINE + " ORDER BY a.name, a.code", AgencyLine.class).getResultList();
    }

    /** Another text whenever an agency came, went or changed. */
    String standing() {
        return entities.createQuery("SELECT CONCAT(COUNT(a), ' ', SUM(a.version)) FROM Agency a", String.class)
                .getSingleResult();
    }

    /** From the root down to its parent. */
    List<AgencyLine> above(Agency agency) {
        return entities
                .createQuery(LINE + " WHERE a <> :agency AND :path LIKE CONCAT(a.path, '%') ORDER BY LENGTH(a.path)",
                        AgencyLine.class)
                .setParameter("agency", agency).setParameter("path", agency.path()).getResultList();
    }

    List<AgencyLine> predecessors(Agency agency) {
        return entities.createQuery(
                LINE + " WHERE EXISTS (SELECT o.id FROM Agency o JOIN o.predecessors f WHERE o = :agency AND f = a)"
                        + " ORDER BY a.name, a.code",
                AgencyLine.class).setParameter("agency", agency).getResultList();
    }

    List<AgencyLine> successors(Agency agency) {
        return entities
                .createQuery(LINE + " JOIN a.predecessors f WHERE f = :agency ORDER BY a.name, a.code",
                        AgencyLine.class)
                .setParameter("agency", agency).getResultList();
    }

    /** Gives every agency the path that follows from its parents, from the root downwards. */
    static void settlePaths(Collection<Agency> all) {
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
    void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw new BusinessException.Conflict("organisation.agencies-changed");
        }
    }

    Optional<Agency> find(String code) {
        return entities.createQuery("SELECT a FROM Agency a WHERE a.code = :code", Agency.class)
                .setParameter("code", code)
                .getResultStream().findFirst();
    }

    Agency get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-agency", code));
    }
}
