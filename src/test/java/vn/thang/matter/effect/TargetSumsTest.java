package vn.thang.matter.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.KeptPlans;
import vn.thang.matter.plan.ImprovementPlan;

class TargetSumsTest {

    private static OptionalLong asBefore(long kept, long of) {
        return new TargetSums.OfUnits(LocalDate.of(2027, 12, 31), 3, new KeptPlans(10, 4, 3),
                new ImprovementPlan.Kept(kept, of)).asBefore();
    }

    @Test
    void unitsComeToTheLevelInTheShareInWhichMeasuresWereKept() {
        assertEquals(OptionalLong.of(5), asBefore(1, 2), "one and a half unit is one");
        assertEquals(OptionalLong.of(7), asBefore(2, 2));
        assertEquals(OptionalLong.of(4), asBefore(0, 2));
        assertEquals(OptionalLong.empty(), asBefore(0, 0));
    }
}
