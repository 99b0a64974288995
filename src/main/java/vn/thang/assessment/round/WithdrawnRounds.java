package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.sql.Flushed;

/** The rounds whose published results were withdrawn: what was kept of figures before may rest on them. */
@ApplicationScoped
public class WithdrawnRounds {

    @Inject
    private Flushed flushed;

    /**
     * A round whose results do not hold any more.
     *
     * @param publishedAt when the last of its results was published; null where that is not known
     */
    public record Withdrawn(String code, String name, LocalDate dueOn, Instant publishedAt, Instant withdrawnAt) {

        /** Returns whether figures of this moment may rest on it, which was published then and not yet withdrawn. */
        public boolean heldAt(Instant moment) {
            return withdrawnAt.isAfter(moment) && (publishedAt == null || !publishedAt.isAfter(moment));
        }
    }

    /** Lists them, the oldest first; a rehearsal is no figure of the country and is not among them. */
    public List<Withdrawn> list() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT r.code, r.name, r.due_on, w.confirmed_at AS withdrawn_at,
                    (SELECT MAX(s.published_at) FROM assessment s WHERE s.round_id = r.id) AS published_at
                FROM assessment_round r
                JOIN round_withdrawal w ON w.round_id = r.id AND w.confirmed_at IS NOT NULL
                WHERE r.state = :withdrawn AND NOT r.rehearsal ORDER BY r.due_on, r.code""")
                .bind("withdrawn", RoundState.WITHDRAWN).mapTo(Withdrawn.class).list());
    }
}
