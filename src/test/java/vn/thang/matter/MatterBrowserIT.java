package vn.thang.matter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A leader sees a red target and asks; the agency finds it on its first page and answers; the leader accepts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MatterBrowserIT {

    private static final String WORDS = "Vì sao chỉ tiêu này chậm, và cần gì để kịp?";
    private static final String ANSWER = "Hai phần mềm chưa kết nối; sẽ xong trong quý sau.";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String table : List.of("matter_step", "matter")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("DELETE FROM notice WHERE subject = 'matter'");
        }
    }

    @Test
    void fromARedTargetToAnAcceptedAnswer() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/targets.xhtml?status=off"));
            leader.locator(".targets tbody tr a").first().click();
            assertThat(leader.locator("[aria-labelledby=matters]")).containsText("Không có vấn đề nào");
            Browser.assertFit(leader, "target-without-matters");
            leader.locator("[aria-labelledby=matters] .btn").click();
            asks(leader);
            Page officer = browser.signIn("canbo");
            answers(officer);
            leader.navigate(Browser.address("/index.xhtml"));
            leader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("vấn đề bạn nêu đã được trả lời"))
                    .click();
            leader.locator("#table_data a").first().click();
            assertThat(leader.locator(".course")).containsText(ANSWER);
            Browser.assertFit(leader, "matter-answered");
            button(leader, "Chấp nhận trả lời").click();
            assertThat(leader.getByText("Đã chấp nhận trả lời.")).isVisible();
            assertThat(leader.locator("#deed")).hasCount(0);
            leader.navigate(Browser.address("/matter/index.xhtml"));
            assertThat(leader.getByText("Không có vấn đề nào phù hợp.")).isVisible();
            leader.navigate(Browser.address("/matter/index.xhtml?state=all"));
            assertThat(leader.locator("#table_data > tr")).hasCount(1);
            Browser.assertFit(leader, "matters");
        }
    }

    private static void asks(Page page) {
        Browser.assertFit(page, "matter-ask");
        button(page, "Gửi yêu cầu").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hãy ghi nội dung");
        page.locator("[id='ask:agency_input']").fill("Lào Cai");
        page.locator(".ui-autocomplete-item").first().click();
        Locator people = page.locator("[id='ask:person']");
        assertThat(people).containsText("Trần Văn Hòa");
        page.getByLabel("Nội dung yêu cầu").fill(WORDS);
        button(page, "Gửi yêu cầu").click();
        assertThat(page).hasURL(Pattern.compile("/matter/matter.xhtml\\?id=\\d+"));
        assertThat(page.locator(".course")).containsText(WORDS);
        assertThat(page.locator(".facts")).containsText("chậm tiến độ");
        Browser.assertFit(page, "matter-open");
    }

    private static void answers(Page page) {
        assertThat(page.locator("#desk-matter")).isVisible();
        Browser.assertFit(page, "home-matter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("vấn đề chờ bạn hoặc cơ quan bạn")).click();
        assertThat(page.locator("#table_data > tr")).hasCount(1);
        page.locator("#table_data a").first().click();
        assertThat(page.locator(".course")).containsText(WORDS);
        button(page, "Gửi trả lời").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hãy ghi nội dung");
        page.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true)).fill(ANSWER);
        button(page, "Gửi trả lời").click();
        assertThat(page.getByText("Đã gửi trả lời.")).isVisible();
        Browser.assertFit(page, "matter-of-the-asked");
        page.navigate(Browser.address("/organisation/agency.xhtml?code=15"));
        assertThat(page.locator("[aria-labelledby=matters]")).containsText(ANSWER);
        Browser.assertFit(page, "agency-matters");
    }

    /** Two people have the same matter before them; the second hears of the first, and keeps the words. */
    @Test
    void theSecondHearsOfTheFirst() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/matter/ask.xhtml?agency=15"));
            leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
            button(leader, "Gửi yêu cầu").click();
            assertThat(leader.locator(".course")).containsText(WORDS);
            String address = leader.url();
            Page officer = browser.signIn("canbo");
            officer.navigate(address);
            Page head = browser.signIn("lanhdao.tinh");
            head.navigate(address);
            says(officer, "Một.");
            assertThat(officer.getByText("Đã gửi trả lời.")).isVisible();
            says(head, "Hai.");
            assertThat(head.getByText("Người khác vừa cập nhật vấn đề này.")).isVisible();
            assertThat(head.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true))).hasValue("Hai.");
            assertThat(head.locator(".course")).containsText("Một.");
            button(head, "Gửi trả lời").click();
            assertThat(head.getByText("Đã gửi trả lời.")).isVisible();
            assertEquals(404, officer.navigate(Browser.address("/matter/matter.xhtml?id=999999999")).status());
            assertEquals(403, officer.navigate(Browser.address("/matter/ask.xhtml?agency=48")).status());
            Page other = browser.signIn("canbo.bo");
            assertEquals(404, other.navigate(address).status());
            assertEquals(403, browser.signIn("phoihop").navigate(Browser.address("/matter/index.xhtml")).status());
        }
    }

    private static void says(Page page, String words) {
        page.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true)).fill(words);
        button(page, "Gửi trả lời").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
