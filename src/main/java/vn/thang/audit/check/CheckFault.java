package vn.thang.audit.check;

/**
 * What a verification of the trail found wrong.
 *
 * @param block number of the block; null where the entry is in none
 * @param entry id of the entry; null where a whole block or an anchor is wrong
 * @param anchor number of the anchor; null where none is wrong
 */
public record CheckFault(Kind kind, Long block, Long entry, Long anchor) {

    CheckFault(Kind kind, Long block, Long entry) {
        this(kind, block, entry, null);
    }

    /** What can be wrong. */
    public enum Kind {
        /** An entry reads otherwise than when it was sealed. */
        ENTRY_CHANGED,
        /** An entry that was sealed is gone. */
        ENTRY_REMOVED,
        /** A value that is kept apart is not the one that the entry holds the hash of. */
        VALUE_CHANGED,
        /** A value that is kept apart is gone, and no removal after its time explains it: nobody can check what it was. */
        VALUE_ERASED,
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
        /** What an authority signed is not what is kept of it. */
        ANCHOR_CHANGED,
        /** The signer of an anchor is none of the authorities that are trusted. */
        ANCHOR_STRANGE,
        /** An anchor was given for another hash than that of its block. */
        ANCHOR_OF_ANOTHER,
        /** An anchor is older than its block or than the anchor before, or names another time than its authority. */
        ANCHOR_TIME,
        /** The block of an anchor is not there. */
        ANCHOR_WITHOUT_BLOCK,
        /** There is no anchor with a number that must be there. */
        ANCHOR_MISSING,
        /** An entry is in no block although it has waited for more than an hour. */
        NOT_SEALED
    }
}
