package vn.thang.report;

import java.time.Instant;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.MaturityModel;

/**
 * What a workbook is about.
 *
 * @param agency         the agency at the top of it
 * @param withRestricted whether restricted answers stand in it
 * @param at             when it was made
 */
record Subject(RoundFacts.RoundFact round, RoundFacts.AgencyFact agency, MaturityModel model, String modelHash,
        ModelTexts modelTexts, Catalog catalog, boolean withRestricted, Instant at) {
}
