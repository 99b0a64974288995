package vn.thang.assessment.conduct.stage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.platform.Time;

/** The administrator gives one agency more time, and its officer sees it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StagesBrowserIT {

    @AfterEach
    void forget() throws Exception {
        OwnAssessment.forgetExtensions("15");
    }

    @Test
    void anExtensionGivenByTheAdministratorIsSeenByTheAgency() {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(90);
        String shown = Browser.written(day);
        try (Browser browser = Browser.open()) {
            Page admin = browser.signIn("quantri");
            admin.navigate(Browser.address("/assessment/round.xhtml?code=2026"));
            assertThat(admin.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Thời hạn các bước")))
                    .containsText("Thẩm định");
            Browser.assertFit(admin, "round-stages");
            admin.setViewportSize(1366, 900);
            Locator agency = admin.locator("[id='more:extended_input']");
            agency.fill("khong-co");
            button(admin, "Chọn cơ quan");
            assertThat(admin.locator("[id='more:extendedFault']"))
                    .containsText("Không có cơ quan mang mã khong-co.");
            assertThat(agency).hasValue("khong-co");
            agency.fill("15");
            button(admin, "Chọn cơ quan");
            assertThat(admin.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thời hạn của cơ quan")))
                    .isVisible();
            admin.getByLabel("Hạn mới").fill(shown);
            button(admin, "Gia hạn");
            assertThat(admin.getByText("Hãy ghi lý do").first()).isVisible();
            admin.getByLabel("Hạn mới").fill(shown);
            admin.getByLabel("Lý do").fill("Khắc phục hậu quả mưa lũ");
            button(admin, "Gia hạn");
            assertThat(admin.getByText("Đã gia hạn cho Tỉnh Lào Cai đến " + shown + ".")).isVisible();
            Browser.assertFit(admin, "stages-extended");
            admin.setViewportSize(1366, 900);
            admin.navigate(Browser.address("/assessment/round.xhtml?code=2026"));
            admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Các lần gia hạn")).click();
            assertThat(admin.locator("main table")).containsText("Tỉnh Lào Cai");
            Browser.assertFit(admin, "extensions");
            admin.setViewportSize(1366, 900);
            admin.navigate(Browser.address("/dashboard/agencies.xhtml?round=2026&q=Lào Cai"));
            assertThat(admin.getByText("gia hạn đến " + shown)).isVisible();
            Browser.assertAccessible(admin);

            Page officer = browser.signIn("canbo");
            assertThat(officer.getByText("Hạn nộp " + shown)).isVisible();
            Browser.assertAccessible(officer);
            Browser.picture(officer, "home-extended");
            officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thời hạn các bước")).first().click();
            assertThat(officer.getByText("Khắc phục hậu quả mưa lũ")).isVisible();
            assertThat(officer.locator("#extend")).hasCount(0);
            Browser.assertFit(officer, "stages-of-agency");
            officer.setViewportSize(1366, 900);
            officer.navigate(Browser.address("/organisation/agency.xhtml?code=15"));
            assertThat(officer.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Thời hạn các bước")))
                    .containsText("theo gia hạn");
            Browser.assertAccessible(officer);
            Browser.assertFitsPhone(officer);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
