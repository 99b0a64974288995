package vn.thang.drafting;

/** How far a draft has come; each step is taken once. */
public enum DraftState {
    /** It can be looked at, and proposed where it has no fault. */
    UPLOADED,
    /** It waits for another person. */
    PROPOSED,
    /** It is a version of the model, and stays what it is. */
    PUBLISHED,
    /** Another person decided against it, with a reason. */
    REFUSED,
    /** Whoever uploaded or proposed it wants it no more. */
    DROPPED
}
