package vn.thang.dashboard.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.GivenBreak;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.agency.AgencyProfile;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.Outlook;
import vn.thang.dashboard.target.SeriesMark;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetNews;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.it.ContainerFixture;

/** Which rounds enter the figures of the country and of an agency, beside the demonstration rounds; everything is undone. */
class RoundsInFiguresIT extends ContainerFixture {

    private static final String BOTH = "P1-08";

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private AgencyProfile profiles;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Catalog catalog;

    /** Everything that is said of the country. */
    private record Said(String shown, List<List<TargetValue>> trends, List<Outlook> outlooks,
            List<Movement> movement, List<String> tiles) {
    }

    @BeforeEach
    void begin() {
        caller.actAs("lanhdao");
    }

    private Said said() {
        RoundSelection rounds = nationalRounds.rounds(null).orElseThrow();
        List<TargetLine> lines = nationalTargets.targets(rounds).stream()
                .filter(line -> line.target().level().isPresent())
                .toList();
        return new Said(rounds.shown().code(), lines.stream().map(TargetLine::trend).toList(),
                lines.stream().map(TargetLine::outlook).toList(), nationalRounds.movement(rounds),
                nationalStandings.tiles(rounds.basis("province")).stream()
                        .map(tile -> tile.name() + " " + tile.agency().level()).toList());
    }

    /** Of ten agencies one answered: nothing of the country moves, not even the forecast. */
    @Test
    void aPoorlyAnsweredRoundMovesNothingOfTheCountry() {
        Said before = said();
        assertTrue(before.outlooks().stream().anyMatch(Outlook::hasForecast));
        assertFalse(before.movement().isEmpty());
        aPastRound("T1").answeredByOneIn(10).atLevel(0).published();
        assertEquals(before, said());
        assertEquals(before.trends(), lines("T1").stream().map(TargetLine::trend).toList());
    }

    @Test
    void aRehearsalMovesNothingEvenWhenEverybodyAnswersIt() {
        Said before = said();
        aPastRound("DT-1").asRehearsal().atLevel(5).published();
        aPastRound("DT-2").asRehearsal().due(LocalDate.of(2027, 1, 31)).running();
        assertEquals(before, said());
        assertEquals(before.trends(), lines("DT-1").stream().map(TargetLine::trend).toList());
        assertEquals("2026", nationalRounds.rounds(null).orElseThrow().running().orElseThrow().code());
        assertEquals(List.of("2024", "2025"), trend("15"));
    }

    @Test
    void aRoundThatSpeaksForTheCountryMovesAll() {
        Said before = said();
        aPastRound("2026B").atLevel(3).published();
        Said after = said();
        assertEquals("2026B", after.shown());
        assertNotEquals(before.trends(), after.trends());
        assertNotEquals(before.outlooks(), after.outlooks());
        assertNotEquals(before.movement(), after.movement());
        assertNotEquals(before.tiles(), after.tiles());
    }

    /** The word follows from what the results rest on, each agency weighing the same. */
    @Test
    void aFigureOfRoundsSaysHowFarItCanBeReliedOn() {
        assertEquals(
                List.of(number("SELECT COUNT(*)" + RESULTS), number("SELECT ROUND(SUM(c.measured) * 1000)" + RESULTS),
                        number("SELECT ROUND(SUM(c.grounded - c.measured) * 1000)" + RESULTS),
                        number("SELECT ROUND(SUM(c.confirmed) * 1000)" + RESULTS)),
                Stream.of(parts().weight(), parts().measured().movePointRight(3), parts().evidenced().movePointRight(3),
                        parts().confirmed().movePointRight(3))
                        .map(part -> part.setScale(0, RoundingMode.HALF_UP).longValue()).toList());
        assertEquals(Confidence.DECLARED, resting("0.2", "0.4", "0.4"));
        assertEquals(Confidence.SUPPORTED, resting("0.2", "0.5", "0.4"));
        assertEquals(Confidence.VERIFIED, resting("0", "0", "0.5"));
        sql("UPDATE assessment_round SET due_on = '2023-12-31' WHERE code = '2024'");
        sql("UPDATE assessment_round SET due_on = '2024-12-31', version = version + 1 WHERE code = '2025'");
        assertEquals(Confidence.WEAK, both(null).quality().confidence(), "older than a year");
        sql("UPDATE assessment_round SET state = 'WITHDRAWN', version = version + 1 WHERE code IN ('2024', '2025')");
        assertEquals(Confidence.WEAK, both(null).quality().confidence(), "nothing speaks for the country");
    }

    private static final String RESULTS = " FROM assessment_score c JOIN assessment s ON s.id = c.assessment_id"
            + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' AND s.state = 'PUBLISHED'";

    private Confidence resting(String measured, String grounded, String confirmed) {
        sql("UPDATE assessment_score SET measured = ?1, grounded = ?2, confirmed = ?3", measured, grounded, confirmed);
        sql("UPDATE assessment_round SET version = version + 1 WHERE code = '2025'");
        return both(null).quality().confidence();
    }

