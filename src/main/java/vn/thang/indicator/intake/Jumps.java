package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.coverage.Covered;
import vn.thang.indicator.coverage.CoveredPeriods;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.InForce;
import vn.thang.indicator.reading.Reading;
import vn.thang.organisation.agency.FormerSelves;

/**
 * The readings that moved too far from the last covered period, and those that say nothing where there was something: found, kept, and
 * waiting until they are confirmed.
 */
@ApplicationScoped
public class Jumps {

    /** In how many periods before it, for which enough agencies reported, a reading is looked for to compare with. */
    private static final int LOOKED_BACK = 8;
    private static final String BEFORE = """
            SELECT r.agency_id AS agency, r.period, r.numerator, r.denominator, r.value
            FROM reading r
            WHERE r.agency_id IN (<agencies>) AND r.indicator = :indicator AND r.period IN (<periods>)
                AND\s""" + InForce.newest("r");
    /** Who was merged into agencies, with the same of these. */
    private static final String MERGED = """
            WITH RECURSIVE %s
            SELECT f.agency, s.valid_from AS since, f.member, m.valid_from AS member_from, f.ended, r.period, r.numerator,
                r.denominator, r.value
            FROM former f
            JOIN agency s ON s.id = f.agency
            JOIN agency m ON m.id = f.member
            LEFT JOIN reading r ON r.agency_id = f.member AND r.indicator = :indicator AND r.period IN (<periods>)
                AND %s""".formatted(FormerSelves.merged("p.agency_id IN (<agencies>)", ":today"), InForce.newest("r"));
    /** The newest of every period that waits for nothing, of agencies and those that were merged into them. */
    private static final String EVER = """
            WITH RECURSIVE %s
            SELECT f.agency, f.member, f.ended, r.period, r.numerator, r.denominator, r.value
            FROM former f
            JOIN reading r ON r.agency_id = f.member AND r.indicator = :indicator
            WHERE r.id = (SELECT MAX(o.id) FROM reading o
                WHERE o.agency_id = r.agency_id AND o.indicator = r.indicator AND o.period = r.period AND %s)
            """.formatted(FormerSelves.of("a.id IN (<agencies>)", ":today"), InForce.settled("o"));
    private static final String KEEP = """
            INSERT INTO reading_jump (reading_id, kind, before_period, before_numerator, before_denominator, before_value)
            VALUES (:reading, :kind, :beforePeriod, :numerator, :denominator, :value)""";
    private static final String ADDED = """
            SELECT id, agency_id AS agency, indicator, period FROM reading
            WHERE batch_id = :batch AND agency_id IN (<agencies>)""";
    private static final String LINE = """
            SELECT r.id, a.code AS agency, a.name, a.name_en, a.id AS agency_id, r.indicator, r.period, r.numerator, r.denominator,
                r.value, j.kind, j.before_period, j.before_numerator, j.before_denominator, j.before_value, r.source, b.way,
                b.sent_by, p.full_name AS sender, r.arrived_at, j.confirmed_at,
                %s AS replaced
            FROM reading_jump j
            JOIN reading r ON r.id = j.reading_id
            JOIN reading_batch b ON b.id = r.batch_id
            JOIN agency a ON a.id = r.agency_id
            LEFT JOIN person p ON p.id = b.sent_by
            WHERE r.id = :reading""".formatted(InForce.replaced("r"));

    private static final String WAITING = """
            SELECT COUNT(*) FROM reading_jump j JOIN reading r ON r.id = j.reading_id
            WHERE j.confirmed_at IS NULL AND r.indicator IN (<indicators>)
                AND NOT\s""" + InForce.replaced("r");

    @Inject
    private Jdbi jdbi;

    @Inject
    private CoveredPeriods covered;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    private record Added(long id, long agency, String indicator, LocalDate period) {

        private KnownReadings.About about() {
            return new KnownReadings.About(indicator, period, agency);
        }
    }

    private record Before(long agency, LocalDate period, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value) {
    }

