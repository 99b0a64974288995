package vn.thang.catalog.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Formula SHARE = Formula.of("IF(total == 0, 0, ROUND(100 * good / total, 2))");

    @Test
    void computesInExactDecimals() {
        assertEquals(new BigDecimal("0.3"),
                Formula.of("a + b").value(Map.of("a", new BigDecimal("0.1"), "b", new BigDecimal("0.2"))));
        assertEquals(new BigDecimal("78.38"), SHARE.value(inputs(29, 37)));
        assertEquals(0, SHARE.value(inputs(0, 0)).signum());
    }

    @Test
    void saysWhatItNeeds() {
        assertEquals(Set.of("good", "total"), SHARE.inputs());
        assertThrows(IllegalArgumentException.class, () -> SHARE.value(Map.of("good", BigDecimal.ONE)));
        assertThrows(IllegalArgumentException.class,
                () -> Formula.of("a / b").value(Map.of("a", BigDecimal.ONE, "b", BigDecimal.ZERO)));
    }

    @Test
    void everyStepCanBeFollowed() {
        List<Formula.Step> steps = Formula.of("100 * good / total").steps(inputs(1, 4));
        assertEquals(new Formula.Step("/", "25"), steps.get(steps.size() - 1));
        assertEquals(new Formula.Step("*", "100"), steps.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQRT(4)", "FACT(5)", "RANDOM()", "STR_LENGTH(1)", "DT_NOW()", "9^9^9", "1E999999", "a +",
            "a b", "a[0]", "a.b",
            "\"\".getClass()", "(1"})
    void refusesWhatIsNoFormulaOfThisKind(String text) {
        assertThrows(IllegalArgumentException.class, () -> Formula.of(text));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> Formula.of("1" + "+1".repeat(300)));
    }

    private static Map<String, BigDecimal> inputs(int good, int total) {
        return Map.of("good", BigDecimal.valueOf(good), "total", BigDecimal.valueOf(total));
    }
}
