package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;

/** The batches in which readings came, with every line that was not taken. */
@ApplicationScoped
public class ReadingBatches {

    private static final int AT_ONCE = 1_000;
    private static final String BATCH = "SELECT id, source, way, arrived_at, taken, accepted, corrected, unchanged, rejected, faults FROM reading_batch";

    @Inject
    private Statements statements;

    /** Gathers the faults of a batch and stores them by the thousand, so that a large batch does not stand in memory. */
    final class Faults {

        private final long batch;
        private final List<ReadingFault> first = new ArrayList<>();
        private final List<ReadingFault> waiting = new ArrayList<>();
        private int number;

        private Faults(long batch) {
            this.batch = batch;
        }

        void add(ReadingFault fault) {
            number++;
            if (first.size() < IntakeReport.MOST_FAULTS) {
                first.add(fault);
            }
            waiting.add(fault);
            if (waiting.size() == AT_ONCE) {
                store();
            }
        }

        /** Answers how many there were in all. */
        int store() {
            statements.insert("reading_fault (batch_id, line, reason, arguments)", waiting.stream()
                    .map(fault -> List.of(batch, fault.line(), fault.key(), Json.createArrayBuilder(fault.arguments()).build().toString())).toList());
            waiting.clear();
            return number;
        }

        List<ReadingFault> first() {
            return first;
        }
    }

    public Faults faults(long batch) {
        return new Faults(batch);
    }

    public ReadingBatch get(long id) {
        return statements.first(BATCH + " WHERE id = ?", List.of(id), ReadingBatches::batch)
                .orElseThrow(() -> new BusinessException.NotFound("reading.batch.unknown", id));
    }

    /** Returns the newest batches, the newest first, each with the faults of its first lines. */
    public List<ReadingBatch> newest(int most) {
        return statements.list(BATCH + " ORDER BY id DESC LIMIT ?", List.of(most), ReadingBatches::batch);
    }

    private static ReadingBatch batch(ResultSet row) throws SQLException {
        return new ReadingBatch(row.getLong(1), row.getString(2), row.getString(3), Statements.moment(row, 4), row.getInt(5), row.getInt(6),
                row.getInt(7), row.getInt(8), row.getInt(9), ReadingFault.list(row.getString(10)));
    }

    /** A page of the faults of a batch, by line; two statements however many there are. */
    public Slice<ReadingFault> faults(long batch, int page) {
        long total = statements.count("SELECT COUNT(*) FROM reading_fault WHERE batch_id = ?", List.of(batch));
        int shown = Slice.existing(page, total);
        return new Slice<>(faults(batch, Slice.SIZE, Slice.offset(shown)), total, shown);
    }

    /** All faults of a batch one after the other, a thousand by one statement. */
    public void eachFault(long batch, Consumer<ReadingFault> taker) {
        List<ReadingFault> some;
        int from = 0;
        do {
            some = faults(batch, AT_ONCE, from);
            some.forEach(taker);
            from += AT_ONCE;
        } while (some.size() == AT_ONCE);
    }

    private List<ReadingFault> faults(long batch, int number, int from) {
        return statements.list("SELECT line, reason, arguments FROM reading_fault WHERE batch_id = ? ORDER BY line, id LIMIT ? OFFSET ?", List.of(batch, number, from),
                row -> new ReadingFault(row.getInt(1), row.getString(2), arguments(row.getString(3))));
    }

    private static List<String> arguments(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
