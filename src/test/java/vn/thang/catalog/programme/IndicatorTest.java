package vn.thang.catalog.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Texts;

/** The indicators that come with the application. */
class IndicatorTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());

    @Test
    void everyTargetThatIsNotAboutMaturityHasOne() {
        Set<String> served = new TreeSet<>();
        CATALOG.indicators().forEach(indicator -> served.addAll(indicator.targets()));
        Set<String> wanted = new TreeSet<>();
        CATALOG.programme().targets().stream().filter(target -> target.level().isEmpty())
                .forEach(target -> wanted.add(target.code()));
        assertEquals(wanted, served);
        assertEquals(21, wanted.size());
    }

    @Test
    void whatTheyMeasureExists() {
        Set<String> criteria = new TreeSet<>();
        CATALOG.model("vn-dgm/1.0").criteria().forEach(criterion -> criteria.add(criterion.code()));
        CATALOG.indicators().forEach(indicator -> indicator.link()
                .ifPresent(link -> assertTrue(criteria.contains(link.criterion()), indicator.code())));
        CATALOG.programme().targets()
                .forEach(target -> CATALOG.indicators().stream().filter(one -> one.targets().contains(target.code()))
                        .forEach(one -> assertTrue(one.scope().containsAll(target.scope()), target.code())));
    }

    @Test
    void theirOwnersAreAgencies() {
        CATALOG.indicators()
                .forEach(indicator -> assertTrue(
                        CATALOG.agencies().lines().anyMatch(line -> line.startsWith(indicator.owner() + ",")),
                        indicator.owner()));
    }

    @Test
    void allHaveWordsInEveryLanguage() {
        for (Locale locale : Texts.LANGUAGES) {
            CATALOG.indicators().forEach(indicator -> {
                assertTrue(!CATALOG.programmeTexts(locale).indicator(indicator.code()).name().isBlank());
                assertTrue(!CATALOG.programmeTexts(locale).source(indicator.source()).isBlank());
            });
        }
    }

    @Test
    void theMeasuredLevelIsTheGreatestWhoseBoundIsReached() {
        Measure connected = CATALOG.measures("vn-dgm/1.0").get("SHR.1");
        assertEquals(1, connected.level(Fraction.of(29)));
        assertEquals(2, connected.level(Fraction.of(30)));
        assertEquals(5, connected.level(Fraction.of(100)));
    }

    /** Where a national register is authoritative the model says so itself; the others only inform. */
    @Test
    void theLinkOfTheModelComesBeforeThatOfTheIndicator() {
        Map<String, Measure> measures = CATALOG.measures("vn-dgm/1.0");
        assertEquals(List.of("DIG.1", "SHR.1", "OPN.2", "SEC.1"),
                measures.entrySet().stream().filter(one -> one.getValue().counts())
                        .map(Map.Entry::getKey).toList());
        assertEquals("security_dossiers", measures.get("SEC.1").indicator().code());
        assertEquals(IndicatorLink.Mode.INFORM, measures.get("DIG.2").link().mode());
        assertEquals("papers_once_only", measures.get("DIG.2").indicator().code());
        assertFalse(measures.containsKey("STR.1"), "nothing measures it");
    }

    @Test
    void aLinkOfTheModelHoldsEvenWhereAnIndicatorNamesTheSameCriterion() {
        Indicator informing = CATALOG.indicator("papers_once_only").orElseThrow();
        Indicator other = CATALOG.indicator("results_digitised").orElseThrow();
        Criterion own = CATALOG.model("vn-dgm/1.0").criterion("DIG.2");
        Criterion linked = new Criterion(own.code(), own.weight(), own.core(), own.sensitivity(), own.appliesTo(),
                own.evidence(), own.effort(),
                Optional.of(new IndicatorLink(other.code(), IndicatorLink.Mode.REPLACE, Map.of(2, Fraction.ONE))),
                own.scale());
        MaturityModel model = new MaturityModel("m", "1", MaturityModel.Status.PROPOSAL,
                new Dimension("", 1, false, Gate.OF_WHOLE, List.of(
                        new Dimension("DIG", 1, false, Gate.OF_DIMENSION, List.of(linked)))),
                false);
        Measure measure = Measure.of(model, List.of(informing, other), true).get("DIG.2");
        assertEquals(other, measure.indicator());
        assertEquals(IndicatorLink.Mode.REPLACE, measure.link().mode());
    }
}
