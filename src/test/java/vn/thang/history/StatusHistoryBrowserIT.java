package vn.thang.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A leader reads on the page of a target when its status changed, and after what. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatusHistoryBrowserIT {

    private static final String TAKEN = """
            INSERT INTO target_status (target, cause, about, programme, taken_at, status, value, relation, demanded, unit,
                due_on, period, preliminary)
            VALUES ('P1-01', '%s', %s, 'x/1.0', '%s', '%s', %s, '≥', 80, 'percent', '2027-12-31', '2025-Q3', FALSE)""";

    private static void execute(String... statements) throws Exception {
        try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @BeforeEach
    void begin() throws Exception {
        execute("DELETE FROM target_status",
                TAKEN.formatted("PUBLISHED", "'2024'", "2025-03-01 03:00:00", "off", "41.5"),
                TAKEN.formatted("MONTH", "NULL", "2025-03-31 21:35:00", "off", "43"),
                TAKEN.formatted("PUBLISHED", "'2025'", "2026-03-01 03:00:00", "risk", "62.5"));
    }

    @AfterEach
    void end() throws Exception {
        execute("DELETE FROM target_status");
    }

    @Test
    void theChangesStandOnThePageOfTheTarget() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-01"));
            var rows = page.locator("section[aria-labelledby=status-history] tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.first()).containsText("01/03/2026");
            assertThat(rows.first()).containsText("Có nguy cơ không đạt");
            assertThat(rows.first()).containsText("62,5");
            assertThat(rows.first()).containsText("Công bố kết quả đợt 2025");
            assertThat(rows.last()).containsText("Chậm tiến độ");
            Browser.assertFit(page, "target-history");
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-02"));
            assertThat(page.locator("section[aria-labelledby=status-history]")).containsText("Chưa ghi lần nào");
        }
    }
}
