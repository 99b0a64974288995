package vn.thang.organisation.people.administration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Subtrees;

/**
 * Whom an administrator administers: people who hold or held a role in one of the subtrees, and whose present and coming
 * roles all lie there; at the root, everybody. One condition decides lists and single persons alike.
 */
record PeopleScope(List<String> subtrees, String rootPath, LocalDate today) {

    private boolean national() {
        return subtrees.stream().anyMatch(rootPath::startsWith);
    }

    /** A condition in SQL on the row p of a person. */
    String condition() {
        if (national()) {
            return "1 = 1";
        }
        String inside = new Subtrees(subtrees).condition("s.path");
        String role = "EXISTS (SELECT 1 FROM membership m JOIN agency s ON s.id = m.agency_id WHERE m.person_id = p.id AND ";
        return role + inside + ") AND NOT " + role + Lasting.since("m", ":scoped") + " AND NOT " + inside
                + ")";
    }

    /** The parameters of the condition. */
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new HashMap<>();
        if (!national()) {
            arguments.put("scoped", today);
            arguments.putAll(new Subtrees(subtrees).values());
        }
        return arguments;
    }
}
