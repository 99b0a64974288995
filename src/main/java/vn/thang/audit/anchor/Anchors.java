package vn.thang.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.TrailLine;

/** All anchors of the trail outside of the database. */
@ApplicationScoped
public class Anchors {

    private static final String ANCHOR = "SELECT number, block, stamped_at, authority, token FROM trail_anchor";

    @Inject
    private Jdbi jdbi;

    protected Anchors() {
    }

    /** The anchors of a database, for reading without a server. */
    public Anchors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The newest publication of a round that is sealed.
     *
     * @param block number of the block; null while there is none
     */
    record Publication(Long block, Instant at) {
    }

    public List<Anchor> list() {
        return jdbi.withHandle(sql -> sql.createQuery(ANCHOR + " ORDER BY number").mapTo(Anchor.class).list());
    }

    public Optional<Anchor> last() {
        return jdbi.withHandle(
                sql -> sql.createQuery(ANCHOR + " ORDER BY number DESC LIMIT 1").mapTo(Anchor.class).findOne());
    }

    Publication publication() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT MAX(s.block) AS block, MAX(e.at) AS at FROM change_log e JOIN trail_seal s ON s.entry_id = e.id
                WHERE e.action = :action""").bind("action", TrailLine.PUBLISH).mapTo(Publication.class).one());
    }

    void add(Anchor anchor) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO trail_anchor (number, block, stamped_at, authority, token)
                VALUES (:number, :block, :stampedAt, :authority, :token)""").bindMethods(anchor).execute());
    }
}
