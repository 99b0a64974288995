package vn.thang.core.model;

/** What a model says of the whole. Instruments that only show strengths and weaknesses side by side give no sum of them. */
public enum Overall {
    /** A level and an index. */
    LEVEL,
    /** An index alone: no level of the whole, no path to one, and no target that means one. */
    INDEX,
    /** Nothing: dimensions stand beside each other. */
    NONE
}
