package vn.thang.assessment.discrepancy;

import vn.thang.assessment.score.MeanBias;

/**
 * An entry as the register lists it.
 *
 * @param parentName of the agency above; null at the first level
 * @param modelRef   model of the round
 * @param bias       of the agency
 */
public record DiscrepancyLine(DiscrepancyEntry entry, String agencyCode, String agencyName, String agencyNameEn,
        String agencyType,
        String parentName, String parentNameEn, String modelRef,
        MeanBias bias) {
}
