package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.core.target.Existence;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.InForce;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.organisation.agency.Lasting;

/** What is known already of the readings that a sheet brings. */
@ApplicationScoped
public class KnownReadings {

    private static final String SAID = """
            SELECT r.indicator, r.period, r.agency_id, r.source, r.payload, r.numerator, r.denominator, r.value,
                NOT %s AS waits
            FROM reading r
            WHERE r.agency_id IN (<agencies>) AND r.indicator IN (<indicators>) AND r.period IN (<periods>)
            ORDER BY r.id""".formatted(InForce.settled("r"));

    @Inject
    private Jdbi jdbi;

    private record Said(String indicator, LocalDate period, long agencyId, String source, byte[] payload,
            BigDecimal numerator, BigDecimal denominator, BigDecimal value, boolean waits) {
    }

    private record Written(String code, String text) {
    }

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
        private boolean newestWaits;

        /** Whether the source has said the very same before. */
        public boolean has(Reading reading) {
            return said.contains(HexFormat.of().formatHex(reading.payload()));
        }

        /** Whether something else stands in its place since. */
        public boolean isCorrected(Reading reading) {
            return has(reading) && !HexFormat.of().formatHex(reading.payload()).equals(newestSaid);
        }

        /**
         * Returns what is told of a line that was said before, while another value came since: that it is in force, or that it waits
         * for its confirmation and none is; empty otherwise.
         */
        public Optional<ReadingFault> earlier(ReadingRow row, Reading reading) {
            return isCorrected(reading)
                    ? Optional.of(new ReadingFault(row.line(),
                            newestWaits ? "reading.note.earlier-waits" : "reading.note.earlier",
                            List.of(row.agency(), reading.indicator(), reading.period().toString(),
                                    Figure.of(reading).text(), newest.text())))
                    : Optional.empty();
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
        jdbi.useHandle(sql -> sql.createQuery(SAID)
                .bindList("agencies", wanted.stream().map(About::agency).distinct().toList())
                .bindList("indicators", wanted.stream().map(About::indicator).distinct().toList())
                .bindList("periods", wanted.stream().map(About::period).distinct().toList())
                .mapTo(Said.class).forEach(said -> {
                    About about = new About(said.indicator(), said.period(), said.agencyId());
                    if (wanted.contains(about)) {
                        Known one = known.computeIfAbsent(about, any -> new Known());
                        one.newestSaid = HexFormat.of().formatHex(said.payload());
                        one.newestWaits = said.waits();
                        one.newest = new Figure(said.numerator(), said.denominator(), said.value());
                        if (said.source().equals(source)) {
                            one.said.add(one.newestSaid);
                        }
                    }
                }));
        return known;
    }

    /** An agency as a sheet names it, with the days on which it is there. */
    public record Named(long id, String code, String name, String type, LocalDate validFrom, LocalDate validTo) {

        public Existence existence() {
            return new Existence(validFrom, validTo);
        }
    }

    /** The agencies that exist on a day or on a later one, by code: those too that are gone since. */
    public List<Named> since(LocalDate day) {
        return jdbi.withHandle(sql -> sql
                .createQuery("""
                SELECT id, code, name, type, valid_from, valid_to FROM agency a WHERE %s ORDER BY code"""
                        .formatted(Lasting.since("a", ":day")))
                .bind("day", day).mapTo(Named.class).list());
    }

    /** Names of all agencies, by code. */
    public Map<String, String> names() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT code, name AS text FROM agency").mapTo(Written.class)
                .collect(Collectors.toMap(Written::code, Written::text)));
    }

    /** Names of some agencies, by code. */
    public Map<String, String> names(Collection<String> codes) {
        return written("SELECT code, name AS text FROM agency WHERE code IN (<codes>)", codes);
    }

    /**
     * Returns where those stand in the tree who speak for some agencies, by code: the agency itself first, and for one that is
     * no more on the day whatever came of it. Codes of no agency are absent.
     */
    public Map<String, List<String>> speaking(Collection<String> codes, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                WITH RECURSIVE heir (code, id, path, valid_to, step) AS (
                    SELECT code, id, path, valid_to, 0 FROM agency WHERE code IN (<codes>)
                    UNION
                    SELECT h.code, s.id, s.path, s.valid_to, h.step + 1 FROM heir h
                    JOIN agency_predecessor p ON p.predecessor_id = h.id
                    JOIN agency s ON s.id = p.agency_id
                    WHERE h.valid_to < :day)
                SELECT code, path AS text FROM heir ORDER BY step, id""").bindList("codes", List.copyOf(codes))
                .bind("day", day).mapTo(Written.class).collect(Collectors.groupingBy(Written::code,
                        Collectors.mapping(Written::text, Collectors.toList()))));
    }

    private Map<String, String> written(String query, Collection<String> codes) {
        return jdbi.withHandle(sql -> sql.createQuery(query).bindList("codes", List.copyOf(codes)).mapTo(Written.class)
                .collect(Collectors.toMap(Written::code, Written::text)));
    }
}
