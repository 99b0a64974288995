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
        lines().forEach(line -> signals.put(line.agencyCode(), line.rise() + " " + line.newOfficer()));
        return signals;
    }

    private List<QueueLine> lines() {
        return queue.list(EVERYTHING, new QueueFilter(null, null), Cut.whole(QueueOrder.RISK, false)).rows()
                .stream().filter(line -> line.roundName().contains("2026")).toList();
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

    /** 1.1 goes on from 1.0 as a whole, and nothing goes on in a version that nobody knows. */
    @Test
    void aRoundByTheVersionBeforeIsTheLastToo() {
        Map<String, String> signals = signals();
        String since = since();
        by("1.1");
        assertEquals("2025", last());
        assertEquals(signals, signals(), "levels of the two compare");
        assertEquals(since, since());
        by("9.9");
        assertTrue(signals().values().stream().allMatch(signal -> signal.startsWith("null")),
                "nothing to compare with");
        assertEquals(0, lines().stream().filter(QueueLine::firstRound).count(), "and yet not their first");
        assertTrue(lines().stream().flatMap(line -> line.signals().stream())
                .noneMatch(signal -> signal.kind() == QueueSignal.Kind.FIRST));
        assertEquals(since, since());
        sql("UPDATE assessment_round SET state = 'WITHDRAWN' WHERE state = 'PUBLISHED'");
        assertTrue(lines().stream().allMatch(QueueLine::firstRound));
    }

    private void by(String version) {
        sql("UPDATE assessment_round SET model_version = ?1 WHERE code = '2026'", version);
    }

    /** From when on those belong to the agency who may not judge it. */
    private String since() {
        return (String) entities.createNativeQuery("SELECT CAST(" + ReviewQueue.SINCE
                .replace(":published", "'PUBLISHED'").replace("<handedIn>", "'PUBLISHED'")
                + " AS CHAR) FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE s.id = ?1")
                .setParameter(1, mine).getSingleResult();
    }

    @Test
    void aPublishedRoundInWhichItTookPartIs() {
        aPastRound("T1").due(BETWEEN).published();
        assertEquals("T1", last());
    }
}
