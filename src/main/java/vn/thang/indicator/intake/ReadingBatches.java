package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.organisation.agency.SearchedWords;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** The batches in which readings came, with every line that was not taken. */
@ApplicationScoped
public class ReadingBatches {

    private static final int AT_ONCE = 1_000;
    private static final String BATCH = """
            SELECT id, source, way, arrived_at, taken, accepted, corrected, unchanged, rejected, faults, notes FROM reading_batch
            """;

    @Inject
    private Jdbi jdbi;

    /** @param faults those of the first lines, as JSON */
    private record Line(long id, String source, String way, Instant arrivedAt, int taken, int accepted, int corrected,
            int unchanged, int rejected, String faults, String notes) {

        private ReadingBatch batch() {
            return new ReadingBatch(id, source, way, arrivedAt, taken, accepted, corrected, unchanged, rejected,
                    ReadingFault.list(faults), ReadingFault.list(notes));
        }
    }

    private record FaultLine(int line, String reason, String arguments) {

        private ReadingFault fault() {
            try (var reader = Json.createReader(new StringReader(arguments))) {
                return new ReadingFault(line, reason, reader.readArray().getValuesAs(JsonString::getString));
            }
        }
    }

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
            jdbi.useHandle(sql -> {
                PreparedBatch insert = sql.prepareBatch("""
                        INSERT INTO reading_fault (batch_id, line, reason, arguments)
                        VALUES (:batch, :line, :reason, :arguments)""");
                waiting.forEach(fault -> insert.bind("batch", batch).bind("line", fault.line())
                        .bind("reason", fault.key())
                        .bind("arguments", Json.createArrayBuilder(fault.arguments()).build().toString()).add());
                insert.execute();
            });
            waiting.clear();
            return number;
        }

        /** Returns those of the first lines, in the order of the lines. */
        List<ReadingFault> first() {
            return first.stream().sorted(Comparator.comparingInt(ReadingFault::line)).toList();
        }
    }

    public Faults faults(long batch) {
        return new Faults(batch);
    }

    public ReadingBatch get(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(BATCH + "WHERE id = :id").bind("id", id).mapTo(Line.class)
                .findOne()).map(Line::batch)
                .orElseThrow(() -> new BusinessException.NotFound("reading.batch.unknown", id));
    }

    /** A page of batches, each with the faults of its first lines; two statements however many there are. */
    public Slice<ReadingBatch> list(BatchFilter filter, Cut<BatchOrder> cut) {
        String where = "WHERE source = COALESCE(:source, source) AND way = COALESCE(:way, way)"
                + (filter.rejected() ? " AND rejected > 0" : "");
        return jdbi.withHandle(sql -> Slice.of(
                bound(sql.createQuery("SELECT COUNT(*) FROM reading_batch " + where), filter).mapTo(Long.class).one(),
                cut, (size, offset) -> bound(sql.createQuery(BATCH + where + " ORDER BY " + cut.sql("id DESC")
                        + " LIMIT :size OFFSET :offset"), filter).bind("size", size).bind("offset", offset)
                        .mapTo(Line.class).map(Line::batch).list()));
    }

    private static Query bound(Query query, BatchFilter filter) {
        return query.bind("source", filter.source()).bind("way", filter.way());
    }

    /**
     * A page of the faults of a batch; two statements however many there are.
     *
     * @param words part of what the line named; null for all lines
     */
    public Slice<ReadingFault> faults(long batch, String words, Cut<FaultOrder> cut) {
        String where = "WHERE batch_id = :batch AND (:words IS NULL OR " + SearchedWords.in("arguments") + ")";
        String pattern = words == null ? null : SearchedWords.containing(words);
        return jdbi.withHandle(sql -> Slice.of(
                sql.createQuery("SELECT COUNT(*) FROM reading_fault " + where).bind("batch", batch)
                        .bind("words", pattern).mapTo(Long.class).one(),
                cut, (size, offset) -> sql.createQuery("SELECT line, reason, arguments FROM reading_fault " + where
                        + " ORDER BY " + cut.sql("line, id") + " LIMIT :size OFFSET :offset").bind("batch", batch)
                        .bind("words", pattern).bind("size", size).bind("offset", offset).mapTo(FaultLine.class)
                        .map(FaultLine::fault).list()));
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
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT line, reason, arguments FROM reading_fault WHERE batch_id = :batch
                ORDER BY line, id LIMIT :number OFFSET :from""").bind("batch", batch).bind("number", number)
                .bind("from", from).mapTo(FaultLine.class).map(FaultLine::fault).list());
    }
}
