package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.thang.report.form.FormPackage;
import vn.thang.report.room.ReportForm.State;

/** The forms of reports in the database, and the only way to their tables. */
@ApplicationScoped
class ReportForms {

    private static final String FORM = """
            SELECT f.id, f.report, f.name, f.kind, p.full_name AS person, f.made_at,
                (SELECT COUNT(*) FROM report_form_version v WHERE v.form_id = f.id) AS versions,
                (SELECT MAX(v.number) FROM report_form_version v WHERE v.form_id = f.id AND v.state = :published)
                    AS published
            FROM report_form f JOIN person p ON p.id = f.made_by
            """;
    private static final String VERSION = """
            SELECT v.id, v.form_id AS form, v.number, v.file_name, v.sha256, v.state, u.full_name AS uploader,
                v.uploaded_at, k.full_name AS keeper, v.kept_at, b.full_name AS publisher, v.published_at,
                w.full_name AS withdrawer, v.withdrawn_at,
                EXISTS (SELECT 1 FROM report_run r WHERE r.form_version_id = v.id AND r.sha256 IS NOT NULL) AS tried
            FROM report_form_version v JOIN person u ON u.id = v.uploaded_by
            LEFT JOIN person k ON k.id = v.kept_by LEFT JOIN person b ON b.id = v.published_by
            LEFT JOIN person w ON w.id = v.withdrawn_by
            """;

    @Inject
    private Jdbi jdbi;

    /** Lists the forms by name. */
    List<ReportForm> list() {
        return jdbi.withHandle(sql -> sql.createQuery(FORM + "ORDER BY f.report, f.name").bind("published",
                State.PUBLISHED).mapTo(ReportForm.class).list());
    }

    Optional<ReportForm> find(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(FORM + "WHERE f.id = :id").bind("published", State.PUBLISHED)
                .bind("id", id).mapTo(ReportForm.class).findOne());
    }

    Optional<ReportForm> find(String report, String name) {
        return jdbi.withHandle(sql -> sql.createQuery(FORM + "WHERE f.report = :report AND f.name = :name")
                .bind("published", State.PUBLISHED).bind("report", report).bind("name", name)
                .mapTo(ReportForm.class).findOne());
    }

    /** Lists the versions of a form, the newest first. */
    List<ReportForm.Version> versions(long form) {
        return jdbi.withHandle(sql -> sql.createQuery(VERSION + "WHERE v.form_id = :form ORDER BY v.number DESC")
                .bind("form", form).mapTo(ReportForm.Version.class).list());
    }

    /** Finds a version and holds its form, so that what is done to it next is done once. */
    Optional<ReportForm.Version> held(long version) {
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT id FROM report_form
                WHERE id = (SELECT form_id FROM report_form_version WHERE id = :version) FOR UPDATE""")
                .bind("version", version).mapTo(Long.class).findOne());
        return version(version);
    }

    Optional<ReportForm.Version> version(long version) {
        return jdbi.withHandle(sql -> sql.createQuery(VERSION + "WHERE v.id = :version").bind("version", version)
                .mapTo(ReportForm.Version.class).findOne());
    }

    /** Lists what the published forms of a report are filled by. */
    List<ReportForm.Filling> published(String report) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT v.id AS version, f.report, f.name, f.kind, v.state
                FROM report_form_version v JOIN report_form f ON f.id = v.form_id
                WHERE f.report = :report AND v.state = :published ORDER BY f.name""").bind("report", report)
                .bind("published", State.PUBLISHED).mapTo(ReportForm.Filling.class).list());
    }

    Optional<ReportForm.Filling> filling(long version) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT v.id AS version, f.report, f.name, f.kind, v.state
                FROM report_form_version v JOIN report_form f ON f.id = v.form_id WHERE v.id = :version""")
                .bind("version", version).mapTo(ReportForm.Filling.class).findOne());
    }

    /** Returns the template of a version. */
    byte[] template(long version) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT content FROM report_form_version WHERE id = :version")
                .bind("version", version).mapTo(byte[].class).one());
    }

    long add(String report, String name, FormPackage.Template template, long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO report_form (report, name, kind, made_by, made_at)
                VALUES (:report, :name, :kind, :person, :now)""").bind("report", report).bind("name", name)
                .bind("kind", template.kind()).bind("person", person).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    long addVersion(long form, FormPackage.Template template, long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO report_form_version (form_id, number, file_name, content, sha256, state, uploaded_by,
                    uploaded_at)
                SELECT f.id, 1 + COALESCE((SELECT MAX(v.number) FROM report_form_version v WHERE v.form_id = f.id), 0),
                    :file, :content, :sha256, :trial, :person, :now
                FROM report_form f WHERE f.id = :form""").bind("form", form).bind("file", template.name())
                .bind("content", template.content()).bind("sha256", template.sha256()).bind("trial", State.TRIAL)
                .bind("person", person).bind("now", now).executeAndReturnGeneratedKeys("id").mapTo(Long.class)
                .one());
    }

    void keep(long version, long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE report_form_version SET state = :state, kept_by = :person, kept_at = :now WHERE id = :version""")
                .bind("state", State.KEPT).bind("person", person).bind("now", now).bind("version", version).execute());
    }

    /** Puts a version into use; what was in use of the form before no longer is. */
    void publish(ReportForm.Version version, long person, Instant now) {
        withdraw(version.form(), person, now);
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE report_form_version SET state = :state, published_by = :person, published_at = :now
                WHERE id = :version""").bind("state", State.PUBLISHED).bind("person", person).bind("now", now)
                .bind("version", version.id()).execute());
    }

    void withdraw(long form, long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE report_form_version SET state = :state, withdrawn_by = :person, withdrawn_at = :now
                WHERE form_id = :form AND state = :published""").bind("state", State.WITHDRAWN)
                .bind("published", State.PUBLISHED).bind("person", person).bind("now", now).bind("form", form)
                .execute());
    }
}
