package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/** Notices go after their time. */
@ApplicationScoped
class RetainedNotices implements Retained {

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return "notice";
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("DELETE FROM notice WHERE created_at < :before LIMIT :most")
                .bind("before", before).bind("most", most).execute());
    }
}
