package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.FirstLevel;
import vn.thang.organisation.Lasting;

/** The agencies that readings may be about. */
@ApplicationScoped
public class ReportingAgencies {

    private static final String BELOW = """
            SELECT code, id, type, %s AS first_level FROM agency a
            WHERE path LIKE CONCAT(:path, '%%') AND %s""".formatted(FirstLevel.OF_AGENCY, Lasting.since("a", ":day"));

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
