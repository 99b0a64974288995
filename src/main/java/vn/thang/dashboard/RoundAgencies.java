package vn.thang.dashboard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.thang.assessment.AssessmentState;
import vn.thang.platform.Slice;

/** Lists of agencies in a round: filtered, sorted and cut by the database, three statements a page. */
@ApplicationScoped
class RoundAgencies {

    private static final String HANDED_IN = "s.state IN ('HANDED_IN', 'PUBLISHED')";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /** @param dimensions whether the levels of the dimensions are wanted too */
    Slice<AgencyLine> list(long roundId, AgencyFilter filter, int page, boolean dimensions) {
        List<Object> arguments = new ArrayList<>();
        String where = where(roundId, filter, arguments);
        try (Connection connection = dataSource.getConnection()) {
            long total = count(connection, where, arguments);
            List<AgencyLine> rows = rows(connection, filter, where, arguments, page);
            if (dimensions) {
                rows = withDimensions(connection, rows);
            }
            return new Slice<>(rows, total, page);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String where(long roundId, AgencyFilter filter, List<Object> arguments) {
        StringBuilder where = new StringBuilder(" WHERE s.round_id = ? AND a.path LIKE ?");
        arguments.add(roundId);
        arguments.add(filter.scope() + "%");
        if (filter.words() != null) {
            where.append(" AND a.name LIKE ?");
            arguments.add("%" + filter.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.type() != null) {
            where.append(" AND a.type = ?");
            arguments.add(filter.type());
        }
        if (filter.state() != null) {
            where.append(filter.state().equals("waiting") ? " AND NOT " : " AND ").append(HANDED_IN);
        }
        if (filter.level() != null) {
            where.append(" AND c.level = ? AND ").append(HANDED_IN);
            arguments.add(filter.level());
        }
        if (filter.belowLevel() != null) {
            where.append(" AND (c.level < ? OR NOT ").append(HANDED_IN).append(")");
            arguments.add(filter.belowLevel());
        }
        return where.toString();
    }

    private static long count(Connection connection, String where, List<Object> arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM assessment s"
                + " JOIN agency a ON a.id = s.agency_id LEFT JOIN assessment_score c ON c.assessment_id = s.id" + where)) {
            bind(query, arguments, 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<AgencyLine> rows(Connection connection, AgencyFilter filter, String where, List<Object> arguments,
            int page) throws SQLException {
        boolean byDimension = !List.of("name", "level", "index").contains(filter.sort());
        String sql = "SELECT s.id, a.code, a.name, a.type, s.state, s.handed_in_at, c.level, c.index_value, c.answered, c.applicable"
                + " FROM assessment s JOIN agency a ON a.id = s.agency_id LEFT JOIN assessment_score c ON c.assessment_id = s.id"
                + (byDimension ? " LEFT JOIN node_score n ON n.assessment_id = s.id AND n.node = ?" : "")
                + where + " ORDER BY " + order(filter, byDimension) + " LIMIT " + Slice.SIZE + " OFFSET " + Slice.offset(page);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (byDimension) {
                query.setString(1, filter.sort());
            }
            bind(query, arguments, byDimension ? 2 : 1);
            List<AgencyLine> lines = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        }
    }

    /** Whoever has not handed in stands last, whichever way the list runs. */
    private static String order(AgencyFilter filter, boolean byDimension) {
        String way = filter.descending() ? " DESC" : "";
        String key = switch (filter.sort()) {
            case "name" -> "a.name" + way;
            case "level" -> "c.level" + way + ", c.index_value" + way;
            case "index" -> "c.index_value" + way;
            default -> "n.level" + way + ", n.index_value" + way;
        };
        String last = filter.sort().equals("name") ? "" : "NOT " + HANDED_IN + (byDimension ? ", n.level IS NULL" : "") + ", ";
        return last + key + ", a.name, s.id";
    }

    private static AgencyLine line(ResultSet row) throws SQLException {
        AssessmentState state = AssessmentState.valueOf(row.getString(5));
        Timestamp handedIn = row.getTimestamp(6);
        boolean scored = !state.isOpen() && row.getObject(7) != null;
        return new AgencyLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), state,
                handedIn == null ? null : handedIn.toLocalDateTime().toInstant(ZoneOffset.UTC),
                scored ? row.getInt(7) : null, scored ? row.getDouble(8) : null, row.getInt(9), row.getInt(10), Map.of());
    }

    private static List<AgencyLine> withDimensions(Connection connection, List<AgencyLine> lines) throws SQLException {
        List<AgencyLine> scored = lines.stream().filter(line -> line.level() != null).toList();
        if (scored.isEmpty()) {
            return lines;
        }
        Map<Long, Map<String, Integer>> levels = new HashMap<>();
        String ids = scored.stream().map(line -> "?").collect(Collectors.joining(","));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT assessment_id, node, level FROM node_score WHERE assessment_id IN (" + ids + ")")) {
            bind(query, scored.stream().map(line -> (Object) line.assessmentId()).toList(), 1);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    levels.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2), row.getInt(3));
                }
            }
        }
        return lines.stream().map(line -> new AgencyLine(line.assessmentId(), line.code(), line.name(), line.type(), line.state(),
                line.handedInAt(), line.level(), line.index(), line.answered(), line.applicable(),
                levels.getOrDefault(line.assessmentId(), Map.of()))).toList();
    }

    private static void bind(PreparedStatement query, List<Object> arguments, int from) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            query.setObject(from + i, arguments.get(i));
        }
    }
}
