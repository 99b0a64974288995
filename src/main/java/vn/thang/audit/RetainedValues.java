package vn.thang.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/** Addresses in the trail go after their time; the salted hash in the entry stays, so that the chain holds. */
@ApplicationScoped
public class RetainedValues implements Retained {

    /** What the table of retention calls them. */
    public static final String KIND = "trail-address";

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM trail_value WHERE kind = :address AND entry_id IN (
                    SELECT id FROM (SELECT e.id FROM change_log e
                        JOIN trail_value v ON v.entry_id = e.id AND v.kind = :address
                        WHERE e.at < :before ORDER BY e.at LIMIT :most) old)""")
                .bind("address", ApartValue.Kind.ADDRESS)
                .bind("before", before).bind("most", most).execute());
    }
}
