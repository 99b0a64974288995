package vn.thang.indicator.lookup;

import static vn.thang.indicator.reading.Statements.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.AgencyWords;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.Statements;
import vn.thang.platform.Slice;

/** Readings to look into, whoever may see them. */
@ApplicationScoped
class ReadingLines {

    private static final String SAME = "n.agency_id = r.agency_id AND n.indicator = r.indicator AND ";
    private static final String REPLACED = "EXISTS (SELECT 1 FROM reading n WHERE " + SAME + "n.period = r.period AND n.id > r.id)";
    private static final String FOLLOWED = "EXISTS (SELECT 1 FROM reading n WHERE " + SAME + "n.period > r.period)";
    private static final String COLUMNS = "r.id, a.code, a.name, r.indicator, r.period, r.numerator, r.denominator, r.value, r.source, b.way, r.measured_at,"
            + " r.arrived_at, r.batch_id, r.payload, a.name_en, ";
    private static final String AGENCY = " JOIN agency a ON a.id = r.agency_id";
    private static final String BATCH = " JOIN reading_batch b ON b.id = r.batch_id";

    @Inject
    private Statements statements;

    @Inject
    private Catalog catalog;

    /** A condition as it grows, with its arguments and the tables that it needs. */
    private static final class Condition {
        private final StringBuilder text = new StringBuilder(" WHERE 1 = 1");
        private final StringBuilder tables = new StringBuilder(" FROM reading r");
        private final List<Object> arguments = new ArrayList<>();

        private void and(String condition, Object... values) {
            text.append(" AND ").append(condition);
            arguments.addAll(List.of(values));
        }

        private String from() {
            return tables.toString() + text;
        }
    }

    /**
     * A page, the newest first; two statements however many there are.
     *
     * @param paths places in the tree at or below which agencies may be seen; empty for everywhere
     */
    Slice<ReadingLine> list(ReadingFilter filter, Collection<String> paths, LocalDate today, int page) {
        Condition condition = condition(filter, paths, today);
        long total = statements.count("SELECT COUNT(*)" + condition.from(), condition.arguments);
        int shown = Slice.existing(page, total);
        List<Object> arguments = new ArrayList<>(condition.arguments);
        arguments.addAll(List.of(Slice.SIZE, Slice.offset(shown)));
        return new Slice<>(statements.list("SELECT " + COLUMNS + REPLACED + ", " + FOLLOWED + " FROM (SELECT r.id" + condition.from()
                + " ORDER BY r.id DESC LIMIT ? OFFSET ?) p JOIN reading r ON r.id = p.id" + AGENCY + BATCH + " ORDER BY r.id DESC", arguments,
                row -> line(row, today)), total, shown);
    }

    /** What was known of an indicator and an agency at a moment, the newest period and in it the newest reading first; one statement. */
    List<ReadingLine> history(String agency, String indicator, Instant asOf, LocalDate today) {
        String known = "n.arrived_at <= ? AND ";
        return statements.list("SELECT " + COLUMNS + REPLACED.replace(SAME, known + SAME) + ", " + FOLLOWED.replace(SAME, known + SAME) + " FROM reading r" + AGENCY + BATCH
                + " WHERE a.code = ? AND r.indicator = ? AND r.arrived_at <= ? ORDER BY r.period DESC, r.id DESC",
                List.of(utc(asOf), utc(asOf), agency, indicator, utc(asOf)), row -> line(row, today));
    }

    private Condition condition(ReadingFilter filter, Collection<String> paths, LocalDate today) {
        Condition condition = new Condition();
        List<Object> words = new ArrayList<>();
        String named = AgencyWords.condition(filter.words(), words);
        if (!paths.isEmpty() || !named.isEmpty() || filter.indicator() != null) { // from the agencies the readings of an indicator are found by index
            condition.tables.append(AGENCY);
            condition.text.append(named);
            condition.arguments.addAll(words);
        }
        if (!paths.isEmpty()) {
            condition.and(paths.stream().map(path -> "a.path LIKE ?").collect(Collectors.joining(" OR ", "(", ")")), paths.stream().map(path -> path + "%").toArray());
        }
        if (filter.indicator() != null) {
            condition.and("r.indicator = ?", filter.indicator());
        }
        if (filter.period() != null) {
            Period.written(filter.period()).ifPresentOrElse(period -> of(condition, period), () -> condition.and("1 = 0"));
        }
        if (filter.source() != null) {
            condition.and("r.source = ?", filter.source());
        }
        if (filter.way() != null) {
            condition.tables.append(BATCH);
            condition.and("b.way = ?", filter.way());
        }
        if (filter.stale()) {
            stale(condition, today);
        }
        return condition;
    }

    /** The newest of every agency and indicator, where its period is so long ago. */
    private void stale(Condition condition, LocalDate today) {
        condition.tables.append(" JOIN (SELECT agency_id, indicator, MAX(period) AS period FROM reading GROUP BY agency_id, indicator) l"
                + " ON l.agency_id = r.agency_id AND l.indicator = r.indicator AND l.period = r.period");
        List<Object> arguments = new ArrayList<>();
        List<Indicator> indicators = catalog.indicators();
        indicators.forEach(one -> arguments.addAll(List.of(one.code(), Date.valueOf(Period.at(one.period(), today.minusDays(one.maxAge())).begin()))));
        condition.and("(" + indicators.stream().map(one -> "r.indicator = ? AND r.period < ?").collect(Collectors.joining(" OR ")) + ")", arguments.toArray());
        condition.and("NOT " + REPLACED);
    }

    private void of(Condition condition, Period period) {
        List<Object> arguments = new ArrayList<>(List.of(Date.valueOf(period.begin())));
        arguments.addAll(catalog.indicators().stream().filter(one -> one.period() == period.kind()).map(Indicator::code).toList());
        condition.and("r.period = ? AND r.indicator IN (" + "?, ".repeat(arguments.size() - 1) + "'')", arguments.toArray());
    }

    private ReadingLine line(ResultSet row, LocalDate today) throws SQLException {
        Indicator indicator = catalog.indicator(row.getString(4)).orElse(null);
        Period period = new Period(indicator == null ? Indicator.Period.MONTH : indicator.period(), row.getObject(5, LocalDate.class));
        boolean replaced = row.getBoolean(16);
        return new ReadingLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(15), row.getString(4), period,
                new Figure(row.getBigDecimal(6), row.getBigDecimal(7), row.getBigDecimal(8)), row.getString(9), row.getString(10), Statements.moment(row, 11),
                Statements.moment(row, 12), row.getLong(13), HexFormat.of().formatHex(row.getBytes(14)), replaced,
                !replaced && !row.getBoolean(17) && indicator != null && period.isStale(indicator.maxAge(), today));
    }
}
