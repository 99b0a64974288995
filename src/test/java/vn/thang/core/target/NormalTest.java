package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against printed tables of the normal distribution and of Student's. */
class NormalTest {

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.5, 0.6914625", "1, 0.8413447", "1.2815516, 0.9", "2, 0.9772499", "3, 0.9986501",
            "-1.5, 0.0668072", "-0.1, 0.4601722"})
    void theMassBelow(double x, double expected) {
        assertEquals(expected, Normal.below(x), 2e-7);
    }

    /** The 90th percentile of Student's distribution is 1.3722 for 10 degrees and 1.3104 for 30. */
    @Test
    void fewValuesWidenAnInterval() {
        assertEquals(1.3722 / 1.28155, Normal.fewer(10), 5e-4);
        assertEquals(1.3104 / 1.28155, Normal.fewer(30), 1e-4);
        assertEquals(1.192990171, Normal.fewer(4), 1e-8);
        assertEquals(Normal.fewer(1), Normal.fewer(0));
    }

    @Test
    void theLogisticScaleGoesBothWays() {
        assertEquals(Math.log(4), Normal.logit(0.8), 1e-12);
        assertEquals(0.731058579, Normal.logistic(1), 1e-9);
        assertEquals(0.37, Normal.logistic(Normal.logit(0.37)), 1e-12);
    }

    @Test
    void theMeanOfALogisticIsDrawnToAHalf() {
        assertEquals(Normal.logistic(0.7), Normal.meanLogistic(0.7, 0), 1e-12);
        assertEquals(0.794972346, Normal.meanLogistic(2, 3), 1e-8);
        assertEquals(0.5, Normal.meanLogistic(0, 5), 1e-12);
    }
}
