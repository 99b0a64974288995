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

/** A leader sees a red target, asks its owner, freezes a meeting, takes the pack, decides, and finds it in the next meeting. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MeetingBrowserIT {

    private static final String TARGET = "P1-08";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String table : List.of("matter_step", "matter", "target_word", "target_owner", "meeting_exception",
                    "meeting")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("DELETE FROM notice WHERE subject IN ('matter', 'target')");
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
            leader.navigate(Browser.address("/matter/meetings.xhtml"));
            Browser.assertFit(leader, "meetings-none");
            button(leader, "Chuẩn bị giao ban").click();
            leader.waitForURL("**/matter/meeting.xhtml**");
            choosesByHand(leader);
            Browser.assertFit(leader, "meeting-prepared");
            freezes(leader);
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
