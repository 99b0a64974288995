package vn.thang.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.seal.Block;

/**
 * Checks the blocks of a pack in their order. A pack holds the blocks from each that has entries of it to the next one that is
 * stamped: numbers may be left out behind a stamped block and nowhere else, since a block proves something only where every
 * block up to a stamp follows from it.
 */
final class PackChain {

    private final Set<Long> stamped;
    private final BiConsumer<CheckFault.Kind, Long> wrong;
    private final Map<Long, String> roots = new HashMap<>();
    private final Set<Long> led = new TreeSet<>();
    private final Set<Long> open = new TreeSet<>();
    private Block before;

    /** @param stamped numbers of the blocks that are stamped */
    PackChain(Set<Long> stamped, BiConsumer<CheckFault.Kind, Long> wrong) {
        this.stamped = stamped;
        this.wrong = wrong;
    }

    /** Checks the next block. */
    void add(Block block) {
        if (!block.intact()) {
            wrong.accept(CheckFault.Kind.BLOCK_CHANGED, block.number());
        }
        if (before != null) {
            follow(block);
        }
        roots.putIfAbsent(block.number(), block.root());
        open.add(block.number());
        if (stamped.contains(block.number())) {
            led.addAll(open);
            open.clear();
        }
        before = block;
    }

    private void follow(Block block) {
        long expected = before.number() + 1;
        if (block.number() > expected && !stamped.contains(before.number())) {
            wrong.accept(CheckFault.Kind.BLOCK_MISSING, expected);
            open.clear();
        } else if (block.number() < expected
                || block.number() == expected && !block.previousHash().equals(before.blockHash())) {
            wrong.accept(CheckFault.Kind.CHAIN_BROKEN, block.number());
            open.clear();
        }
    }

    /** Returns the root of a block; what nothing leads to where the pack does not hold it. */
    String root(long block) {
        return roots.getOrDefault(block, "");
    }

    /** Whether an unbroken chain leads from the block to one that is stamped. */
    boolean leadsToStamp(long block) {
        return led.contains(block);
    }

    /** Returns the number of the last block; 0 for none. */
    long last() {
        return before == null ? 0 : before.number();
    }

    int count() {
        return roots.size();
    }
}
