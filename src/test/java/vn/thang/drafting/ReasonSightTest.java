package vn.thang.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;

/** The reasons of a replay give no restricted answer back to the administrators, who may not read it. */
class ReasonSightTest {

    private final Catalog catalog = new Catalog(Optional.empty());
    private final MaturityModel model = catalog.model("vn-dgm/1.0");

    @Test
    void ofADimensionThatAsksForRestrictedThingsOnlyTheRuleIsTold() {
        ReasonSight sight = ReasonSight.of(catalog.restrictedCriteria(), model);
        assertTrue(sight.hides("SEC"));
        assertFalse(sight.hides("GOV"));
        assertFalse(sight.hides(""), "the whole is made of levels, which everybody sees");
    }

    @Test
    void anIndexInWhichRestrictedAnswersCountHasOneDecimal() {
        ReasonSight sight = ReasonSight.of(catalog.restrictedCriteria(), model);
        assertEquals(1, sight.digits("SEC"));
        assertEquals(1, sight.digits(""), "by subtraction the whole would tell");
        assertEquals(2, sight.digits("GOV"));
    }

    @Test
    void whatOneOfTheTwoVersionsRestrictsIsRestricted() {
        String code = model.dimensions().get(0).children().get(0).code();
        ReasonSight sight = ReasonSight.of(Set.of(code), model, model);
        assertTrue(sight.hides(model.dimensions().get(0).code()));
    }
}
