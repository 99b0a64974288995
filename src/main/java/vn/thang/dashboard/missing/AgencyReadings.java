package vn.thang.dashboard.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Demand;
import vn.thang.dashboard.target.MeasuredValue;
import vn.thang.indicator.reading.InForce;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.FirstLevel;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.NamedRows;
import vn.thang.security.Reach;

/** The newest reading of each agency that was due for a period, also of agencies that have none; whoever had nothing to report is left out: filtered, sorted and cut by the database. */
@ApplicationScoped
class AgencyReadings {

    private static final String BELOW = """
            FROM agency a
            LEFT JOIN agency p ON p.id = %s AND p.parent_id IS NOT NULL
            LEFT JOIN reading n ON n.agency_id = a.id AND n.indicator = :indicator AND n.period = :period AND %s
            WHERE a.type IN (<types>) AND %s
                AND (:everywhere OR EXISTS (
                    SELECT 1 FROM agency b WHERE b.path IN (<paths>) AND a.path LIKE CONCAT(b.path, '%%')))
                AND (:known OR a.path IN (<own>) OR EXISTS (
                    SELECT 1 FROM agency b WHERE b.path IN (<below>) AND a.path LIKE CONCAT(b.path, '%%')))
                AND NOT (n.value IS NOT NULL AND CASE WHEN :percent AND n.numerator IS NOT NULL AND n.denominator > 0
                    THEN n.numerator * 100 <relation> :demanded * n.denominator
                    ELSE n.value <relation> :demanded END)
                AND NOT n.denominator <=> 0
                AND (:type IS NULL OR a.type = :type)
                <words>
            """.formatted(FirstLevel.parentOn(":ends"), InForce.newest("n"), Lasting.on("a", ":ends"));
    private static final String COUNT = "SELECT COUNT(*) " + BELOW;
    private static final String LINES = "SELECT a.code, a.path, a.name, a.name_en, a.type, p.name AS parent_name, "
            + "p.name_en AS parent_name_en, n.numerator, n.denominator, n.value, n.id IS NULL AS silent " + BELOW + """
            ORDER BY <order>
            LIMIT :size OFFSET :offset""";

    private static final String SILENT = """
            SELECT a.code, a.name, a.type, p.name AS parent, a.path AS agency_path,
                IF(EXISTS (SELECT 1 FROM reading w WHERE w.agency_id = a.id AND w.indicator = :indicator
                    AND w.period = :period), 'waits', 'silent') AS standing,
                (SELECT MAX(r.period) FROM reading r WHERE r.agency_id = a.id AND r.indicator = :indicator
                    AND r.period < :period) AS last_period
            FROM agency a
            LEFT JOIN agency p ON p.id = %s AND p.parent_id IS NOT NULL
            WHERE a.type IN (<types>) AND %s AND a.path LIKE :top AND NOT EXISTS (
                SELECT 1 FROM reading n
                WHERE n.agency_id = a.id AND n.indicator = :indicator AND n.period = :period AND %s)
            ORDER BY a.path""".formatted(FirstLevel.parentOn(":ends"), Lasting.on("a", ":ends"), InForce.newest("n"));

    @Inject
    private Jdbi jdbi;

    /**
     * Hands over the agencies at and below one that were due for the period and have no reading in it, or one that waits for its
     * confirmation, by the names of the columns of a report.
     *
     * @param top path of ids of the agency
     */
    void silent(ProgrammeTarget target, Indicator indicator, LocalDate begin, String top,
            Consumer<Map<String, Object>> reader) {
        jdbi.useHandle(sql -> NamedRows.each(sql.createQuery(SILENT).bindList("types", target.scope())
                .bind("indicator", indicator.code()).bind("period", begin)
                .bind("ends", indicator.period().end(begin)).bind("top", top + "%"), reader));
    }

    /**
     * Returns agencies that reported nothing, and those with figures that do not meet the target; two statements a page.
     *
     * @param subtrees paths of the agencies at or below which they are; "/" for all
     * @param known    where the person may see the figure of one agency
     */
    Slice<MissingLine> below(ProgrammeTarget target, MeasuredValue measured, List<String> subtrees,
            Reach known, MissingFilter filter, Cut<MissingOrder> cut) {
        UnaryOperator<Query> bound = query -> bound(query, target, measured, subtrees, known, filter);
        return jdbi.withHandle(sql -> {
            long total = bound.apply(sql.createQuery(COUNT)).mapTo(Long.class).one();
            return Slice.of(total, cut,
                    (size, offset) -> bound.apply(sql.createQuery(LINES)).define("order", cut.sql("a.name, a.id"))
                            .bind("size", size).bind("offset", offset).mapTo(MissingLine.class).list());
        });
    }

    private static Query bound(Query query, ProgrammeTarget target, MeasuredValue measured,
            List<String> subtrees, Reach known, MissingFilter filter) {
        Demand demand = target.ofAgency();
        return query.bind("indicator", measured.indicator().code()).bind("period", measured.begin())
                .bindList("types", target.scope()).bind("ends", measured.end())
                .bind("everywhere", subtrees.contains("/")).bindList(EmptyHandling.NULL_KEYWORD, "paths", subtrees)
                .bind("known", known.subtrees().contains("/"))
                .bindList(EmptyHandling.NULL_KEYWORD, "own", known.agencies())
                .bindList(EmptyHandling.NULL_KEYWORD, "below", known.subtrees())
                .define("relation", demand.relation().sign()).bind("percent", demand.percent())
                .bind("demanded", demand.value()).bind("type", filter.type())
                .define("words", AgencyWords.condition(filter.words())).bindMap(AgencyWords.arguments(filter.words()));
    }
}
