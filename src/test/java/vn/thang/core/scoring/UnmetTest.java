package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Fraction;

/** What is short of an index is never shown as having reached it. */
class UnmetTest {

    @ParameterizedTest
    @CsvSource({"249,2,2.49", "249,1,2.4", "244,1,2.4", "236,1,2.4", "2499,2,2.49", "100,1,1.0"})
    void anIndexThatIsShortNeverSeemsToReachWhatIsNeeded(String index, int digits, String shown) {
        long hundredths = Long.parseLong(index);
        Fraction short2 = index.length() > 3 ? Fraction.of(hundredths, 1_000) : Fraction.of(hundredths, 100);
        Unmet.IndexShort unmet = new Unmet.IndexShort(3, short2, Fraction.of(5, 2));
        assertEquals(shown, unmet.shown(digits).toPlainString());
    }
}