    private Confidence.Parts parts() {
        return both(null).quality().parts().orElseThrow();
    }

    private TargetLine both(String round) {
        return nationalTargets.target(nationalRounds.rounds(round).orElseThrow(), BOTH);
    }

    /** Other agencies stand behind a figure since: the day is marked in the series of rounds as in that of readings. */
    @Test
    void mergersAreMarkedInTheSeriesOfRounds() {
        assertEquals(List.of("Từ 01/07/2025, 29 cơ quan đã sáp nhập vào cơ quan khác."),
                SeriesMark.of(both(null), catalog, Locale.of("vi")).stream().map(SeriesMark::text).toList());
        assertEquals(List.of(), SeriesMark.of(both("2024"), catalog, Locale.of("vi")).stream()
                .filter(mark -> !mark.on().isAfter(LocalDate.of(2024, 12, 31))).toList());
    }

    private List<SeriesMark> versionMarks() {
        return SeriesMark.of(both(null), catalog, Locale.of("vi")).stream()
                .filter(mark -> mark.text().contains("vn-dgm/")).toList();
    }

    /** What a version joins is marked and goes on; where none speaks of the other the series breaks, and nothing is read over it. */
    @Test
    void changesOfTheModelsVersionAreMarkedInTheSeriesOfRounds() {
        TargetLine same = both(null);
        assertEquals(List.of(), versionMarks());
        assertTrue(same.series().earlier(catalog.breaks()).isPresent());
        sql("UPDATE assessment_round SET model_version = '1.1', version = version + 1 WHERE code = '2025'");
        assertEquals(List
                .of("2025: Mô hình chuyển từ vn-dgm/1.0 sang vn-dgm/1.1: mức và chỉ số của toàn bộ và của các lĩnh vực"
                        + " so sánh được với nhau."),
                versionMarks().stream().map(SeriesMark::text).toList());
        assertFalse(versionMarks().get(0).apart());
        assertEquals(same.series().earlier(catalog.breaks()), both(null).series().earlier(catalog.breaks()));
        assertEquals(same.outlook().known(), both(null).outlook().known());
        sql("UPDATE assessment_round SET model_version = IF(code = '2024', '1.1', '1.0'), version = version + 1"
                + " WHERE code IN ('2024', '2025')");
        assertTrue(versionMarks().get(0).apart());
        assertEquals(same.trend(), both(null).trend(), "the series before is shown");
        assertEquals(Optional.empty(), both(null).series().earlier(catalog.breaks()), "and not used");
        assertEquals(1, both(null).outlook().known(), "of " + same.outlook().known());
    }

    /** Ministries in March and provinces in June: the figure of June counts both. */
    @Test
    void separateRoundsOfOneYearMakeOneFigure() {
        aPastRound("B26").of("ministry", "ministerial-agency", "government-agency").due(LocalDate.of(2026, 3, 31))
                .atLevel(3).published();
        aPastRound("T26").of("province").due(LocalDate.of(2026, 6, 30)).atLevel(3).published();
        TargetLine line = nationalTargets.targets(nationalRounds.rounds(null).orElseThrow()).stream()
                .filter(one -> one.target().code().equals(BOTH)).findFirst().orElseThrow();
        assertEquals(List.of("2024", "2025", "2025 + B26", "B26 + T26"),
                line.trend().stream().map(TargetValue::label).toList());
        assertEquals(line.attainment().inScope(), line.attainment().reached());
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2025'"), line.attainment().inScope());
    }

    /** The round of 2026 runs: headline, map and heat map stay with 2025, and what came in is told beside them. */
    @Test
    void whatRunsIsNewsBesideTheLastFigure() {
        RoundSelection rounds = nationalRounds.rounds(null).orElseThrow();
        assertEquals("2025", rounds.shown().code());
        assertEquals("2025", rounds.basis("province").code());
        RoundChoice running = rounds.running().orElseThrow();
        assertEquals("2026", running.code());
        assertEquals("result.official", rounds.shown().standing());
        assertEquals("result.preliminary", running.standing());
        String handedIn = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2026'"
                + " LEFT JOIN assessment_score c ON c.assessment_id = s.id"
                + " WHERE s.state NOT IN ('NOT_STARTED', 'IN_PROGRESS', 'READY')";
        for (TargetNews news : nationalTargets.news(running)) {
            assertEquals(number("SELECT COUNT(*)" + handedIn), news.handedIn());
            assertEquals(number("SELECT COUNT(*)" + handedIn + " AND c.level >= ?1",
                    news.target().level().orElseThrow()), news.attainment().reached());
            assertEquals(running.waiting(), news.attainment().missing());
        }
        assertEquals(3, nationalTargets.news(running).size());
    }

