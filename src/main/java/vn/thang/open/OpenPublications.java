package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.round.WithdrawnRounds;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;

/** What was made public of rounds, with its files. Rows are never changed but for their end. */
@ApplicationScoped
class OpenPublications {

    private static final String ALL = """
            SELECT o.id, r.code AS round, r.name, CONCAT(r.model_id, '/', r.model_version) AS model_ref, r.due_on,
                o.agencies, o.targets, o.hash, o.opened_at, o.closed_at
            FROM open_publication o JOIN assessment_round r ON r.id = o.round_id
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private WithdrawnRounds withdrawn;

    /** Lists what is public, the newest round first; figures of targets that may rest on a withdrawn round are public no more. */
    List<OpenPublication> open() {
        List<Withdrawn> rounds = withdrawn.list();
        return jdbi.withHandle(sql -> sql.createQuery(
                ALL + "WHERE o.closed_at IS NULL ORDER BY r.due_on DESC, o.id DESC").mapTo(OpenPublication.class)
                .list()).stream().map(one -> one.withdrawn(rounds).isEmpty() ? one : one.withoutTargets()).toList();
    }

    /** Lists the rounds that were withdrawn since the round was made public, and on which its figures of targets rested. */
    List<Withdrawn> withdrawn(String round) {
        return open(round).map(one -> one.withdrawn(withdrawn.list())).orElse(List.of());
    }

    /** Lists everything that is or was public, the newest first. */
    List<OpenPublication> all() {
        return jdbi.withHandle(sql -> sql.createQuery(ALL + "ORDER BY o.id DESC").mapTo(OpenPublication.class).list());
    }

    Optional<OpenPublication> open(String round) {
        return jdbi.withHandle(sql -> sql.createQuery(ALL + "WHERE o.closed_at IS NULL AND r.code = :round")
                .bind("round", round).mapTo(OpenPublication.class).findOne());
    }

    /** Lists the files for taking away, without their contents. */
    List<OpenFileLine> files(OpenPublication publication) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT name, media_type, size, sha256 FROM open_file
                WHERE publication_id = :publication AND name NOT LIKE '%/%' ORDER BY name""")
                .bind("publication", publication.id()).mapTo(OpenFileLine.class).list()).stream()
                .filter(file -> publication.targets() || !OpenFile.ofTargets(file.name())).toList();
    }

    Optional<OpenFile> file(OpenPublication publication, String name) {
        return !publication.targets() && OpenFile.ofTargets(name) ? Optional.empty()
                : jdbi.withHandle(sql -> sql.createQuery("""
                SELECT name, media_type, content, sha256 FROM open_file
                WHERE publication_id = :publication AND name = :name""").bind("publication", publication.id())
                        .bind("name", name).mapTo(OpenFile.class).findOne());
    }

    /** Ends what is public of a round; null is bound for a person where its results were withdrawn. */
    int close(String round, Long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE open_publication SET closed_by = :person, closed_at = :now
                WHERE closed_at IS NULL AND round_id = (SELECT id FROM assessment_round WHERE code = :round)""")
                .bind("person", person).bind("now", now).bind("round", round).execute());
    }

    /** Ends what is public of a round and answers its code; empty where nothing is. */
    Optional<String> close(long round, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE open_publication SET closed_at = :now WHERE closed_at IS NULL AND round_id = :round""")
                .bind("now", now).bind("round", round).execute() == 0 ? Optional.empty()
                        : sql.createQuery("SELECT code FROM assessment_round WHERE id = :round").bind("round", round)
                                .mapTo(String.class).findOne());
    }

    /** Stores what becomes public and answers its id. */
    long add(long round, Choice choice, String hash, long person, Instant now, List<OpenFile> files) {
        return jdbi.withHandle(sql -> {
            long id = sql.createUpdate("""
                    INSERT INTO open_publication (round_id, agencies, targets, hash, opened_by, opened_at)
                    VALUES (:round, :agencies, :targets, :hash, :person, :now)""").bind("round", round)
                    .bind("agencies", choice.agencies()).bind("targets", choice.targets()).bind("hash", hash)
                    .bind("person", person).bind("now", now).executeAndReturnGeneratedKeys("id").mapTo(Long.class)
                    .one();
            PreparedBatch insert = sql.prepareBatch("""
                    INSERT INTO open_file (publication_id, name, media_type, content, size, sha256)
                    VALUES (:publication, :name, :type, :content, :size, :sha256)""");
            files.forEach(file -> insert.bind("publication", id).bind("name", file.name())
                    .bind("type", file.mediaType()).bind("content", file.content()).bind("size", file.size())
                    .bind("sha256", file.sha256())
                    .add());
            insert.execute();
            return id;
        });
    }
}
