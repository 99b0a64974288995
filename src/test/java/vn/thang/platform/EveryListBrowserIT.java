package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** What holds for every list, measured on each: how tall it is on a phone and how much script it loads. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryListBrowserIT {

    private static final double TALLEST = 5;
    private static final int HEAVIEST = 250 * 1024;
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final List<String> OPEN = List.of("/login.xhtml", "/forgotten.xhtml", "/openid.xhtml", "/open/vi/");

    private static final String BATCH = "{batch}";
    private static final Map<String, List<String>> LISTS = Map.of(
            "thamdinh", List.of("/assessment/queue.xhtml", "/assessment/exemptions.xhtml"),
            "hoidong", List.of("/assessment/panel.xhtml"),
            "lanhdao", List.of("/dashboard/agencies.xhtml?round=2025", "/dashboard/robustness.xhtml?round=2025",
                    "/dashboard/missing.xhtml?code=P1-01&round=2025", "/assessment/discrepancies.xhtml",
                    "/matter/index.xhtml?state=ALL", "/matter/help.xhtml?code=P1-08", "/matter/meetings.xhtml",
                    "/notice/index.xhtml",
                    "/work/index.xhtml"),
            "kiemtoan", List.of("/audit/trail.xhtml", "/report/report.xhtml?id=targets-status",
                    "/indicator/readings.xhtml", "/report/index.xhtml"),
            "quantri", List.of("/organisation/agencies.xhtml", "/organisation/agency.xhtml?code=VN",
                    "/organisation/people.xhtml", "/assessment/extensions.xhtml?code=2026",
                    "/indicator/sources.xhtml", "/indicator/batches.xhtml", "/indicator/batch.xhtml?id=" + BATCH,
                    "/indicator/connectors.xhtml",
                    "/indicator/denominators.xhtml?round=2026&indicator=services_fully_online",
                    "/indicator/open-data.xhtml", "/notice/mails.xhtml", "/hook/calls.xhtml", "/work/jobs.xhtml"));
    /** Lists of what nothing has happened for in the demonstration; only what an empty one loads is measured on them. */
    private static final Set<String> EMPTY_AT_FIRST = Set.of("/assessment/extensions.xhtml?code=2026",
            "/indicator/connectors.xhtml", "/indicator/open-data.xhtml", "/notice/mails.xhtml", "/hook/calls.xhtml");
    /** Marks the rows that are put into lists in which nothing stands before other tests have made something. */
    private static final String MARK = "every-list";
    private static final String OF_OLD = "'2001-02-03 04:05:06'";
    /** An agency that has handed in, and whose assessment waits for the panel as long as the test runs. */
    private static final String OBJECTING = "(SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
            + " WHERE r.code = '2026' AND s.state = 'HANDED_IN')";
    /** Lists of what the demonstration has none of; the tests that make it look at them on a phone. */
    private static final Set<String> MADE_BY_THEIR_TESTS = Set.of("/assessment/below.xhtml",
            "/drafting/difference.xhtml", "/drafting/replay.xhtml", "/indicator/open-data-agency.xhtml",
            "/sampling/sample.xhtml");

    private final Map<String, Integer> scripts = new HashMap<>();

    @BeforeEach
    void fill() {
        change("INSERT INTO matter (id, kind, about, restricted, agency_id, asked_by, asked_from, asked_at, first_due_on,"
                + " due_on, state, figure_percent, version) SELECT NEXTVAL(matter_seq), 'QUESTION', 'AGENCY', FALSE, a.id,"
                + " p.id, a.id, " + OF_OLD
                + ", '2030-01-01', '2030-01-01', 'OPEN', FALSE, 0 FROM agency a JOIN person p"
                + " ON p.username = 'lanhdao' WHERE a.code = '15'");
        change("INSERT INTO meeting (held_on, state, prepared_by, prepared_at, frozen_at, closed_at) SELECT '2001-02-03',"
                + " 'CLOSED', p.id, " + OF_OLD + ", " + OF_OLD + ", " + OF_OLD
                + " FROM person p WHERE p.username = 'lanhdao'");
        change("INSERT INTO notice (person_id, agency_id, kind, topic, subject, subject_id, occasion, detail, created_at)"
                + " SELECT p.id, a.id, 'WORK_DONE', 'WORK', 'work', 1, '" + MARK + "', 'workbook', " + OF_OLD
                + " FROM person p JOIN agency a ON a.code = 'VN' WHERE p.username = 'lanhdao'");
        change("INSERT INTO work (kind, recurring, subject, once_key, started_by, started_at, state, ended_at) SELECT"
                + " 'agency-sheets', FALSE, '15', '" + MARK + "', p.id, " + OF_OLD + ", 'DONE', " + OF_OLD
                + " FROM person p WHERE p.username = 'lanhdao'");
        change("INSERT INTO report_run (report, parameters, format, started_by, started_at, row_count, sha256) SELECT"
                + " 'targets-status', '" + MARK + "', 'XLSX', p.id, " + OF_OLD + ", 24, SHA2('x', 256) FROM person p"
                + " WHERE p.username = 'kiemtoan'");
        change("INSERT INTO reading_fault (batch_id, line, reason, arguments) SELECT MAX(id), 2, 'reading.fault.agency',"
                + " '[\"" + MARK + "\"]' FROM reading_batch");
        change("UPDATE reading_batch b JOIN reading_fault f ON f.batch_id = b.id AND f.arguments = '[\"" + MARK
                + "\"]' SET b.rejected = b.rejected + 1");
        change("INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by, written_at)"
                + " SELECT NEXTVAL(objection_seq), " + OBJECTING + ", 'STR.1', '1', '2', '" + MARK + "', p.id, "
                + OF_OLD
                + " FROM person p WHERE p.username = 'canbo'");
        change("UPDATE assessment s JOIN objection o ON o.assessment_id = s.id AND o.grounds = '" + MARK
                + "' SET s.state = 'OBJECTION'");
    }

    @AfterEach
    void empty() {
        change("UPDATE assessment s JOIN objection o ON o.assessment_id = s.id AND o.grounds = '" + MARK
                + "' SET s.state = 'HANDED_IN'");
        change("DELETE FROM objection WHERE grounds = '" + MARK + "'");
        change("UPDATE reading_batch b JOIN reading_fault f ON f.batch_id = b.id AND f.arguments = '[\"" + MARK
                + "\"]' SET b.rejected = b.rejected - 1");
        change("DELETE FROM reading_fault WHERE arguments = '[\"" + MARK + "\"]'");
        change("DELETE FROM report_run WHERE parameters = '" + MARK + "'");
        change("DELETE FROM work WHERE once_key = '" + MARK + "'");
        change("DELETE FROM notice WHERE occasion = '" + MARK + "'");
        change("DELETE FROM meeting WHERE prepared_at = " + OF_OLD);
        change("DELETE FROM matter WHERE asked_at = " + OF_OLD);
    }

    private static void change(String sql) {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void everyListIsAtMostFiveTimesAsTallOnAPhoneAndLoadsLittleScript() throws IOException {
        Map<String, String> tooTall = new LinkedHashMap<>();
        Map<String, Integer> tooHeavy = new LinkedHashMap<>();
        Set<String> withoutRows = new TreeSet<>();
        try (Browser browser = Browser.open()) {
            for (Map.Entry<String, List<String>> person : LISTS.entrySet()) {
                Page page = browser.signIn(person.getKey());
                for (String list : person.getValue()) {
                    page.setViewportSize(1360, 900);
                    assertEquals(200, page.navigate(Browser.address(list.replace(BATCH, batch()))).status(), list);
                    if (page.locator("#table_data").count() == 0) {
                        withoutRows.add(list);
                        continue;
                    }
                    double wide = height(page);
                    int script = script(page);
                    if (script > HEAVIEST) {
                        tooHeavy.put(list, script);
                    }
                    page.setViewportSize(320, 640);
                    double narrow = height(page);
                    if (narrow > TALLEST * wide) {
                        tooTall.put(list, narrow + " beside " + wide);
                    }
                    assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), list);
                    if (page.locator("#table_data .ui-column-title").count() == 0) {
                        withoutRows.add(list);
                    }
                }
                page.context().close();
            }
        }
        assertEquals(Map.of(), tooTall);
        assertEquals(Map.of(), tooHeavy);
        withoutRows.removeAll(EMPTY_AT_FIRST);
        assertEquals(Set.of(), withoutRows, "nothing was measured there");
        assertTrue(scripts.values().stream().mapToInt(Integer::intValue).sum() > 100 * 1024,
                () -> "a list loads the components: " + scripts);
    }

    @Test
    void noListIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            Set<String> lists = new TreeSet<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                String page = "/" + PAGES.relativize(file);
                if (!page.startsWith("/WEB-INF/") && Files.readString(file).contains("<t:table ")) {
                    lists.add(page);
                }
            }
            assertTrue(lists.size() > 20, lists::toString);
            lists.removeAll(MADE_BY_THEIR_TESTS);
            lists.removeAll(LISTS.values().stream().flatMap(List::stream).map(list -> list.replaceFirst("\\?.*", ""))
                    .collect(Collectors.toSet()));
            assertEquals(Set.of(), lists);
        }
    }

    /** The script for masks is left out of every page. */
    @Test
    void noPageMasksWhatIsTyped() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                String page = Files.readString(file);
                assertTrue(!page.contains("<p:inputMask") && !page.contains(" mask=\""), file::toString);
            }
        }
    }

    /** The door and the public pages have no component, so they load none of the library. */
    @Test
    void openPagesLoadNothingOfTheComponents() {
        try (Browser browser = Browser.open()) {
            BrowserContext anybody = browser.person();
            List<String> asked = new ArrayList<>();
            anybody.onRequest(request -> asked.add(request.url()));
            Page page = anybody.newPage();
            for (String open : OPEN) {
                assertTrue(page.navigate(Browser.address(open)).status() < 500, open);
            }
            assertTrue(asked.size() > OPEN.size(), asked::toString);
            assertEquals(List.of(), asked.stream().filter(address -> address
                    .matches(".*(primefaces|primeicons|jquery|ln=thang.*components|theme\\.css).*")).toList());
            assertEquals(0, page.getByRole(AriaRole.GRID).count());
        }
    }

    /** The newest batch of readings that there is. */
    private static String batch() {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT MAX(id) FROM reading_batch")) {
            newest.next();
            return newest.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double height(Page page) {
        return ((Number) page.locator("#table_data").evaluate("rows => rows.getBoundingClientRect().height"))
                .doubleValue();
    }

    /** How many bytes of script the page loads, as they come over the line. */
    private int script(Page page) throws IOException {
        int sum = 0;
        for (Object address : (List<?>) page
                .evaluate("[...document.scripts].map(script => script.src).filter(source => source)")) {
            String source = (String) address;
            if (!scripts.containsKey(source)) {
                APIResponse answer = page.request().get(source);
                assertEquals(200, answer.status(), source);
                scripts.put(source, compressed(answer.body()));
            }
            sum += scripts.get(source);
        }
        return sum;
    }

    private static int compressed(byte[] script) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(script);
        }
        return out.size();
    }
}
