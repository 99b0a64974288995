package vn.thang.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.seal.Block;
import vn.thang.platform.Sha256;

/** Blocks are left out of a pack behind a stamped one only, and a block proves something where its chain reaches a stamp. */
class PackChainTest {

    private static final Instant MOMENT = Instant.parse("2026-06-01T08:00:00Z");

    private final List<Block> blocks = chain(8);
    private final List<String> faults = new ArrayList<>();

    @Test
    void numbersMayBeLeftOutBehindAStampedBlock() {
        PackChain chain = check(Set.of(3L, 7L), blocks(2, 3, 6, 7, 8));
        assertEquals(List.of(), faults);
        assertTrue(Stream.of(2L, 3L, 6L, 7L).allMatch(chain::leadsToStamp));
        assertFalse(chain.leadsToStamp(8), "no stamp follows");
    }

    @Test
    void aBlockThatIsLeftOutBeforeTheStampIsMissing() {
        PackChain chain = check(Set.of(5L), blocks(2, 3, 5));
        assertEquals(List.of(CheckFault.Kind.BLOCK_MISSING + " 4"), faults);
        assertFalse(chain.leadsToStamp(2) || chain.leadsToStamp(3));
        assertTrue(chain.leadsToStamp(5));
    }

    @Test
    void aBlockThatWasMadeAnewBreaksTheChain() {
        Block forged = Block.of(3, MOMENT, 1, Sha256.hex("forged"), blocks.get(1).blockHash());
        PackChain chain = check(Set.of(5L), List.of(blocks.get(1), forged, blocks.get(3), blocks.get(4)));
        assertEquals(List.of(CheckFault.Kind.CHAIN_BROKEN + " 4"), faults);
        assertFalse(chain.leadsToStamp(3));
    }

    /** A block that stands there twice is read as the first one, and the second breaks the chain. */
    @Test
    void aForgedBlockBehindTheRightOnesReplacesNothing() {
        Block forged = Block.of(3, MOMENT, 1, Sha256.hex("forged"), blocks.get(1).blockHash());
        PackChain chain = check(Set.of(5L), Stream.concat(blocks(2, 3, 4, 5).stream(), Stream.of(forged)).toList());
        assertEquals(List.of(CheckFault.Kind.CHAIN_BROKEN + " 3"), faults);
        assertEquals(blocks.get(2).root(), chain.root(3));
    }

    private PackChain check(Set<Long> stamped, List<Block> given) {
        PackChain chain = new PackChain(stamped, (kind, block) -> faults.add(kind + " " + block));
        given.forEach(chain::add);
        return chain;
    }

    private List<Block> blocks(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> blocks.get(number - 1)).toList();
    }

    private static List<Block> chain(int length) {
        List<Block> chain = new ArrayList<>();
        for (int number = 1; number <= length; number++) {
            chain.add(Block.after(chain.isEmpty() ? null : chain.getLast(), MOMENT, List.of()));
        }
        return chain;
    }
}
