package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.sql.NamedRows;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** Sends the statements of reports. Roles and states reach them as parameters that every statement may name. */
@ApplicationScoped
class ReportQuery {

    /** What every statement may name besides the parameters of its report. */
    static final Set<String> ALWAYS = Set.of("today", "answering", "objected");

    @Inject
    private Jdbi jdbi;

    /** Returns the columns that the statement of a report gives. */
    Set<String> columns(Report report) {
        Map<String, Object> nothing = new HashMap<>();
        report.parameters().forEach(parameter -> nothing.put(parameter.bound(), null));
        nothing.put("today", null);
        return jdbi.withHandle(sql -> NamedRows.columns(bound(sql,
                "SELECT * FROM (" + report.query().orElseThrow() + ") report LIMIT 0", nothing)));
    }

    /** Hands over one row after the other by the names of its columns. */
    void each(Report report, Map<String, Object> parameters, Consumer<Map<String, Object>> reader) {
        jdbi.useHandle(sql -> NamedRows.each(bound(sql, report.query().orElseThrow(), parameters), reader));
    }

    private static Query bound(Handle sql, String statement, Map<String, Object> parameters) {
        return sql.createQuery(statement)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindMap(parameters).bind("answering", Stage.ANSWERING)
                .bind("objected", Step.OBJECT)
                .bindList("handedIn", AssessmentState.handedIn())
                .bindList("contacts", Role.with(Permission.HAND_IN));
    }
}
