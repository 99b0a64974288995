package vn.thang.report.workbook;

import java.time.Instant;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.MaturityModel;
import vn.thang.report.RoundFacts;
import vn.thang.security.Reach;

/**
 * What a workbook is about.
 *
 * @param agency     the agency at the top of it
 * @param restricted the agencies whose restricted answers stand in it
 * @param at         when it was made
 */
public record Subject(RoundFacts.RoundFact round, RoundFacts.AgencyFact agency, MaturityModel model, String modelHash,
        ModelTexts modelTexts, Catalog catalog, Reach restricted, Instant at) {

    /** Whether there are columns for restricted answers: those of some agency may stand in it. */
    boolean withRestricted() {
        return restricted.touches(agency.path());
    }
}
