package vn.thang.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Sha256;

/** The forms that are hashed never change, or every trail would be broken; the values here were computed by another program. */
class BlockTest {

    private static final Instant MOMENT = Instant.ofEpochSecond(1_795_956_000, 123_456_000);
    private static final List<byte[]> LEAVES = Stream.of("a", "b", "c").map(Sha256::of).toList();

    @Test
    void theCanonicalFormOfAnEntryStays() {
        assertEquals("b1e48a51ffdc047ba22e3f082cb1278f2b10d2bba05f8d348e34d745c7e5bb68",
                HexFormat.of().formatHex(new StoredEntry(50L, MOMENT, 7L, "AUDITOR", 1L, "answer", "assessment", 6850L,
                        15L, "Đã trả lời", null, "", "a".repeat(64), null, null, null).hash()));
    }

    @Test
    void theFormOfABlockStays() {
        Block block = Block.after(null, MOMENT.plusNanos(789), LEAVES);
        assertEquals(1, block.number());
        assertEquals("1394b29c3086a6150915a75bd1ab6c5dd7e461ec0c5e7d31939ae192d08eb59a", block.root());
        assertEquals("48e77e852d77c87f01a2b9314b3476b668c8e126752b97cf2eecf8bd7f59ea14", block.blockHash());
        assertTrue(block.intact());
    }

    @Test
    void theNextBlockHoldsTheHashOfTheOneBefore() {
        Block first = Block.after(null, MOMENT, List.of());
        Block second = Block.after(first, MOMENT, LEAVES);
        assertEquals(2, second.number());
        assertEquals(first.blockHash(), second.previousHash());
        assertEquals(Sha256.hex(""), first.root());
        assertFalse(new Block(2, MOMENT, 3, second.root(), Block.NOTHING, second.blockHash()).intact());
    }
}
