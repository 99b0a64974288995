package vn.thang.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a verification of the trail found.
 *
 * @param blocks  how many there are
 * @param entries how many are sealed
 * @param waiting how many are in no block yet
 * @param last    number of the last block; null for none
 * @param sealed  when it was sealed
 * @param head    its hash, which covers all before: whoever keeps it outside can tell later whether it is still the same
 * @param faults  the first of what is wrong, in the order of the blocks
 * @param wrong   how much is wrong in all
 */
public record Verified(long blocks, long entries, long waiting, Long last, Instant sealed, String head,
        List<Fault> faults, long wrong) {

    /** Answers whether nothing is wrong. */
    public boolean intact() {
        return wrong == 0;
    }
}
