package vn.thang.audit.seal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.SecondServer;
import vn.thang.it.Secrets;

/** A server that works by the account of the application: the database refuses to change what is sealed, and all else works. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwoAccountsBrowserIT {

    private static final int DENIED = 1142;
    private static final String REQUEST = "0123456789abcdef";

    @Test
    void theDatabaseRefusesToChangeWhatIsSealed() throws Exception {
        rightsOfAVersionBefore();
        try (SecondServer second = SecondServer.withTwoAccounts()) {
            try (Browser browser = Browser.open()) {
                Page page = browser.signIn("kiemtoan");
                page.navigate(Browser.address("/audit/verify.xhtml"));
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm chứng ngay")).click();
                assertThat(page.getByText("Nhật ký nguyên vẹn")).isVisible();
                assertThat(page.locator("#one-account")).hasCount(0);
                assertEquals(200, page.request().get(Browser.address("/api/v1/lists/agencies.xlsx")).status());
                assertEquals(200, page.request().get(Browser.address("/api/v1/rounds/2025/workbook.xlsx")).status());
            }
            try (Connection application = DatabaseForTests.connectAsApplication()) {
                for (String table : List.of("change_log", "trail_block", "trail_seal", "trail_anchor",
                        "published_result", "open_file", "bulletin_text")) {
                    denied(application, "DELETE FROM " + table);
                    denied(application, "TRUNCATE " + table);
                    denied(application, "DROP TABLE " + table);
                    denied(application, "ALTER TABLE " + table + " ADD COLUMN forged INT");
                }
                denied(application, "UPDATE change_log SET details = 'x'");
                denied(application, "UPDATE trail_block SET root = 'x'");
                denied(application, "UPDATE trail_anchor SET token = 'x'");
                denied(application, "UPDATE trail_seal SET entry_hash = 'x'");
                denied(application, "UPDATE published_result SET hash = 'x'");
                denied(application, "UPDATE open_file SET content = 'x'");
                denied(application, "UPDATE bulletin_text SET pdf = 'x'");
                denied(application, "UPDATE trail_value SET content = 'x'");
                denied(application,
                        "CREATE TRIGGER forged BEFORE INSERT ON change_log FOR EACH ROW SET NEW.details = 'x'");
                assertTrue(writable(application) > 50);
            }
            String incident = incident();
            List<JsonObject> told = log().stream().filter(line -> line.containsKey("incident")
                    && line.getString("incident").equals(incident)).toList();
            assertEquals(1, told.size(), "whoever is told the id finds one line by it");
            assertEquals(REQUEST, told.getFirst().getString("request"));
            assertTrue(log().stream().anyMatch(line -> REQUEST.equals(line.getString("request", null))
                    && String.valueOf(line.get("status")).contains("500")), "the request has a line of its own");
            Map<String, String> secrets = Secrets.in(second.given());
            assertTrue(secrets.keySet().containsAll(Set.of("THANG_DB_PASSWORD", "THANG_DB_OWNER_PASSWORD")),
                    () -> "the accounts have passwords: " + secrets.keySet());
            assertEquals(Set.of(), Secrets.told(SecondServer.log(), secrets));
        }
    }

    /** A version before gave more rights on a table of which rows are only added since. */
    private static void rightsOfAVersionBefore() throws SQLException {
        String[] account;
        try (Connection application = DatabaseForTests.connectAsApplication();
                Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            account = row.getString(1).split("@");
        }
        try (Connection owner = DatabaseForTests.connect(); Statement statement = owner.createStatement()) {
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON open_file TO '%s'@'%s'".formatted(account[0],
                    account[1]));
        }
    }

    /** Lets something fail that nobody foresaw, and returns the id of which the answer tells. */
    private static String incident() throws Exception {
        try (Connection owner = DatabaseForTests.connect(); Statement sql = owner.createStatement()) {
            sql.execute("RENAME TABLE reading_token TO reading_token_gone");
            try {
                HttpResponse<String> answer = HttpClient.newHttpClient().send(
                        HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                                .header("X-Request-Id", REQUEST).header("Content-Type", "application/json")
                                .header("Authorization", "Bearer nothing")
                                .POST(HttpRequest.BodyPublishers.ofString("[]")).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertEquals(500, answer.statusCode(), answer::body);
                return object(answer.body()).getString("incident");
            } finally {
                sql.execute("RENAME TABLE reading_token_gone TO reading_token");
            }
        }
    }

    /** The server was started with the settings of the log that ship: each line is an object. */
    private static List<JsonObject> log() throws IOException {
        List<String> lines = Files.readAllLines(SecondServer.log()).stream()
                .filter(line -> line.contains("LoggerName")).toList();
        assertTrue(lines.size() > 20, lines::toString);
        List<JsonObject> log = lines.stream().map(TwoAccountsBrowserIT::object).toList();
        assertTrue(log.stream().allMatch(line -> line.containsKey("Timestamp")), lines::toString);
        return log;
    }

    private static JsonObject object(String text) {
        try (JsonReader json = Json.createReader(new StringReader(text))) {
            return json.readObject();
        }
    }

    private static void denied(Connection application, String sql) throws SQLException {
        try (Statement statement = application.createStatement()) {
            assertEquals(DENIED, assertThrows(SQLException.class, () -> statement.execute(sql), sql).getErrorCode(),
                    sql);
        }
    }

    /** Every other table is written as before. */
    private static int writable(Connection application) throws SQLException {
        try (Statement statement = application.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(DISTINCT table_name)"
                        + " FROM information_schema.table_privileges WHERE privilege_type = 'UPDATE'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