    /** @param sentBy id of the person who answers for the batch; null where nobody is known */
    private record Line(long id, String agency, String name, String nameEn, long agencyId, String indicator,
            LocalDate period, BigDecimal numerator, BigDecimal denominator, BigDecimal value, Jump.Kind kind,
            LocalDate beforePeriod, BigDecimal beforeNumerator, BigDecimal beforeDenominator, BigDecimal beforeValue,
            String source, String way, Long sentBy, String sender, Instant arrivedAt, Instant confirmedAt,
            boolean replaced) {
    }

    /** Finds those of the readings, by what they are about, that moved too far; some statements for each indicator. */
    public Map<KnownReadings.About, Jump> among(List<Reading> readings) {
        Map<String, List<Reading>> byIndicator = readings.stream().filter(one -> one.numerator() != null
                || catalog.indicator(one.indicator()).filter(of -> of.unit().equals("percent")).isPresent())
                .collect(Collectors.groupingBy(Reading::indicator));
        Map<String, Indicator> indicators = byIndicator.keySet().stream()
                .flatMap(code -> catalog.indicator(code).stream())
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        Map<KnownReadings.About, Jump> jumps = new HashMap<>();
        Map<String, Covered> periods = covered.of(indicators.values());
        byIndicator.forEach((code, some) -> among(indicators.get(code), some, periods.get(code), jumps));
        return jumps;
    }

    private void among(Indicator indicator, List<Reading> readings, Covered covered,
            Map<KnownReadings.About, Jump> jumps) {
        Map<LocalDate, List<LocalDate>> looked = new HashMap<>();
        Set<LocalDate> wanted = new LinkedHashSet<>();
        readings.stream().map(one -> one.period().begin()).distinct().forEach(begin -> {
            List<LocalDate> back = covered.countedBefore(begin).limit(LOOKED_BACK).toList();
            looked.put(begin, back);
            wanted.addAll(back);
        });
        List<Long> agencies = readings.stream().map(Reading::agency).distinct().toList();
        Map<Long, TreeMap<LocalDate, Figure>> before = wanted.isEmpty() ? new HashMap<>()
                : before(indicator.code(), agencies, wanted);
        MergedFigures merged = merged(indicator, agencies, wanted, before);
        FormerFigures former = former(indicator,
                readings.stream().filter(one -> Figure.of(one).nothing()).map(Reading::agency).distinct().toList());
        readings.stream().sorted(Comparator.comparing(one -> one.period().begin())).forEach(one -> {
            TreeMap<LocalDate, Figure> figures = before.computeIfAbsent(one.agency(), none -> new TreeMap<>());
            Figure now = Figure.of(one);
            List<LocalDate> known = looked.get(one.period().begin()).stream()
                    .filter(begin -> merged.of(one, begin).isPresent()).toList();
            Optional<Jump> jump = now.nothing() ? former.something(one)
                    .map(earlier -> new Jump(Jump.Kind.NOTHING, earlier.period(), earlier.figure()))
                    : sinceCovered(known, covered, begin -> Jump.of(indicator, indicator.jump(one.period().begin()),
                            now, new Period(indicator.period(), begin), merged.of(one, begin).orElseThrow()));
            jump.ifPresentOrElse(found -> jumps.put(KnownReadings.About.of(one), found), () -> {
                figures.put(one.period().begin(), now); // what follows in the batch is compared with it
                former.add(one);
            });
        });
    }

    /** Asks which period is covered only where the figure moved far from one of them, so that the usual reading weighs nobody. */
    private static Optional<Jump> sinceCovered(List<LocalDate> known, Covered covered,
            Function<LocalDate, Optional<Jump>> since) {
        return known.stream().allMatch(begin -> since.apply(begin).isEmpty()) ? Optional.empty()
                : known.stream().filter(covered::isCovered).findFirst().flatMap(since);
    }

    /** What is known of agencies that report nothing, whatever period it is of: nobody is rid of a figure by saying that there is nothing. */
    private FormerFigures former(Indicator indicator, List<Long> agencies) {
        FormerFigures former = new FormerFigures(indicator.period());
        if (!agencies.isEmpty()) {
            jdbi.useHandle(sql -> sql.createQuery(EVER).bindList("agencies", agencies)
                    .bind("indicator", indicator.code()).bind("today", LocalDate.now(clock))
                    .mapTo(FormerFigures.MemberFigure.class).forEach(former::add));
        }
        return former;
    }

