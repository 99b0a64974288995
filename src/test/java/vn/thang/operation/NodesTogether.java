package vn.thang.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.thang.it.Browser;

/** People on two nodes are people of one application: whoever is in a form, and what somebody is told, is known on both. */
final class NodesTogether {

    private static final String AGENCY = "15";
    private static final String WORDS = "Vì sao số liệu chưa được gửi?";

    private NodesTogether() {
    }

    static void seeEachOther(Connection database, int first, int second) throws SQLException {
        try (Browser browser = Browser.open(); Statement sql = database.createStatement()) {
            Page officer = person(browser, first, "canbo");
            Page head = person(browser, second, "lanhdao.tinh");
            String form;
            try (ResultSet row = sql.executeQuery("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                    + " WHERE a.code = '" + AGENCY + "' AND s.state = 'IN_PROGRESS' AND s.id < 2100000000")) {
                assertTrue(row.next(), "an assessment that is worked on");
                form = "/api/v1/assessments/" + row.getLong(1) + "/criteria/";
            }
            said(officer, first, form + "STR.1/presence");
            String others = said(head, second, form + "STR.2/presence");
            assertTrue(others.contains("\"Nguyễn Thị Minh\"") && others.contains("\"STR.1\""), others);
            others = said(officer, first, form + "STR.1/presence");
            assertTrue(others.contains("\"STR.2\""), others);
            isTold(person(browser, first, "lanhdao"), first, head, second, sql);
        }
    }

    /** Somebody asks on one node, and who is asked reads the notice on the other. */
    private static void isTold(Page leader, int first, Page head, int second, Statement sql) throws SQLException {
        leader.navigate(address(first, "/matter/ask.xhtml?agency=" + AGENCY));
        leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
        leader.locator("[id='ask:send']").click();
        leader.waitForURL("**/matter/matter.xhtml?id=*");
        long matter = Long.parseLong(leader.url().replaceAll(".*id=(\\d+).*", "$1"));
        try {
            head.navigate(address(second, "/notice/index.xhtml"));
            head.locator("#table_data a[href*='open=']").first().click();
            head.waitForURL("**/matter/matter.xhtml?id=" + matter);
            assertThat(head.locator(".course")).containsText(WORDS);
        } finally {
            sql.execute("DELETE FROM notice WHERE topic = 'MATTERS' AND subject_id = " + matter);
            sql.execute("DELETE FROM matter_step WHERE matter_id = " + matter);
            sql.execute("DELETE FROM matter WHERE id = " + matter);
        }
    }

    private static Page person(Browser browser, int port, String username) {
        Page page = browser.person().newPage();
        Browser.signIn(page, address(port, ""), username, Browser.PASSWORD);
        return page;
    }

    private static String said(Page page, int port, String path) {
        APIResponse answer = page.request().post(address(port, path));
        assertEquals(200, answer.status(), answer::text);
        return answer.text();
    }

    private static String address(int port, String path) {
        return "http://localhost:" + port + path;
    }
}
