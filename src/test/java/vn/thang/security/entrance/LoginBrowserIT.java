package vn.thang.security.entrance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.GivenIdleSession;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LoginBrowserIT {

    @Test
    void signInPageIsAccessibleInThreeLanguagesAndOnAPhone() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/"));
            assertThat(page).hasTitle("Đăng nhập · Thang");
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            page.getByLabel("Deutsch").click();
            assertThat(page).hasTitle("Anmelden · Thang");
            assertEquals("de", page.locator("html").getAttribute("lang"));
            page.getByLabel("English").click();
            assertThat(page).hasTitle("Sign in · Thang");
        }
    }

    @Test
    void saysThatNameOrPasswordIsWrong() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/login.xhtml"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
            assertThat(page.getByText("Hãy nhập tên đăng nhập.")).isVisible();
            page.getByLabel("Tên đăng nhập").fill("khong.co");
            page.getByLabel("Mật khẩu").fill("sai");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.")).isVisible();
            Browser.assertAccessible(page);
        }
    }

    /** Whoever knew the id before, or had given it to the browser, has nothing of it. */
    @Test
    void signingInMakesANewSession() {
        try (Browser browser = Browser.open()) {
            BrowserContext person = browser.person();
            Page page = person.newPage();
            page.navigate(Browser.address("/login.xhtml"));
            Cookie before = session(person);
            browser.signIn(person, "canbo", Browser.PASSWORD);
            assertNotEquals(before.value, session(person).value);
            person.addCookies(List.of(before));
            page.navigate(Browser.address("/index.xhtml"));
            assertThat(page).hasTitle("Đăng nhập · Thang");
        }
    }

    /** Half an hour as it is set: the server forgets it, here after two seconds, and the register does not let it go on. */
    @Test
    void aSessionEndsWithoutUse() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            String address = Browser.address(GivenIdleSession.ADDRESS + "?seconds=");
            assertEquals("1800", page.request().get(address + 600).text());
            assertEquals("600", page.request().get(address + 2).text());
            page.waitForTimeout(1_000);
            page.navigate(Browser.address("/index.xhtml"));
            assertThat(page).not().hasTitle("Đăng nhập · Thang");
            page.waitForTimeout(3_000);
            try (Connection connection = DatabaseForTests.connect(); Statement later = connection.createStatement()) {
                later.executeUpdate("UPDATE open_session SET last_used_at = last_used_at - INTERVAL 31 MINUTE"
                        + " WHERE person_id = (SELECT id FROM person WHERE username = 'canbo')");
            }
            page.navigate(Browser.address("/index.xhtml"));
            assertThat(page).hasTitle("Đăng nhập · Thang");
        }
    }

    private static Cookie session(BrowserContext person) {
        return person.cookies().stream().filter(one -> one.name.equals("THANG")).findFirst().orElseThrow();
    }

    @Test
    void signsOut() {
        signsOutFrom(List.of("/organisation/people.xhtml", "/index.xhtml"));
    }

    @Tag("matrix")
    @Test
    void signsOutFromEveryPage() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            String assessment = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tiếp tục"))
                    .getAttribute("href").replaceFirst(".*[?]", "?");
            signsOutFrom(List.of("/assessment/edit.xhtml" + assessment, "/assessment/dimension.xhtml" + assessment,
                    "/assessment/review.xhtml" + assessment, "/assessment/receipt.xhtml" + assessment,
                    "/dashboard/scorecard.xhtml" + assessment, "/organisation/agency.xhtml?code=15",
                    "/assessment/edit.xhtml?assessment=999999999"));
        }
    }

    private static void signsOutFrom(List<String> addresses) {
        try (Browser browser = Browser.open()) {
            for (String address : addresses) {
                Page page = browser.signIn("canbo");
                page.navigate(Browser.address(address));
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")).click();
                assertThat(page.getByText("Bạn đã đăng xuất.")).isVisible();
                page.navigate(Browser.address("/index.xhtml"));
                assertThat(page).hasTitle("Đăng nhập · Thang");
                page.context().close();
            }
        }
    }
}
