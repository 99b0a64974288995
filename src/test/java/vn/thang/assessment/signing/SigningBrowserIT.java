package vn.thang.assessment.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.security.Role;

/** From the officer over the head to the completeness check, once in vain and once through. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SigningBrowserIT {

    private static final String HEAD = "Nguyễn Văn Được";
    private static final String POSITION = "Chủ tịch UBND thành phố";

    private OwnAssessment own;

    @BeforeEach
    void answered() throws Exception {
        OwnAssessment.nobodyAs(Role.HEAD, "79");
        own = OwnAssessment.of("79");
        own.answered();
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void theHeadSignsAndTheReviewerAdmits() {
        try (Browser browser = Browser.open()) {
            Page officer = own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser);
            own.submit(officer);
            officer.navigate(Browser.address("/index.xhtml"));
            assertThat(officer.getByText("chưa có tài khoản nào giữ vai trò này")).isVisible();
            assertEquals(403, officer.navigate(own.at("sign")).status());
            Page head = own.person(browser, HEAD, "HEAD").signIn(browser);
            sendsBack(head, officer);
            String receipt = signsByKeyboard(head);
            Page reviewer = browser.signIn("thamdinh");
            turnsBack(reviewer);
            officerReads(officer, head);
            own.submit(officer);
            own.sign(head, POSITION);
            assertThat(head.locator("#receiptNumber")).hasText(receipt);
            assertThat(head.locator(".signature")).hasCount(2);
            assertThat(head.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chữ ký đang có hiệu lực")))
                    .hasCount(1);
            assertThat(
                    head.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chữ ký không còn hiệu lực")))
                    .hasCount(1);
            Browser.assertFit(head, "signed-twice");
            own.admit(reviewer);
            assertThat(reviewer.getByText("Đã tiếp nhận", new Page.GetByTextOptions().setExact(false)).first())
                    .isVisible();
            assertThat(button(reviewer, "Lưu và xem câu tiếp theo")).isVisible();
            reviewer.navigate(own.at("completeness"));
            assertThat(reviewer.getByText("Hồ sơ đánh giá không chờ kiểm tra tính đầy đủ.")).isVisible();
            assertThat(button(reviewer, "Tiếp nhận")).hasCount(0);
        }
    }

    @Test
    void whatHasNothingMissingIsAdmittedFromTheQueueOnce() throws Exception {
        own.empty();
        own = OwnAssessment.of("BCT");
        own.answered();
        own.lowest();
        try (Browser browser = Browser.open()) {
            own.handIn(own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser),
                    own.person(browser, HEAD, "HEAD").signIn(browser));
            Page reviewer = browser.signIn("thamdinh");
            Page again = reviewer.context().newPage();
            for (Page page : new Page[]{reviewer, again}) {
                page.navigate(Browser.address("/assessment/queue.xhtml?q=BCT"));
                button(page, "Tìm hồ sơ đủ thành phần để tiếp nhận").click();
                assertThat(page.getByText("1 hồ sơ đánh giá trong bộ lọc này")).isVisible();
            }
            Browser.assertFit(reviewer, "queue-complete");
            button(reviewer, "Tiếp nhận tất cả").click();
            assertThat(reviewer.getByText("Đã tiếp nhận 1 hồ sơ đánh giá.")).isVisible();
            reviewer.navigate(Browser.address("/assessment/queue.xhtml?q=BCT"));
            assertThat(button(reviewer, "Tiếp nhận tất cả")).hasCount(0);
            assertThat(reviewer.locator("#table_data > tr")).containsText("Đã tiếp nhận");
            button(again, "Tiếp nhận tất cả").click();
            assertThat(again.getByText("Không còn hồ sơ nào để tiếp nhận hàng loạt.")).isVisible();
        }
    }

    private void sendsBack(Page head, Page officer) {
        officer.reload();
        officer.navigate(Browser.address("/index.xhtml"));
        assertThat(officer.getByText("Chờ chữ ký của " + HEAD)).isVisible();
        Browser.assertFit(officer, "waits-for-signature");
        head.navigate(own.at("sign"));
        head.getByLabel("Ý kiến").fill("Xem lại STR.1 trước khi ký.");
        button(head, "Chuyển lại cán bộ").click();
        assertThat(head.getByText("Đã mở khóa để sửa.")).isVisible();
        officer.navigate(own.question("STR.1"));
        assertThat(officer.getByText("Xem lại STR.1 trước khi ký.")).isVisible();
        assertThat(officer.locator("fieldset input").first()).isEnabled();
        own.submit(officer);
        Browser.assertFit(officer, "submitted");
    }

    private String signsByKeyboard(Page head) {
        head.navigate(Browser.address("/index.xhtml"));
        assertThat(head.getByText("Hồ sơ đánh giá đang chờ bạn ký xác nhận.")).isVisible();
        Browser.assertFit(head, "waits-for-my-signature");
        head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem và ký")).focus();
        head.keyboard().press("Enter");
        assertThat(head).hasURL(own.at("sign"));
        Browser.assertFit(head, "sign");
        String groups = head.locator("#hash").innerText();
        assertTrue(groups.matches("([0-9a-f]{4} ){15}[0-9a-f]{4}"), groups);
        head.getByLabel("Chức vụ").focus();
        head.keyboard().type(POSITION);
        head.keyboard().press("Tab");
        head.keyboard().press("Space");
        head.keyboard().press("Tab");
        head.keyboard().press("Enter");
        assertThat(head).hasTitle("Biên nhận · Thang");
        Locator signature = head.locator(".signature");
        assertThat(signature).containsText(HEAD);
        assertThat(signature).containsText(POSITION);
        assertThat(signature.locator(".groups")).hasText(groups);
        assertThat(head.getByText("Đã ký xác nhận và nộp hồ sơ đánh giá.")).isVisible();
        Browser.assertFit(head, "signed");
        return head.locator("#receiptNumber").innerText();
    }

    private void turnsBack(Page reviewer) {
        reviewer.navigate(Browser.address("/assessment/queue.xhtml?q=79"));
        Browser.assertFit(reviewer, "queue-handed-in");
        reviewer.locator("#table_data > tr a").first().click();
        assertThat(reviewer).hasURL(own.at("completeness"));
        assertThat(reviewer.getByText("Thiếu minh chứng cho mức").first()).isVisible();
        Browser.assertFit(reviewer, "completeness");
        button(reviewer, "Trả lại vì chưa đầy đủ").click();
        assertThat(reviewer.locator(".fault").filter(new Locator.FilterOptions().setHasText("Hãy ghi rõ còn thiếu gì")))
                .isVisible();
        reviewer.getByLabel("Còn thiếu gì (bắt buộc)")
                .fill("Thiếu minh chứng của lĩnh vực STR.\nThiếu ghi chú câu GOV.1.");
        button(reviewer, "Trả lại vì chưa đầy đủ").click();
        assertThat(reviewer.getByText("Đã trả lại Thành phố Hồ Chí Minh.")).isVisible();
    }

    private void officerReads(Page officer, Page head) {
        for (String address : new String[]{Browser.address("/index.xhtml"), own.question("STR.1"), own.at("dimension"),
                own.at("review")}) {
            officer.navigate(address);
            assertThat(officer.getByText("Thiếu ghi chú câu GOV.1.")).isVisible();
        }
        Browser.assertFit(officer, "turned-back");
        head.navigate(own.at("receipt"));
        assertThat(head.getByText("Chữ ký không còn hiệu lực")).isVisible();
        assertThat(head.locator("#receiptNumber")).hasCount(0);
        Browser.assertFit(head, "receipt-turned-back");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
