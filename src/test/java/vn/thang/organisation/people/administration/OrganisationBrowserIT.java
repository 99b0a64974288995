package vn.thang.organisation.people.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OrganisationBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);

    private static final String HEADING = "mã;mã cấp trên;tên;loại;hiệu lực đến\n";

    @Test
    void anAdministratorCorrectsAFileAndAppliesIt() {
        String code = "X" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/agencies.xhtml"));
            page.getByText("Nhập danh mục cơ quan từ tệp").click();
            Browser.assertAccessible(page);
            upload(page, HEADING + code + ";15;Xã Thử Nghiệm;xã;31/12/2020\nY1;999;Xã Sai;huyện;31/02/2020\n");
            assertThat(page.getByRole(AriaRole.ROW).filter(text("huyện"))).hasCount(1);
            assertThat(page.getByRole(AriaRole.ROW).filter(text("31/02/2020"))).hasCount(1);
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            Browser.picture(page, "import-faults");
            button(page, "Thực hiện thay đổi").click();
            assertThat(page.getByText("nên chưa có gì được thay đổi")).isVisible();

            upload(page, HEADING + code + ";15;Xã Thử Nghiệm;xã;31/12/2020\n");
            assertThat(page.getByText("Các dòng có lỗi")).hasCount(0);
            button(page, "Thực hiện thay đổi").click();
            assertThat(page.getByText("Đã thực hiện: thêm mới 1, thay đổi 0")).isVisible(LONG);
            Browser.assertAccessible(page);
            page.navigate(Browser.address("/organisation/import.xhtml"));

            upload(page, HEADING + code + ";15;Xã Thử Nghiệm;xã;31/12/2020\n");
            assertThat(button(page, "Thực hiện thay đổi")).hasCount(0);
            page.navigate(Browser.address("/organisation/agencies.xhtml?at=2020-01-01&type=commune"));
            page.getByLabel("Tên hoặc mã cơ quan").fill("xa thu nghiem");
            assertThat(page).hasURL(Pattern.compile("at=2020-01-01&q=xa\\+thu\\+nghiem&type=commune"));
            Locator found = page.locator("#table_data > tr").filter(text(code));
            assertThat(found).containsText("Tỉnh Lào Cai");
            found.getByRole(AriaRole.LINK).first().click();
            assertThat(page).hasTitle("Xã Thử Nghiệm · Thang");
            Browser.assertAccessible(page);
        }
    }

    /** Between looking and pressing the first proposal is dropped, and another one moves to its place. */
    @Test
    void whoAgreesToARoleAgreesToTheOneThatTheyHaveSeen() throws SQLException {
        proposed("canbo");
        proposed("phoihop");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri.hai");
            page.navigate(Browser.address("/organisation/people-roles.xhtml"));
            Locator first = page.locator("section.card").filter(text("canbo")).getByRole(AriaRole.BUTTON).first();
            assertThat(first).hasAttribute("value", "Đồng ý");
            run("DELETE q FROM role_proposal q JOIN person p ON p.id = q.person_id WHERE p.username = ?", "canbo");
            first.click();
            assertThat(page.getByText("Đề nghị này đã được quyết định hoặc không còn.")).isVisible();
            assertEquals(1,
                    run("DELETE q FROM role_proposal q JOIN person p ON p.id = q.person_id WHERE p.username = ?",
                            "phoihop"),
                    "nobody has agreed to it");
        } finally {
            for (String person : List.of("canbo", "phoihop")) {
                run("DELETE q FROM role_proposal q JOIN person p ON p.id = q.person_id WHERE p.username = ?", person);
            }
        }
    }

    private static void proposed(String person) throws SQLException {
        run("INSERT INTO role_proposal (person_id, agency_id, role, valid_from, proposed_by, proposed_at)"
                + " SELECT p.id, a.id, 'AUDITOR', CURRENT_DATE, b.id, NOW(6) FROM person p, person b, agency a"
                + " WHERE p.username = ? AND b.username = 'quantri' AND a.code = 'VN'", person);
    }

    private static int run(String sql, String person) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person);
            return statement.executeUpdate();
        }
    }

    @Test
    void saysWhatIsNoListAndStopsLargeFilesBeforeTheyAreSent() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/import.xhtml"));
            button(page, "Kiểm tra tệp").click();
            assertThat(page.getByText("Hãy chọn một tệp.")).isVisible();
            upload(page, "%PDF-1.7\n");
            assertThat(page.getByText("Đây là tệp PDF. Hãy nộp bảng gốc ở dạng CSV hoặc Excel (.xlsx).")).isVisible();
            page.getByLabel("Tệp danh mục").setInputFiles(new FilePayload("lon.csv", "text/csv", new byte[6_000_000]));
            button(page, "Kiểm tra tệp").click();
            assertEquals("Tệp lớn hơn 5 MB. Hãy chia nhỏ danh sách.",
                    page.getByLabel("Tệp danh mục").evaluate("field => field.validationMessage"));
            Path large = Files.write(Path.of("target", "lon.csv"), new byte[30_000_000]);
            page.getByLabel("Tệp danh mục").setInputFiles(large.toAbsolutePath());
            page.evaluate("document.getElementById('choose').noValidate = true");
            button(page, "Kiểm tra tệp").click();
            assertThat(page).hasTitle("Tệp quá lớn · Thang");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void aNewPersonSetsThePasswordByALinkAndSignsIn() throws Exception {
        String username = "nguoi.moi" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/people.xhtml"));
            Browser.assertAccessible(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tạo người dùng")).click();
            button(page, "Tạo tài khoản").click();
            assertThat(page.locator("[id='person:usernameFault']")).not().isEmpty();
            page.getByLabel("Tên đăng nhập").fill(username);
            page.getByLabel("Họ và tên").fill("Đỗ Thị Hương Ước");
            page.getByLabel("Thư điện tử").fill("uoc@example.vn");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Cơ quan"))
                    .pressSequentially("lao c");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("15 · Tỉnh Lào Cai").setExact(true))
                    .click();
            assertThat(page.locator(".ui-autocomplete-panel")).isHidden();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            button(page, "Tạo tài khoản").click();
            assertThat(page).hasTitle("Đỗ Thị Hương Ước · Thang");
            assertThat(page.getByText("Thư có liên kết đặt mật khẩu đang chờ gửi.")).isVisible();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            Browser.picture(page, "person");
            button(page, "Gửi liên kết đặt mật khẩu").click();
            assertThat(page.locator(".notices")).containsText("Thư có liên kết đặt mật khẩu đang chờ gửi.");
            String password = "một câu không ai đoán ra";
            setsThePassword(browser.person().newPage(), username, password);
            usesTheAccount(browser.person(), browser, username, password);
        }
    }

    /** Both by keys; what was chosen stands in the address. */
    @Test
    void agenciesAreListedAsOfADayAndBelowAnAgency() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            page.navigate(Browser.address("/organisation/agencies.xhtml?at=nonsense&sort=password"));
            Browser.assertFit(page, "agencies");
            assertThat(page.getByText("Người chịu trách nhiệm")).hasCount(0);
            page.getByRole(AriaRole.COLUMNHEADER).filter(text("Mã")).focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("sort=code"));
            chooses(page, "Cơ quan cấp trên", "lao cai");
            assertThat(page).hasURL(Pattern.compile("parent=15"));
            page.locator("#at_input").fill("01/01/2020");
            page.keyboard().press("Tab");
            assertThat(page).hasURL(Pattern.compile("at=2020-01-01"));
            page.reload();
            assertThat(page.locator("#at_input")).hasValue("01/01/2020");
            page.locator("#at_input").fill("hôm qua");
            page.keyboard().press("Tab");
            assertThat(page.locator("#atFault")).not().isEmpty();
            assertEquals(403, browser.signIn("phoihop")
                    .navigate(Browser.address("/organisation/agencies.xhtml")).status());
        }
    }

    @Test
    void peopleAreFoundByRoleAndAgency() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/people.xhtml?role=REVIEWER"));
            Locator rows = page.locator("#table_data > tr");
            assertThat(rows.filter(text("thamdinh")).first()).containsText("Người thẩm định");
            assertThat(rows.filter(text("kiemtoan"))).hasCount(0);
            page.getByRole(AriaRole.COLUMNHEADER).filter(text("Tên đăng nhập")).click();
            assertThat(page).hasURL(Pattern.compile("role=REVIEWER&sort=username"));
            Browser.assertFit(page, "people");
            page.navigate(Browser.address("/organisation/people.xhtml"));
            chooses(page, "Cơ quan và cấp dưới", "lao cai");
            assertThat(page).hasURL(Pattern.compile("agency=15"));
            assertThat(rows.filter(text("lanhdao.tinh")).first()).isVisible();
            assertThat(rows.filter(text("canbo.bo"))).hasCount(0);
            page.getByLabel("Họ tên hoặc tên đăng nhập").fill("khong ai ten nhu the");
            assertThat(page.getByText("Không có kết quả phù hợp")).isVisible();
            Browser.assertAccessible(page);
        }
    }

    private static void chooses(Page page, String label, String words) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label)).pressSequentially(words);
        assertThat(page.locator(".ui-autocomplete-item").first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
    }

    /** Opens the link as it stands in the letter, whose secret is put in its place here. */
    private static void setsThePassword(Page page, String username, String password) throws SQLException {
        String secret = "bí mật của " + username;
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement link = database.prepareStatement("""
                        INSERT INTO password_link (person_id, token_hash, valid_until)
                        SELECT id, SHA2(?, 256), '2100-01-01' FROM person WHERE username = ?""")) {
            link.setString(1, secret);
            link.setString(2, username);
            link.executeUpdate();
        }
        String address = Browser.address("/password.xhtml?link=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
        page.navigate(address);
        assertThat(page.locator("strong")).hasText(username);
        Browser.assertFit(page, "password-link");
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true)).fill("ngắn");
        page.getByLabel("Nhập lại mật khẩu mới").fill("ngắn");
        button(page, "Đặt mật khẩu").click();
        assertThat(page.getByText("Mật khẩu phải có ít nhất 12 ký tự.")).isVisible();
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByLabel("Nhập lại mật khẩu mới").fill(password);
        button(page, "Đặt mật khẩu").click();
        assertThat(page.getByText("Đã đặt mật khẩu. Hãy đăng nhập.")).isVisible();
        page.navigate(address);
        assertThat(page.getByText("Liên kết này không còn hiệu lực")).isVisible();
        Browser.assertFit(page, "password-link-over");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yêu cầu liên kết đặt mật khẩu")).click();
        Browser.assertFit(page, "password-forgotten");
        String known = answerFor(page, username);
        page.navigate(Browser.address("/forgotten.xhtml"));
        assertEquals(known, answerFor(page, "khong.co." + username));
    }

    private static String answerFor(Page page, String username) {
        page.getByLabel("Tên đăng nhập").fill(username);
        button(page, "Yêu cầu liên kết đặt mật khẩu").click();
        assertThat(page.getByText("Nếu tên đăng nhập này có tài khoản")).isVisible();
        return page.locator("main").innerText();
    }

    private static void usesTheAccount(BrowserContext context, Browser browser, String username, String password) {
        Page page = browser.signIn(context, username, password);
        Page elsewhere = browser.signIn(browser.person(), username, password);
        for (String address : List.of("people", "import", "new-person", "person")) {
            assertEquals(403, page.navigate(Browser.address("/organisation/" + address + ".xhtml")).status(), address);
        }
        page.navigate(Browser.address("/organisation/account.xhtml"));
        Browser.assertAccessible(page);
        page.locator("form#password").getByLabel("Mật khẩu hiện tại").fill(password);
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true)).fill("một câu dài dễ nhớ");
        page.getByLabel("Nhập lại mật khẩu mới").fill("một câu dài khó nhớ");
        button(page, "Đổi mật khẩu").click();
        assertThat(page.getByText("Hai lần nhập mật khẩu mới không giống nhau.").first()).isVisible();
        page.locator("form#password").getByLabel("Mật khẩu hiện tại").fill(password);
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true)).fill("một câu dài dễ nhớ");
        page.getByLabel("Nhập lại mật khẩu mới").fill("một câu dài dễ nhớ");
        button(page, "Đổi mật khẩu").click();
        assertThat(page.getByText("Đã đổi mật khẩu.")).isVisible();
        assertEquals(401, elsewhere.request().get(Browser.address("/api/v1/session")).status());
        elsewhere.navigate(Browser.address("/index.xhtml"));
        assertThat(elsewhere).hasTitle("Đăng nhập · Thang");
        assertNotEquals("de", page.locator("html").getAttribute("lang"));
        page.getByLabel("Ngôn ngữ").last().selectOption("de");
        page.locator("form#tongue input[type=submit]").click();
        assertThat(page.getByText("Die Sprache ist geändert.")).isVisible();
        String unknown = refusal(browser, "khong.co." + username);
        for (int i = 0; i < 7; i++) {
            assertEquals(unknown, refusal(browser, username),
                    "an account that is closed for a while tells that it exists");
        }
    }

    /** What is answered to a wrong password. */
    private static String refusal(Browser browser, String username) {
        Page page = browser.person().newPage();
        page.navigate(Browser.address("/login.xhtml"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill("sai hẳn rồi");
        button(page, "Đăng nhập").click();
        assertThat(page.locator("form#login [role=alert]")).not().isEmpty();
        String refusal = page.locator("form#login [role=alert]").innerText();
        page.context().close();
        return refusal;
    }
    private static void upload(Page page, String text) {
        page.getByLabel("Tệp danh mục").setInputFiles(
                new FilePayload("danh-muc.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        button(page, "Kiểm tra tệp").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
