package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.course.Assessments;
import vn.thang.platform.list.Cut;

/** The last round of an agency is the last published one in which it took part: for carry-over and for the risk signals. */
class LastRoundIT extends ProvinceFixture {

    private static final List<String> EVERYTHING = List.of("/");
    private static final LocalDate BETWEEN = LocalDate.of(2026, 5, 31);

    @Inject
    private Assessments assessments;

    @Inject
    private ReviewQueue queue;

    private String last() {
        return assessments.before(assessments.head(mine)).orElseThrow().roundCode();
    }

    private Map<String, String> signals() {
        Map<String, String> signals = new TreeMap<>();
        queue.list(EVERYTHING, new QueueFilter(null, null), Cut.whole(QueueOrder.RISK, false)).rows()
                .stream().filter(line -> line.roundName().contains("2026"))
                .forEach(line -> signals.put(line.agencyCode(), line.rise() + " " + line.newOfficer()));
        return signals;
    }

    @Test
    void neitherRehearsalsNorRoundsThatRunNorRoundsWithoutTheAgencyAreItsLast() {
        assertEquals("2025", last());
        Map<String, String> signals = signals();
        assertFalse(signals.isEmpty());
        assertTrue(signals.values().stream().noneMatch(signal -> signal.startsWith("null")));
        aPastRound("DT-1").asRehearsal().due(BETWEEN).published();
        aPastRound("L1").due(BETWEEN).running();
        aPastRound("T1").due(BETWEEN).answeredByOneIn(1_000).published();
        assertEquals("2025", last());
        assertEquals(signals, signals());
    }

    @Test
    void aPublishedRoundInWhichItTookPartIs() {
        aPastRound("T1").due(BETWEEN).published();
        assertEquals("T1", last());
    }
}
