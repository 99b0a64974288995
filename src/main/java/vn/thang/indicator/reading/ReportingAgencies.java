package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The agencies that readings may be about. */
@ApplicationScoped
public class ReportingAgencies {

    /** The agency of the first level that an agency a is or stands below, by its path. */
    static final String FIRST_LEVEL = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";

    @Inject
    private Statements statements;

    /** Returns the agencies at or below the path that exist on the day, by code. */
    public Map<String, KnownAgency> below(String path, LocalDate day) {
        Map<String, KnownAgency> agencies = new HashMap<>();
        statements.list("SELECT code, id, type, " + FIRST_LEVEL + " FROM agency a WHERE path LIKE ? AND (valid_to IS NULL OR valid_to >= ?)",
                List.of(path + "%", Date.valueOf(day)),
                row -> agencies.put(row.getString(1), new KnownAgency(row.getLong(2), row.getString(3), row.getString(4))));
        return agencies;
    }
}
