package vn.thang.indicator.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.thang.platform.BusinessException;

/** Plain statements on the database, in the transaction of the use case. */
@ApplicationScoped
public class Statements {

    private static final int AT_ONCE = 1_000;
    private static final int DEADLOCK = 1213;
    private static final int WAITED_TOO_LONG = 1205;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /** Makes a thing of the row on which the result stands. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Collection<?> arguments, Row<T> one) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, arguments);
            List<T> list = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    list.add(one.read(row));
                }
            }
            return list;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public <T> Optional<T> first(String sql, Collection<?> arguments, Row<T> one) {
        return list(sql, arguments, one).stream().findFirst();
    }

    public long count(String sql, Collection<?> arguments) {
        return list(sql, arguments, row -> row.getLong(1)).get(0);
    }

    public int write(String sql, Collection<?> arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Many rows, a thousand by one statement. */
    void insert(String into, List<? extends List<?>> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<? extends List<?>> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            List<Object> arguments = new ArrayList<>();
            some.forEach(arguments::addAll);
            write("INSERT INTO " + into + " VALUES " + some.stream().map(row -> "(" + places(row.size()) + ")").collect(Collectors.joining(", ")), arguments);
        }
    }

    public static String places(int number) {
        return "?" + ", ?".repeat(number - 1);
    }

    public static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    public static Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    /** Whoever waited too long, or stood in the way of another, may try again. */
    static RuntimeException failure(SQLException e) {
        return e.getErrorCode() == DEADLOCK || e.getErrorCode() == WAITED_TOO_LONG ? new BusinessException.Conflict("app.busy")
                : new IllegalStateException(e);
    }

    private static void set(PreparedStatement statement, Collection<?> arguments) throws SQLException {
        int place = 1;
        for (Object argument : arguments) {
            statement.setObject(place++, argument);
        }
    }
}
