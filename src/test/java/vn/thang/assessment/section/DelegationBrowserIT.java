package vn.thang.assessment.section;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;

/** An officer gives a section to a colleague, who answers it and sees nothing else, and takes it back. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DelegationBrowserIT {

    private static final String COLLEAGUE = "Lý Thị Hoa";

    private OwnAssessment own;

    @BeforeEach
    void take() throws Exception {
        own = OwnAssessment.of("79");
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void aColleagueAnswersTheirSection() {
        try (Browser browser = Browser.open()) {
            OwnAssessment.Person person = own.person(browser, COLLEAGUE, "CONTRIBUTOR");
            Page colleague = person.signIn(browser);
            assertThat(colleague.getByText("Hiện chưa có phần việc nào được giao cho bạn.")).isVisible();
            assertThat(
                    colleague.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cơ quan").setExact(true)))
                    .hasCount(0);
            Browser.assertFit(colleague, "contributor-home");
            assertEquals(403, colleague.navigate(own.at("edit")).status());
            Page officer = own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser);
            officer.navigate(own.at("delegation"));
            officer.getByLabel("Lĩnh vực").selectOption("SEC");
            officer.getByLabel("Giao cho")
                    .selectOption(new SelectOption().setLabel(COLLEAGUE + " (" + person.username() + ")"));
            press(officer, "Giao lĩnh vực");
            assertThat(officer.getByText("Đã giao. Người nhận được thông báo.")).isVisible();
            Browser.assertFit(officer, "delegation");
            answers(colleague);
            officer.reload();
            assertThat(
                    officer.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(COLLEAGUE)).first())
                    .containsText("1/5");
            finishes(colleague);
            officer.reload();
            Locator register = officer.getByRole(AriaRole.TABLE,
                    new Page.GetByRoleOptions().setName("Sổ theo dõi phân công"));
            assertThat(register).containsText("5/5");
            assertThat(register).containsText("Đã báo hoàn thành");
            officer.getByLabel("Người được chỉ định").selectOption(new SelectOption().setIndex(1));
            press(officer, "Lưu người chịu trách nhiệm");
            assertThat(officer.getByText("Đã lưu người chịu trách nhiệm trình ký.")).isVisible();
            assertThat(officer.getByText("do Lê Thị Hồng chỉ định")).isVisible();
            Browser.assertFit(officer, "delegation-register");
            press(officer, "Thu hồi");
            assertThat(officer.getByText("Đã thu hồi.")).isVisible();
            assertEquals(403, colleague.navigate(own.at("edit")).status());
        }
    }

    private void finishes(Page colleague) {
        for (int i = 2; i <= 5; i++) {
            colleague.navigate(own.question("SEC." + i));
            colleague.keyboard().press("1");
            assertThat(colleague.locator("#saved")).hasAttribute("data-state", "saved");
        }
        colleague.navigate(Browser.address("/index.xhtml"));
        press(colleague, "Báo đã hoàn thành");
        assertThat(colleague.getByText("Người giao việc được thông báo")).isVisible();
        Browser.assertFit(colleague, "contributor-finished");
    }

    private void answers(Page colleague) {
        colleague.navigate(Browser.address("/index.xhtml"));
        colleague.locator("#sections").getByRole(AriaRole.LINK).click();
        assertThat(colleague.getByText("Bạn chỉ thấy và trả lời phần việc được giao cho mình")).isVisible();
        assertThat(colleague.locator(".dims li")).hasCount(1);
        assertThat(colleague.locator("#standing")).isHidden();
        colleague.keyboard().press("1");
        assertThat(colleague.locator("#saved")).hasAttribute("data-state", "saved");
        assertThat(colleague.locator("#progress")).containsText("1");
        Browser.assertFit(colleague, "section");
        assertEquals(403, colleague.navigate(own.at("review")).status());
        assertEquals(403, colleague.navigate(own.at("workbook")).status());
        assertEquals(403, colleague.navigate(own.at("delegation")).status());
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }
}
