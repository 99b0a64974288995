package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.change.ChangeTopic;
import vn.thang.organisation.change.Concerned;
import vn.thang.organisation.change.Following;
import vn.thang.organisation.change.Rearrangement;

/** What becomes of readings of agencies that end, and of the tokens by which they come. */
@ApplicationScoped
class ReadingsConcerned implements Concerned {

    @Inject
    private Jdbi jdbi;

    private record Kept(long readings, long tokens) {
    }

    @Override
    public List<Following> foresee(Rearrangement change) {
        List<Following> all = new ArrayList<>();
        if (change.ending().isEmpty()) {
            return all;
        }
        Kept kept = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) AS readings, (
                    SELECT COUNT(*) FROM reading_token t WHERE t.agency_id IN (<ending>) AND t.ended_at IS NULL) AS tokens
                FROM reading r WHERE r.agency_id IN (<ending>)""").bindList("ending", change.ending()).mapTo(Kept.class)
                .one());
        if (kept.readings() > 0) {
            all.add(Following.of(ChangeTopic.HISTORY, change.kind().joins() ? "organisation.change.readings-joined"
                    : "organisation.change.readings-stay", kept.readings(), change.day()));
        }
        if (kept.tokens() > 0) {
            all.add(Following.of(ChangeTopic.HISTORY, "organisation.change.tokens", kept.tokens()));
        }
        return all;
    }
}
