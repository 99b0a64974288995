package vn.thang.organisation;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whom an administrator administers: people who hold or held a role in one of the subtrees, and whose present and coming
 * roles all lie there; at the root, everybody. One condition decides lists and single persons alike.
 */
record PeopleScope(List<String> subtrees, String rootPath, LocalDate today) {

    boolean national() {
        return subtrees.stream().anyMatch(rootPath::startsWith);
    }

    /** A condition on the person p. */
    String condition() {
        if (national()) {
            return "1 = 1";
        }
        String inside = IntStream.range(0, subtrees.size()).mapToObj(i -> "m.agency.path LIKE :subtree" + i)
                .collect(Collectors.joining(" OR ", "(", ")"));
        return "EXISTS (SELECT m.id FROM Membership m WHERE m.person = p AND " + inside + ")"
                + " AND NOT EXISTS (SELECT m.id FROM Membership m WHERE m.person = p"
                + " AND (m.validTo IS NULL OR m.validTo >= :today) AND NOT " + inside + ")";
    }

    <Q extends Query> Q bind(Q query) {
        if (!national()) {
            query.setParameter("today", today);
            IntStream.range(0, subtrees.size()).forEach(i -> query.setParameter("subtree" + i, subtrees.get(i) + "%"));
        }
        return query;
    }
}
