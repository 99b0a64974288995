package vn.thang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.InvitedPerson;
import vn.thang.it.OwnAssessment;
import vn.thang.it.SoftDevice;
import vn.thang.platform.Time;

/** The life of a person here: invited, signs in with a passkey, is given a section, signs, and leaves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class PersonsLifeBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void answered() throws Exception {
        own = OwnAssessment.of("79");
        own.answered();
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void fromTheInvitationToTheLastDay() {
        try (InvitedPerson person = InvitedPerson.invited("HEAD", "79"); Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            SoftDevice device = SoftDevice.at(page);
            page.navigate(Browser.address("/password.xhtml?link=" + person.link()));
            press(page, "Tạo khóa truy cập thay cho mật khẩu");
            page.waitForURL("**/index.xhtml**");

            Page officer = own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser);
            officer.navigate(own.at("delegation"));
            officer.getByLabel("Lĩnh vực").selectOption("SEC");
            officer.getByLabel("Giao cho").selectOption(new SelectOption()
                    .setLabel("Người thử " + person.username() + " (" + person.username() + ")"));
            press(officer, "Giao lĩnh vực");
            assertThat(officer.getByText("Đã giao. Người nhận được thông báo.")).isVisible();
            officer.navigate(own.question("SHR.1"));
            officer.keyboard().press("2");
            assertThat(officer.locator("#saved")).containsText("Đã lưu");
            own.submit(officer);

            page.navigate(own.at("sign"));
            page.getByLabel("Chức vụ").fill("Chủ tịch UBND tỉnh");
            assertThat(page.getByRole(AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Ký xác nhận và nộp").setExact(true))).hasCount(0);
            page.getByRole(AriaRole.CHECKBOX).check();
            device.recognises(false);
            press(page, "Ký bằng khóa truy cập");
            assertThat(page.getByText("Chưa có khóa truy cập nào được dùng")).isVisible();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            device.recognises(true);
            press(page, "Ký bằng khóa truy cập");
            assertThat(page.locator("#receiptNumber")).isVisible();
            assertThat(page.locator(".signature").first()).containsText("Khóa truy cập");

            leaves(browser, person);
            page.navigate(Browser.address("/index.xhtml"));
            assertThat(page).hasTitle("Đăng nhập · Thang");
            press(page, "Dùng khóa truy cập"); // the account is there, and may do nothing
            page.waitForURL("**/index.xhtml**");
            assertEquals(403, page.navigate(own.at("sign")).status());
            officer.navigate(own.at("delegation"));
            Locator register = officer.getByRole(AriaRole.TABLE,
                    new Page.GetByRoleOptions().setName("Sổ theo dõi phân công"));
            assertThat(register).containsText("Đã thu hồi");
            auditorReadsTheStory(browser);
        }
    }

    /** From the trail of the assessment to the story of the one answer; the pack and the changed row are in ProofBrowserIT. */
    private void auditorReadsTheStory(Browser browser) {
        Page auditor = browser.signIn("kiemtoan");
        auditor.navigate(Browser.address("/audit/trail.xhtml?subject=assessment&id=" + own.id()));
        auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quá trình của câu SHR.1")).first()
                .click();
        assertThat(auditor).hasURL(Pattern.compile(".*id=" + own.id() + "&answer=SHR\\.1.*"));
        Locator story = auditor.locator("#table tbody tr");
        // what other tests did to the assessment before stays in its trail
        assertThat(story.filter(new Locator.FilterOptions().setHasText("Lê Thị Hồng"))
                .filter(new Locator.FilterOptions().setHasText("SHR.1")).first()).isVisible();
        Browser.assertAccessible(auditor);
    }

    /** The administrator ends the role with yesterday as its last day. */
    private static void leaves(Browser browser, InvitedPerson person) {
        Page administrator = browser.signIn("quantri");
        administrator.navigate(Browser.address("/organisation/people.xhtml?q=" + person.username()));
        administrator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Người thử " + person.username()))
                .click();
        administrator.getByLabel("Ngày cuối").fill(Browser.written(LocalDate.now(Time.ZONE).minusDays(1)));
        press(administrator, "Kết thúc");
        administrator.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kết thúc")).click();
        assertThat(administrator.getByText("Đã ghi ngày kết thúc vai trò")).isVisible();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
