package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.assessment.round.RoundState;

class ResultStandingTest {

    @ParameterizedTest
    @EnumSource(RoundState.class)
    void onlyWhatIsPublishedIsOfficial(RoundState round) {
        assertEquals(round == RoundState.PUBLISHED ? ResultStanding.OFFICIAL : ResultStanding.PRELIMINARY,
                ResultStanding.of(round));
    }

    @ParameterizedTest
    @CsvSource({"IN_PROGRESS, OPEN, NOT_HANDED_IN", "IN_PROGRESS, PUBLISHED, NOT_HANDED_IN",
            "HANDED_IN, OPEN, PRELIMINARY",
            "FINAL, CLOSED, PRELIMINARY", "FINAL, PUBLISHED, OFFICIAL"})
    void anAgencyThatHasNotHandedInHasNoOfficialResult(AssessmentState state, RoundState round,
            ResultStanding standing) {
        assertEquals(standing, ResultStanding.of(new AssessmentHead(1, state, Instant.EPOCH, null, null, null, null, 1,
                "2026", "Round", "vn-dgm/1.0", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), round, 1, "15",
                "Agency", "province", "/1/15/", null, null)));
    }
}
