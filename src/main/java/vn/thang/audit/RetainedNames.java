package vn.thang.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/** Names that somebody typed who could not sign in go after their time: a password may stand among them by mistake. */
@ApplicationScoped
class RetainedNames implements Retained {

    private static final String SIGN_IN_FAILED = "sign-in-failed";

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return "trail-typed-name";
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM trail_value WHERE kind <> :address AND entry_id IN (
                    SELECT id FROM (SELECT DISTINCT e.id FROM change_log e
                        JOIN trail_value v ON v.entry_id = e.id AND v.kind <> :address
                        WHERE e.at < :before AND e.action = :action LIMIT :most) old)""")
                .bind("address", ApartValue.Kind.ADDRESS).bind("action", SIGN_IN_FAILED).bind("before", before)
                .bind("most", most).execute());
    }
}
