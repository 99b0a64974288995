package vn.thang.report.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.thang.report.ReportDefinition;

/** Definitions of reports: what is read of them, and that each fault is named by its place and refuses its own report alone. */
class ReportReaderTest {

    private static final String GOOD = """
            title: [Thử, Trial, Probe]
            purpose: [Để thử., To try., Zum Probieren.]
            permission: export
            at: agency
            parameters: [round, agency]
            formats: [xlsx, csv]
            query: SELECT a.code, a.path AS agency_path FROM agency a WHERE a.path LIKE :path
            columns:
              - {id: code, head: [Mã, Code, Code], width: 12}
              - {id: twice, head: [Hai, Two, Zwei], width: 12, format: integer, formula: '{code}*2'}
            summaries:
              - {title: [Theo mã, By code, Nach Code], rows: code, columns: twice}
            charts:
              - {title: [Hai lần, Twice, Zweimal], label: [code], values: [twice], where: {code: 'x'}}
            """;

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static List<String> faults(String text) {
        return assertThrows(ReportReader.Refused.class, () -> ReportReader.read("trial", yaml(text))).faults();
    }

    @Test
    void aGoodDefinitionIsRead() {
        Report report = ReportReader.read("trial", yaml(GOOD));
        assertEquals("Thử", report.title().in(java.util.Locale.forLanguageTag("vi")));
        assertEquals(List.of(Report.Parameter.ROUND, Report.Parameter.AGENCY), report.parameters());
        assertEquals(1, report.place("twice"));
        assertEquals("text", report.column("code").format());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            title: [Thử, Trial, Probe]        ; title: [Thử, Trial]            ; title: a text in each of [vi, en, de] is needed
            permission: export                ; permission: everything         ; permission: everything is none of
            at: agency                        ; at: province                   ; at: province is none of [agency, country]
            at: agency                        ; "at: agency\nshows: drafts"     ; shows: drafts is none of
            width: 12}                        ; width: 12, judge: maybe}       ; columns.code.judge: true or false is needed
            parameters: [round, agency]       ; parameters: [round]            ; parameters: agency is needed where at is agency
            parameters: [round, agency]       ; parameters: [moon, agency]     ; parameters: moon is none of
            formats: [xlsx, csv]              ; formats: []                    ; formats: at least one is needed
            SELECT a.code                     ; DELETE a.code                  ; query: a statement that selects is needed
            LIKE :path                        ; LIKE :secret                   ; query: nothing gives :secret
            a.path AS agency_path             ; a.path                         ; query: agency_path and :path are needed where at is agency
            width: 12}                        ; width: wide}                   ; columns.code.width: a number from 1 to 120 is needed
            format: integer                   ; format: roman                  ; columns.twice.format: roman is none of
            '{code}*2'                        ; '{price}*2'                    ; columns.twice.formula: there is no column price
            rows: code                        ; rows: price                    ; summaries: there is no column price
            label: [code]                     ; label: [price]                 ; charts: there is no column price
            values: [twice]                   ; values: [code]                 ; charts: column code holds no numbers
            values: [twice]                   ; values: []                     ; charts.values: at least one column is needed
            where: {code: 'x'}                ; where: {price: 'x'}            ; charts: there is no column price
            at: agency                        ; "at: agency\ncolour: red"      ; the definition: nothing is called colour
            query: SELECT                     ; "reads: x\nquery: SELECT"      ; one of query, reads, makes and page is needed
            """)
    void eachFaultIsNamedByItsPlace(String good, String bad, String fault) {
        String text = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertTrue(!text.equals(GOOD) && faults(text).stream().anyMatch(one -> one.startsWith(fault)),
                () -> faults(text).toString());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertEquals(2, faults(GOOD.replace("format: integer", "format: roman").replace("at: agency", "at: moon"))
                .stream().filter(fault -> fault.contains("roman") || fault.contains("moon")).count());
    }

    @Test
    void aFaultyDefinitionIsRefusedAloneAndNamed() {
        Map<String, String> files = Map.of("good", GOOD, "bad", GOOD.replace("at: agency", "at: moon"), "torn", "{");
        ReportCatalogue.Contents contents = ReportCatalogue.read(
                Map.of("groups", List.of(Map.of("id", "one", "title", List.of("a", "b", "c"), "reports",
                        List.of("bad", "good", "torn", "strange")))),
                id -> yaml(files.getOrDefault(id, GOOD)),
                report -> report.id().equals("strange") ? List.of("columns.code: nothing gives it") : List.of());
        assertEquals(List.of("good"), contents.groups().get(0).reports().stream().map(Report::id).toList());
        assertEquals(Set.of("bad", "torn", "strange"), contents.refused().keySet());
        assertEquals(List.of("columns.code: nothing gives it"), contents.refused().get("strange"));
    }

    /** Every definition in the folder stands in the index, and is whole. */
    @Test
    void theDefinitionsThatShipAreWhole() throws IOException {
        ReportCatalogue.Contents contents = ReportCatalogue.read(ReportDefinition.yaml("/reports/index.yaml"),
                id -> ReportDefinition.yaml("/reports/" + id + ".yaml"), report -> List.of());
        assertEquals(Map.of(), contents.refused());
        Set<String> files;
        try (Stream<Path> all = Files.list(Path.of("reports"))) {
            files = all.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .filter(name -> !name.startsWith("texts.") && !Set.of("index.yaml", "national.yaml",
                            "discrepancies.yaml").contains(name))
                    .map(name -> name.replace(".yaml", "")).collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(files, contents.groups().stream().flatMap(group -> group.reports().stream()).map(Report::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
