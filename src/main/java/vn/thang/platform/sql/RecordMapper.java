package vn.thang.platform.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes records of rows. Which column is which component is found out once for each list of columns that some statement gives: doing
 * so costs more than reading a row.
 */
final class RecordMapper<R> implements RowMapper<R> {

    private final RowMapper<R> mapper;
    private final Map<List<String>, RowMapper<R>> byColumns = new ConcurrentHashMap<>();

    /** @param mapper finds out anew what each result has */
    RecordMapper(RowMapper<R> mapper) {
        this.mapper = mapper;
    }

    @Override
    public R map(ResultSet rows, StatementContext statement) throws SQLException {
        return specialize(rows, statement).map(rows, statement);
    }

    @Override
    public RowMapper<R> specialize(ResultSet rows, StatementContext statement) throws SQLException {
        List<String> columns = columns(rows.getMetaData());
        RowMapper<R> known = byColumns.get(columns);
        if (known == null) {
            known = mapper.specialize(rows, statement);
            byColumns.put(columns, known);
        }
        return known;
    }

    private static List<String> columns(ResultSetMetaData found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            columns.add(found.getColumnLabel(i));
        }
        return columns;
    }
}
