package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.dashboard.round.Grounds;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Subtrees;

/** Lists of agencies in a round: filtered, sorted and cut by the database, at most three statements a page. */
@ApplicationScoped
public class RoundAgencies {

    private static final String PLACE = """
            JOIN assessment_place w ON w.assessment_id = s.id
            LEFT JOIN agency p ON p.id = w.parent_id AND p.parent_id IS NOT NULL
            """;
    private static final String SCORED = """
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN rank_robustness b ON b.assessment_id = s.id AND b.computed_at >= c.computed_at
            LEFT JOIN node_score n ON n.assessment_id = s.id AND n.node = :sort
            """;
    /** Every agency that is or was directly below the one asked for: few, of which it is seen who was so in the round. */
    private static final String BELOW = """
            JOIN (SELECT y.id FROM agency x JOIN agency y ON y.parent_id = x.id WHERE x.code = :parent
                UNION SELECT y.agency_id FROM agency x JOIN agency_place y ON y.parent_id = x.id WHERE x.code = :parent) u
                ON u.id = s.agency_id
            """ + PLACE;
    private static final String DUE = "LEFT JOIN assessment_due d ON d.assessment_id = s.id\n";
    /** Only what the conditions and the order name is joined, since the database would read the rest of all agencies too. */
    private static final String ALL = "FROM counted_assessment s JOIN agency a ON a.id = s.agency_id\n"
            + "<scored><due><place> WHERE s.round_id = :round <which>\n";
    private static final String RANKED = " AND c.level IS NOT NULL AND b.position IS NOT NULL";
    private static final String COUNT = "SELECT COUNT(*) " + ALL;
    private static final String ORDER = "ORDER BY <order>, a.name, s.id\n";
    /** All agencies are put in order first, and what a page shows is read for the few on it. */
    private static final String ROWS = """
            SELECT s.id AS assessment, a.code, a.name, a.name_en, a.type, p.name AS parent_name,
                p.name_en AS parent_name_en, s.state, s.handed_in_at,
                page.handed_in, c.level, ROUND(c.index_value, 1) AS index_value,
                COALESCE(c.answered, 0) AS answered, COALESCE(c.applicable, 0) AS applicable,
                b.position, b.position_low, b.position_high, b.level AS firm_level, b.level_low, b.level_high, b.changed, b.draws,
                d.due_on, d.extended_to, c.measured, c.grounded, c.confirmed
            FROM (SELECT s.id, s.state NOT IN (<waiting>) AS handed_in
            """ + ALL + ORDER + """
            LIMIT :most OFFSET :from) page
            JOIN assessment s ON s.id = page.id
            JOIN agency a ON a.id = s.agency_id
            """ + SCORED + PLACE + DUE + ORDER;

    private static final String INDEX = "IF(handed_in, ROUND(c.index_value, 1), NULL)";

    @Inject
    private Jdbi jdbi;

    /** An agency as the database gives it: its figures become official only when it has handed in. */
    private record Row(long assessment, String code, String name, String nameEn, String type, String parentName,
            String parentNameEn,
            AssessmentState state, Instant handedInAt, boolean handedIn, Integer level, Double indexValue, int answered,
            int applicable, Integer position, Integer positionLow, Integer positionHigh, Integer firmLevel,
            Integer levelLow,
            Integer levelHigh,
            Integer changed, Integer draws, LocalDate dueOn, LocalDate extendedTo, BigDecimal measured,
            BigDecimal grounded, BigDecimal confirmed) {

        AgencyLine line() {
            boolean official = handedIn && level != null;
            return new AgencyLine(assessment, code, name, nameEn, type, parentName, parentNameEn, state, handedInAt,
                    official ? level : null,
                    official ? indexValue : null, answered, applicable, official ? firmness() : null, dueOn, extendedTo,
                    official ? Grounds.ofOne(measured, grounded, confirmed) : null, Map.of());
        }

        private Firmness firmness() {
            return position == null ? null
                    : new Firmness(position, positionLow, positionHigh, firmLevel, levelLow, levelHigh, changed, draws);
        }
    }

    private record NodeLevel(long assessmentId, String node, int level) {
    }

    /**
     * @param subtrees   paths of the agencies at or below which agencies are seen; "/" for all
     * @param dimensions whether the levels of the dimensions are wanted too
     */
    public Slice<AgencyLine> list(long roundId, List<String> subtrees, AgencyFilter filter, int page,
            boolean dimensions) {
        return list(roundId, subtrees, filter, page, Slice.SIZE, dimensions);
    }

    /** The same with so many rows to a page. */
    Slice<AgencyLine> list(long roundId, List<String> subtrees, AgencyFilter filter, int page, int size,
            boolean dimensions) {
        return jdbi.withHandle(sql -> Slice.of(count(sql, roundId, subtrees, filter), page, size,
                (most, from) -> lines(sql, roundId, subtrees, filter, most, from, dimensions)));
    }

    /** The same in one of the orders of the board, without the levels of dimensions; two statements a page. */
    public Slice<AgencyLine> list(long roundId, List<String> subtrees, AgencyFilter filter, Cut<StandingOrder> cut) {
        return jdbi.withHandle(sql -> Slice.of(count(sql, roundId, subtrees, filter), cut,
                (size, offset) -> lines(sql, "", roundId, subtrees, filter, "name", cut.sql("a.path"), size, offset)));
    }

    /** Those that have a rank which is as new as their score; two statements a page. */
    Slice<AgencyLine> ranked(long roundId, List<String> subtrees, AgencyFilter filter, Cut<FirmnessOrder> cut) {
        AgencyFilter handedIn = filter.handedIn();
        return jdbi.withHandle(sql -> Slice.of(count(sql, RANKED, roundId, subtrees, handedIn), cut,
                (size, offset) -> lines(sql, RANKED, roundId, subtrees, handedIn, "name", cut.sql("a.path"), size,
                        offset)));
    }

