package vn.thang.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.audit.ApartValue;

/** All blocks of the sealed trail, and the entries that wait for one. */
@ApplicationScoped
public class Blocks {

    private static final int AT_ONCE = 500;
    public static final String BLOCK = """
            SELECT number, sealed_at, entries, root, previous_hash, block_hash FROM trail_block""";
    /** Until when what is called so has expired, by what was told of its removal; null for never. */
    private static final String EXPIRED = """
            SELECT MAX(r.at - INTERVAL CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(r.details, 'days=', -1), ' ', 1)
                AS SIGNED) DAY) FROM change_log r
            WHERE r.action = 'remove-expired' AND SUBSTRING_INDEX(r.details, ' ', 1) =""";
    private static final String WAITING = """
             FROM change_log e LEFT JOIN trail_seal s ON s.entry_id = e.id
            WHERE s.entry_id IS NULL AND e.at >= :since""";

    @Inject
    private Jdbi jdbi;

    protected Blocks() {
    }

    /** The blocks of a database, for reading without a server. */
    public Blocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A block with one of the entries that were sealed in it, beside what stands there now.
     *
     * @param place  place in the block; null for a block without seals
     * @param sealed id of the entry that was sealed
     * @param entry  what stands there now; its id is null where it is gone
     */
    public record Sealed(@Nested("block") Block block, Integer place, String entryHash, Long sealed,
            @Nested StoredEntry entry) {
    }

    /** @param hash hash that the entry holds; null where it holds none */
    public record Value(long entry, String salt, String content, String hash) {
    }

    /** @param oldest when the first of them was written; null for none */
    public record Waiting(long count, Long entry, Instant oldest) {
    }

    /** Waits until no other server seals; the turn ends with the transaction. */
    public void takeTurn() {
        jdbi.useHandle(sql -> sql.createQuery("SELECT id FROM trail_turn WHERE id = 1 FOR UPDATE")
                .mapTo(Integer.class).one());
    }

    public Optional<Block> last() {
        return jdbi.withHandle(
                sql -> sql.createQuery(BLOCK + " ORDER BY number DESC LIMIT 1").mapTo(Block.class).findOne());
    }

    /** Finds the block that was sealed last until a moment. */
    public Optional<Block> lastUntil(Instant moment) {
        return jdbi
                .withHandle(sql -> sql.createQuery(BLOCK + " WHERE sealed_at <= :moment ORDER BY number DESC LIMIT 1")
                        .bind("moment", moment).mapTo(Block.class).findOne());
    }

    /** Finds the block that was sealed next after another one. */
    public Optional<Block> after(long number) {
        return jdbi.withHandle(sql -> sql.createQuery(BLOCK + " WHERE number > :number ORDER BY number LIMIT 1")
                .bind("number", number).mapTo(Block.class).findOne());
    }

