package vn.thang.organisation.change;

/** What a change of agencies touches, in the order in which the page tells it. */
public enum ChangeTopic {
    ROUNDS, PEOPLE, EVIDENCE, HISTORY, TARGETS, UNITS, ADDRESSES
}
