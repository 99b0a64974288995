package vn.thang.audit.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import vn.thang.audit.ApartValue;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.Blocks;
import vn.thang.audit.seal.SealedEntry;
import vn.thang.audit.seal.StoredEntry;

/**
 * Takes out of the trail what was done to some things, with all that proves it without the database: the way from each entry
 * to the root of its block, the blocks up to the next anchor, and the anchors. It serves to prove and for nothing else.
 */
@ApplicationScoped
public class TrailExtract {

    private static final int AT_ONCE = 500;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Anchors anchors;

    private record Row(@Nested("entry") StoredEntry entry, Long block, Integer place) {
    }

    private record Apart(long entry, String kind, String salt, String content) {
    }

    private record Leaf(long block, String hash) {
    }

    /** The numbers of the blocks in which the entries are that were handed over. */
    public record Taken(TreeSet<Long> blocks, long entries, long waiting) {
    }

    /**
     * Hands over the entries on some things, in the order of things and of time.
     *
     * @param subject kind of the things
     * @param seen    whether the reader may see what is kept apart of an entry
     * @param hidden  whether the reader may see nothing of an entry, which is handed over by its hash
     */
    public Taken each(String subject, Collection<Long> ids, Predicate<SealedEntry> seen,
            Predicate<SealedEntry> hidden, Consumer<SealedEntry> reader) {
        Taken taken = new Taken(new TreeSet<>(), 0, 0);
        List<Long> all = new ArrayList<>(new TreeSet<>(ids));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Taken before = taken;
            taken = jdbi.withHandle(sql -> each(sql, subject, some, seen,
                    entry -> reader.accept(hidden.test(entry) ? entry.hiding() : entry), before));
        }
        return taken;
    }

    private static Taken each(Handle sql, String subject, List<Long> ids, Predicate<SealedEntry> seen,
            Consumer<SealedEntry> reader, Taken before) {
        List<Row> rows = sql.createQuery("SELECT " + StoredEntry.columns("entry_") + """
                , s.block, s.place FROM change_log e LEFT JOIN trail_seal s ON s.entry_id = e.id
                WHERE e.subject = :subject AND e.subject_id IN (<ids>) ORDER BY e.subject_id, e.at, e.id""")
                .bind("subject", subject).bindList("ids", ids).mapTo(Row.class).list();
        Map<Long, Tree> trees = trees(sql, rows.stream().map(Row::block).filter(block -> block != null)
                .collect(Collectors.toCollection(TreeSet::new)));
        Map<Long, Map<String, List<String>>> values = values(sql, rows);
        long waiting = 0;
        for (Row row : rows) {
            Map<String, List<String>> apart = values.getOrDefault(row.entry().id(), Map.of());
            List<String> path = row.block() == null ? List.of() : trees.get(row.block()).path(row.place());
            SealedEntry entry = new SealedEntry(row.entry().columns(), row.block(), path, apart);
            reader.accept(apart.isEmpty() || seen.test(entry) ? entry
                    : new SealedEntry(entry.columns(), entry.block(), path, Map.of()));
            if (row.block() == null) {
                waiting++;
            } else {
                before.blocks().add(row.block());
            }
        }
        return new Taken(before.blocks(), before.entries() + rows.size(), before.waiting() + waiting);
    }

    private static Map<Long, Tree> trees(Handle sql, Collection<Long> blocks) {
        Map<Long, Tree> trees = new HashMap<>();
        if (!blocks.isEmpty()) {
            Map<Long, List<byte[]>> leaves = new TreeMap<>();
            sql.createQuery("""
                    SELECT block, entry_hash AS hash FROM trail_seal WHERE block IN (<blocks>) ORDER BY block, place""")
                    .bindList("blocks", blocks).mapTo(Leaf.class).forEach(leaf -> leaves
                            .computeIfAbsent(leaf.block(), none -> new ArrayList<>())
                            .add(HexFormat.of().parseHex(leaf.hash())));
            leaves.forEach((block, hashes) -> trees.put(block, new Tree(hashes)));
        }
        return trees;
    }

    /** Addresses are not among them: nobody needs them to verify. */
    private static Map<Long, Map<String, List<String>>> values(Handle sql, List<Row> rows) {
        Map<Long, Map<String, List<String>>> values = new HashMap<>();
        List<Long> entries = rows.stream().map(Row::entry)
                .filter(entry -> entry.beforeHash() != null || entry.afterHash() != null).map(StoredEntry::id).toList();
        if (!entries.isEmpty()) {
            sql.createQuery("""
                    SELECT entry_id AS entry, kind, salt, content FROM trail_value
                    WHERE entry_id IN (<entries>) AND kind <> :address""").bindList("entries", entries)
                    .bind("address", ApartValue.Kind.ADDRESS).mapTo(Apart.class)
                    .forEach(one -> values.computeIfAbsent(one.entry(), none -> new TreeMap<>()).put(one.kind(),
                            List.of(one.salt(), one.content())));
        }
        return values;
    }

    /** Lists all anchors in the order of their numbers. */
    public List<Anchor> anchors() {
        return anchors.list();
    }

    /** Hands over the blocks from each of these to the next one that is anchored, or to the last one, each once. */
    public void blocks(TreeSet<Long> needed, List<Anchor> anchored, Consumer<Block> reader) {
        TreeSet<Long> ends = anchored.stream().map(Anchor::block).collect(Collectors.toCollection(TreeSet::new));
        long done = 0;
        for (long block : needed) {
            if (block > done) {
                Long end = ends.ceiling(block);
                long until = end == null ? Long.MAX_VALUE : end;
                jdbi.useHandle(
                        sql -> sql.createQuery(Blocks.BLOCK + " WHERE number BETWEEN :from AND :until ORDER BY number")
                                .bind("from", block).bind("until", until).setFetchSize(AT_ONCE).mapTo(Block.class)
                                .forEach(reader::accept));
                done = until;
            }
        }
    }

    /** The tree of hashes over the entries of a block. */
    private static final class Tree {

        private final List<List<byte[]>> rows = new ArrayList<>();

        Tree(List<byte[]> leaves) {
            rows.add(leaves);
            while (rows.getLast().size() > 1) {
                rows.add(Block.above(rows.getLast()));
            }
        }

        List<String> path(int leaf) {
            List<String> path = new ArrayList<>();
            int place = leaf;
            for (List<byte[]> row : rows.subList(0, rows.size() - 1)) {
                int neighbour = place % 2 == 0 ? place + 1 : place - 1;
                if (neighbour < row.size()) {
                    path.add((neighbour < place ? "L" : "R") + HexFormat.of().formatHex(row.get(neighbour)));
                }
                place /= 2;
            }
            return path;
        }
    }
}
