package vn.thang.dashboard.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.dashboard.round.LevelsPictures;
import vn.thang.dashboard.round.Movement;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.round.TrendPoint;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.SeriesMark;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetNews;
import vn.thang.dashboard.target.TargetPictures;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;

/** What leaders compare, look up and take along of agencies and targets; over the demonstration, everything is undone. */
class AgencyComparisonIT extends ProvinceFixture {

    private static final Locale VIETNAMESE = Locale.of("vi");

    @Inject
    private AgencyComparison comparison;

    @Inject
    private AgencyProfile profile;

    @Inject
    private AssessmentScores scores;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private TargetPictures pictures;

    @Inject
    private LevelsPictures levels;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Catalog catalog;

    @Test
    void agenciesStandSideBySideInTheOrderOfTheAddress() {
        caller.actAs("lanhdao");
        List<ComparedAgency> compared = comparison.compare(List.of("48", "15", "BTP", "15"), rounds());
        assertEquals(List.of("48", "15", "BTP"), compared.stream().map(ComparedAgency::code).toList());
        for (ComparedAgency agency : compared) {
            assertEquals(List.of("2024", "2025"),
                    agency.standings().stream().map(ComparedAgency.Standing::round).toList());
            ComparedAgency.Standing last = agency.in(rounds().basis());
            assertEquals(number("SELECT level FROM assessment_score WHERE assessment_id = " + last.assessment()),
                    last.level().longValue());
            assertEquals(
                    number("SELECT level FROM node_score WHERE node = 'SHR' AND assessment_id = " + last.assessment()),
                    agency.level(rounds().basis(), "SHR").longValue());
        }
    }

    private double exact(ComparedAgency.Standing standing) {
        return ((Number) entities.createNativeQuery("SELECT index_value FROM assessment_score WHERE assessment_id = "
                + standing.assessment()).getSingleResult()).doubleValue();
    }

    /** Two that are one since: the index of before is their mean, the level and the published result stay what they were. */
    @Test
    void beforeAMergerTheIndexIsTheMeanAndTheLevelItsOwn() {
        caller.actAs("lanhdao");
        ComparedAgency.Standing own = comparison.compare(List.of("15"), rounds()).get(0).standings().get(0);
        ComparedAgency.Standing other = comparison.compare(List.of("48"), rounds()).get(0).standings().get(0);
        assertEquals(List.of(own.index(), 0), List.of(own.joined(), own.merged()));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", LocalDate.now(clock));
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '48' WHERE a.code = '15'");
        assertEquals(own, comparison.compare(List.of("15"), rounds()).get(0).standings().get(0),
                "a merger that lies ahead changes nothing");
        assertEquals(List.of(0, 0), nationalRounds.trend(scores.head("2026", "15")).stream()
                .map(TrendPoint::merged).toList());
        sql("UPDATE agency SET valid_to = '2025-06-30' WHERE code = '48'");
        ComparedAgency merged = comparison.compare(List.of("15"), rounds()).get(0);
        ComparedAgency.Standing before = merged.standings().get(0);
        assertEquals((exact(own) + exact(other)) / 2, before.joined(), 0.05 + 1e-9, "to one decimal");
        assertEquals(before.joined(), Math.rint(before.joined() * 10) / 10, 1e-9, "nothing restricted follows from it");
        assertEquals(List.of(own.index(), own.level(), 1), List.of(before.index(), before.level(), before.merged()));
        assertEquals(merged.standings().get(1).index(), merged.standings().get(1).joined(), 1e-9, "after the merger");
        assertEquals(0, merged.standings().get(1).merged());
        List<TrendPoint> trend = nationalRounds.trend(scores.head("2026", "15"));
        assertEquals(List.of(1, 0), trend.stream().map(TrendPoint::merged).toList());
        assertEquals(before.joined(), trend.get(0).index(), 1e-9);
        assertEquals(List.of(own.level(), own.assessment(), 2L), List.of(trend.get(0).level(),
                trend.get(0).assessment(), (long) trend.get(0).agencies()));
        sql("DELETE FROM assessment_score WHERE assessment_id = " + own.assessment());
        TrendPoint without = nationalRounds.trend(scores.head("2026", "15")).get(0);
        assertEquals(other.index(), without.index(), 1e-9, "it was not there itself");
        assertNull(without.level());
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '48' WHERE a.code = '01'");
        assertEquals(1, nationalRounds.trend(scores.head("2026", "15")).size(),
                "who was divided goes on in none");
    }

