package vn.thang.indicator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.InForce;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Reach;

/** Readings to look into, whoever may see them. */
@ApplicationScoped
class ReadingLines {

    private static final String LINES = """
            SELECT r.id, a.code AS agency, a.path, a.name, a.name_en, r.indicator, r.period, r.numerator, r.denominator, r.value,
                r.source, b.way, r.measured_at, r.arrived_at, r.batch_id AS batch, r.payload,
                EXISTS (SELECT 1 FROM reading n WHERE n.agency_id = r.agency_id AND n.indicator = r.indicator
                    AND n.period = r.period AND n.id > r.id <known>) AS replaced,
                EXISTS (SELECT 1 FROM reading n WHERE n.agency_id = r.agency_id AND n.indicator = r.indicator
                    AND n.period > r.period <known>) AS followed,
                NOT\s""" + InForce.settled("r") + " AS waits\n";
    private static final String PAGE = LINES + """
            FROM (SELECT r.id <from> ORDER BY <order> LIMIT :size OFFSET :offset) p
            JOIN reading r ON r.id = p.id
            JOIN agency a ON a.id = r.agency_id
            JOIN reading_batch b ON b.id = r.batch_id
            ORDER BY <order>""";
    private static final String HISTORY = LINES + """
            FROM reading r
            JOIN agency a ON a.id = r.agency_id
            LEFT JOIN reading_batch b ON b.id = r.batch_id
            WHERE a.code = :agency AND r.indicator = :indicator AND r.arrived_at <= :asOf
            ORDER BY r.period DESC, r.id DESC""";
    private static final String NEWEST = """

            JOIN (SELECT agency_id, indicator, MAX(period) AS period FROM reading GROUP BY agency_id, indicator) l
                ON l.agency_id = r.agency_id AND l.indicator = r.indicator AND l.period = r.period""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    private record Line(long id, String agency, String path, String name, String nameEn, String indicator,
            LocalDate period,
            BigDecimal numerator, BigDecimal denominator, BigDecimal value, String source, String way,
            Instant measuredAt,
            Instant arrivedAt, long batch, byte[] payload, boolean replaced, boolean followed,
            boolean waits) {
    }

    /** A condition as it grows, with its parameters and the tables that it needs. */
    private static final class Condition {
        private final StringBuilder text = new StringBuilder(" WHERE 1 = 1");
        private final StringBuilder tables = new StringBuilder("FROM reading r");
        private final Map<String, Object> parameters = new HashMap<>();

        private void and(String condition) {
            text.append(" AND ").append(condition);
        }

        private void and(String condition, String parameter, Object value) {
            and(condition);
            parameters.put(parameter, value);
        }

        /** One of the conditions has to hold. */
        private void andAnyOf(List<String> conditions) {
            and(conditions.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", conditions) + ")");
        }

        private String from() {
            return tables.toString() + text;
        }
    }

    /**
     * A page; two statements however many there are.
     *
     * @param paths      places in the tree at or below which agencies may be seen; empty for everywhere
     * @param restricted where readings that measure restricted criteria may be seen
     */
    Slice<ReadingLine> list(ReadingFilter filter, Collection<String> paths, Reach restricted, LocalDate today,
            Cut<ReadingOrder> cut) {
        Condition condition = condition(filter, paths, restricted, today, cut.order() == ReadingOrder.AGENCY);
        return jdbi.withHandle(sql -> Slice.of(count(sql, condition), cut,
                (size, offset) -> sql.createQuery(PAGE).define("from", condition.from()).define("known", "")
                        .define("order", order(cut)).bindMap(condition.parameters).bind("size", size)
                        .bind("offset", offset).mapTo(Line.class).map(line -> line(line, today)).list()));
    }

    /** The newest period of each indicator of an agency, as it is known now, by indicator; one statement. */
    List<ReadingLine> newest(String agency, Collection<String> paths, Reach restricted, LocalDate today) {
        ReadingFilter all = new ReadingFilter(null, null, null, null, null, false, false);
        Condition condition = condition(all, paths, restricted, today, true);
        condition.and("a.code = :agency", "agency", agency);
        condition.and("""
                r.id = (SELECT n.id FROM reading n WHERE n.agency_id = r.agency_id AND n.indicator = r.indicator
                    ORDER BY n.period DESC, n.id DESC LIMIT 1)""");
        return jdbi.withHandle(sql -> sql.createQuery(PAGE).define("from", condition.from()).define("known", "")
                .define("order", "r.indicator").bindMap(condition.parameters).bind("size", catalog.indicators().size())
                .bind("offset", 0).mapTo(Line.class).map(line -> line(line, today)).list());
    }

    /** How many there are in the whole list; one statement. */
    long count(ReadingFilter filter, Collection<String> paths, Reach restricted, LocalDate today) {
        Condition condition = condition(filter, paths, restricted, today, false);
        return jdbi.withHandle(sql -> count(sql, condition));
    }

    private static long count(Handle sql, Condition condition) {
        return sql.createQuery("SELECT COUNT(*) <from>").define("from", condition.from())
                .bindMap(condition.parameters).mapTo(Long.class).one();
    }

    private Condition condition(ReadingFilter filter, Collection<String> paths, Reach restricted, LocalDate today,
            boolean byAgency) {
        Set<String> hidden = restricted.covers("/") ? Set.of() : catalog.restrictedIndicators();
        boolean someSeen = !hidden.isEmpty() && !restricted.equals(Reach.NOWHERE);
        Condition condition = condition(filter, paths, today, byAgency || someSeen);
        if (!hidden.isEmpty()) {
            hide(condition, hidden, restricted);
        }
        return condition;
    }

    /** The natural order is told as the primary key has it, which then finds a page without sorting all. */
    private static String order(Cut<ReadingOrder> cut) {
        return cut.order() == ReadingOrder.NEWEST ? "r.id DESC" : cut.sql("r.id DESC");
    }

    /** What was known of an indicator and an agency at a moment, the newest period and in it the newest reading first; one statement. */
    List<ReadingLine> history(String agency, String indicator, Instant asOf, LocalDate today) {
        return jdbi.withHandle(sql -> sql.createQuery(HISTORY).define("known", "AND n.arrived_at <= :asOf")
                .bind("agency", agency).bind("indicator", indicator).bind("asOf", asOf)
                .mapTo(Line.class).map(line -> line(line, today)).list());
    }

    private Condition condition(ReadingFilter filter, Collection<String> paths, LocalDate today,
            boolean byAgency) {
        Condition condition = new Condition();
        String named = AgencyWords.condition(filter.words());
        if (byAgency || !paths.isEmpty() || !named.isEmpty() || filter.indicator() != null) { // from the agencies the readings of an indicator are found by index
            condition.tables.append(" JOIN agency a ON a.id = r.agency_id");
            condition.text.append(named);
            condition.parameters.putAll(AgencyWords.arguments(filter.words()));
        }
        if (!paths.isEmpty()) {
            Subtrees below = new Subtrees("path", List.copyOf(paths));
            condition.and(below.condition("a.path"));
            condition.parameters.putAll(below.values());
        }
        if (filter.indicator() != null) {
            condition.and("r.indicator = :indicator", "indicator", filter.indicator());
        }
        if (filter.period() != null) {
            of(condition, filter.period());
        }
        if (filter.source() != null) {
            condition.and("r.source = :source", "source", filter.source());
        }
        if (filter.way() != null) {
            condition.tables.append(" JOIN reading_batch b ON b.id = r.batch_id");
            condition.and("b.way = :way", "way", filter.way());
        }
        if (filter.stale()) {
            stale(condition, today);
        }
        if (filter.waiting()) {
            condition.and("NOT " + InForce.settled("r"));
            condition.and("NOT " + InForce.replaced("r"));
        }
        return condition;
    }

    /** Leaves out the readings of these indicators of all agencies but those. */
    private static void hide(Condition condition, Set<String> indicators, Reach seen) {
        List<String> any = new ArrayList<>();
        for (String indicator : indicators) {
            condition.parameters.put("hidden" + any.size(), indicator);
            any.add(":hidden" + any.size());
        }
        List<String> one = new ArrayList<>(List.of("r.indicator NOT IN (" + String.join(", ", any) + ")"));
        for (String path : seen.agencies()) {
            condition.parameters.put("own" + one.size(), path);
            one.add("a.path = :own" + one.size());
        }
        Subtrees below = new Subtrees("seen", seen.subtrees());
        condition.parameters.putAll(below.values());
        one.add(below.condition("a.path"));
        condition.andAnyOf(one);
    }

    /** The newest of every agency and indicator, where its period is so long ago. */
    private void stale(Condition condition, LocalDate today) {
        condition.tables.append(NEWEST);
        List<String> any = new ArrayList<>();
        for (Indicator one : catalog.indicators()) {
            int number = any.size();
            condition.parameters.put("indicator" + number, one.code());
            condition.parameters.put("last" + number, Period.newestStale(one.period(), one.maxAge(), today).begin());
            any.add("r.indicator = :indicator%1$d AND r.period <= :last%1$d".formatted(number));
        }
        condition.andAnyOf(any);
        condition.and("NOT " + InForce.replaced("r"));
    }

    /** What a text means by the kind of period of each indicator. */
    private void of(Condition condition, String written) {
        List<String> any = new ArrayList<>();
        for (Indicator one : catalog.indicators()) {
            Period.written(written, one.period()).ifPresent(period -> {
                int number = any.size();
                condition.parameters.put("kind" + number, one.code());
                condition.parameters.put("period" + number, period.begin());
                any.add("r.indicator = :kind%1$d AND r.period = :period%1$d".formatted(number));
            });
        }
        condition.andAnyOf(any);
    }

    private ReadingLine line(Line line, LocalDate today) {
        Indicator indicator = catalog.indicator(line.indicator()).orElse(null);
        Period period = new Period(indicator == null ? Indicator.Period.MONTH : indicator.period(), line.period());
        return new ReadingLine(line.id(), line.agency(), line.path(), line.name(), line.nameEn(), line.indicator(),
                period,
                new Figure(line.numerator(), line.denominator(), line.value()), line.source(), line.way(),
                line.measuredAt(),
                line.arrivedAt(), line.batch(), HexFormat.of().formatHex(line.payload()), line.replaced(),
                !line.replaced() && !line.followed() && indicator != null
                        && period.isStale(indicator.maxAge(line.period()), today),
                line.waits() && !line.replaced());
    }
}
