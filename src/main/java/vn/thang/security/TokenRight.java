package vn.thang.security;

/** What a token lets a program read, never more than the person who made it may read at that moment. */
public enum TokenRight {
    /** Rounds, models and agencies; results and answers of agencies in all columns. */
    RESULTS,
    /** Targets with their history and forecast. */
    TARGETS,
    /** Readings, indicators and their coverage. */
    READINGS,
    /** The register of discrepancies. */
    DISCREPANCIES,
    /** Who has submitted and who has not. */
    HAND_IN,
    /** Questions, measures, recommendations and decisions. */
    MATTERS,
    /** Restricted answers besides, where the person may read them. */
    RESTRICTED
}
