package vn.thang.matter.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A leader sees a red target, asks its owner, freezes a meeting, takes the pack, decides, and finds it in the next meeting. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MeetingBrowserIT {

    private static final String TARGET = "P1-08";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String table : List.of("matter_copy", "matter_step", "matter", "target_word", "target_owner",
                    "meeting_exception",
                    "meeting")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("DELETE FROM notice WHERE subject IN ('matter', 'target', 'indicator')");
        }
    }

    @Test
    void fromARedTargetToADecisionInTheNextMeeting() throws IOException {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            Page officer = browser.signIn("canbo");
            namesTheOwner(leader);
            writesAWord(officer);
            asksTheOwner(leader);
            answers(officer);
            accepts(leader);
            leader.navigate(Browser.address("/matter/meetings.xhtml"));
            Browser.assertFit(leader, "meetings-none");
            button(leader, "Chuẩn bị giao ban").click();
            leader.waitForURL("**/matter/meeting.xhtml**");
            choosesByHand(leader);
            Browser.assertFit(leader, "meeting-prepared");
            freezes(leader);
            assertThat(leader.locator("[aria-labelledby=plans]")).containsText("Chưa có kế hoạch nào của cơ quan");
            Browser.assertFit(leader, "meeting-frozen");
            leader.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "meeting-frozen.png"))
                    .setFullPage(true));
            String first = leader.url();
            for (String form : List.of("PDF", "WORD", "SLIDES")) {
                leader.navigate(first);
                takes(leader, form);
            }
            leader.navigate(first);
            decides(leader, "Kết nối hai phần mềm trước hạn.");
            decides(leader, "Bố trí kinh phí cho máy chủ.");
            assertThat(leader.locator("[aria-labelledby=taken] li")).hasCount(2);
            Browser.assertFit(leader, "meeting-decided");
            button(leader, "Kết thúc phiên").click();
            leader.locator(".ui-confirmdialog-yes").click();
            assertThat(leader.getByText("Phiên giao ban đã kết thúc.")).isVisible();
            officer.navigate(Browser.address("/index.xhtml"));
            assertThat(officer.locator("#desk-matter")).isVisible();
            leader.navigate(Browser.address("/matter/meetings.xhtml"));
            button(leader, "Chuẩn bị giao ban").click();
            leader.waitForURL("**/matter/meeting.xhtml**");
            freezes(leader);
            assertThat(leader.locator("[aria-labelledby=before] li")).hasCount(2);
            assertThat(leader.locator("[aria-labelledby=before]")).containsText("Bố trí kinh phí cho máy chủ.");
            assertThat(leader.locator("[aria-labelledby=before]")).containsText("2 quyết định; 0 đã xong, 0 quá hạn");
            leader.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "meeting-next.png"))
                    .setFullPage(true));
            leader.navigate(Browser.address("/matter/meetings.xhtml"));
            assertThat(leader.locator("#table_data tr")).hasCount(2);
            Browser.assertFit(leader, "meetings");
            assertEquals(403, officer.navigate(Browser.address("/matter/meetings.xhtml")).status());
            assertEquals(403, officer.navigate(first).status());
            Page auditor = browser.signIn("kiemtoan");
            auditor.navigate(first);
            assertThat(auditor.locator("[aria-labelledby=taken]")).containsText("Kết nối hai phần mềm");
            assertThat(auditor.getByText("Ghi quyết định")).hasCount(0);
            assertThat(auditor.locator("#course")).hasCount(0);
        }
    }

    private static void namesTheOwner(Page leader) {
        leader.navigate(Browser.address("/matter/owner.xhtml?target=" + TARGET));
        chooses(leader, "owner");
        leader.locator("[id='owner:person']").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
        button(leader, "Cử người phụ trách").click();
        assertThat(leader.getByText("Đã cử người phụ trách;")).isVisible();
    }

    private static void writesAWord(Page officer) {
        officer.navigate(Browser.address("/matter/owner.xhtml?target=" + TARGET));
        officer.getByLabel("Nguyên nhân").fill("Hai phần mềm chưa kết nối.");
        officer.getByLabel("Điều kiện cần có").fill("Bố trí kinh phí cho máy chủ.");
        button(officer, "Lưu ý kiến").click();
        assertThat(officer.getByText("Đã lưu ý kiến.")).isVisible();
    }

    private static void asksTheOwner(Page leader) {
        leader.navigate(Browser.address("/dashboard/target.xhtml?code=" + TARGET));
        leader.locator("[aria-labelledby=matters] .btn").click();
        leader.getByLabel("Nội dung yêu cầu").fill("Vì sao chậm?");
        button(leader, "Gửi yêu cầu").click();
        assertThat(leader).hasURL(Pattern.compile("/matter/matter.xhtml\\?id=\\d+"));
    }

    private static void answers(Page officer) {
        officer.navigate(Browser.address("/matter/index.xhtml?my=asked"));
        officer.locator("#table_data a").first().click();
        officer.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true)).fill("Do thiếu máy chủ.");
        button(officer, "Gửi trả lời").click();
        assertThat(officer.getByText("Đã gửi trả lời.")).isVisible();
    }

    /** The leader finds the answer on the first page, reads it and accepts it. */
    private static void accepts(Page leader) {
        leader.navigate(Browser.address("/index.xhtml"));
        leader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("vấn đề bạn nêu đã được trả lời")).click();
        leader.locator("#table_data a").first().click();
        assertThat(leader.locator(".course")).containsText("Do thiếu máy chủ.");
        button(leader, "Chấp nhận trả lời").click();
        assertThat(leader.getByText("Đã chấp nhận trả lời.")).isVisible();
        assertThat(leader.locator(".course li").last()).containsText("Đỗ Quốc Khánh");
        assertThat(leader.locator("#deed")).hasCount(0);
        leader.navigate(Browser.address("/index.xhtml"));
        assertThat(leader.getByText("vấn đề bạn nêu đã được trả lời")).hasCount(0);
    }

    /** What is late goes up: by the hourly work, to the head of the agency and to whoever asked, who comes from there to the matter. */
    @Test
    void whatIsLateGoesUp() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            String matter = asksTheAgency(leader);
            run("UPDATE matter SET due_on = DATE_SUB(due_on, INTERVAL 20 DAY)");
            Page admin = browser.signIn("quantri");
            admin.navigate(Browser.address("/work/jobs.xhtml"));
            admin.locator("tr").filter(new Locator.FilterOptions().setHasText("Nhắc hạn"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Thực hiện ngay")).click();
            findsInNotices(leader, "chưa xử lý xong vấn đề đã quá hạn", matter);
            assertThat(leader.locator(".facts")).containsText("quá hạn");
            leader.navigate(Browser.address("/matter/index.xhtml?due=LATE"));
            assertThat(leader.locator("#table_data > tr")).hasCount(1);
            findsInNotices(browser.signIn("lanhdao.tinh"), "vấn đề đã quá hạn từ ngày", matter);
        }
    }

    /** The link of the letter leads through the sign-in to the answer. */
    @Test
    void theLinkOfTheLetterLeadsThroughTheSignInToTheAnswer() throws SQLException {
        try (Browser browser = Browser.open()) {
            String matter = asksTheAgency(browser.signIn("lanhdao"));
            answers(browser.signIn("canbo"));
            Page letter = browser.person().newPage();
            letter.navigate(Browser.address("/notice/index.xhtml?open=" + noticeOf("lanhdao", "MATTER_ANSWERED")));
            assertThat(letter).hasURL(Pattern.compile("/login.xhtml"));
            letter.getByLabel("Tên đăng nhập").fill("lanhdao");
            letter.getByLabel("Mật khẩu").fill(Browser.PASSWORD);
            button(letter, "Đăng nhập").click();
            assertThat(letter).hasURL(matter);
            assertThat(letter.locator(".course")).containsText("Do thiếu máy chủ.");
            assertThat(button(letter, "Chấp nhận trả lời")).isVisible();
        }
    }

    /** Asks the agency about its result, and answers the address of the matter. */
    private static String asksTheAgency(Page leader) {
        leader.navigate(Browser.address("/matter/ask.xhtml?agency=15"));
        leader.getByLabel("Nội dung yêu cầu").fill("Vì sao chậm?");
        button(leader, "Gửi yêu cầu").click();
        assertThat(leader).hasURL(Pattern.compile("/matter/matter.xhtml\\?id=\\d+"));
        return leader.url();
    }

    /** The work runs aside, so the list of notices is looked at until it is there. */
    private static void findsInNotices(Page person, String words, String matter) {
        Locator notice = person.locator("#table_data a").filter(new Locator.FilterOptions().setHasText(words));
        for (int i = 0; i < 60; i++) {
            person.navigate(Browser.address("/notice/index.xhtml"));
            if (notice.count() > 0) {
                break;
            }
            person.waitForTimeout(500);
        }
        notice.first().click();
        assertThat(person).hasURL(matter);
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private static long noticeOf(String username, String kind) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("SELECT n.id FROM notice n JOIN person p ON p.id = n.person_id"
                        + " WHERE p.username = '" + username + "' AND n.kind = '" + kind
                        + "' ORDER BY n.id DESC LIMIT 1")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void choosesByHand(Page leader) {
        button(leader, "Thêm vào danh sách").click();
        assertThat(leader.getByRole(AriaRole.ALERT)).containsText("Hãy chọn một mục tiêu.");
        leader.locator("[id='pick:target']").selectOption(TARGET);
        leader.locator("[id='pick:reason']").fill("Cần xem lại nguyên nhân");
        button(leader, "Thêm vào danh sách").click();
        assertThat(leader.getByText("Đã thêm mục tiêu.")).isVisible();
        assertThat(leader.locator("[aria-labelledby=exceptions] table")).containsText("Cần xem lại nguyên nhân");
    }

    private static void freezes(Page leader) {
        button(leader, "Chốt số liệu").click();
        assertThat(leader.locator(".ui-confirm-dialog-message")).containsText("không sửa được nữa");
        leader.locator(".ui-confirmdialog-yes").click();
        assertThat(leader.getByText("Đã chốt số liệu.", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(leader.locator("[aria-labelledby=exceptions] tbody tr").first()).isVisible();
    }

    private static void takes(Page leader, String form) throws IOException {
        leader.locator("[id='making:form']").selectOption(form);
        button(leader, "Lập tài liệu").click();
        leader.waitForURL("**/work/work.xhtml**");
        Locator link = leader.locator("a[href$='/file']");
        for (int i = 0; i < 60 && link.count() == 0; i++) {
            leader.waitForTimeout(500);
            leader.reload();
        }
        Download download = leader.waitForDownload(() -> link.first().click());
        Path kept = Path.of("target", "taken-" + download.suggestedFilename());
        download.saveAs(kept);
        assertTrue(Files.size(kept) > 10_000, kept::toString);
    }

    private static void decides(Page leader, String words) {
        leader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ghi quyết định")).click();
        leader.waitForURL("**/matter/decision.xhtml**");
        button(leader, "Ghi quyết định").click();
        assertThat(leader.getByRole(AriaRole.ALERT).locator("li").first()).isVisible();
        Browser.assertFit(leader, "decision");
        leader.locator("[id='decision:target']").selectOption(TARGET);
        chooses(leader, "decision");
        leader.locator("[id='decision:person']").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
        leader.getByLabel("Nội dung quyết định").fill(words);
        button(leader, "Ghi quyết định").click();
        leader.waitForURL("**/matter/meeting.xhtml**");
        assertThat(leader.getByText("Đã ghi quyết định")).isVisible();
    }

    private static void chooses(Page page, String form) {
        page.locator("[id='" + form + ":agency_input']").pressSequentially("lao cai");
        assertThat(page.locator(".ui-autocomplete-item").first()).containsText("Lào Cai");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='" + form + ":person']")).containsText("Nguyễn Thị Minh");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
