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
            frozen("x", 1, LocalDate.of(2025, 1, 1), 2, 11)), List.of());

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

    /** 1 took in 2 and then 3, which had taken in 4; 8 was founded of 2 and 3, 9 of 2 and 5, which has none; 6 had none and took in 2. */
    @ParameterizedTest
    @CsvSource({"2025-Q1, 1, 10", "2025-Q2, 1, 10", "2025-Q3, 1, 21", "2025-Q4, 1, 51", "2025-Q3, 3, 30",
            "2025-Q1, 3, 13",
            "2025-Q4, 8, 24", "2025-Q4, 9, ", "2025-Q4, 6, ", "2026-Q1, 1, 20"})
    void whoTookInOthersIsHeldToTheSumOfWhatWasFrozenBefore(String period, long agency, BigDecimal amount) {
        FrozenDenominators frozen = new FrozenDenominators(List.of(
                frozen("x", 2, LocalDate.of(2026, 3, 31), 1, 20), frozen("x", 1, LocalDate.of(2025, 1, 1), 1, 10),
                frozen("x", 1, LocalDate.of(2025, 1, 1), 2, 11), frozen("x", 1, LocalDate.of(2025, 1, 1), 3, 13),
                frozen("x", 1, LocalDate.of(2025, 1, 1), 4, 17)),
                List.of(merged(1, null, 2, "2025-06-30"), merged(1, null, 3, "2025-10-15"),
                        merged(3, "2020-01-01", 4, "2025-03-31"), merged(8, "2025-02-01", 2, "2025-01-31"),
                        merged(8, "2025-02-01", 3, "2025-01-31"), merged(9, "2025-09-02", 2, "2025-09-01"),
                        merged(9, "2025-09-02", 5, "2025-09-01"), merged(6, null, 2, "2025-06-30"),
                        merged(1, null, 5, "2027-09-01")));
        assertEquals(Optional.ofNullable(amount), frozen.of("x", Period.written(period).orElseThrow(), agency));
    }

    private static FrozenDenominators.Merged merged(long successor, String begins, long predecessor,
            String ended) {
        return new FrozenDenominators.Merged(successor, begins == null ? null : LocalDate.parse(begins), predecessor,
                LocalDate.parse(ended));
    }

    private static Frozen frozen(String indicator, long round, LocalDate opensOn, long agency, long amount) {
        return new Frozen(indicator, round, opensOn, agency, new BigDecimal(amount));
    }
}