    /** A successor with a new code took part in nothing itself: its history is the mean of those that are one now, without a level. */
    @Test
    void aSuccessorWithANewCodeHasTheHistoryOfThoseThatItCameFrom() {
        caller.actAs("lanhdao");
        List<ComparedAgency> before = comparison.compare(List.of("15", "48"), rounds());
        double mean = before.stream().mapToDouble(one -> exact(one.standings().get(1))).average().orElseThrow();
        anAgency("XS1").named("Tỉnh hợp nhất").ofType("province").below("VN");
        sql("UPDATE agency SET valid_to = '2026-06-30' WHERE code IN ('15', '48')");
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code IN ('15', '48') WHERE a.code = 'XS1'");
        ComparedAgency successor = comparison.compare(List.of("XS1"), rounds()).get(0);
        assertEquals(List.of("2024", "2025"),
                successor.standings().stream().map(ComparedAgency.Standing::round).toList());
        ComparedAgency.Standing then = successor.then(rounds().basis());
        assertEquals(mean, then.joined(), 0.05 + 1e-9);
        assertEquals(2, then.merged());
        assertNull(then.level());
        assertNull(then.assessment());
        assertTrue(successor.merged());
        assertNull(successor.in(rounds().basis()), "it has no result of its own");
        assertNull(successor.level(rounds().basis(), "SHR"));
        AgencyProfile.View view = profile.view("XS1", directory.get("XS1").path(), "VN").orElseThrow();
        assertEquals(successor.standings(), view.agency().standings());
        assertNull(view.place());
    }

    @Test
    void historiesAreForWhoSeesTheAgencies() {
        caller.actAs("lanhdao.tinh");
        assertEquals(1, comparison.histories(List.of("15"), rounds().official()).size());
        forbidden(() -> comparison.histories(List.of("15", "48"), rounds().official()));
    }

    /** Two of the provinces stood below a ministry when the round was held, and below the country today. */
    @Test
    void anAgencyIsRankedAmongThoseThatStoodBesideItThen() {
        caller.actAs("lanhdao");
        List<ComparedAgency> compared = comparison.compare(List.of("15", "48"), rounds());
        assertTrue(comparison.places(compared, rounds()).get("15").ofParent() > 2);
        sql("INSERT INTO agency_place (agency_id, until, parent_id, first_level) SELECT a.id, '2026-03-01', b.id, b.id"
                + " FROM agency a JOIN agency b ON b.code = 'BTP' WHERE a.code IN ('15', '48')");
        AgencyStandings.Place place = comparison.places(compared, rounds()).get("15");
        assertEquals(2, place.ofParent());
        assertTrue(place.rankBelowParent() <= 2 && place.ofType() > 2);
    }

    @Test
    void fiveAgenciesCostNoStatementMoreThanTwo() {
        caller.actAs("lanhdao");
        RoundSelection rounds = rounds();
        long two = cost(() -> comparison.compare(List.of("15", "48"), rounds));
        assertEquals(3, two);
        assertEquals(two, cost(() -> comparison.compare(List.of("15", "48", "01", "04", "BTP"), rounds)));
        caller.actAs("lanhdao");
        AgencyDetail one = directory.get("15");
        AgencyDetail other = directory.get("BTP");
        profile.view("15", one.path(), "VN");
        profile.view("BTP", other.path(), "VN");
        assertEquals(cost(() -> profile.view("15", one.path(), "VN")),
                cost(() -> profile.view("BTP", other.path(), "VN")));
    }

