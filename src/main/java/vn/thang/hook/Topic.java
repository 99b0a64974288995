package vn.thang.hook;

/** What other systems can be told of. */
public enum Topic {
    /** Results of a round were published or withdrawn. */
    PUBLICATION,
    /** A batch of readings was taken. */
    BATCH,
    /** A stage of a round, or a matter that waits, is due in seven days, tomorrow or today. */
    DEADLINE,
    /** Something became of a matter. */
    MATTER
}
