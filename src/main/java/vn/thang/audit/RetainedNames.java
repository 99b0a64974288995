package vn.thang.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/**
 * Names of people that entries keep apart go after their time: those that somebody typed who could not sign in, among which a
 * password may stand by mistake, those of accounts elsewhere, and what
 * was looked for in a list that somebody took away.
 */
@ApplicationScoped
public class RetainedNames implements Retained {

    /** What the table of retention calls them. */
    public static final String KIND = "trail-typed-name";
    /** The entries whose values go after their time. */
    public static final List<String> ACTIONS = List.of("sign-in-failed", "connect-identity", "remove-identity",
            "take-list",
            "download");

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM trail_value WHERE kind <> :address AND entry_id IN (
                    SELECT id FROM (SELECT DISTINCT e.id FROM change_log e
                        JOIN trail_value v ON v.entry_id = e.id AND v.kind <> :address
                        WHERE e.at < :before AND e.action IN (<actions>) LIMIT :most) old)""")
                .bind("address", ApartValue.Kind.ADDRESS).bindList("actions", ACTIONS).bind("before", before)
                .bind("most", most).execute());
    }
}
