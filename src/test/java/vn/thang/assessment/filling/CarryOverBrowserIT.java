package vn.thang.assessment.filling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.platform.Time;

/** An officer begins with the answers and the evidence of the last round, while a colleague is in the same form. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CarryOverBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void take() throws Exception {
        own = OwnAssessment.of("31");
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void answersAndEvidenceAreUsedAgain() {
        try (Browser browser = Browser.open()) {
            OwnAssessment.Person person = own.person(browser, "Lê Thị Hồng", "OFFICER");
            Page officer = person.signIn(browser);
            takesOneOver(officer);
            takesSeveralOver(officer);
            officer.navigate(own.question("STR.2"));
            Page head = own.person(browser, "Nguyễn Văn Được", "HEAD").signIn(browser);
            head.navigate(own.question("STR.2"));
            assertThat(head.locator("#colleagues"))
                    .hasText("Lê Thị Hồng cũng đang mở câu này. Hãy trao đổi trước khi sửa.");
            head.navigate(own.question("STR.3"));
            assertThat(head.locator("#colleagues")).hasText("Đang cùng làm hồ sơ này: Lê Thị Hồng (STR.2)");
            evidence(officer);
        }
    }

    private void takesOneOver(Page page) {
        page.navigate(own.question("STR.1"));
        Locator offer = page.locator("[data-offer=LAST]");
        assertThat(offer).containsText("Chưa được tính cho đến khi xác nhận.");
        assertThat(page.locator("#progress")).containsText("0 trên");
        Browser.assertFit(page, "offer");
        offer.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("[data-carried]")).containsText("chưa sửa");
        assertThat(page.locator("#progress")).containsText("1 trên");
        page.getByText("Lịch sử câu trả lời").click();
        assertThat(page.locator("[data-history] li")).hasCount(1);
        assertThat(page.locator("[data-history] li")).containsText("Lê Thị Hồng");
        page.locator("[data-comment]").fill("Nay đã khác");
        assertThat(page.locator("#saved")).hasAttribute("data-state", "saved");
        page.reload();
        assertThat(page.locator("[data-carried]")).hasCount(0);
    }

    private void takesSeveralOver(Page page) {
        page.getByText("câu chưa trả lời có thể dùng lại").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận các câu đã chọn")).click();
        assertThat(page.getByText("Hãy chọn ít nhất một câu.")).isVisible();
        page.locator("#c-LAST-STR\\.2").check();
        page.locator("#c-LAST-GOV\\.1").check();
        refused(page);
        Browser.assertFit(page, "carry-over");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận các câu đã chọn")).click();
        assertThat(page.getByText("Đã dùng lại 2 câu trả lời cùng minh chứng.")).isVisible();
        assertThat(page.locator("#c-LAST-GOV\\.1")).hasCount(0);
    }

    /** Two answers for one question are refused, and every tick stays where it was. */
    private static void refused(Page page) {
        page.locator("#c-LAST-GOV\\.1").evaluate(
                "box => box.insertAdjacentHTML('afterend', '<input type=hidden name=chosen value=\"ABOVE GOV.1\">')");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận các câu đã chọn")).click();
        assertThat(page.getByText("Một câu được chọn từ hai nguồn")).isVisible();
        assertThat(page.locator("#c-LAST-STR\\.2")).isChecked();
        assertThat(page.locator("#c-LAST-GOV\\.1")).isChecked();
    }

    private void evidence(Page page) {
        page.navigate(own.question("DIG.1"));
        page.keyboard().press("2");
        assertThat(page.locator("#saved")).hasAttribute("data-state", "saved");
        Locator need = page.locator(".need[data-level='2']");
        attach(need.locator("[data-file]"), "quy-che.txt", "Quy chế số hóa");
        assertThat(need.locator(".file")).hasCount(1);
        need.getByText("Hiệu lực, phiên bản").click();
        LocalDate last = LocalDate.now(Time.ZONE).plusDays(200);
        need.getByLabel("Hết hiệu lực sau ngày").fill("31/02/2027");
        need.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lưu ngày")).click();
        assertThat(page.locator("[data-said]").first()).hasText("Hãy nhập một ngày có thật.");
        assertThat(need.getByLabel("Hết hiệu lực sau ngày")).hasValue("31/02/2027");
        need.getByLabel("Hết hiệu lực sau ngày").fill(Browser.written(last));
        need.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lưu ngày")).click();
        assertThat(need.locator(".file")).containsText("đến hết " + Browser.written(last));
        attach(need.locator("[data-renew]"), "quy-che-2.txt", "Quy chế số hóa, sửa đổi");
        assertThat(need.locator(".file")).containsText("phiên bản mới");
        assertThat(need.locator(".file")).hasCount(1);
        page.navigate(own.question("DIG.2"));
        page.keyboard().press("2");
        assertThat(page.locator("#saved")).hasAttribute("data-state", "saved");
        Locator other = page.locator(".need[data-level='2']");
        other.getByText("Dùng minh chứng đã có").click();
        other.getByLabel("Tìm theo tên").fill("quy-che-2");
        assertThat(other.locator("[data-known] li")).hasCount(1);
        Browser.assertFit(page, "known-evidence");
        other.locator("[data-known] li").getByRole(AriaRole.BUTTON).click();
        assertThat(other.locator(".file")).containsText("quy-che-2.txt");
    }

    private static void attach(Locator input, String name, String content) {
        input.setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }
}
