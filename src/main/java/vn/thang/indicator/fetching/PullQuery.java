package vn.thang.indicator.fetching;

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
import java.util.List;
import javax.sql.DataSource;

/** Statements about connectors and what they found, in the transaction that runs. */
@ApplicationScoped
public class PullQuery {

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /** Makes a record of the present row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = bound(connection.prepareStatement(sql), arguments);
                ResultSet row = query.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql, Object... arguments) {
        return list(sql, row -> row.getLong(1), arguments).get(0);
    }

    /** Answers how many rows were written. */
    public int write(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = bound(connection.prepareStatement(sql), arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same statement for many rows. */
    public void writeAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bound(statement, row).addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i] instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : arguments[i]);
        }
        return statement;
    }

    public static Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
