package vn.thang.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads hundreds of thousands of rows without making a thing of each: the columns are looked up by name once, and give
 * their values of the row on which the scan stands. Everything shorter becomes records, as {@link Sql} says.
 */
public final class Scan {

    private final ResultSet rows;

    private Scan(ResultSet rows) {
        this.rows = rows;
    }

    /** Sends the query and lets the reader go through what it finds. */
    public static void of(Query query, Consumer<Scan> reader) {
        query.scanResultSet((rows, statement) -> {
            try (ResultSet found = rows.get()) {
                reader.accept(new Scan(found));
            }
            return null;
        });
    }

    /** Goes to the next row; answers whether there was one. */
    public boolean next() {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks a column up by its name. */
    public Column column(String name) {
        try {
            return new Column(rows.findColumn(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A column of the rows. */
    public final class Column {

        private final int place;

        private Column(int place) {
            this.place = place;
        }

        /** Returns the number in the row; 0 where there is none. */
        public long number() {
            try {
                return rows.getLong(place);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns the text in the row; null where there is none. */
        public String text() {
            try {
                return rows.getString(place);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
