package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Retained;

/** Links for passwords and addresses that nobody used go some time after they have ended. */
@ApplicationScoped
class RetainedLinks implements Retained {

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return "password-link";
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM password_link WHERE valid_until < :before LIMIT :most""")
                .bind("before", before).bind("most", most).execute()
                + sql.createUpdate("DELETE FROM address_confirmation WHERE valid_until < :before LIMIT :most")
                        .bind("before", before).bind("most", most).execute());
    }
}
