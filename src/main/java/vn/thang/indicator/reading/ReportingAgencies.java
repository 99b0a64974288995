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
            SELECT code, id, type, %s AS first_level, valid_from, valid_to FROM agency a
            """.formatted(FirstLevel.OF_AGENCY);
    private static final String BELOW = LINES + """
            WHERE path LIKE CONCAT(:path, '%%') AND %s""".formatted(Lasting.since("a", ":day"));
    /** Those too that are gone, also where what came of them is below the path. */
    private static final String EVER_BELOW = LINES + """
            WHERE path LIKE CONCAT(:path, '%') OR valid_to IS NOT NULL AND EXISTS (
                SELECT 1 FROM agency_predecessor p
                JOIN agency s ON s.id = p.agency_id
                WHERE p.predecessor_id = a.id AND s.path LIKE CONCAT(:path, '%'))""";

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
     * there then. An agency that closed is reported on by whoever reports on its successor, too.
     */
    public Map<String, KnownAgency> everBelow(String path) {
        return jdbi.withHandle(sql -> sql.createQuery(EVER_BELOW).bind("path", path).mapTo(Line.class)
                .collect(Collectors.toMap(Line::code, Line::agency)));
    }
}
