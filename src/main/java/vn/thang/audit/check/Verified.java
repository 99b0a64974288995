package vn.thang.audit.check;

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
 * @param anchored what is anchored outside of the database
 * @param faults  the first of what is wrong, in the order of the blocks
 * @param wrong   how much is wrong in all
 */
public record Verified(long blocks, long entries, long waiting, Long last, Instant sealed, String head,
        Anchored anchored, List<CheckFault> faults, long wrong) {

    /**
     * How far the trail is anchored outside of the database.
     *
     * @param anchors   how many anchors there are
     * @param block     number of the block of the last one that is right; null for none
     * @param at        when it was stamped
     * @param authority who stamped it
     * @param behind    how many blocks came after that block
     * @param trusted   whether the authorities were compared with those that are trusted here
     */
    public record Anchored(long anchors, Long block, Instant at, String authority, long behind, boolean trusted) {
    }

    /** Answers whether nothing is wrong. */
    public boolean intact() {
        return wrong == 0;
    }
}
