package vn.thang.audit.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.audit.check.TrailCheck;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.check.TrailVerification;
import vn.thang.audit.check.Verified;
import vn.thang.audit.reading.TrailReading;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.Blocks;
import vn.thang.audit.seal.StoredEntry;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** The trail is stamped by an authority outside in time, and whoever makes it anew is found by its stamps; everything is undone. */
class AnchoringIT extends ContainerFixture {

    @Inject
    private TrailSealing sealing;

    @Inject
    private TrailAnchoring anchoring;

    @Inject
    private TrailVerification verification;

    @Inject
    private TrailReading reading;

    @Inject
    private Blocks blocks;

    @Inject
    private Anchors anchors;

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Jdbi jdbi;

    private final TimeAuthorityFixture authority = new TimeAuthorityFixture();

    @BeforeEach
    void seal() {
        sql("DELETE FROM trail_anchor");
        said("one");
        caller.actAs("kiemtoan");
    }

    @Test
    void theLastBlockIsStampedOnceADay() throws IOException {
        TrailAnchoring.Due due = anchoring.due().orElseThrow();
        assertEquals(blocks.last().orElseThrow().blockHash(), due.hash());
        stamp();
        said("two");
        assertTrue(anchoring.due().isEmpty());
        sql("UPDATE trail_anchor SET stamped_at = stamped_at - INTERVAL 1 DAY");
        assertEquals(blocks.last().orElseThrow().number(), anchoring.due().orElseThrow().block());
    }

    @Test
    void aPublicationIsStampedAtOnceAndEveryHourOfTheDayAfter() throws IOException {
        stamp();
        said(TrailLine.PUBLISH);
        assertTrue(anchoring.due().isPresent());
        stamp();
        said("two");
        assertTrue(anchoring.due().isEmpty());
        sql("UPDATE trail_anchor SET stamped_at = stamped_at - INTERVAL 61 MINUTE");
        assertTrue(anchoring.due().isPresent());
    }

    @Test
    void pageAndVerificationTellHowOldTheStampIsAndWhatIsBehindIt() throws IOException {
        stamp();
        said("two");
        TrailReading.Anchoring told = reading.sealing().anchor();
        assertEquals(1, told.behind());
        assertEquals(blocks.last(), blocks.after(told.block()));
        assertEquals(Optional.empty(), blocks.after(told.block() + 1));
        assertEquals(0, reading.sealing().behind(), "nobody waits for an authority that is not set");
        assertEquals(0, told.hours());
        assertEquals("CN=Time stamps of tests", told.authority());
        Verified verified = verification.verify();
        assertEquals(List.of(), verified.faults());
        assertEquals(1, verified.anchored().anchors());
        assertEquals(1, verified.anchored().behind());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'anchor' AND subject_id = ?1",
                verified.anchored().block()));
    }

    /** Whoever may write every table changes an entry and makes all blocks from there anew: the chain holds, and the stamp does not. */
    @Test
    void aChainThatWasMadeAnewIsFoundByItsStamp() throws IOException {
        stamp();
        long stamped = blocks.last().orElseThrow().number();
        sql("UPDATE change_log SET details = 'forged' WHERE action = 'try-one'");
        remake(stamped);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_OF_ANOTHER, stamped, null, 1L)),
                TrailCheck.verify(blocks, anchors, TrustedAuthorities.read(authority.trusted()), Map.of(),
                        clock.instant()).faults());
    }

    @Test
    void aStampOfAStrangerIsFound() throws IOException {
        stamp();
        assertEquals(CheckFault.Kind.ANCHOR_STRANGE, TrailCheck.verify(blocks, anchors,
                TrustedAuthorities.read(new TimeAuthorityFixture().trusted()), Map.of(), clock.instant()).faults()
                .getFirst().kind());
    }

    @Test
    void anAuthorityThatDoesNotAnswerLeavesEverythingAsItWas() throws IOException {
        TimeAuthority silent = new TimeAuthority("http://127.0.0.1:1/stamp", null, authority.trusted());
        assertTrue(silent.isSet());
        assertThrows(UncheckedIOException.class,
                () -> silent.stamp(blocks.last().orElseThrow().blockHash()));
        assertFalse(anchors.last().isPresent());
    }

    private void stamp() throws IOException {
        try (TimeAuthorityFixture open = authority.open()) {
            TrailAnchoring.Due due = anchoring.due().orElseThrow();
            anchoring.add(due, open.asked().stamp(due.hash()));
        }
        entities.flush();
    }

    /** Seals the block with this number again as if it had always been so. */
    private void remake(long number) {
        List<StoredEntry> entries = jdbi.withHandle(sql -> sql.createQuery("SELECT " + StoredEntry.COLUMNS
                + " FROM change_log e JOIN trail_seal s ON s.entry_id = e.id WHERE s.block = :block ORDER BY s.place")
                .bind("block", number).mapTo(StoredEntry.class).list());
        Block old = blocks.last().orElseThrow();
        Block before = jdbi.withHandle(sql -> sql.createQuery(Blocks.BLOCK + " WHERE number = :number")
                .bind("number", number - 1).mapTo(Block.class).one());
        List<byte[]> leaves = entries.stream().map(StoredEntry::hash).toList();
        Block forged = Block.after(before, old.sealedAt(), leaves);
        for (StoredEntry entry : entries) {
            sql("UPDATE trail_seal SET entry_hash = ?1 WHERE entry_id = ?2",
                    HexFormat.of().formatHex(entry.hash()), entry.id());
        }
        sql("UPDATE trail_block SET root = ?1, block_hash = ?2 WHERE number = ?3", forged.root(), forged.blockHash(),
                number);
    }

    private void said(String word) {
        String action = word.equals(TrailLine.PUBLISH) ? word : "try-" + word;
        events.fire(new Said(List.of(new TrailLine(action, "test", 5L, null, "words of " + word))));
        entities.flush();
        var reached = sealing.seal(null);
        while (reached.isPresent()) {
            reached = sealing.seal(reached.get());
        }
    }

    /** Something that a test says. */
    record Said(List<TrailLine> trail) implements DomainEvent {
    }
}
