package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.notice.mail.Outbox.MailState;
import vn.thang.platform.Retained;

/** Letters that were sent, dropped or given up go after their time; what stood in them are notices, which go by theirs. */
@ApplicationScoped
class RetainedLetters implements Retained {

    @Inject
    private Jdbi jdbi;

    @Override
    public String kind() {
        return "letter";
    }

    @Override
    public int remove(Instant before, int most) {
        return jdbi.withHandle(sql -> {
            List<Long> old = sql.createQuery("""
                    SELECT id FROM mail WHERE next_at < :before AND state <> :waiting ORDER BY id LIMIT :most""")
                    .bind("before", before).bind("waiting", MailState.WAITING).bind("most", most).mapTo(Long.class)
                    .list();
            if (!old.isEmpty()) {
                sql.createUpdate("UPDATE notice SET mail_id = NULL WHERE mail_id IN (<old>)").bindList("old", old)
                        .execute();
                sql.createUpdate("DELETE FROM mail WHERE id IN (<old>)").bindList("old", old).execute();
            }
            return old.size();
        });
    }
}
