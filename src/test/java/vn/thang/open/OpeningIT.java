package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.target.TargetMeasure;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Time;
import vn.thang.platform.sql.Subtrees;
import vn.thang.proof.RoundProof;

/** What the ministry makes public: who may, when, how far, and that nothing restricted follows from it. */
class OpeningIT extends ContainerFixture {

    private static final Choice ALL = new Choice(true, true);
    private static final int AGENCIES = 12;

    @Inject
    private Opening opening;

    @Inject
    private OpenReading reading;

    @Inject
    private OpenCheck check;

    @Inject
    private RoundProof proof;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private ReadingIntake intake;

    @Inject
    private Event<RoundEvent> events;

    private String read(String path) {
        return reading.read(new OpenReading.Question(path, "http://localhost/open/", null, 1))
                .map(answer -> new String(answer.content(), StandardCharsets.UTF_8)).orElse(null);
    }

    @Test
    void onlyWhoPublishesForTheCountryMakesPublic() {
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> opening.list());
            forbidden(() -> opening.preview("2025", ALL));
            forbidden(() -> opening.open("2025", ALL));
            forbidden(() -> opening.close("2025"));
        }
    }

    @Test
    void onlyAPublishedRoundThatIsNoRehearsalBecomesPublic() throws Exception {
        caller.actAs("quantri");
        refused("open.not-published", () -> opening.open("2026", ALL));
        again();
        caller.actAs("quantri");
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE code = '2025'");
        refused("open.not-published", () -> opening.preview("2025", ALL));
    }

    @Test
    void aLookChangesNothingAndShowsWhatBecomesPublic() {
        caller.actAs("quantri");
        opening.list().stream().filter(OpenPublication::open).forEach(one -> opening.close(one.round()));
        String told = "SELECT COUNT(*) FROM change_log WHERE action = 'make-public'"
                + " AND details LIKE '2025 agencies=true targets=true files=%'";
        long lines = number(told);
        long before = number("SELECT COUNT(*) FROM open_publication");
        List<OpenFile> seen = opening.preview("2025", ALL);
        assertEquals(before, number("SELECT COUNT(*) FROM open_publication"));
        assertEquals(null, read("/vi/"));
        opening.open("2025", ALL);
        seen.stream().filter(OpenFile::data).forEach(file -> assertEquals(
                new String(file.content(), StandardCharsets.UTF_8), read("/data/2025/" + file.name()), file.name()));
        assertEquals(lines + 1, number(told));
        assertTrue(read("/publications.atom").contains("<title>"));
    }

    @Test
    void whatIsSwitchedOffIsNotThere() {
        caller.actAs("quantri");
        opening.open("2025", new Choice(false, true));
        assertEquals(null, read("/vi/2025/agencies/"));
        assertEquals(null, read("/vi/2025/agencies/15"));
        assertEquals(null, read("/data/2025/results.csv"));
        assertEquals(Set.of(), opening.preview("2025", new Choice(false, true)).stream()
                .filter(file -> file.name().startsWith("agency") || file.name().startsWith("results"))
                .map(OpenFile::name).collect(Collectors.toSet()));
        opening.open("2025", new Choice(true, false));
        assertEquals(null, read("/data/2025/targets.csv"));
        assertFalse(read("/vi/2025/").contains("/targets/"));
        assertEquals(1, number("SELECT COUNT(*) FROM open_publication o JOIN assessment_round r ON r.id = o.round_id"
                + " WHERE r.code = '2025' AND o.closed_at IS NULL"));
    }

    @Test
    void whatIsWithdrawnIsPublicNoMore() {
        caller.actAs("quantri");
        opening.open("2025", ALL);
        events.fire(new RoundEvent.RoundWithdrawn(number("SELECT id FROM assessment_round WHERE code = '2025'"),
                "Sai số liệu"));
        assertEquals(null, read("/vi/2025/"));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'end-public' AND details = '2025'"
                + " AND at >= (SELECT MAX(at) FROM change_log WHERE action = 'make-public')"));
        refused("open.not-public", () -> opening.close("2025"));
    }

    /** What everybody reads is what was made public last, file by file; whoever changes it past the application is found. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            UPDATE open_file SET content = 'x' WHERE name = 'results.csv' AND publication_id = ?1          ; results.csv
            UPDATE open_file SET content = 'x', sha256 = SHA2('x', 256) WHERE name = 'results.csv' AND publication_id = ?1 ;
            DELETE FROM open_file WHERE name = 'results.csv' AND publication_id = ?1                      ;
            UPDATE open_publication SET agencies = FALSE WHERE id = ?1                                     ;
            UPDATE open_publication SET closed_at = NOW(6) WHERE id = ?1                                   ;
            """)
    void whatIsPublicIsComparedWithTheTrail(String change, String file) {
        caller.actAs("quantri");
        opening.open("2025", ALL);
        assertEquals(List.of(), untold("2025"));
        sql(change, number("SELECT MAX(id) FROM open_publication"));
        assertEquals(List.of(new OpenCheck.Untold("2025", file)), untold("2025"));
        assertEquals(untold("2025"), untold(null).stream().filter(one -> one.round().equals("2025")).toList());
    }

    /** The trail counts what a check of the round found in what everybody reads, beside what it found of the results. */
    @Test
    void theTrailTellsWhatACheckFoundInTheFilesOfARound() {
        caller.actAs("quantri");
        opening.open("2025", ALL);
        sql("UPDATE open_file SET content = 'x' WHERE name = 'results.csv' AND publication_id = ?1",
                number("SELECT MAX(id) FROM open_publication"));
        entities.flush();
        caller.actAs("kiemtoan");
        assertEquals(List.of(new OpenCheck.Untold("2025", "results.csv")), proof.verify("2025").open());
        entities.flush();
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'verify-results'"
                + " AND subject_id = (SELECT id FROM assessment_round WHERE code = '2025') AND details LIKE '% open=1'"));
    }

    private List<OpenCheck.Untold> untold(String round) {
        entities.flush(); // the entries of the trail
        return check.of(round);
    }

    @Test
    void whatIsMadePublicAgainPastTheTrailIsFound() {
        caller.actAs("quantri");
        opening.open("2025", ALL);
        opening.close("2025");
        assertEquals(List.of(), untold("2025"));
        sql("UPDATE open_publication SET closed_at = NULL ORDER BY id DESC LIMIT 1");
        assertEquals(List.of(new OpenCheck.Untold("2025", null)), untold("2025"));
    }

    @Test
    void noGroupOfFewerThanFiveIsToldApart() {
        caller.actAs("quantri");
        opening.open("2025", new Choice(false, true));
        String country = opening.preview("2025", new Choice(false, true)).stream()
                .filter(file -> file.name().equals("page/country"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
        OpenMaking.Country shown = jakarta.json.bind.JsonbBuilder.create().fromJson(country, OpenMaking.Country.class);
        assertFalse(shown.groups().isEmpty());
        shown.groups().forEach(group -> assertTrue(
                group.levels().stream().mapToLong(Long::longValue).sum() >= 5, group::toString));
    }

    /** The first agency that reports in a quarter would stand there alone; of restricted things the fifth would as well. */
    @Test
    void anEarlyReadingOfOneAgencyIsNoStatistic() {
        caller.actAs("quantri");
        Period running = Period.at(Indicator.Period.QUARTER, LocalDate.now(Time.ZONE));
        for (String[] early : List.of(new String[]{"security-register", "security_dossiers"},
                new String[]{"public-service-portal", "papers_once_only"})) {
            assertEquals(0, intake.take(early[0], ReadingIntake.Way.DEMO, List.of(new ReadingRow(1, "15", early[1],
                    running.toString(), "13", "37", null, null)).iterator()).rejected());
        }
        opening.open("2025", ALL);
        List<String> early = read("/data/2025/history.csv").lines().filter(line -> line.contains(",partial,")).toList();
        assertEquals(List.of(), early.stream().filter(line -> catalog.programme().target(line.split(",")[0])
                .measure() != TargetMeasure.NATIONAL).toList(), "a figure of the country itself is no group");
        String json = read("/data/2025/history.json").replaceAll("\\s", "");
        for (String target : List.of("P2-12", "P2-13", "P1-02")) {
            assertTrue(json.contains("\"target\":\"" + target + "\",\"kind\":\"value\""), target);
            assertFalse(json.contains("\"target\":\"" + target + "\",\"kind\":\"partial\""), target);
        }
        List<String> restricted = read("/data/2025/history.csv").lines().filter(line -> line.matches("P2-1[23],.*"))
                .toList();
        assertFalse(restricted.isEmpty());
        restricted.forEach(line -> assertTrue(
                line.matches("P2-1[23],value,[^,]+,[^,]+,\\d+(\\.0+)?,,,,,[A-Z]*,\\d+,\\d+,true")
                        || line.matches("P2-1[23],forecast,,[^,]+,\\d+(\\.0+)?,,,\\d+(\\.0+)?,\\d+(\\.0+)?,,,,true"),
                line));
        assertFalse(read("/vi/2025/targets/P2-12").contains(running.label()));
    }

    @Test
    void noAnswerNoNameOfAPersonAndNoRestrictedIndexIsAmongIt() {
        caller.actAs("quantri");
        List<OpenFile> files = opening.preview("2025", ALL);
        String all = files.stream().map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        for (Object name : entities.createNativeQuery("SELECT full_name FROM person WHERE full_name LIKE '% %'")
                .getResultList()) {
            assertFalse(all.contains(name.toString()), name::toString);
        }
        String results = files.stream().filter(file -> file.name().equals("results.csv"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
        assertTrue(
                results.lines().filter(line -> line.contains(",SEC,")).allMatch(line -> line.matches(".*,SEC,\\d?,")));
        assertTrue(results.lines().filter(line -> line.contains(",whole,"))
                .allMatch(line -> line.matches(".*,whole,\\d,")));
    }

    /**
     * Somebody who knows all open answers of an agency, which is more than anybody is told, tries every combination of the
     * restricted ones against what is public. Whatever they find out, the level of the dimension alone, which everybody may
     * know, had told them.
     */
    @Test
    void restrictedAnswersCannotBeSolvedFor() {
        caller.actAs("quantri");
        MaturityModel model = catalog.model("vn-dgm/1.0");
        List<Criterion> hidden = model.criteria().stream().filter(Criterion::restricted).toList();
        OpenMaking.Subject round = new OpenMaking.Subject(
                number("SELECT id FROM assessment_round WHERE code = '2025'"), "2025", "2025", model.ref(), null);
        List<AssessmentInputs> some = inputs.page(round.id(), model.ref(), new Subtrees(List.of("/")), null, 0,
                AGENCIES);
        assertEquals(AGENCIES, some.size());
        for (AssessmentInputs one : some) {
            Map<String, OpenResultRow> known = OpenMaking.rows(round, model, one, null).stream()
                    .collect(Collectors.toMap(OpenResultRow::node, row -> row));
            Map<String, Answer> answers = new HashMap<>();
            Answers official = Inputs.answers(model, one.forWhole(model), Column.OFFICIAL);
            model.criteria().forEach(criterion -> official.of(criterion.code())
                    .ifPresent(answer -> answers.put(criterion.code(), answer)));
            List<String> asked = hidden.stream().map(Criterion::code)
                    .filter(code -> answers.get(code) instanceof Answer.Level).toList();
            Map<String, Set<Integer>> byLevel = new TreeMap<>();
            Map<String, Set<Integer>> byAll = new TreeMap<>();
            for (int[] levels : combinations(asked.size())) {
                Map<String, Answer> tried = new HashMap<>(answers);
                for (int i = 0; i < levels.length; i++) {
                    tried.put(asked.get(i), Answer.level(levels[i]));
                }
                Scorecard card = Scoring.score(model, new Answers(tried));
                if (card.node("SEC").level() == known.get("SEC").level()) {
                    note(byLevel, asked, levels);
                    if (card.whole().level() == known.get("whole").level()
                            && (known.get("whole").index() == null || card.whole().index().toDecimal(
                                    known.get("whole").index().scale()).equals(known.get("whole").index()))) {
                        note(byAll, asked, levels);
                    }
                }
            }
            for (String criterion : asked) {
                assertTrue(byAll.get(criterion).size() > 1 || byLevel.get(criterion).size() == 1,
                        () -> one.agencyCode() + " " + criterion + " is " + byAll.get(criterion));
            }
        }
    }

    private static void note(Map<String, Set<Integer>> possible, List<String> asked, int[] levels) {
        for (int i = 0; i < levels.length; i++) {
            possible.computeIfAbsent(asked.get(i), code -> new TreeSet<>()).add(levels[i]);
        }
    }

    private static List<int[]> combinations(int many) {
        List<int[]> all = new ArrayList<>(List.of(new int[0]));
        for (int i = 0; i < many; i++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] one : all) {
                for (int level = 1; level <= 5; level++) {
                    int[] next = java.util.Arrays.copyOf(one, one.length + 1);
                    next[one.length] = level;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
