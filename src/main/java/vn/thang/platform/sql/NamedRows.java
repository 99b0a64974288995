package vn.thang.platform.sql;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the rows of a statement that is data itself, so that no record can stand for them: texts, numbers, days and moments by
 * the names of their columns.
 */
public final class NamedRows {

    private static final int AT_ONCE = 1_000;

    private NamedRows() {
    }

    /** Returns the names of the columns that the statement gives. */
    public static Set<String> columns(Query query) {
        return query.scanResultSet((rows, statement) -> {
            try (ResultSet found = rows.get()) {
                return names(found.getMetaData());
            }
        });
    }

    /** Hands over one row after the other, so that memory stays flat. */
    public static void each(Query query, Consumer<Map<String, Object>> reader) {
        query.setFetchSize(AT_ONCE).scanResultSet((rows, statement) -> {
            try (ResultSet found = rows.get()) {
                ResultSetMetaData columns = found.getMetaData();
                Set<String> names = names(columns);
                while (found.next()) {
                    reader.accept(row(found, columns, names));
                }
            }
            return null;
        });
    }

    private static Set<String> names(ResultSetMetaData columns) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        return names;
    }

    private static Map<String, Object> row(ResultSet found, ResultSetMetaData columns, Set<String> names)
            throws SQLException {
        Map<String, Object> row = new HashMap<>();
        int place = 1;
        for (String name : names) {
            row.put(name, switch (columns.getColumnType(place)) {
                case Types.TIMESTAMP -> Sql.moment(found, place);
                case Types.DATE -> day(found.getDate(place));
                default -> found.getObject(place);
            });
            place++;
        }
        return row;
    }

    private static LocalDate day(Date stored) {
        return stored == null ? null : stored.toLocalDate();
    }
}
