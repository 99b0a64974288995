package vn.thang.assessment.discrepancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.score.MeanBias;
import vn.thang.platform.Cut;
import vn.thang.platform.Slice;

/** The register as lists read it: filtered, sorted and cut by the database. */
@ApplicationScoped
class DiscrepancyList {

    private static final String AGENCIES = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id";
    private static final String ENTRIES = AGENCIES + " JOIN discrepancy d ON d.assessment_id = s.id";
    private static final String BESIDE = " LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL"
            + " LEFT JOIN assessment_score c ON c.assessment_id = s.id" + Discrepancies.PEOPLE;
    private static final String THEN = "a.path, d.criterion, d.id";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /**
     * What a person sees: entries of agencies at or below the paths once they have handed in, and of the own ones before.
     *
     * @param own            paths of the agencies that the person answers for
     * @param restrictedBelow paths at or below which restricted answers are seen; own ones are seen besides
     */
    record Sight(List<String> subtrees, List<String> own, List<String> restrictedBelow) {
    }

    /** A part of a statement with its arguments. */
    private record Part(String sql, List<Object> arguments) {

        static Part join(List<Part> parts, String between) {
            return new Part(parts.stream().map(Part::sql).collect(Collectors.joining(between, "(", ")")),
                    parts.stream().flatMap(part -> part.arguments().stream()).toList());
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Two statements. */
    Slice<DiscrepancyLine> list(DiscrepancyFilter filter, Sight sight, Cut<DiscrepancyOrder> cut) {
        Part where = entries(filter, sight);
        long total = query("SELECT COUNT(*)" + ENTRIES + " WHERE " + where.sql(), where.arguments(),
                row -> row.getLong(1)).get(0);
        return Slice.of(total, cut,
                (size, offset) -> lines(where, sight, cut.sql(THEN) + " LIMIT " + size + " OFFSET " + offset));
    }

    void each(DiscrepancyFilter filter, Sight sight, Consumer<DiscrepancyLine> reader) {
        lines(entries(filter, sight), sight, Cut.by(DiscrepancyOrder.GAP).sql(THEN)).forEach(reader);
    }

    private List<DiscrepancyLine> lines(Part where, Sight sight, String order) {
        Part restricted = restricted(sight);
        List<Object> arguments = new ArrayList<>(restricted.arguments());
        arguments.addAll(restricted.arguments());
        arguments.addAll(where.arguments());
        return query(
                "SELECT " + Discrepancies.COLUMNS
                        + ", a.code, a.name, a.type, p.name, CONCAT(r.model_id, '/', r.model_version),"
                        + " IF(" + restricted.sql() + ", c.bias_sum, c.open_bias_sum), IF(" + restricted.sql()
                        + ", c.bias_count, c.open_bias_count)"
                        + ENTRIES + BESIDE + " WHERE " + where.sql() + " ORDER BY " + order,
                arguments, row -> new DiscrepancyLine(Discrepancies.entry(row),
                        row.getString(21), row.getString(22), row.getString(23), row.getString(24), row.getString(25),
                        new MeanBias(row.getString(21), row.getString(22), row.getLong(26), row.getLong(27))));
    }

    /** Of every dimension that has one, over the agencies of the filter. */
    List<MeanBias> byDimension(DiscrepancyFilter filter, Sight sight) {
        Part restricted = restricted(sight);
        Part where = agencies(filter, sight);
        return query(
                "SELECT n.node, NULL, SUM(IF(" + restricted.sql() + ", n.bias_sum, n.open_bias_sum)), SUM(IF("
                        + restricted.sql()
                        + ", n.bias_count, n.open_bias_count)) AS compared" + AGENCIES
                        + " JOIN node_score n ON n.assessment_id = s.id WHERE " + where.sql()
                        + " GROUP BY n.node HAVING compared > 0 ORDER BY MIN(n.node)",
                twice(restricted, where), DiscrepancyList::bias);
    }

    /** Of the agencies of the filter that have one, those first that stand highest above what was measured. */
    List<MeanBias> byAgency(DiscrepancyFilter filter, Sight sight, int most) {
        Part restricted = restricted(sight);
        Part where = agencies(filter, sight);
        return query(
                "SELECT a.code, a.name, IF(" + restricted.sql() + ", c.bias_sum, c.open_bias_sum) AS above, IF("
                        + restricted.sql()
                        + ", c.bias_count, c.open_bias_count) AS compared" + AGENCIES
                        + " JOIN assessment_score c ON c.assessment_id = s.id WHERE "
                        + where.sql() + " HAVING compared > 0 ORDER BY above / compared DESC, a.path"
                        + (most > 0 ? " LIMIT " + most : ""),
                twice(restricted, where), DiscrepancyList::bias);
    }

    private static MeanBias bias(ResultSet row) throws SQLException {
        return new MeanBias(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    private static List<Object> twice(Part restricted, Part where) {
        List<Object> arguments = new ArrayList<>(restricted.arguments());
        arguments.addAll(restricted.arguments());
        arguments.addAll(where.arguments());
        return arguments;
    }

    private static Part entries(DiscrepancyFilter filter, Sight sight) {
        List<Part> parts = new ArrayList<>(
                List.of(agencies(filter, sight), in("d.state", filter.states().stream().map(Enum::name).toList()),
                        Part.join(List.of(new Part("d.restricted = FALSE", List.of()), restricted(sight)), " OR ")));
        if (filter.dimension() != null) {
            parts.add(new Part("d.dimension = ?", List.of(filter.dimension())));
        }
        if (filter.indicator() != null) {
            parts.add(new Part("d.indicator = ?", List.of(filter.indicator())));
        }
        return Part.join(parts, " AND ");
    }

    private static Part agencies(DiscrepancyFilter filter, Sight sight) {
        List<Part> parts = new ArrayList<>(
                List.of(new Part("r.code = ?", List.of(filter.round())), below(sight.subtrees()),
                        Part.join(List.of(new Part("s.state NOT IN " + AssessmentState.WAITING, List.of()),
                                in("a.path", sight.own())), " OR ")));
        if (filter.type() != null) {
            parts.add(new Part("a.type = ?", List.of(filter.type())));
        }
        if (filter.words() != null) {
            String words = filter.words().replaceAll("[!%_]", "!$0").replace('đ', 'd').replace('Đ', 'D') + "%";
            parts.add(new Part(
                    "(REPLACE(REPLACE(CONCAT(a.name, ' ', COALESCE(a.name_en, '')), 'đ', 'd'), 'Đ', 'D') LIKE ? ESCAPE '!'"
                            + " OR a.code LIKE ? ESCAPE '!')",
                    List.of("%" + words, words)));
        }
        return Part.join(parts, " AND ");
    }

    /** Whether restricted answers of the agency are seen. */
    private static Part restricted(Sight sight) {
        return Part.join(List.of(below(sight.restrictedBelow()), in("a.path", sight.own())), " OR ");
    }

    private static Part below(List<String> paths) {
        return new Part(
                paths.stream().map(path -> "a.path LIKE ?")
                        .collect(Collectors.joining(" OR ", "(", paths.isEmpty() ? "1 = 0)" : ")")),
                paths.stream().map(path -> (Object) (path + "%")).toList());
    }

    private static Part in(String column, List<String> values) {
        return values.isEmpty() ? new Part("1 = 0", List.of())
                : new Part(column + " IN (?" + ", ?".repeat(values.size() - 1) + ")", List.copyOf(values));
    }

    private <T> List<T> query(String sql, List<Object> arguments, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                query.setObject(i + 1, arguments.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
