package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.platform.Time;

/** The published versions of models and of the programme in the database, and the only way to their tables. They are added, and never change. */
@ApplicationScoped
class StoredVersions implements PublishedVersions {

    @Inject
    private Jdbi jdbi;

    private record Line(Kind kind, String ref, String sha256, boolean early, Instant publishedAt, String name,
            byte[] content) {
    }

    @Override
    public int last() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM model_version")
                .mapTo(Integer.class).one());
    }

    @Override
    public List<Version> list() {
        Map<String, Version> versions = new LinkedHashMap<>();
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT v.kind, v.ref, v.sha256, v.early, v.published_at, f.name, f.content
                FROM model_version v JOIN model_version_file f ON f.ref = v.ref ORDER BY v.number, f.name""")
                .mapTo(Line.class).forEach(line -> versions
                        .computeIfAbsent(line.ref(),
                                ref -> new Version(line.kind(), ref, line.sha256(), line.early(), new LinkedHashMap<>(),
                                        LocalDate.ofInstant(line.publishedAt(), Time.ZONE)))
                        .files().put(line.name(), line.content())));
        return List.copyOf(versions.values());
    }

    @Override
    public boolean add(Version version, Publication publication) {
        return jdbi.withHandle(sql -> {
            boolean added = sql.createUpdate("""
                    INSERT IGNORE INTO model_version (kind, ref, sha256, early, published_at, proposed_by, published_by)
                    VALUES (:kind, :ref, :sha256, :early, :at, :proposer, :publisher)""").bind("kind", version.kind())
                    .bind("ref", version.ref())
                    .bind("sha256", version.sha256()).bind("early", version.early())
                    .bind("at", publication.at())
                    .bind("proposer", publication.proposer()).bind("publisher", publication.publisher()).execute() == 1;
            if (added) {
                addFiles(sql, version);
            }
            return added;
        });
    }

    private static void addFiles(Handle sql, Version version) {
        PreparedBatch batch = sql.prepareBatch(
                "INSERT INTO model_version_file (ref, name, content) VALUES (:ref, :name, :content)");
        version.files().forEach((name, content) -> batch.bind("ref", version.ref()).bind("name", name)
                .bind("content", content).add());
        batch.execute();
    }
}
