package vn.thang.indicator.measured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.indicator.period.Period;
import vn.thang.organisation.agency.FormerSelves;

/**
 * Since when agencies are expected to report what holds their levels down: since somebody of their type ever did, for before that the
 * source does not reach them, and since they are there, or what they came of was. One statement, and none where of every agency
 * something is known that holds its levels down.
 */
@ApplicationScoped
class ExpectedReadings {

    /**
     * Of what was published, what had come by then: an older period that came later says nothing of what was expected before. A
     * value and no EXISTS, which the database would turn into a join over every agency for every sum; a value is remembered for
     * the period, and its first row is enough.
     */
    private static final String ARRIVED = """
            AND (SELECT 1 FROM agency x
                STRAIGHT_JOIN reading r ON r.agency_id = x.id AND r.indicator = s.indicator AND r.period = s.period
                WHERE x.type = s.type AND r.arrived_at <= :latest LIMIT 1) = 1""";
    /** The first period of a type is the first row of an index, of which the database thinks that it would read many. */
    private static final String EXPECTED = """
            WITH RECURSIVE %s,
            origin (agency, begun) AS (
                SELECT h.agency, MIN(COALESCE(o.valid_from, DATE '1000-01-01'))
                FROM former h JOIN agency o ON o.id = h.member GROUP BY h.agency),
            asked (indicator) AS (VALUES <inputs>),
            reached (indicator, type, period) AS (
                SELECT q.indicator, t.type, (
                    SELECT s.period FROM reading_sum s FORCE INDEX (reading_sum_reached)
                    WHERE s.indicator = q.indicator AND s.type = t.type AND s.readings > 0 <arrived>
                    ORDER BY s.period LIMIT 1)
                FROM (SELECT DISTINCT a.type FROM agency a WHERE a.id IN (<agencies>)) t JOIN asked q)
            SELECT a.id AS agency, a.type, LEAST(a.valid_from, COALESCE(g.begun, a.valid_from)) AS begun, t.indicator,
                t.period AS reached
            FROM agency a JOIN reached t ON t.type = a.type AND t.period IS NOT NULL
            LEFT JOIN origin g ON g.agency = a.id
            WHERE a.id IN (<agencies>)"""
            .formatted(FormerSelves.merged("p.agency_id IN (<agencies>)", ":day"));

    @Inject
    private Jdbi jdbi;

    /** Public so that its values are bound by name. */
    public record Input(String indicator) {
    }

    /** @param begun null where nobody knows since when the agency is there */
    private record Line(long agency, String type, LocalDate begun, String indicator, LocalDate reached) {
    }

    /**
     * What is expected of an agency.
     *
     * @param begun   since when it is there; null for always
     * @param reached the first day of the first period that its type reported, by what is read
     */
    record Expected(String type, LocalDate begun, Map<String, LocalDate> reached) {

        /** Returns the first period that the agency should have reported; empty where the indicator is none of its type. */
        Optional<Period> first(Measure measure) {
            Indicator indicator = measure.indicator();
            if (!indicator.scope().contains(type) || !reached.keySet().containsAll(indicator.inputs())) {
                return Optional.empty();
            }
            return indicator.inputs().stream().map(reached::get).max(Comparator.naturalOrder())
                    .map(begin -> new Period(indicator.period(), begin)).map(this::whenThere);
        }

        private Period whenThere(Period reached) {
            if (begun == null || !begun.isAfter(reached.end())) {
                return reached;
            }
            Period due = Period.at(reached.kind(), begun);
            return due.end().isBefore(begun) ? due.forward(1) : due;
        }
    }

    /** What is expected of some agencies; it is asked of the database once somebody wants to know, and then of all of them. */
    static final class Awaited {

        private final Supplier<Map<Long, Expected>> question;
        private Map<Long, Expected> answer;

        private Awaited(Supplier<Map<Long, Expected>> question) {
            this.question = question;
        }

        /** Returns the first period that the agency should have reported; empty where nothing is expected of it. */
        Optional<Period> first(long agency, Measure measure) {
            if (answer == null) {
                answer = question.get();
            }
            return Optional.ofNullable(answer.get(agency)).flatMap(expected -> expected.first(measure));
        }
    }

    /** Returns what is expected of these agencies, without asking yet. */
    Awaited of(MeasuredLevels.Known known, LocalDate day, Collection<Measure> measures) {
        return new Awaited(() -> asked(known, day, measures));
    }

    /** By agency; absent is of whose type nobody ever reported anything of this. */
    private Map<Long, Expected> asked(MeasuredLevels.Known known, LocalDate day, Collection<Measure> measures) {
        List<String> inputs = measures.stream().filter(Measure::caps)
                .flatMap(measure -> measure.indicator().inputs().stream()).distinct().toList();
        Map<Long, Expected> expected = new HashMap<>();
        if (!inputs.isEmpty()) {
            Optional<Instant> latest = known.arrivedBy().values().stream().anyMatch(Objects::isNull) ? Optional.empty()
                    : Optional.of(Collections.max(known.arrivedBy().values()));
            jdbi.useHandle(sql -> sql.createQuery(EXPECTED).define("arrived", latest.isPresent() ? ARRIVED : "")
                    .bindMap(latest.isPresent() ? Map.of("latest", latest.get()) : Map.of()).bind("day", day)
                    .bindMethodsList("inputs", inputs.stream().map(Input::new).toList(), List.of("indicator"))
                    .bindList("agencies", List.copyOf(known.arrivedBy().keySet()))
                    .mapTo(Line.class)
                    .forEach(line -> expected
                            .computeIfAbsent(line.agency(),
                                    agency -> new Expected(line.type(), line.begun(), new TreeMap<>()))
                            .reached().put(line.indicator(), line.reached())));
        }
        return expected;
    }
}