    /** Adds to what agencies reported what those did that were merged into them. */
    private MergedFigures merged(Indicator indicator, List<Long> agencies, Collection<LocalDate> periods,
            Map<Long, TreeMap<LocalDate, Figure>> before) {
        MergedFigures merged = new MergedFigures(indicator, before);
        if (!periods.isEmpty() && MergedFigures.addUp(indicator)) {
            jdbi.useHandle(sql -> sql.createQuery(MERGED).bindList("agencies", agencies)
                    .bind("indicator", indicator.code()).bindList("periods", List.copyOf(periods))
                    .bind("today", LocalDate.now(clock)).mapTo(MergedFigures.MergedAgency.class).forEach(merged::add));
        }
        return merged;
    }

    private Map<Long, TreeMap<LocalDate, Figure>> before(String indicator, List<Long> agencies,
            Collection<LocalDate> periods) {
        Map<Long, TreeMap<LocalDate, Figure>> before = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery(BEFORE).bindList("agencies", agencies).bind("indicator", indicator)
                .bindList("periods", List.copyOf(periods)).mapTo(Before.class)
                .forEach(one -> before.computeIfAbsent(one.agency(), none -> new TreeMap<>()).put(one.period(),
                        new Figure(one.numerator(), one.denominator(), one.value()))));
        return before;
    }

    /** Keeps the jumps of readings that the batch has added, and returns what those are about. */
    Set<KnownReadings.About> keep(long batch, Map<KnownReadings.About, Jump> jumps) {
        List<KnownReadings.About> order = new ArrayList<>(jumps.keySet());
        if (order.isEmpty()) {
            return Set.of();
        }
        Set<KnownReadings.About> waiting = new LinkedHashSet<>();
        jdbi.useHandle(sql -> {
            Map<KnownReadings.About, Long> added = new HashMap<>();
            sql.createQuery(ADDED).bind("batch", batch)
                    .bindList("agencies", order.stream().map(KnownReadings.About::agency).distinct().toList())
                    .mapTo(Added.class).forEach(one -> added.put(one.about(), one.id()));
            PreparedBatch insert = sql.prepareBatch(KEEP);
            order.stream().filter(added::containsKey).forEach(about -> {
                Jump jump = jumps.get(about);
                insert.bind("reading", added.get(about)).bind("kind", jump.kind())
                        .bind("beforePeriod", jump.period().begin()).bind("numerator", jump.before().numerator())
                        .bind("denominator", jump.before().denominator()).bind("value", jump.before().value()).add();
                waiting.add(about);
            });
            insert.execute();
        });
        return waiting;
    }

    /** Finds a jump by its reading. */
    Optional<WaitingJump> find(long reading) {
        return jdbi.withHandle(sql -> sql.createQuery(LINE).bind("reading", reading)
                .mapTo(Line.class).findOne()).map(this::jump);
    }

    /** Counts what waits and is the newest of what it is about. */
    long waiting(Collection<String> indicators) {
        return indicators.isEmpty() ? 0 : jdbi.withHandle(sql -> sql.createQuery(WAITING)
                .bindList("indicators", List.copyOf(indicators)).mapTo(Long.class).one());
    }

    /** Confirms a jump that waits; answers whether it did. */
    boolean confirm(long reading, Long person, String reason, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE reading_jump SET confirmed_by = :person, confirmed_at = :now, reason = :reason
                WHERE reading_id = :reading AND confirmed_at IS NULL""").bind("person", person).bind("now", now)
                .bind("reason", reason).bind("reading", reading).execute()) == 1;
    }

    private WaitingJump jump(Line line) {
        Indicator.Period kind = catalog.indicator(line.indicator()).map(Indicator::period)
                .orElse(Indicator.Period.MONTH);
        return new WaitingJump(line.id(), line.agency(), line.agencyId(), line.name(), line.nameEn(),
                line.indicator(), new Period(kind, line.period()),
                new Figure(line.numerator(), line.denominator(), line.value()),
                new Jump(line.kind(), new Period(kind, line.beforePeriod()),
                        new Figure(line.beforeNumerator(), line.beforeDenominator(), line.beforeValue())),
                line.source(), line.way(), line.sentBy(), line.sender(), line.arrivedAt(),
                line.confirmedAt() == null && !line.replaced());
    }
}
