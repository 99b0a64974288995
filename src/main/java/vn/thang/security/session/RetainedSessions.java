package vn.thang.security.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/** Sessions, with the address and the browser of each, go some time after they were used last. */
@ApplicationScoped
class RetainedSessions implements Retained {

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM open_session WHERE last_used_at < :before LIMIT :most""")
                .bind("before", before).bind("most", most).execute());
    }
}
