package vn.thang.dashboard.target;

/** How much of a measured target somebody sees. */
public enum TargetSight {

    /** Every figure, those of single agencies among them. */
    WHOLE,
    /** The country, and what at least five have reported. */
    GROUPS,
    /**
     * Of a target that measures something restricted: values of covered periods in whole per cent. What is not covered yet changes
     * with every agency that reports, and so do numerators, denominators and decimals of what is: whoever writes down two
     * states and takes one off the other has the figure of the agency that came in between, however many came before.
     */
    KEPT
}