    /**
     * All targets of both phases: where there is no forecast, it is one of these, for the reason that is said. A target of which
     * nothing lies ahead needs none.
     */
    @Test
    void everyTargetHasAForecastWhereItsDataCarryOne() {
        List<TargetLine> lines = nationalTargets.targets(nationalRounds.rounds(null).orElseThrow());
        assertEquals(catalog.programme().targets().size(), lines.size());
        Map<String, String> without = new TreeMap<>();
        for (TargetLine line : lines) {
            Outlook outlook = line.outlook();
            if (!outlook.hasForecast() && outlook.ahead() > 0) {
                without.put(line.target().code(), outlook.method()
                        + (line.percent() ? " " + outlook.ahead() + " of " + outlook.known() : ""));
            }
            int fewest = line.target().level().isPresent() ? 2
                    : line.target().measure() == TargetMeasure.NATIONAL ? 8 : 3;
            boolean carry = line.percent() && outlook.ahead() > 0 && outlook.known() >= fewest
                    && outlook.ahead() <= Forecast.FAR * outlook.known();
            assertEquals(carry, outlook.hasForecast(), () -> line.target().code() + ": " + outlook);
        }
        assertEquals(Map.of("INF-01", "count", "P2-06", "too-far 5 of 2", "P2-07", "too-far 5 of 2"), without);
    }

    /** Before the first figure of the country there is something to look at, and nothing is said of the target. */
    @Test
    void withoutAFigureOfTheCountryNothingIsSaidOfATarget() {
        sql("UPDATE assessment_round SET state = 'CLOSED', version = version + 1000 WHERE state <> 'PLANNED'");
        RoundSelection rounds = nationalRounds.rounds(null).orElseThrow();
        TargetLine line = nationalTargets.targets(rounds).stream().filter(one -> one.target().code().equals(BOTH))
                .findFirst()
                .orElseThrow();
        assertTrue(line.known());
        assertFalse(line.outlook().hasForecast());
        assertEquals("few", line.status());
        assertTrue(line.preliminary());
        assertEquals(Confidence.WEAK, line.quality().confidence());
        assertFalse(both("2026").weaklyGreen());
    }

    /** What was known before is shown and says nothing of how the target stands, until a figure of the new kind has come. */
    @Test
    void afterABreakWithoutAFigureThereIsNotEnoughData() {
        TargetLine whole = both(null);
        LocalDate last = whole.trend().get(whole.trend().size() - 1).on();
        TargetLine broken = broken(last.plusDays(1));
        assertEquals(whole.trend(), broken.trend());
        assertEquals("few", broken.status());
        assertTrue(broken.outdated());
        assertFalse(broken.outlook().hasForecast());
        assertEquals(List.of("too-few", 0), List.of(broken.outlook().method(), broken.outlook().known()));
        TargetLine on = broken(last);
        assertNotEquals("few", on.status(), "its last figure is of the new kind");
        assertEquals(1, on.outlook().known());
        assertEquals(whole.outlook(), broken(LocalDate.now(clock).plusDays(1)).outlook(), "it lies ahead");
    }

    private TargetLine broken(LocalDate on) {
        return nationalTargets.targets(GivenBreak.of(catalog.edition(), BOTH, on),
                nationalRounds.rounds(null).orElseThrow()).stream().filter(one -> one.target().code().equals(BOTH))
                .findFirst().orElseThrow();
    }

    /** What an agency reached counts for itself in the last published round in which it took part. */
    @Test
    void anAgencyHasItsOwnLastRound() {
        caller.actAs("canbo");
        assertEquals("2025", basis());
        aPastRound("T1").answeredByOneIn(10).atLevel(4).published();
        sql("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                + " SET s.state = 'NOT_STARTED' WHERE r.code = 'T1' AND a.code = '15'");
        assertEquals("2025", basis());
        assertEquals(List.of("2024", "2025"), trend("15"));
        sql("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                + " SET s.state = 'PUBLISHED' WHERE r.code = 'T1' AND a.code = '15'");
        sql("INSERT IGNORE INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index,"
                + " answered, applicable, evidenced, computed_at) SELECT s.id, 4, 4, 4, 4, 45, 45, 1, NOW(6)"
                + " FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                + " WHERE r.code = 'T1' AND a.code = '15'");
        assertEquals("T1", basis());
        assertEquals(List.of("2024", "2025", "T1"), trend("15"));
    }

    private String basis() {
        return profiles.view("15", assessments.head("2025", "15").agencyPath(), null).orElseThrow().basis()
                .code();
    }

    private List<String> trend(String agency) {
        return nationalRounds.trend(assessments.head("2025", agency)).stream().map(TrendPoint::round).toList();
    }

    private List<TargetLine> lines(String round) {
        return nationalTargets.targets(nationalRounds.rounds(round).orElseThrow()).stream()
                .filter(line -> line.target().level().isPresent()).toList();
    }
}
