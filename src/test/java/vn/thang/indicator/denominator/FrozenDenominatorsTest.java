package vn.thang.indicator.denominator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.indicator.denominator.FrozenDenominators.Frozen;
import vn.thang.indicator.period.Period;

class FrozenDenominatorsTest {

    private static final FrozenDenominators FROZEN = new FrozenDenominators(List.of(
            frozen("x", 2, LocalDate.of(2026, 3, 31), 1, 20), frozen("x", 1, LocalDate.of(2025, 1, 1), 1, 10),
            frozen("x", 1, LocalDate.of(2025, 1, 1), 2, 11)));

    @ParameterizedTest
    @CsvSource({"2024-Q4, ", "2025-Q1, 10", "2025-Q4, 10", "2026-Q1, 20", "2026-Q4, 20", "2026-02, 10", "2026, 20"})
    void theNewestRoundCountsThatOpenedBeforeThePeriodEnded(String period, BigDecimal amount) {
        assertEquals(Optional.ofNullable(amount), FROZEN.of("x", Period.written(period).orElseThrow(), 1));
    }

    @Test
    void whoHasNoneInThatRoundIsNotHeldToAnEarlierOne() {
        assertEquals(Optional.empty(), FROZEN.of("x", Period.written("2026-Q4").orElseThrow(), 2));
        assertEquals(Optional.of(new BigDecimal(11)), FROZEN.of("x", Period.written("2025-Q4").orElseThrow(), 2));
        assertEquals(Optional.empty(), FROZEN.of("y", Period.written("2026-Q4").orElseThrow(), 1));
    }

    private static Frozen frozen(String indicator, long round, LocalDate opensOn, long agency, long amount) {
        return new Frozen(indicator, round, opensOn, agency, new BigDecimal(amount));
    }
}
