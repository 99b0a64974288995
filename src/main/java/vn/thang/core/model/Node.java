package vn.thang.core.model;

/** A place in the tree of the model. */
public sealed interface Node permits Dimension, Criterion {

    /** Unique in the model; empty for the whole alone. */
    String code();

    /** Its weight among its siblings, greater than zero. */
    int weight();

    /** Whether the parent's level needs this child at that level. */
    boolean core();
}
