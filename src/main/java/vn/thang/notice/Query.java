package vn.thang.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One statement in the transaction that runs, or alone where there is none. */
@ApplicationScoped
class Query {

    private static final int MOST_ATTEMPTS = 5;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /** Makes a record of the present row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = bound(connection, sql, arguments);
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

    long number(String sql, Object... arguments) {
        return list(sql, row -> row.getLong(1), arguments).get(0);
    }

    /** Answers how many rows were written. */
    int write(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = bound(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #write}; where no transaction runs, what it reads is not locked, so that nobody who answers has to wait. */
    int writeAside(String sql, Object... arguments) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnceAside(sql, arguments);
            } catch (SQLTransactionRollbackException e) {
                // another server writes the same notices at this moment
                if (attempt == MOST_ATTEMPTS) {
                    throw new IllegalStateException(e);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int writeOnceAside(String sql, Object... arguments) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int usual = connection.getTransactionIsolation();
            boolean alone = connection.getAutoCommit();
            if (alone) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            try (PreparedStatement statement = bound(connection, sql, arguments)) {
                return statement.executeUpdate();
            } finally {
                if (alone) {
                    connection.setTransactionIsolation(usual);
                }
            }
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i] instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                    : arguments[i]);
        }
        return statement;
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
