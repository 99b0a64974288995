package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** The runs of reports in the database, and the only way to their table. */
@ApplicationScoped
class ReportRuns {

    private static final String SELECT = """
            SELECT r.id, r.report, r.parameters, r.format, p.full_name AS person, r.started_by = :person AS mine,
                r.started_at, r.work_id, r.row_count, r.sha256, w.state, f.name AS file,
                o.name AS form, v.number AS form_version
            FROM report_run r JOIN person p ON p.id = r.started_by
            LEFT JOIN work w ON w.id = r.work_id
            LEFT JOIN work_file f ON f.work_id = r.work_id
            LEFT JOIN report_form_version v ON v.id = r.form_version_id
            LEFT JOIN report_form o ON o.id = v.form_id
            """;
    private static final String SEEN = "WHERE r.report = :report AND (:all OR r.started_by = :person)";

    @Inject
    private Jdbi jdbi;

    /** Adds a run whose work is not started yet; answers its id. */
    long add(String report, String parameters, String format, Long form, Long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO report_run (report, parameters, format, form_version_id, started_by, started_at)
                VALUES (:report, :parameters, :format, :form, :person, :now)""").bind("report", report)
                .bind("form", form)
                .bind("parameters", parameters).bind("format", format).bind("person", person).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Tells which work makes the file of a run. Where that work makes the file of an earlier run already, there is no other. */
    void bind(long run, long work) {
        jdbi.useHandle(sql -> {
            boolean first = sql.createQuery("SELECT COUNT(*) FROM report_run WHERE work_id = :work")
                    .bind("work", work).mapTo(Long.class).one() == 0;
            if (first) {
                sql.createUpdate("UPDATE report_run SET work_id = :work WHERE id = :run").bind("work", work)
                        .bind("run", run).execute();
            } else {
                sql.createUpdate("DELETE FROM report_run WHERE id = :run").bind("run", run).execute();
            }
        });
    }

    /** Tells what came of a run. */
    void made(long run, int rows, String sha256) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE report_run SET row_count = :rows, sha256 = :sha256 WHERE id = :run""").bind("rows", rows)
                .bind("sha256", sha256).bind("run", run).execute());
    }

    /** Lists the runs of a report, those of all people or those of one; two statements. */
    Slice<ReportRun> list(String report, Long person, boolean all, Cut<ReportRunOrder> cut) {
        return jdbi.withHandle(sql -> Slice.of(
                sql.createQuery("SELECT COUNT(*) FROM report_run r " + SEEN).bind("report", report).bind("all", all)
                        .bind("person", person).mapTo(Long.class).one(),
                cut,
                (size, offset) -> sql
                        .createQuery(SELECT + SEEN + " ORDER BY " + cut.sql("r.id DESC")
                                + " LIMIT :size OFFSET :offset")
                        .bind("report", report).bind("all", all).bind("person", person).bind("size", size)
                        .bind("offset", offset).mapTo(ReportRun.class).list()));
    }

    /** Lists the newest finished run of each report that the person started. */
    List<ReportRun> newest(Long person, boolean all) {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + """
                WHERE r.id IN (SELECT MAX(n.id) FROM report_run n
                    WHERE n.sha256 IS NOT NULL AND (:all OR n.started_by = :person) GROUP BY n.report)""")
                .bind("person", person).bind("all", all).mapTo(ReportRun.class).list());
    }
}
