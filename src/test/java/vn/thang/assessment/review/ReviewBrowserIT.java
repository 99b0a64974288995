package vn.thang.assessment.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.it.OwnAssessment.Person;

/** From handing in over a return and a second handing in to the end of the review, as the people do it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReviewBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void answered() throws Exception {
        own = OwnAssessment.of("25");
        own.answered();
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void aReturnedQuestionIsAnsweredAgainAndConfirmed() {
        try (Browser browser = Browser.open()) {
            Person person = own.person(browser, "Ngô Thị Thủy", "OFFICER");
            Page officer = person.signIn(browser);
            Page head = own.person(browser, "Bùi Văn Cường", "HEAD").signIn(browser);
            own.handIn(officer, head);
            Page reviewer = browser.signIn("thamdinh");
            own.admit(reviewer);
            fromTheQueue(reviewer);
            judges(reviewer);
            answersAgain(officer);
            own.handIn(officer, head);
            concludes(reviewer);
            officer.navigate(own.question("STR.1"));
            assertThat(officer.locator("fieldset input").first()).isDisabled();
            // what was judged is shown with the provisional result
            assertThat(officer.getByText("Minh chứng chưa nêu phạm vi.")).hasCount(0);
        }
    }

    private void fromTheQueue(Page reviewer) {
        reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thẩm định").setExact(true)).click();
        Browser.assertFit(reviewer, "review-queue");
        reviewer.setViewportSize(1366, 900);
        reviewer.getByLabel("Tên cơ quan").fill("phu tho");
        Locator row = reviewer.locator("#table_data > tr");
        assertThat(row).hasCount(1);
        assigns(reviewer, row);
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Tỉnh Phú Thọ")).click();
        assertThat(reviewer).hasURL(own.at("judge"));
        assertThat(reviewer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tỉnh Phú Thọ")))
                .isVisible();
        Browser.assertFit(reviewer, "review-answer");
        reviewer.setViewportSize(1366, 900);
    }

    private static void assigns(Page reviewer, Locator row) {
        button(reviewer, "Phân công hồ sơ đã chọn").click();
        assertThat(reviewer.getByText("Hãy chọn ít nhất một dòng.")).isVisible();
        row.getByRole(AriaRole.CHECKBOX).check();
        reviewer.getByLabel("Giao cho").selectOption("Phạm Thu Hằng");
        button(reviewer, "Phân công hồ sơ đã chọn").click();
        assertThat(reviewer.getByText("Đã phân công 1 hồ sơ đánh giá.")).isVisible();
        assertThat(row).containsText("Phạm Thu Hằng");
        reviewer.locator("#reviewer").selectOption("none");
        assertThat(reviewer.getByText("Không có hồ sơ nào phù hợp.")).isVisible();
        reviewer.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Điểm rủi ro")).click();
        assertThat(reviewer).hasURL(Pattern.compile("sort=weight"));
        reviewer.locator("#reviewer").selectOption("me");
        assertThat(row).hasCount(1);
        Browser.assertFit(reviewer, "review-queue-assigned");
        reviewer.setViewportSize(1366, 900);
    }

    private void judges(Page reviewer) {
        reviewer.getByLabel("Điều chỉnh sang mức khác").check();
        save(reviewer);
        assertThat(reviewer.getByText("Hãy chọn mức sau điều chỉnh cho câu STR.1.").first()).isVisible();
        reviewer.getByLabel("Mức sau điều chỉnh").selectOption("2");
        save(reviewer);
        assertThat(reviewer.getByText("Hãy ghi lý do").first()).isVisible();
        reason(reviewer).fill("Minh chứng chưa nêu phạm vi.");
        save(reviewer);
        assertThat(reviewer.getByText("STR.1: Điều chỉnh.")).isVisible();
        assertThat(reviewer.locator("[aria-current=step]")).containsText("STR.2");
        reviewer.getByLabel("Trả lại cơ quan, có lý do").check();
        reason(reviewer).fill("Thiếu quyết định ban hành.");
        save(reviewer);
        assertThat(button(reviewer, "Kết thúc thẩm định")).hasCount(0);
        button(reviewer, "Trả lại cơ quan").click();
        assertThat(reviewer.getByText("các câu khác vẫn khóa")).isVisible();
        assertThat(button(reviewer, "Lưu và xem câu tiếp theo")).hasCount(0);
    }

    private void answersAgain(Page officer) {
        officer.navigate(Browser.address("/index.xhtml"));
        assertThat(officer.getByText("Có câu được trả lại")).isVisible();
        Browser.assertAccessible(officer);
        officer.navigate(own.question("STR.3"));
        assertThat(officer.locator("fieldset input").first()).isDisabled();
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("STR.2").setExact(true)).click();
        assertThat(officer.getByText("Thiếu quyết định ban hành.")).isVisible();
        Browser.assertFit(officer, "returned-question");
        officer.setViewportSize(1366, 900);
        officer.locator("label.level").first().click();
        assertThat(officer.locator("#saved")).containsText("Đã lưu");
    }

    private void concludes(Page reviewer) {
        reviewer.navigate(own.question("STR.2").replace("/edit.", "/judge."));
        assertThat(reviewer.getByRole(AriaRole.COMPLEMENTARY).getByText("Thiếu quyết định ban hành.")).isVisible();
        save(reviewer);
        assertThat(reviewer.getByText("STR.2: Xác nhận.")).isVisible();
        button(reviewer, "Kết thúc thẩm định").click();
        assertThat(reviewer.getByText("Đã kết thúc thẩm định.")).isVisible();
        assertThat(button(reviewer, "Thẩm định tiếp")).isVisible();
        Browser.assertAccessible(reviewer);
    }

    @Test
    void anExemptionIsAskedForAndGrantedAnotherRefused() {
        try (Browser browser = Browser.open()) {
            Page officer = own.person(browser, "Ngô Thị Thủy", "OFFICER").signIn(browser);
            ask(officer, "OPN.3", "Cơ quan không có dữ liệu mở");
            ask(officer, "OPN.4", "Chưa làm");
            Page reviewer = browser.signIn("thamdinh");
            reviewer.navigate(Browser.address("/assessment/queue.xhtml"));
            reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đề nghị miễn câu hỏi")).click();
            Browser.assertFit(reviewer, "exemptions");
            reviewer.setViewportSize(1366, 900);
            button(reviewer, "Cho miễn").click();
            assertThat(reviewer.getByText("Hãy chọn ít nhất một dòng.")).isVisible();
            decide(reviewer, "OPN.3", "Cho miễn", "Đúng chức năng của cơ quan");
            assertThat(reviewer.getByText("Đã cho miễn 1 câu.")).isVisible();
            decide(reviewer, "OPN.4", "Không cho miễn", "Tiêu chí áp dụng cho mọi tỉnh");
            assertThat(reviewer.getByText("Đã từ chối 1 đề nghị.")).isVisible();
            officer.navigate(own.question("OPN.3"));
            assertThat(officer.getByText("Được miễn trong đợt này:")).isVisible();
            assertThat(officer.locator("fieldset input").first()).isDisabled();
            officer.navigate(own.question("OPN.4"));
            assertThat(officer.getByText("Tiêu chí áp dụng cho mọi tỉnh")).isVisible();
            Browser.assertFit(officer, "exemption-refused");
        }
    }

    private void ask(Page officer, String criterion, String reason) {
        officer.navigate(own.question(criterion));
        officer.getByText("Câu này không áp dụng cho cơ quan?").click();
        button(officer, "Gửi đề nghị").click();
        assertThat(officer.getByText("Hãy ghi lý do, không quá")).isVisible();
        officer.getByLabel("Lý do đề nghị miễn").fill(reason);
        button(officer, "Gửi đề nghị").click();
        assertThat(officer.getByText("Đã đề nghị miễn, chờ quyết định:")).isVisible();
    }

    private static void decide(Page reviewer, String criterion, String deed, String reason) {
        reviewer.locator("#table_data > tr").filter(new Locator.FilterOptions().setHasText(criterion))
                .getByRole(AriaRole.CHECKBOX).check();
        reviewer.getByLabel("Lý do quyết định").fill(reason);
        button(reviewer, deed).click();
    }

    @Test
    void aPublishedResultIsVerifiedFromItsScorecard() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("2025"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Phiếu kết quả")).click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kiểm chứng")).click();
            assertThat(page.getByText("Đúng như đã công bố")).isVisible();
            assertThat(page.locator("dd code.hash")).hasCount(2);
            assertEquals(page.locator("dd code.hash").first().innerText(),
                    page.locator("dd code.hash").last().innerText());
            Browser.assertFit(page, "verification");
        }
    }

    @Test
    void othersFindNoQueue() {
        try (Browser browser = Browser.open()) {
            for (String username : new String[]{"canbo", "lanhdao", "quantri"}) {
                Page page = browser.signIn(username);
                assertEquals(403, page.navigate(Browser.address("/assessment/queue.xhtml")).status(), username);
                page.context().close();
            }
            Page reviewer = browser.signIn("thamdinh");
            assertEquals(404, reviewer.navigate(Browser.address("/assessment/judge.xhtml?assessment=1")).status());
            reviewer.navigate(own.at("judge"));
            assertThat(button(reviewer, "Lưu và xem câu tiếp theo")).hasCount(0);
        }
    }

    private static Locator reason(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Lý do"));
    }

    private static void save(Page page) {
        button(page, "Lưu và xem câu tiếp theo").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
