package vn.thang.security.entrance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.OwnAssessment;
import vn.thang.it.SecondFactorOf;

/** How people come in, prove who they are when they sign, and end what they do not know. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DoorsBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void answered() throws Exception {
        own = OwnAssessment.of("79");
        own.answered();
        own.lowest();
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    /** From the account page over the sign-in to the signature, which keeps it. */
    @Test
    void aHeadSetsUpAFactorSignsInAndSignsWithIt() throws Exception {
        try (Browser browser = Browser.open()) {
            OwnAssessment.Person head = own.person(browser, "Nguyễn Thị Hạnh", "HEAD");
            Page page = head.signIn(browser);
            page.navigate(Browser.address("/organisation/account.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thiết lập xác thực bước thứ hai"))
                    .click();
            page.getByLabel("Mật khẩu hiện tại").fill("sai");
            button(page, "Thiết lập xác thực bước thứ hai").click();
            assertThat(page.locator("#presentFault")).containsText("Mật khẩu hiện tại không đúng");
            page.getByLabel("Mật khẩu hiện tại").fill(head.password());
            button(page, "Thiết lập xác thực bước thứ hai").click();
            assertThat(page.locator("svg.qr")).isVisible();
            Browser.assertFit(page, "factor-set-up");
            String secret = page.locator("#secret").innerText();
            page.locator("#code").fill("000000");
            button(page, "Xác nhận và bắt đầu dùng").click();
            assertThat(page.locator(".notices")).containsText("Mã không đúng");
            page.locator("#code").fill(SecondFactorOf.code(secret, Instant.now()));
            button(page, "Xác nhận và bắt đầu dùng").click();
            Locator codes = page.locator("#codes li");
            assertThat(codes).hasCount(10);
            Browser.assertFit(page, "factor-codes");
            String recovery = codes.first().innerText();
            page.navigate(Browser.address("/organisation/factor.xhtml"));
            assertThat(page.getByText("Còn 10 mã khôi phục chưa dùng.")).isVisible();
            assertThat(page.locator("#secret")).hasCount(0);
            Browser.assertFit(page, "factor-held");

            Page half = browser.person().newPage();
            half.navigate(Browser.address("/login.xhtml"));
            half.getByLabel("Tên đăng nhập").fill(head.username());
            half.getByLabel("Mật khẩu").fill(head.password());
            button(half, "Đăng nhập").click();
            assertThat(half.getByLabel("Mã xác thực")).isVisible();
            half.navigate(Browser.address("/organisation/account.xhtml"));
            assertThat(half).hasTitle("Đăng nhập · Thang");
            Page again = browser.person().newPage();
            again.navigate(own.at("sign"));
            again.getByLabel("Tên đăng nhập").fill(head.username());
            again.getByLabel("Mật khẩu").fill(head.password());
            button(again, "Đăng nhập").click();
            assertThat(again.getByText("Còn một bước. Hãy nhập mã xác thực.")).isVisible();
            Browser.assertFit(again, "sign-in-factor");
            assertThat(again.locator("[data-demo-code]")).hasCount(0);
            again.getByLabel("Mã xác thực").fill("123");
            button(again, "Đăng nhập").click();
            assertThat(again.getByText("Mã không đúng")).isVisible();
            again.getByLabel("Mã xác thực").fill(recovery);
            button(again, "Đăng nhập").click();
            assertThat(again).hasURL(own.at("sign"));

            own.submit(own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser));
            again.navigate(own.at("sign"));
            Browser.assertFit(again, "sign-factor");
            again.getByLabel("Chức vụ").fill("Chủ tịch UBND thành phố");
            again.getByRole(AriaRole.CHECKBOX).check();
            button(again, "Ký xác nhận và nộp").click();
            assertThat(again.locator("[data-faults]")).containsText("Hãy nhập mã xác thực.");
            again.getByRole(AriaRole.CHECKBOX).check();
            forgetCodes(head.username());
            again.getByLabel("Mã xác thực").fill(SecondFactorOf.code(secret, Instant.now()));
            button(again, "Ký xác nhận và nộp").click();
            assertThat(again.locator("#receiptNumber")).isVisible();
            assertThat(again.locator(".signature")).containsText("Mật khẩu và mã trên điện thoại");
        }
    }

    /** As if the step of time in which the factor was confirmed were long over. */
    private static void forgetCodes(String username) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE second_factor f JOIN person p ON p.id = f.person_id SET f.last_step = 0
                        WHERE p.username = ?""")) {
            update.setString(1, username);
            assertEquals(1, update.executeUpdate());
        }
    }

    @Test
    void theDemonstrationSaysThatItStandsInForATelephone() {
        try (Browser browser = Browser.open()) {
            SecondFactorOf.demonstration("lanhdao.tinh");
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/login.xhtml"));
            page.getByLabel("Tên đăng nhập").fill("lanhdao.tinh");
            page.getByLabel("Mật khẩu").fill(Browser.PASSWORD);
            button(page, "Đăng nhập").click();
            assertThat(page.getByText("Đây là bản minh họa")).isVisible();
            Browser.assertFit(page, "sign-in-demonstration");
            page.getByLabel("Mã xác thực").fill(page.locator("[data-demo-code]").innerText());
            button(page, "Đăng nhập").click();
            assertThat(page).hasURL(Browser.address("/index.xhtml"));
        }
    }

    @Test
    void aPersonEndsSessionsThatTheyDoNotKnow() {
        try (Browser browser = Browser.open()) {
            OwnAssessment.Person officer = own.person(browser, "Lê Thị Hồng", "OFFICER");
            Page here = officer.signIn(browser);
            Page there = officer.signIn(browser);
            Page third = officer.signIn(browser);
            here.navigate(Browser.address("/organisation/account.xhtml"));
            Locator rows = here.locator("#sessions tbody tr");
            assertThat(rows).hasCount(3);
            assertTrue(rows.first().innerText().contains("Chrome"), rows.first().innerText());
            assertThat(here.getByText("Phiên này")).hasCount(1);
            Browser.assertFit(here, "sessions");
            rows.filter(new Locator.FilterOptions().setHasText("Kết thúc")).first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kết thúc")).click();
            assertThat(here.locator(".notices").getByText("Đã kết thúc phiên đăng nhập.")).isVisible();
            assertThat(rows).hasCount(2);
            button(here, "Kết thúc mọi phiên khác").click();
            assertThat(here.getByText("Đã kết thúc 1 phiên khác và thu hồi 0 mã truy cập")).isVisible();
            assertThat(rows).hasCount(1);
            for (Page ended : new Page[]{there, third}) {
                ended.navigate(Browser.address("/index.xhtml"));
                assertThat(ended).hasTitle("Đăng nhập · Thang");
            }
            here.navigate(Browser.address("/index.xhtml"));
            assertThat(here).hasURL(Browser.address("/index.xhtml"));
        }
    }

    /** What the server calls a session has 84 random bits: it opens nothing without the key, which has 256. */
    @Test
    void theIdOfASessionAloneOpensNothing() {
        try (Browser browser = Browser.open()) {
            BrowserContext mine = browser.signIn("canbo").context();
            for (String key : Arrays.asList(null, "", "x".repeat(43))) {
                mine.pages().get(0).navigate(Browser.address("/organisation/account.xhtml"));
                assertThat(mine.pages().get(0)).hasURL(Browser.address("/organisation/account.xhtml"));
                BrowserContext thief = browser.person();
                thief.addCookies(mine.cookies().stream().filter(one -> one.name.equals("THANG")).toList());
                if (key != null) {
                    thief.addCookies(List.of(new Cookie("THANG-KEY", key).setUrl(Browser.address("/"))));
                }
                assertEquals(401, thief.request().get(Browser.address("/api/v1/session")).status());
                Page page = thief.newPage();
                page.navigate(Browser.address("/organisation/account.xhtml"));
                assertThat(page).hasTitle("Đăng nhập · Thang");
                mine = browser.signIn("canbo").context(); // what was tried with a stolen id has ended
            }
            Cookie key = mine.cookies().stream().filter(one -> one.name.equals("THANG-KEY")).findFirst().orElseThrow();
            assertTrue(key.httpOnly && key.sameSite == SameSiteAttribute.LAX, key.name);
            assertEquals(32, Base64.getUrlDecoder().decode(key.value).length);
        }
    }

    @Test
    void anAdministratorInvitesPeopleFromAFile() {
        String mark = "tep" + System.currentTimeMillis() % 1_000_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/people.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhập người dùng từ tệp")).click();
            Browser.assertFit(page, "roster");
            String rows = "Họ và tên;Thư điện tử;Mã cơ quan;Vai trò\nLò Thị Mỷ;my." + mark
                    + "@example.vn;15;cán bộ đầu mối\nSai;sai." + mark + "@example.vn;999;cán bộ đầu mối\n";
            page.getByLabel("Tệp người dùng")
                    .setInputFiles(new FilePayload("nguoi.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            button(page, "Kiểm tra tệp").click();
            assertThat(page.getByText("Không có cơ quan đang hoạt động mang mã 999")).isVisible();
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Lò Thị Mỷ")))
                    .containsText("my." + mark);
            Browser.assertFit(page, "roster-checked");
            button(page, "Tạo tài khoản và mời").click();
            assertThat(page.getByText("nên chưa có gì được thay đổi")).isVisible();
            page.getByRole(AriaRole.CHECKBOX).check();
            button(page, "Tạo tài khoản và mời").click();
            assertThat(page.getByText("Đã tạo 1 tài khoản và mời bằng thư"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(60_000));
            page.navigate(Browser.address("/organisation/people.xhtml?q=my." + mark));
            assertThat(page.locator("#table_data > tr")).containsText("Lò Thị Mỷ");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