    @Test
    void anotherAgencyIsNotComparedByWhoMayNotSeeIt() {
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(1, comparison.compare(List.of("15"), rounds()).size());
            assertThrows(BusinessException.Forbidden.class, () -> comparison.compare(List.of("15", "48"), rounds()));
            assertTrue(profile.view("48", directory.get("48").path(), "VN").isEmpty());
        }
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        caller.actAs("lanhdao");
        assertEquals("compare.unknown", assertThrows(BusinessException.class,
                () -> comparison.compare(List.of("15", "KHONG"), rounds())).key());
        assertEquals("compare.most", assertThrows(BusinessException.class,
                () -> comparison.compare(List.of("15", "48", "01", "04", "BTP", "BNG"), rounds())).key());
    }

    @Test
    void aPlaceIsCountedAmongThoseOfTheSameType() {
        caller.actAs("lanhdao");
        AgencyProfile.View view = profile.view("15", directory.get("15").path(), "VN").orElseThrow();
        ComparedAgency.Standing own = view.agency().in(view.basis());
        assertEquals(
                number("SELECT COUNT(*) FROM assessment s JOIN agency a ON a.id = s.agency_id AND a.type = 'province'"
                        + " JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"),
                view.place().ofType());
        assertEquals(1 + number("SELECT COUNT(*) FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " AND a.type = 'province' JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                + " JOIN assessment_score c ON c.assessment_id = s.id JOIN assessment_score o ON o.assessment_id = "
                + own.assessment() + " WHERE c.level > o.level OR c.level = o.level AND c.index_value > o.index_value"),
                view.place().rank());
        assertNull(view.province());
    }

    /** The index orders agencies within a level: whoever stands on a higher one is never behind. */
    @Test
    void aHigherLevelStandsBeforeAHigherIndex() {
        caller.actAs("lanhdao");
        List<ComparedAgency> compared = comparison.compare(List.of("15", "48"), rounds());
        for (List<Object> result : List.<List<Object>>of(List.of("15", 3, 3.3), List.of("48", 2, 3.4))) {
            sql("UPDATE assessment_score c JOIN assessment s ON s.id = c.assessment_id JOIN agency a ON a.id = s.agency_id"
                    + " JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                    + " SET c.level = ?2, c.index_value = ?3 WHERE a.code = ?1", result.toArray());
        }
        Map<String, AgencyStandings.Place> places = comparison.places(compared, rounds());
        assertTrue(places.get("15").rank() < places.get("48").rank(), places::toString);
        assertTrue(places.get("15").rankBelowParent() < places.get("48").rankBelowParent(), places::toString);
    }

    @Test
    void levelsThatRoseStayedAndFellAreAllThatTookPartInBothRounds() {
        caller.actAs("lanhdao");
        List<Movement> movement = nationalRounds.movement(rounds());
        Movement whole = movement.stream().filter(one -> one.type() == null && one.node().isEmpty()).findFirst()
                .orElseThrow();
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " AND r.code = '2025' JOIN assessment t ON t.agency_id = s.agency_id JOIN assessment_round q"
                + " ON q.id = t.round_id AND q.code = '2024'"), whole.all());
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " AND r.code = '2025' JOIN assessment_score c ON c.assessment_id = s.id"
                + " JOIN assessment t ON t.agency_id = s.agency_id JOIN assessment_round q ON q.id = t.round_id"
                + " AND q.code = '2024' JOIN assessment_score d ON d.assessment_id = t.id WHERE c.level > d.level"),
                whole.rose());
        assertEquals(whole.all(), movement.stream().filter(one -> one.type() != null).mapToLong(Movement::all).sum());
        caller.actAs("canbo");
        assertTrue(nationalRounds.movement(rounds()).stream().allMatch(one -> one.type() == null));
    }

    @Test
    void levelsAreComparedAcrossVersionsThatGoOnFromEachOtherOnly() {
        caller.actAs("lanhdao");
        assertEquals(List.of(), nationalRounds.versions(rounds()));
        sql("UPDATE assessment_round SET model_version = '1.1' WHERE code = '2025'");
        assertEquals(List.of(new VersionStep("vn-dgm/1.0", "vn-dgm/1.1", true)),
                nationalRounds.versions(rounds()));
        assertFalse(nationalRounds.movement(rounds()).isEmpty());
        sql("UPDATE assessment_round SET model_version = IF(code = '2024', '1.1', '1.0') WHERE code IN ('2024', '2025')");
        assertEquals(List.of(new VersionStep("vn-dgm/1.1", "vn-dgm/1.0", false)),
                nationalRounds.versions(rounds()));
        assertEquals(List.of(), nationalRounds.movement(rounds()));
    }

    private List<List<VersionStep>> steps() {
        return List.of(
                comparison.compare(List.of("15"), rounds()).get(0).standings().stream()
                        .map(ComparedAgency.Standing::step).toList(),
                profile.view("15", directory.get("15").path(), "VN").orElseThrow().agency().standings().stream()
                        .map(ComparedAgency.Standing::step).toList(),
                nationalRounds.trend(scores.head("2026", "15")).stream().map(TrendPoint::step).toList());
    }

    /** The history of one agency says where the version changed, and whether what stands before compares, as the mapping says. */
    @Test
    void theTrendOfAnAgencyIsJoinedOrBrokenAsTheMappingSays() {
        caller.actAs("lanhdao");
        steps().forEach(steps -> assertEquals(Arrays.asList(null, null), steps));
        sql("UPDATE assessment_round SET model_version = '1.1' WHERE code = '2025'");
        VersionStep joined = new VersionStep("vn-dgm/1.0", "vn-dgm/1.1", true);
        steps().forEach(steps -> assertEquals(Arrays.asList(null, joined), steps));
        SeriesMark mark = comparison.compare(List.of("15"), rounds()).get(0).marks(Locale.of("vi")).get(0);
        assertEquals("2025: " + joined.words(Locale.of("vi")), mark.text());
        assertFalse(mark.apart());
        sql("UPDATE assessment_round SET model_version = IF(code = '2024', '1.1', '1.0') WHERE code IN ('2024', '2025')");
        VersionStep broken = new VersionStep("vn-dgm/1.1", "vn-dgm/1.0", false);
        steps().forEach(steps -> assertEquals(Arrays.asList(null, broken), steps));
        assertTrue(comparison.compare(List.of("15"), rounds()).get(0).marks(Locale.of("vi")).get(0).apart());
    }

    /** Opening a round changes no headline; what runs is news. */
    @Test
    void theRoundThatRunsIsNews() {
        caller.actAs("lanhdao");
        RoundSelection rounds = rounds();
        assertEquals("2025", rounds.shown().code());
        assertEquals("2026", rounds.running().orElseThrow().code());
        List<TargetLine> before = nationalTargets.targets(rounds);
        assertEquals(24, before.size());
        sql("UPDATE assessment SET state = 'NOT_STARTED', handed_in_at = NULL WHERE round_id ="
                + " (SELECT id FROM assessment_round WHERE code = '2026')");
        RoundSelection emptied = rounds();
        assertEquals(before.stream().map(TargetLine::number).toList(),
                nationalTargets.targets(emptied).stream().map(TargetLine::number).toList());
        TargetNews news = nationalTargets.news(emptied.running().orElseThrow()).get(0);
        assertEquals(0, news.handedIn());
        assertTrue(news.attainment().inScope() > 0);
    }

    @Test
    void theTrajectoryIsTakenAlongWithSourceDateAndVersion() throws Exception {
        caller.actAs("lanhdao");
        long before = traces();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                pictures.trajectory("P1-08", null, PictureForm.PNG, VIETNAMESE)));
        assertTrue(picture.getWidth() > 1_000);
        for (PictureForm form : List.of(PictureForm.SVG, PictureForm.CSV)) {
            String text = new String(pictures.trajectory("P1-08", null, form, VIETNAMESE), StandardCharsets.UTF_8);
            assertTrue(text.contains("Nguồn: ") && text.contains("vn-dgm/") && text.contains("P1-08"), text);
            String measured = new String(pictures.trajectory("P1-01", null, form, VIETNAMESE), StandardCharsets.UTF_8);
            assertTrue(measured.contains(catalog.programme().id() + "/" + catalog.programme().version()), measured);
        }
        String figures = new String(pictures.trajectory("P1-08", "2025", PictureForm.CSV, VIETNAMESE),
                StandardCharsets.UTF_8);
        assertTrue(figures.lines().anyMatch(line -> line.startsWith("reached,2025-")), figures);
        assertEquals(Set.of("reached", "trajectory", "forecast", "joined"),
                figures.lines().filter(line -> line.contains(",20"))
                        .map(line -> line.split(",")[0]).collect(Collectors.toSet()));
        assertEquals(before + 6, traces());
    }

    @Test
    void whoMayNotTakeThingsAlongGetsNoPicture() {
        caller.actAs("canbo");
        for (PictureForm form : PictureForm.values()) {
            assertThrows(BusinessException.Forbidden.class,
                    () -> pictures.trajectory("P1-08", null, form, VIETNAMESE));
        }
        caller.actAs("lanhdao");
        assertThrows(BusinessException.NotFound.class,
                () -> pictures.trajectory("P9-99", null, PictureForm.CSV, VIETNAMESE));
        assertThrows(BusinessException.NotFound.class,
                () -> pictures.trajectory("P1-08", "1999", PictureForm.CSV, VIETNAMESE));
    }

    private long traces() {
        return number("SELECT COUNT(*) FROM change_log WHERE action = 'take-picture'");
    }

    private long cost(Runnable deed) {
        deed.run();
        long before = statements();
        deed.run();
        return statements() - before - 1;
    }

    private RoundSelection rounds() {
        return nationalRounds.rounds(null).orElseThrow();
    }

    /** The picture says whose levels of which round by which version they are, in numbers that are those of the page. */
    @Test
    void levelsAreTakenAlongByTypeAndByRegion() throws Exception {
        caller.actAs("lanhdao");
        long before = number("SELECT COUNT(*) FROM change_log WHERE action = 'take-levels'");
        for (LevelsPictures.By by : LevelsPictures.By.values()) {
            BufferedImage drawn = ImageIO
                    .read(new ByteArrayInputStream(levels.levels("2025", by, PictureForm.PNG, VIETNAMESE)));
            assertEquals(1_200, drawn.getWidth());
            for (PictureForm form : List.of(PictureForm.SVG, PictureForm.CSV)) {
                String text = new String(levels.levels("2025", by, form, VIETNAMESE), StandardCharsets.UTF_8);
                assertTrue(text.contains("Đợt 2025 (minh họa), chính thức") && text.contains("vn-dgm/1.0"), text);
            }
        }
        String figures = new String(
                levels.levels("2025", LevelsPictures.By.REGIONS, PictureForm.CSV, VIETNAMESE),
                StandardCharsets.UTF_8);
        long provinces = figures.lines().filter(line -> line.startsWith("\""))
                .map(line -> line.substring(line.lastIndexOf('"') + 2))
                .flatMap(line -> List.of(line.split(",")).stream())
                .mapToLong(Long::parseLong).sum();
        assertEquals(34, provinces);
        assertEquals(before + 7, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-levels'"));
        assertThrows(BusinessException.NotFound.class, () -> levels.levels("1999", LevelsPictures.By.TYPES,
                PictureForm.CSV, VIETNAMESE));
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.NotFound.class, () -> levels.levels("2025", LevelsPictures.By.REGIONS,
                PictureForm.CSV, VIETNAMESE), "a province is shown no region");
        caller.actAs("phoihop");
        assertThrows(BusinessException.Forbidden.class, () -> levels.levels("2025", LevelsPictures.By.TYPES,
                PictureForm.SVG, VIETNAMESE));
    }
}
