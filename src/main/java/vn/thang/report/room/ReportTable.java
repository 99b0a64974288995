package vn.thang.report.room;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A file of a report that is being written: one row after the other, and then the whole of it. */
interface ReportTable extends AutoCloseable {

    /** Adds a row by the names of its columns. */
    void add(Map<String, Object> row);

    /** Writes the file. */
    void write(OutputStream out) throws IOException;

    @Override
    void close() throws IOException;
}
