package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The agencies that readings may be about. */
@ApplicationScoped
public class ReportingAgencies {

    /** The agency of the first level that an agency a is or stands below, by its path. */
    static final String FIRST_LEVEL = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";
    private static final String BELOW = """
            SELECT code, id, type, %s AS first_level FROM agency a
            WHERE path LIKE CONCAT(:path, '%%') AND (valid_to IS NULL OR valid_to >= :day)""".formatted(FIRST_LEVEL);

    @Inject
    private Jdbi jdbi;

    private record Line(String code, long id, String type, String firstLevel) {
    }

    /** Returns the agencies at or below the path that exist on the day, by code. */
    public Map<String, KnownAgency> below(String path, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery(BELOW).bind("path", path).bind("day", day).mapTo(Line.class)
                .collect(Collectors.toMap(Line::code,
                        line -> new KnownAgency(line.id(), line.type(), line.firstLevel()))));
    }
}