    /** Returns the first few, without counting the others. */
    List<AgencyLine> first(int most, long roundId, List<String> subtrees, AgencyFilter filter, boolean dimensions) {
        return jdbi.withHandle(sql -> lines(sql, roundId, subtrees, filter, most, 0, dimensions));
    }

    /** Returns how many agencies there are. */
    long count(long roundId, List<String> subtrees, AgencyFilter filter) {
        return jdbi.withHandle(sql -> count(sql, roundId, subtrees, filter));
    }

    private static long count(Handle sql, long roundId, List<String> subtrees, AgencyFilter filter) {
        return count(sql, "", roundId, subtrees, filter);
    }

    private static long count(Handle sql, String also, long roundId, List<String> subtrees, AgencyFilter filter) {
        boolean scored = filter.level() != null || filter.below() != null || !also.isEmpty();
        Query query = query(sql, COUNT, also, roundId, subtrees, filter).define("due", "")
                .define("scored", scored ? SCORED : "");
        return (scored ? query.bind("sort", "name") : query).mapTo(Long.class).one();
    }

    private static List<AgencyLine> lines(Handle sql, long roundId, List<String> subtrees, AgencyFilter filter,
            int most, int from,
            boolean dimensions) {
        List<AgencyLine> lines = lines(sql, "", roundId, subtrees, filter, filter.sort(), order(filter), most, from);
        return dimensions ? withDimensions(sql, lines) : lines;
    }

    /**
     * @param also what else has to hold of them
     * @param node whose levels the order may name
     */
    private static List<AgencyLine> lines(Handle sql, String also, long roundId, List<String> subtrees,
            AgencyFilter filter, String node, String order, int most, int from) {
        return query(sql, ROWS, also, roundId, subtrees, filter).bind("sort", node).define("order", order)
                .define("due", order.contains("d.due_on") ? DUE : "").define("scored", SCORED)
                .bindList("waiting", AssessmentState.waiting()).bind("most", most).bind("from", from)
                .mapTo(Row.class).map(Row::line).list();
    }

    private static Query query(Handle sql, String statement, String also, long roundId, List<String> subtrees,
            AgencyFilter filter) {
        Subtrees seen = new Subtrees(subtrees);
        Query query = sql.createQuery(statement.replace("<which>", which(seen, filter) + also))
                .define("place", filter.parent() == null ? "" : BELOW).bind("round", roundId)
                .bindMap(seen.values()).bindMap(AgencyWords.arguments(filter.words()));
        if (filter.types() != null) {
            query.bindList(EmptyHandling.NULL_KEYWORD, "types", filter.types());
        }
        if (filter.parent() != null) {
            query.bind("parent", filter.parent());
        }
        if (filter.standing() != null) {
            query.bindList("standing", filter.standing().states());
        }
        if (filter.level() != null) {
            query.bind("level", filter.level()).bindList("waiting", AssessmentState.waiting());
        }
        if (filter.below() != null) {
            query.bind("below", filter.below()).bindList("waiting", AssessmentState.waiting());
        }
        return query;
    }

    /** Names only what is asked for, since the database reads whatever a condition names. */
    private static String which(Subtrees seen, AgencyFilter filter) {
        return " AND " + seen.condition("a.path") + AgencyWords.condition(filter.words())
                + (filter.types() == null ? "" : " AND a.type IN (<types>)")
                + (filter.parent() == null ? "" : " AND p.code = :parent")
                + (filter.standing() == null ? "" : " AND s.state IN (<standing>)")
                + (filter.level() == null ? "" : " AND c.level = :level AND s.state NOT IN (<waiting>)")
                + (filter.below() == null ? ""
                        : " AND (c.level < :below OR c.level IS NULL OR s.state IN (<waiting>))");
    }

    /**
     * Whoever has no value stands last, whichever way the list runs. What is shown alone decides, an index with its one decimal and
     * a dimension with its level, since the place of an agency would give away what rounding keeps, and what it has answered before
     * it hands in; equal ones stand by name.
     */
    private static String order(AgencyFilter filter) {
        String way = filter.descending() ? " DESC" : "";
        return switch (filter.sort()) {
            case "name" -> "a.name" + way;
            case "level" -> "handed_in DESC, IF(handed_in, c.level, NULL)" + way + ", " + INDEX + way;
            case "index" -> "handed_in DESC, " + INDEX + way;
            case "handed-in" -> "s.handed_in_at IS NULL, s.handed_in_at" + way;
            case "firmness" -> "b.changed IS NULL, b.changed" + way;
            case "progress" -> "handed_in" + way + ", COALESCE(c.answered, 0)" + way;
            default -> "handed_in DESC, IF(handed_in, n.level, NULL) IS NULL, IF(handed_in, n.level, NULL)" + way;
        };
    }

    private static List<AgencyLine> withDimensions(Handle sql, List<AgencyLine> lines) {
        List<Long> scored = lines.stream().filter(line -> line.level() != null).map(AgencyLine::assessment).toList();
        if (scored.isEmpty()) {
            return lines;
        }
        Map<Long, Map<String, Integer>> levels = new HashMap<>();
        sql.createQuery("SELECT assessment_id, node, level FROM node_score WHERE assessment_id IN (<scored>)")
                .bindList("scored", scored).mapTo(NodeLevel.class)
                .forEach(row -> levels.computeIfAbsent(row.assessmentId(), id -> new HashMap<>()).put(row.node(),
                        row.level()));
        return lines.stream().map(line -> line.with(levels.getOrDefault(line.assessment(), Map.of()))).toList();
    }
}
