package vn.thang.organisation.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

import vn.thang.it.DatabaseForTests;
import vn.thang.it.IdentityProvider;
import vn.thang.it.InvitedPerson;

/** Sign-in at a provider of identities, from the invitation to the last refusal. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenIdBrowserIT {

    @Test
    void whoIsInvitedConnectsAnAccountAndSignsInByIt() throws Exception {
        try (IdentityProvider provider = IdentityProvider.start();
                InvitedPerson person = InvitedPerson.invited("OFFICER", "15");
                Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/password.xhtml?link=" + person.link()));
            choose(page, IdentityProvider.LABEL);
            String account = person.username() + ".ngoai";
            IdentityProvider.signIn(page, account);
            assertThat(page.getByText("Bạn vừa đăng nhập với tên " + account)).isVisible();
            assertThat(page.getByText(person.username() + " ở đây?")).isVisible();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            press(page, "Nối tài khoản");
            page.waitForURL("**/index.xhtml**");

            page.navigate(Browser.address("/organisation/account.xhtml"));
            assertThat(page.locator("#identities")).containsText(account);
            press(page, "Đăng xuất");
            assertThat(page.getByText("Bạn đã đăng xuất.")).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đăng xuất cả ở nơi")).click();
            page.waitForURL(IdentityProvider.issuer() + "/session/end**");

            provider.groups(account, "nhom-lanh-dao");
            page.navigate(Browser.address("/login.xhtml"));
            choose(page, IdentityProvider.LABEL);
            if (page.url().contains("/interaction/")) {
                IdentityProvider.signIn(page, account);
            }
            page.waitForURL("**/index.xhtml**");
            page.navigate(Browser.address("/organisation/account.xhtml"));
            assertThat(page.getByText("Lãnh đạo").first()).isVisible(); // a role that follows from the group
            Page there = page.context().newPage(); // signing out there, back-channel, ends what began by it here
            there.navigate(IdentityProvider.issuer() + "/session/end");
            press(there, "Yes, sign me out");
            ended(page);
            assertEquals(1, told(person.username()), "the trail says who ended it");
            provider.groups(account);
            over(browser, person.link());
        }
    }

    @Test
    void whoIsConnectedToNobodyIsToldSoAndStaysOutside() throws Exception {
        try (IdentityProvider provider = IdentityProvider.start(); Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/login.xhtml"));
            choose(page, IdentityProvider.LABEL);
            IdentityProvider.signIn(page, "quantri"); // the name of an account here opens nothing
            assertThat(page.getByText("Tài khoản đó chưa nối với ai ở đây.")).isVisible();
            String back = page.url();
            page.navigate(Browser.address("/index.xhtml"));
            assertThat(page).hasURL(Pattern.compile(".*/login.xhtml.*"));
            page.navigate(back);
            assertThat(page.getByText("Đã quá thời gian, hoặc việc đăng nhập không bắt đầu từ trình duyệt này"))
                    .isVisible(); // an answer counts once
        }
    }

    @Test
    void whatTheProviderRefusesOrDoesNotAnswerIsTold() throws Exception {
        try (IdentityProvider provider = IdentityProvider.start(); Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/login.xhtml"));
            choose(page, IdentityProvider.LABEL);
            page.getByText("Cancel").click();
            assertThat(page.getByText("Nơi bạn chọn không xác nhận bạn là ai")).isVisible();
            page.navigate(Browser.address("/login.xhtml"));
            choose(page, IdentityProvider.ABSENT);
            assertThat(page.getByText("Hiện không liên lạc được với nơi bạn chọn")).isVisible();
            Browser.assertAccessible(page);
            page.navigate(Browser.address("/openid.xhtml?code=x&state=y"));
            assertThat(page.getByText("Đã quá thời gian, hoặc việc đăng nhập không bắt đầu")).isVisible();
            page.navigate(Browser.address("/openid.xhtml?provider=khong-co"));
            assertThat(page.getByText("Không có nơi đăng nhập nào tên như vậy.")).isVisible();
        }
    }

    private static long told(String username) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM change_log e JOIN person p"
                        + " ON p.id = e.subject_id WHERE e.action = 'provider-end-sessions' AND p.username = ?")) {
            query.setString(1, username);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The provider says so while its own page goes on. */
    static void ended(Page page) {
        for (int i = 0; i < 20 && !page.url().contains("/login.xhtml"); i++) {
            page.waitForTimeout(500);
            page.navigate(Browser.address("/organisation/account.xhtml"));
        }
        assertThat(page).hasTitle("Đăng nhập · Thang");
    }

    private static void over(Browser browser, String link) {
        Page again = browser.person().newPage();
        again.navigate(Browser.address("/password.xhtml?link=" + link));
        assertThat(again.getByText(IdentityProvider.LABEL)).hasCount(0);
    }

    private static void choose(Page page, String label) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(label)).click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