    /** Lists entries that are committed and in no block, in the order in which they were written, behind another one. */
    public List<StoredEntry> waiting(Instant since, long behind, int most) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT " + StoredEntry.COLUMNS + WAITING + """
                \sAND (e.at > :since OR e.id > :behind) ORDER BY e.at, e.id LIMIT :most""")
                .bind("since", since).bind("behind", behind).bind("most", most).mapTo(StoredEntry.class).list());
    }

    /** Counts the entries since a moment that are in no block. */
    public Waiting waiting(Instant since) {
        return jdbi.withHandle(sql -> sql.createQuery(
                "SELECT COUNT(*) AS count, MIN(e.id) AS entry, MIN(e.at) AS oldest" + WAITING)
                .bind("since", since).mapTo(Waiting.class).one());
    }

    void add(Block block, List<StoredEntry> entries, List<byte[]> leaves) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("""
                    INSERT INTO trail_block (number, sealed_at, entries, root, previous_hash, block_hash)
                    VALUES (:number, :sealedAt, :entries, :root, :previousHash, :blockHash)""")
                    .bind("number", block.number()).bind("sealedAt", block.sealedAt()).bind("entries", block.entries())
                    .bind("root", block.root()).bind("previousHash", block.previousHash())
                    .bind("blockHash", block.blockHash()).execute();
            PreparedBatch seals = sql.prepareBatch("""
                    INSERT INTO trail_seal (entry_id, block, place, entry_hash)
                    VALUES (:entry, :block, :place, :hash)""");
            for (int place = 0; place < entries.size(); place++) {
                seals.bind("entry", entries.get(place).id()).bind("block", block.number()).bind("place", place)
                        .bind("hash", HexFormat.of().formatHex(leaves.get(place))).add();
                if (seals.size() == AT_ONCE) {
                    seals.execute();
                }
            }
            if (seals.size() > 0) {
                seals.execute();
            }
        });
    }

    /** Hands over every block with every entry that was sealed in it, in the order of blocks and places. */
    public void eachSealed(Consumer<Sealed> reader) {
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT b.number AS block_number, b.sealed_at AS block_sealed_at, b.entries AS block_entries,
                    b.root AS block_root, b.previous_hash AS block_previous_hash, b.block_hash AS block_block_hash,
                    s.place, s.entry_hash, s.entry_id AS sealed, %s
                FROM trail_block b LEFT JOIN trail_seal s ON s.block = b.number
                LEFT JOIN change_log e ON e.id = s.entry_id
                ORDER BY b.number, s.place""".formatted(StoredEntry.COLUMNS)).setFetchSize(AT_ONCE)
                .mapTo(Sealed.class).forEach(reader::accept));
    }

    /**
     * Hands over the ids of entries that hold the hash of a value before or after, or of an address, which is gone. A line of
     * the trail that tells of what went after its time explains what was older than that time then, and nothing younger.
     *
     * @param retained  actions whose values go after their time
     * @param kind      what the table of retention calls them
     * @param addresses what it calls addresses
     */
    public void eachErased(List<String> retained, String kind, String addresses, Consumer<Long> reader) {
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT e.id FROM change_log e
                LEFT JOIN trail_value b ON b.entry_id = e.id AND b.kind = :before
                LEFT JOIN trail_value a ON a.entry_id = e.id AND a.kind = :after
                LEFT JOIN trail_value d ON d.entry_id = e.id AND d.kind = :address
                WHERE (e.before_hash IS NOT NULL AND b.entry_id IS NULL
                        OR e.after_hash IS NOT NULL AND a.entry_id IS NULL)
                    AND NOT (e.action IN (<retained>) AND e.at < COALESCE((%1$s :kind), e.at))
                    OR e.address_hash IS NOT NULL AND d.entry_id IS NULL
                        AND e.at >= COALESCE((%1$s :addresses), e.at)
                ORDER BY e.id""".formatted(EXPIRED)).bind("before", ApartValue.Kind.BEFORE)
                .bind("after", ApartValue.Kind.AFTER).bind("address", ApartValue.Kind.ADDRESS)
                .bindList("retained", retained).bind("kind", kind).bind("addresses", addresses).setFetchSize(AT_ONCE)
                .mapTo(Long.class).forEach(reader::accept));
    }

    /** Hands over every value that is kept apart, with the hash that its entry holds. */
    public void eachValue(Consumer<Value> reader) {
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT v.entry_id AS entry, v.salt, v.content,
                    CASE v.kind WHEN :before THEN e.before_hash WHEN :after THEN e.after_hash ELSE e.address_hash END
                        AS hash
                FROM trail_value v LEFT JOIN change_log e ON e.id = v.entry_id ORDER BY v.entry_id""")
                .bind("before", ApartValue.Kind.BEFORE).bind("after", ApartValue.Kind.AFTER).setFetchSize(AT_ONCE)
                .mapTo(Value.class).forEach(reader::accept));
    }
}
