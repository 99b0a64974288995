package vn.thang.organisation.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.InvitedPerson;
import vn.thang.it.SoftDevice;

/** Passkeys, from the invitation on, with a device that Chromium makes believe in. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PasskeyBrowserIT {

    @Test
    void whoIsInvitedMakesAPasskeyAndSignsInByIt() {
        try (InvitedPerson person = InvitedPerson.invited("OFFICER", "15"); Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            SoftDevice device = SoftDevice.at(page);
            page.navigate(Browser.address("/password.xhtml?link=" + person.link()));
            press(page, "Tạo khóa truy cập thay cho mật khẩu");
            page.waitForURL("**/index.xhtml**");
            assertEquals(1, device.passkeys());
            signOut(page);

            press(page, "Dùng khóa truy cập");
            page.waitForURL("**/index.xhtml**");

            page.navigate(Browser.address("/organisation/account.xhtml"));
            assertThat(page.locator("#passkey-list")).containsText("Khóa truy cập đầu tiên");
            page.getByLabel("Xóa: Khóa truy cập đầu tiên").click();
            assertThat(page.getByText("Đây là cách đăng nhập duy nhất của bạn.")).isVisible();
            press(page, "Tạo khóa truy cập"); // without a name, and this device has one already
            assertThat(page.getByText("Chưa có khóa truy cập nào được dùng")).isVisible();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);

            Page second = page.context().newPage();
            SoftDevice other = SoftDevice.at(second);
            second.navigate(Browser.address("/organisation/account.xhtml"));
            second.getByLabel("Tên gọi").fill("Điện thoại");
            press(second, "Tạo khóa truy cập");
            assertThat(second.getByText("Đã tạo khóa truy cập.")).isVisible();
            assertEquals(1, other.passkeys());
            second.getByLabel("Xóa: Khóa truy cập đầu tiên").click();
            assertThat(second.getByText("Đã xóa khóa truy cập.")).isVisible();
            assertThat(second.locator("#passkey-list")).not().containsText("Khóa truy cập đầu tiên");

            signOut(page);
            press(page, "Dùng khóa truy cập"); // the one that was taken away
            assertThat(page.getByText("Khóa truy cập này không thuộc tài khoản nào ở đây")).isVisible();
            Browser.assertAccessible(page);
            second.navigate(Browser.address("/login.xhtml"));
            other.recognises(false);
            press(second, "Dùng khóa truy cập");
            assertThat(second.getByText("Chưa có khóa truy cập nào được dùng")).isVisible();
            other.recognises(true);
            press(second, "Dùng khóa truy cập");
            second.waitForURL("**/index.xhtml**");
        }
    }

    private static void signOut(Page page) {
        press(page, "Đăng xuất");
        assertThat(page.getByText("Bạn đã đăng xuất.")).isVisible();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
