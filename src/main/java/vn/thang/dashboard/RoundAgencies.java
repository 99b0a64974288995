package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.Slice;

/** Lists of agencies in a round: filtered, sorted and cut by the database, at most three statements a page. */
@ApplicationScoped
class RoundAgencies {

    private static final String FROM = " FROM assessment s JOIN agency a ON a.id = s.agency_id"
            + " LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL"
            + " LEFT JOIN assessment_score c ON c.assessment_id = s.id";
    private static final String RANKED = FROM + RobustnessFigures.JOIN;
    private static final String COLUMNS = "SELECT s.id, a.code, a.name, a.name_en, a.type, p.name, s.state, s.handed_in_at, c.level,"
            + " c.index_value, c.answered, c.applicable, b.position, b.position_low, b.position_high, b.level_low, b.level_high,"
            + " b.changed, b.draws, d.due_on, d.extended_to";
    private static final String DUE = " LEFT JOIN assessment_due d ON d.assessment_id = s.id";
    private static final String HANDED_IN = AgencyFilter.Standing.HANDED_IN.condition();

    @Inject
    private Query query;

    /** A condition with its arguments. */
    private record Condition(String text, List<Object> arguments) {
    }

    /**
     * @param subtrees   paths at or below which agencies are seen
     * @param dimensions whether the levels of the dimensions are wanted too
     */
    Slice<AgencyLine> list(long roundId, List<String> subtrees, AgencyFilter filter, int page, boolean dimensions) {
        Condition where = where(roundId, subtrees, filter);
        long total = query.list("SELECT COUNT(*)" + FROM + where.text(), where.arguments(), row -> row.getLong(1)).get(0);
        int shown = Slice.existing(page, total);
        return new Slice<>(rows(where, filter, Slice.SIZE, Slice.offset(shown), dimensions), total, shown);
    }

    /** The first few, without counting the others. */
    List<AgencyLine> first(int most, long roundId, List<String> subtrees, AgencyFilter filter, boolean dimensions) {
        return rows(where(roundId, subtrees, filter), filter, most, 0, dimensions);
    }

    /** How many agencies there are. */
    long count(long roundId, List<String> subtrees, AgencyFilter filter) {
        Condition where = where(roundId, subtrees, filter);
        return query.list("SELECT COUNT(*)" + FROM + where.text(), where.arguments(), row -> row.getLong(1)).get(0);
    }

    private List<AgencyLine> rows(Condition where, AgencyFilter filter, int most, int from, boolean dimensions) {
        boolean byDimension = isDimension(filter.sort());
        List<Object> arguments = new ArrayList<>(where.arguments());
        if (byDimension) {
            arguments.add(0, filter.sort());
        }
        List<AgencyLine> rows = query.list(COLUMNS + RANKED + DUE
                + (byDimension ? " LEFT JOIN node_score n ON n.assessment_id = s.id AND n.node = ?" : "")
                + where.text() + " ORDER BY " + order(filter) + " LIMIT " + most + " OFFSET " + from, arguments, RoundAgencies::line);
        return dimensions ? withDimensions(rows) : rows;
    }

    private static Condition where(long roundId, List<String> subtrees, AgencyFilter filter) {
        List<Object> arguments = new ArrayList<>(List.of(roundId));
        StringBuilder where = new StringBuilder(" WHERE s.round_id = ?");
        if (subtrees.isEmpty()) {
            where.append(" AND 1 = 0");
        } else if (!subtrees.contains("/")) {
            where.append(subtrees.stream().map(path -> "a.path LIKE ?").collect(Collectors.joining(" OR ", " AND (", ")")));
            subtrees.forEach(path -> arguments.add(path + "%"));
        }
        if (filter.words() != null) {
            where.append(" AND (REPLACE(REPLACE(CONCAT(a.name, ' ', COALESCE(a.name_en, '')), 'đ', 'd'), 'Đ', 'D') LIKE ? ESCAPE '!'"
                    + " OR a.code LIKE ? ESCAPE '!')");
            String words = filter.words().strip().replaceAll("[!%_]", "!$0").replace('đ', 'd').replace('Đ', 'D') + "%";
            arguments.add("%" + words);
            arguments.add(words);
        }
        if (filter.types() != null) {
            where.append(" AND a.type IN (").append(Query.placeholders(filter.types().size())).append(")");
            arguments.addAll(filter.types());
        }
        if (filter.parent() != null) {
            where.append(" AND p.code = ?");
            arguments.add(filter.parent());
        }
        if (filter.standing() != null) {
            where.append(" AND ").append(filter.standing().condition());
        }
        if (filter.level() != null) {
            where.append(" AND c.level = ? AND ").append(HANDED_IN);
            arguments.add(filter.level());
        }
        if (filter.below() != null) {
            where.append(" AND (c.level < ? OR c.level IS NULL OR NOT ").append(HANDED_IN).append(")");
            arguments.add(filter.below());
        }
        return new Condition(where.toString(), arguments);
    }

    private static boolean isDimension(String sort) {
        return !List.of("name", "level", "index", "handed-in", "progress", "firmness").contains(sort);
    }

    /** Whoever has no value stands last, whichever way the list runs; equal ones stand by name. */
    private static String order(AgencyFilter filter) {
        String way = filter.descending() ? " DESC" : "";
        String value = switch (filter.sort()) {
            case "name" -> "a.name";
            case "level" -> "c.level" + way + ", c.index_value";
            case "index" -> "c.index_value";
            case "handed-in" -> "s.handed_in_at";
            case "firmness" -> "b.changed";
            case "progress" -> HANDED_IN + way + ", COALESCE(c.answered, 0)";
            default -> "n.level" + way + ", n.index_value";
        };
        String last = switch (filter.sort()) {
            case "name", "progress" -> "";
            case "handed-in" -> "s.handed_in_at IS NULL, ";
            case "level", "index" -> HANDED_IN + " DESC, ";
            case "firmness" -> "b.changed IS NULL, ";
            default -> HANDED_IN + " DESC, n.level IS NULL, ";
        };
        return last + value + way + ", a.name, s.id";
    }

    private static AgencyLine line(ResultSet row) throws SQLException {
        AssessmentState state = AssessmentState.valueOf(row.getString(7));
        boolean official = state.isHandedIn() && row.getObject(9) != null;
        return new AgencyLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                state, Query.moment(row, 8), official ? row.getInt(9) : null, official ? row.getDouble(10) : null, row.getInt(11),
                row.getInt(12), official ? firmness(row) : null, row.getObject(20, LocalDate.class),
                row.getObject(21, LocalDate.class), Map.of());
    }

    private static Firmness firmness(ResultSet row) throws SQLException {
        return row.getObject(13) == null ? null : new Firmness(row.getInt(13), row.getInt(14), row.getInt(15), row.getInt(16),
                row.getInt(17), row.getInt(18), row.getInt(19));
    }

    private List<AgencyLine> withDimensions(List<AgencyLine> lines) {
        List<Long> scored = lines.stream().filter(line -> line.level() != null).map(AgencyLine::assessment).toList();
        if (scored.isEmpty()) {
            return lines;
        }
        Map<Long, Map<String, Integer>> levels = new HashMap<>();
        query.list("SELECT assessment_id, node, level FROM node_score WHERE assessment_id IN ("
                + Query.placeholders(scored.size()) + ")", scored,
                row -> levels.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2), row.getInt(3)));
        return lines.stream().map(line -> line.with(levels.getOrDefault(line.assessment(), Map.of()))).toList();
    }
}
