package vn.thang.catalog.draft;

/**
 * One difference between two versions of a model or of the programme.
 *
 * @param code     criterion or dimension, target or indicator; empty for the whole
 * @param field    what of it, as the files name it; empty for the thing itself
 * @param language of a sentence; empty for the structure
 * @param before   null where it was added
 * @param after    null where it was removed
 */
public record ModelChange(Part part, String code, String field, String language, String before, String after) {

    /** What kind of thing differs. */
    public enum Part {
        CRITERION, TARGET, INDICATOR, GATE, WEIGHT, DEMAND,
        /** The way to a target: where it begins, what is asked for in between, and from when on it means something else. */
        WAY,
        BOUND, RULE, STATEMENT, TEXT
    }

    /** How it differs. */
    public enum How {
        ADDED, REMOVED, CHANGED
    }

    /** Returns how it differs. */
    public How how() {
        return before == null ? How.ADDED : after == null ? How.REMOVED : How.CHANGED;
    }
}
