package vn.thang.indicator.reading;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param accepted  new readings
 * @param corrected new readings in place of others of the same agency, indicator and period
 * @param unchanged readings that were known already
 * @param rejected  lines that were not taken; faults names the first of them
 * @param notes     what is to be known of the first lines that were taken: another value is in force, or somebody has to confirm
 */
public record IntakeReport(long batch, int taken, int accepted, int corrected, int unchanged, int rejected,
        List<ReadingFault> faults, List<ReadingFault> notes) {

    public static final int MOST_FAULTS = 200;
}
