package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Fraction;

class ConfidenceTest {

    @ParameterizedTest(name = "stale {0}, covered {1}, measured {2}, evidenced {3}, confirmed {4}, error {5}: {6}")
    @CsvSource({"false, true, 0, 0, 0, , DECLARED", "false, true, 50, 0, 0, , SUPPORTED",
            "false, true, 49, 0, 0, , DECLARED", "false, true, 20, 30, 0, , SUPPORTED",
            "false, true, 0, 0, 50, , VERIFIED", "false, true, 100, 0, 49, , SUPPORTED",
            "true, true, 100, 0, 100, , WEAK", "false, false, 100, 0, 100, 0, WEAK",
            "false, true, 0, 0, 0, 5, VERIFIED", "false, true, 100, 0, 0, 6, SUPPORTED",
            "false, true, 100, 0, 100, 11, WEAK", "false, true, 0, 0, 0, 10, DECLARED"})
    void theWordFollowsFromItsParts(boolean stale, boolean covered, int measured, int evidenced, int confirmed,
            Integer error, Confidence expected) {
        assertEquals(expected, Confidence.of(new Confidence.Parts(stale, covered, BigDecimal.valueOf(100),
                BigDecimal.valueOf(measured), BigDecimal.valueOf(evidenced), BigDecimal.valueOf(confirmed),
                Optional.ofNullable(error).map(percent -> Fraction.of(percent, 100)))));
    }

    /** More that is measured or confirmed never weakens the word, and nothing strengthens a stale or uncovered figure. */
    @Test
    void moreProofNeverWeakens() {
        Map<Confidence, Integer> seen = new EnumMap<>(Confidence.class);
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            BigDecimal weight = BigDecimal.valueOf(chance.nextInt(20));
            BigDecimal measured = BigDecimal.valueOf(chance.nextInt(weight.intValue() + 1));
            BigDecimal confirmed = BigDecimal.valueOf(chance.nextInt(weight.intValue() + 1));
            Confidence word = Confidence.of(parts(false, weight, measured, confirmed));
            assertTrue(Confidence.of(parts(false, weight, weight, confirmed)).compareTo(word) <= 0, "seed " + seed);
            assertTrue(Confidence.of(parts(false, weight, measured, weight)).compareTo(word) <= 0, "seed " + seed);
            assertEquals(Confidence.WEAK, Confidence.of(parts(true, weight, measured, confirmed)));
            seen.merge(word, 1, Integer::sum);
        }
        assertEquals(3, seen.size(), seen.toString());
    }

    private static Confidence.Parts parts(boolean stale, BigDecimal weight, BigDecimal measured, BigDecimal confirmed) {
        return new Confidence.Parts(stale, true, weight, measured, BigDecimal.ZERO, confirmed, Optional.empty());
    }
}
