package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.reading.PublishedVersions.Kind;
import vn.thang.platform.BusinessException;

/** The drafts in the database, and the only way to their table. */
@ApplicationScoped
class Drafts {

    /** The newest are shown; older ones keep their addresses. */
    private static final int SHOWN = 50;
    private static final String SELECT = """
            SELECT d.id, d.kind, d.ref, d.name, d.sha256, d.state, d.uploaded_by, u.full_name AS uploader, d.uploaded_at,
                d.proposed_by, p.full_name AS proposer, d.proposed_at, c.full_name AS decider, d.decided_at, d.reason
            FROM model_draft d JOIN person u ON u.id = d.uploaded_by
            LEFT JOIN person p ON p.id = d.proposed_by LEFT JOIN person c ON c.id = d.decided_by
            """;

    @Inject
    private Jdbi jdbi;

    /** Adds a draft; answers its id. */
    long add(Kind kind, String ref, String name, String sha256, byte[] content, Long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO model_draft (kind, ref, name, sha256, content, state, uploaded_by, uploaded_at)
                VALUES (:kind, :ref, :name, :sha256, :content, :state, :person, :now)""").bind("kind", kind)
                .bind("ref", ref).bind("name", name)
                .bind("sha256", sha256).bind("content", content).bind("state", DraftState.UPLOADED)
                .bind("person", person).bind("now", now).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** @throws BusinessException.NotFound where there is none */
    Draft get(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + "WHERE d.id = :id").bind("id", id).mapTo(Draft.class)
                .findOne()).orElseThrow(() -> new BusinessException.NotFound("draft.unknown"));
    }

    /** The uploaded file of a draft that there is. */
    byte[] content(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT content FROM model_draft WHERE id = :id").bind("id", id)
                .mapTo(byte[].class).one());
    }

    /** The newest first. */
    List<Draft> list() {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + "ORDER BY d.id DESC LIMIT :most").bind("most", SHOWN)
                .mapTo(Draft.class).list());
    }

    /** Published versions with who published them, the newest first. */
    List<PublishedVersion> published() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT v.kind, v.ref, v.sha256, v.published_at, p.full_name AS proposer, c.full_name AS publisher
                FROM model_version v LEFT JOIN person p ON p.id = v.proposed_by
                LEFT JOIN person c ON c.id = v.published_by ORDER BY v.number DESC""").mapTo(PublishedVersion.class)
                .list());
    }

    /** @throws BusinessException.Conflict when it is no longer in the state that was seen */
    void propose(Draft draft, Long person, Instant now) {
        once(jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE model_draft SET state = :next, proposed_by = :person, proposed_at = :now
                WHERE id = :id AND state = :seen""").bind("next", DraftState.PROPOSED).bind("person", person)
                .bind("now", now).bind("id", draft.id()).bind("seen", draft.state()).execute()));
    }

    /** @throws BusinessException.Conflict when it is no longer in the state that was seen */
    void decide(Draft draft, DraftState decided, String reason, Long person, Instant now) {
        once(jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE model_draft SET state = :next, decided_by = :person, decided_at = :now, reason = :reason
                WHERE id = :id AND state = :seen""").bind("next", decided).bind("person", person).bind("now", now)
                .bind("reason", reason).bind("id", draft.id()).bind("seen", draft.state()).execute()));
    }

    /**
     * Lets one person after the other publish, as a version is checked among all that are published.
     *
     * @throws BusinessException.Conflict where another version was published since this transaction began to read
     */
    void takeTurn() {
        int seen = jdbi
                .withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM model_version").mapTo(Integer.class).one());
        int published = jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM model_version FOR UPDATE")
                .mapTo(Integer.class).one());
        if (seen != published) {
            throw new BusinessException.Conflict("draft.another-published");
        }
    }

    private static void once(int changed) {
        if (changed == 0) {
            throw new BusinessException.Conflict("draft.changed");
        }
    }
}
