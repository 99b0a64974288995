package vn.thang.platform;

import java.util.List;

/**
 * Something was done. Use cases fire it inside their transaction, as one record of the sealed type of their room; the trail,
 * the notices and the rows that are derived follow there by its type, and nobody reads its words.
 */
public interface DomainEvent {

    /** Returns what the trail says of it: one line, or one for each thing that was done at once. */
    List<TrailLine> trail();

    /**
     * Answers whether the trail keeps it in a transaction of its own, whatever becomes of the one around it: a refusal is
     * told although nothing was done.
     */
    default boolean remains() {
        return false;
    }
}
