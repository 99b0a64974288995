package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Fraction;

class StatusTest {

    @ParameterizedTest(name = "chance {0}: {1}")
    @CsvSource({"0.8, ON_TRACK", "0.79, AT_RISK", "0.2, AT_RISK", "0.19, OFF_TRACK", "1, ON_TRACK", "0, OFF_TRACK"})
    void aForecastDecides(double chance, Status expected) {
        assertEquals(expected, Status.of(Optional.of(Fraction.of(50)), false, OptionalDouble.of(chance), Fraction.of(0),
                Fraction.of(90)));
    }

    @ParameterizedTest(name = "{0} where {2} is expected, from {1}: {3}")
    @CsvSource({"60, 20, 60, ON_TRACK", "61, 20, 60, ON_TRACK", "50, 20, 60, AT_RISK", "59, 20, 60, AT_RISK",
            "49, 20, 60, OFF_TRACK",
            "20, 20, 60, OFF_TRACK", "60, 60, 60, ON_TRACK", "59, 60, 60, OFF_TRACK",
            "40, 80, 40, ON_TRACK", "39, 80, 40, ON_TRACK", "50, 80, 40, AT_RISK", "51, 80, 40, OFF_TRACK"})
    void withoutForecastTheTrajectoryDecides(int value, int baseline, int expected, Status status) {
        assertEquals(status,
                Status.of(Optional.of(Fraction.of(value)), false, OptionalDouble.empty(), Fraction.of(baseline),
                        Fraction.of(expected)));
    }

    @Test
    void whatIsAchievedIsAchievedAndWhatIsUnknownIsUnknown() {
        assertEquals(Status.ACHIEVED,
                Status.of(Optional.of(Fraction.of(1)), true, OptionalDouble.of(0), Fraction.of(0), Fraction.of(9)));
        assertEquals(Status.NO_DATA,
                Status.of(Optional.empty(), false, OptionalDouble.of(1), Fraction.of(0), Fraction.of(9)));
    }
}
