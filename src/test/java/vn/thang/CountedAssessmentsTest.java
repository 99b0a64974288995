package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thang.platform.sql.Sql;

/**
 * Which assessments a round counts is said by the view {@code counted_assessment} alone, and whoever counts the assessments of a
 * round reads it: an agency that left while the round ran is in no number, no rank and no list of those that are asked.
 */
class CountedAssessmentsTest {

    private static final Pattern COUNTS = Pattern.compile("\\b(COUNT|SUM|AVG)\\(");
    private static final Pattern ALL = Pattern.compile("\\b(FROM|JOIN) assessment( |\\n|$)");
    /** Who counts something else, or has to see those that left. */
    private static final Map<String, String> OF_ALL = Map.ofEntries(
            Map.entry("Evidences", "files and their sizes are counted, whatever became of the agency"),
            Map.entry("Exemptions", "requests are counted, and stay what they were"),
            Map.entry("Stages", "extensions are counted, and stay what they were"),
            Map.entry("DiscrepancyList", "the register keeps its entries; what is compared reads those that count"),
            Map.entry("JudgeableCases", "drawn answers are counted, and a sample stays as it was drawn"),
            Map.entry("SampledErrors",
                    "judged answers are counted, and when the round was published is asked of all of it"),
            Map.entry("UnitsBelow", "begins with one assessment, and counts those below it that count"),
            Map.entry("RoundsConcerned", "says what becomes of the agencies that are about to leave"),
            Map.entry("TrailEntries", "entries of the trail are counted, whatever became of the agency"),
            Map.entry("RehearsalRows", "a rehearsal is removed whole"));

    private static Map<String, List<String>> statements;

    @BeforeAll
    static void read() throws Exception {
        Path classes = Path.of(Sql.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        statements = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes.resolve("vn/thang"))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> statements
                    .computeIfAbsent(file.getFileName().toString().replaceAll("\\.class$|\\$.*", ""),
                            type -> new ArrayList<>())
                    .addAll(SqlUse.constants(file)));
        }
        try (Stream<Path> files = Files.list(Path.of("reports"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                statements.put(file.getFileName().toString(), List.of(Files.readString(file)));
            }
        }
    }

    @Test
    void onlyTheViewAndWhoeverLetsAgenciesLeaveKnowTheDay() throws IOException {
        assertEquals(List.of("RoundAssessments"), statements.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(text -> text.contains("left_on")))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Test
    void whoCountsAssessmentsReadsThoseThatCount() {
        assertEquals(List.of(), statements.entrySet().stream().filter(one -> !OF_ALL.containsKey(one.getKey()))
                .flatMap(one -> one.getValue().stream()
                        .filter(text -> COUNTS.matcher(text).find() && ALL.matcher(text).find())
                        .map(text -> one.getKey() + ": " + text.strip().replaceAll("\\s+", " ")))
                .toList());
    }

    /** What is put in order, ranked, sent or published has no count in its statement. */
    @Test
    void boardsRanksReportsAndFilesOfARoundReadThoseThatCount() {
        List<String> lists = List.of("RoundAgencies", "RoundFigures", "RobustnessFigures", "PlanLevels",
                "OpenAgencies",
                "hand-in.yaml", "movement.yaml");
        assertEquals(lists, statements.keySet().stream().filter(lists::contains)
                .filter(type -> statements.get(type).stream().anyMatch(text -> text.contains("counted_assessment")))
                .sorted(Comparator.comparingInt(lists::indexOf)).toList());
        assertEquals(List.of(), lists.stream().filter(type -> statements.get(type).stream()
                .anyMatch(text -> text.contains("FROM assessment s\n")
                        || text.contains("FROM assessment s JOIN agency a ON"
                                + " a.id = s.agency_id\nLEFT")))
                .toList());
    }
}
