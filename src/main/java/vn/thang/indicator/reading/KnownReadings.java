package vn.thang.indicator.reading;

import static vn.thang.indicator.reading.Statements.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known already of the readings that a sheet brings. */
@ApplicationScoped
public class KnownReadings {

    @Inject
    private Statements statements;

    /** What a reading is about. */
    public record About(String indicator, LocalDate period, long agency) {

        public static About of(Reading reading) {
            return new About(reading.indicator(), reading.period().begin(), reading.agency());
        }
    }

    /** Everything that was ever said about one thing. */
    public static final class Known {
        private final Set<String> said = new HashSet<>();
        private Figure newest;
        private String newestSaid;

        /** Whether the source has said the very same before. */
        public boolean has(Reading reading) {
            return said.contains(HexFormat.of().formatHex(reading.payload()));
        }

        /** Whether something else stands in its place since. */
        public boolean isCorrected(Reading reading) {
            return has(reading) && !HexFormat.of().formatHex(reading.payload()).equals(newestSaid);
        }

        public Figure newest() {
            return newest;
        }
    }

    /** By what they are about; one statement for all of them. */
    public Map<About, Known> of(String source, Collection<Reading> readings) {
        Map<About, Known> known = new HashMap<>();
        if (readings.isEmpty()) {
            return known;
        }
        Set<About> wanted = readings.stream().map(About::of).collect(Collectors.toSet());
        List<String> indicators = readings.stream().map(Reading::indicator).distinct().toList();
        List<Date> periods = readings.stream().map(reading -> Date.valueOf(reading.period().begin())).distinct().toList();
        List<Long> agencies = readings.stream().map(Reading::agency).distinct().toList();
        List<Object> arguments = new ArrayList<>(agencies);
        arguments.addAll(indicators);
        arguments.addAll(periods);
        statements.list("SELECT indicator, period, agency_id, source, payload, numerator, denominator, value FROM reading WHERE agency_id IN ("
                + places(agencies.size()) + ") AND indicator IN (" + places(indicators.size()) + ") AND period IN (" + places(periods.size()) + ") ORDER BY id", arguments, row -> {
            About about = new About(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3));
            if (wanted.contains(about)) {
                Known one = known.computeIfAbsent(about, any -> new Known());
                one.newestSaid = HexFormat.of().formatHex(row.getBytes(5));
                one.newest = new Figure(row.getBigDecimal(6), row.getBigDecimal(7), row.getBigDecimal(8));
                if (row.getString(4).equals(source)) {
                    one.said.add(one.newestSaid);
                }
            }
            return null;
        });
        return known;
    }

    /** An agency as a sheet names it. */
    public record Named(long id, String code, String name, String type) {
    }

    /** The agencies that exist on a day, by code. */
    public List<Named> scope(LocalDate day) {
        return statements.list("SELECT id, code, name, type FROM agency WHERE valid_to IS NULL OR valid_to >= ? ORDER BY code", List.of(day),
                row -> new Named(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Names of all agencies, by code. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        statements.list("SELECT code, name FROM agency", List.of(), row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /** Names of some agencies, by code. */
    public Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        statements.list("SELECT code, name FROM agency WHERE code IN (" + places(codes.size()) + ")", codes, row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /** Places of some agencies in the tree, by code. */
    public Map<String, String> paths(Collection<String> codes) {
        Map<String, String> paths = new HashMap<>();
        statements.list("SELECT code, path FROM agency WHERE code IN (" + places(codes.size()) + ")", codes, row -> paths.put(row.getString(1), row.getString(2)));
        return paths;
    }
}
