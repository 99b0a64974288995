package vn.thang.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.thang.audit.AuditEvent;
import vn.thang.platform.TrailLine;

/**
 * Seals what is committed and in no block yet, each time one block at most. Numbers of entries say nothing about their order,
 * since every server takes them in advance and a transaction may end long after it began: an entry that comes late is
 * sealed in a later block. The last hours are looked through every time, everything once a day and where the last block is
 * full. The first block of a day is written even when it is empty, so that the trail shows that it was sealed.
 * The hash of the block that holds a publication is told to auditors at once, whose mail keeps it outside.
 */
@ApplicationScoped
@Transactional
public class TrailSealing {

    static final int MOST_ENTRIES = 10_000;
    private static final Duration LOOKED_THROUGH = Duration.ofHours(6);
    private static final Reached BEGINNING = new Reached(Instant.EPOCH, 0);

    @Inject
    private Blocks blocks;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditEvent> events;

    /**
     * How far one run has come.
     *
     * @param at    moment of the last entry that was sealed
     * @param entry its id
     */
    public record Reached(Instant at, long entry) {
    }

    /**
     * Seals one block; empty when nothing is left to seal.
     *
     * @param reached how far the block before in this run has come; null for the first
     */
    public Optional<Reached> seal(Reached reached) {
        blocks.takeTurn();
        Block last = blocks.last().orElse(null);
        Instant now = clock.instant();
        boolean first = last == null || !day(last.sealedAt()).equals(day(now));
        Reached from = reached != null ? reached
                : first || last.entries() == MOST_ENTRIES ? BEGINNING
                        : new Reached(last.sealedAt().minus(LOOKED_THROUGH), 0);
        List<StoredEntry> entries = blocks.waiting(from.at(), from.entry(), MOST_ENTRIES);
        if (entries.isEmpty() && !first) {
            return Optional.empty();
        }
        List<byte[]> leaves = entries.stream().map(StoredEntry::hash).toList();
        Block next = Block.after(last, now, leaves);
        blocks.add(next, entries, leaves);
        if (entries.stream().anyMatch(entry -> entry.action().equals(TrailLine.PUBLISH))) {
            events.fire(new AuditEvent.HeadTold(next.number(), next.blockHash()));
        }
        return entries.size() < MOST_ENTRIES ? Optional.empty()
                : Optional.of(new Reached(entries.getLast().at(), entries.getLast().id()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
