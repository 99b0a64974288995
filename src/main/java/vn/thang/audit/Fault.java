package vn.thang.audit;

/**
 * What a verification of the trail found wrong.
 *
 * @param block number of the block; null where the entry is in none
 * @param entry id of the entry; null where a whole block is wrong
 */
public record Fault(Kind kind, Long block, Long entry) {

    /** What can be wrong. */
    public enum Kind {
        /** An entry reads otherwise than when it was sealed. */
        ENTRY_CHANGED,
        /** An entry that was sealed is gone. */
        ENTRY_REMOVED,
        /** A value that is kept apart is not the one that the entry holds the hash of. */
        VALUE_CHANGED,
        /** A block holds other seals, or fewer or more, than its root and its count say. */
        SEALS_CHANGED,
        /** What a block says is not what its hash was made of. */
        BLOCK_CHANGED,
        /** A block does not follow from the one before. */
        CHAIN_BROKEN,
        /** There is no block with a number that must be there. */
        BLOCK_MISSING,
        /** A block is not the one whose hash somebody has kept outside of the database. */
        NOT_AS_KNOWN,
        /** An entry is in no block although it has waited for more than an hour. */
        NOT_SEALED
    }
}
