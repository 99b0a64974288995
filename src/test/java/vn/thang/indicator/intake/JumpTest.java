package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.IndicatorLink;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;

/** What moves too far: more than the bounds, never just as far. */
class JumpTest {

    private static final Period BEFORE = new Period(Indicator.Period.QUARTER, LocalDate.of(2026, 4, 1));

    private static Indicator indicator(String factor, String points) {
        return new Indicator("x", Set.of(), Optional.empty(), Indicator.Shape.RATIO, "percent",
                IndicatorLink.Direction.UP,
                Indicator.Period.QUARTER, "nguon", "VN", 400, Set.of("province"), Optional.empty(), false,
                new Indicator.Jump(new BigDecimal(factor), new BigDecimal(points)));
    }

    private static Figure figure(String written) {
        if (!written.contains("/")) {
            return new Figure(null, null, new BigDecimal(written));
        }
        return new Figure(new BigDecimal(written.split("/")[0]), new BigDecimal(written.split("/")[1]),
                BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"115/352, 1/20, DENOMINATOR", "50/100, 100/200, ''", "50/100, 100/201, DENOMINATOR",
            "50/100, 25/50, ''",
            "50/100, 25/49, DENOMINATOR", "50/100, 80/100, ''", "50/100, 81/100, SHARE", "50/100, 20/100, ''",
            "50/100, 19/100, SHARE",
            "1000/3000, 1900/3000, ''", "1000/3000, 1901/3000, SHARE", "50/100, 0/0, NOTHING", "0/0, 1/2, ''",
            "0/0, 0/0, ''",
            "71.5, 41.5, ''", "71.5, 41.4, SHARE", "0, 30, ''", "0, 30.000001, SHARE"})
    void whatMovesFurtherThanTheBoundsWaits(String before, String now, String kind) {
        assertEquals(kind, Jump.of(indicator("2", "30"), figure(now), BEFORE, figure(before))
                .map(jump -> jump.kind().name()).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"1.1, 30, 50/100, 56/111, DENOMINATOR", "10, 30, 50/100, 500/999, ''", "2, 5, 50/100, 56/100, SHARE",
            "2, 100, 0/100, 100/100, ''"})
    void boundsAreThoseOfTheIndicator(String factor, String points, String before, String now, String kind) {
        assertEquals(kind, Jump.of(indicator(factor, points), figure(now), BEFORE, figure(before))
                .map(jump -> jump.kind().name()).orElse(""));
    }
}
