package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.core.target.Existence;
import vn.thang.organisation.agency.FirstLevel;
import vn.thang.organisation.agency.Lasting;

/** The agencies that readings may be about. */
@ApplicationScoped
public class ReportingAgencies {

    private static final String LINES = """
            SELECT a.code, a.id, a.type, %s AS first_level, a.valid_from, a.valid_to FROM agency a
            """.formatted(FirstLevel.OF_AGENCY);
    private static final String BELOW = LINES + """
            WHERE path LIKE CONCAT(:path, '%%') AND %s""".formatted(Lasting.since("a", ":day"));
    /** Those too that are gone by the day, also where what came of them, at once or over others, is below the path. */
    private static final String EVER_BELOW = """
            WITH RECURSIVE spoken_for (id) AS (
                SELECT id FROM agency WHERE path LIKE CONCAT(:path, '%')
                UNION
                SELECT f.id FROM spoken_for s
                JOIN agency_predecessor p ON p.agency_id = s.id
                JOIN agency f ON f.id = p.predecessor_id AND f.valid_to < :day)
            """ + LINES + """
            WHERE a.id IN (SELECT id FROM spoken_for)""";

    @Inject
    private Jdbi jdbi;

    private record Line(String code, long id, String type, String firstLevel, LocalDate validFrom,
            LocalDate validTo) {

        private KnownAgency agency() {
            return new KnownAgency(id, type, firstLevel, new Existence(validFrom, validTo));
        }
    }

    /** Returns the agencies at or below the path that exist on the day or on a later one, by code. */
    public Map<String, KnownAgency> below(String path, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery(BELOW).bind("path", path).bind("day", day).mapTo(Line.class)
                .collect(Collectors.toMap(Line::code, Line::agency)));
    }

    /**
     * Returns the agencies at or below the path that are or were there, by code: what is said of a period is asked of those who were
     * there then. An agency that is no more on the day is reported on by whoever reports on what came of it, too.
     */
    public Map<String, KnownAgency> everBelow(String path, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery(EVER_BELOW).bind("path", path).bind("day", day).mapTo(Line.class)
                .collect(Collectors.toMap(Line::code, Line::agency)));
    }
}
