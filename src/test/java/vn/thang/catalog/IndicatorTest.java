package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Fraction;
import vn.thang.platform.Texts;

/** The indicators that come with the application. */
class IndicatorTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());

    @Test
    void everyTargetThatIsNotAboutMaturityHasOne() {
        Set<String> served = new TreeSet<>();
        CATALOG.indicators().forEach(indicator -> served.addAll(indicator.targets()));
        Set<String> wanted = new TreeSet<>();
        CATALOG.programme().targets().stream().filter(target -> target.level().isEmpty()).forEach(target -> wanted.add(target.code()));
        assertEquals(wanted, served);
        assertEquals(21, wanted.size());
    }

    @Test
    void whatTheyMeasureExists() {
        Set<String> criteria = new TreeSet<>();
        CATALOG.model("vn-dgm/1.0").criteria().forEach(criterion -> criteria.add(criterion.code()));
        CATALOG.indicators().forEach(indicator -> indicator.link().ifPresent(link -> assertTrue(criteria.contains(link.criterion()), indicator.code())));
        CATALOG.programme().targets().forEach(target -> CATALOG.indicators().stream().filter(one -> one.targets().contains(target.code()))
                .forEach(one -> assertTrue(one.scope().containsAll(target.scope()), target.code())));
    }

    @Test
    void theirOwnersAreAgencies() {
        CATALOG.indicators().forEach(indicator -> assertTrue(CATALOG.agencies().lines().anyMatch(line -> line.startsWith(indicator.owner() + ",")),
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
        Indicator connected = CATALOG.indicator("systems_connected").orElseThrow();
        assertEquals(Optional.of(1), connected.level(Fraction.of(29)));
        assertEquals(Optional.of(2), connected.level(Fraction.of(30)));
        assertEquals(Optional.of(5), connected.level(Fraction.of(100)));
        assertEquals(Optional.empty(), CATALOG.indicator("satisfaction").orElseThrow().level(Fraction.of(99)));
    }
}
