package vn.thang.security.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.OwnAssessment;
import vn.thang.it.OwnAssessment.Person;
import vn.thang.platform.Sha256;

/**
 * A session goes on at a server that does not know it, for the browser that has its key and an id of it, and for no other; and
 * never after it has ended. The loss of the other server is what the browser shows: an id that this server never gave.
 */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LostSessionBrowserIT {

    private static final String ID = "THANG";
    private static final String KEY = "THANG-KEY";
    private static final String ACCOUNT = "/organisation/account.xhtml";
    private static final String WENT_ON = """
            SELECT COUNT(*) FROM change_log l JOIN person p ON p.id = l.subject_id
            WHERE l.action = 'continue-session' AND p.username = ?""";
    private static final int IN = 204;
    private static final int OUT = 401;

    private static OwnAssessment own;
    private static Person officer;

    @BeforeAll
    static void people() throws Exception {
        own = OwnAssessment.of("BNG");
        try (Browser browser = Browser.open()) {
            officer = own.person(browser, "Bùi Thị Ngọc Ánh", "OFFICER");
        }
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void thePersonGoesOnAtTheSamePageAndNeedNotSignInAgain() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            BrowserContext context = page.context();
            String key = cookie(context, KEY);
            String began = began(context);
            page.navigate(Browser.address(ACCOUNT));
            int sessions = page.locator("#sessions tbody tr").count();
            int told = Integer.parseInt(value(WENT_ON, officer.username()));
            for (int servers = 1; servers <= 2; servers++) {
                String gone = lose(context);
                page.navigate(Browser.address(ACCOUNT));
                assertThat(page).hasURL(Browser.address(ACCOUNT));
                assertThat(page.locator("#sessions tbody tr")).hasCount(sessions);
                assertThat(page.getByText("Phiên này")).hasCount(1);
                assertNotEquals(gone, cookie(context, ID), "the id is another one");
                assertEquals(key, cookie(context, KEY));
                assertEquals("1", value("""
                        SELECT COUNT(*) FROM open_session_id WHERE session_id = ? AND given_hash = ?""",
                        registered(context), Sha256.hex(cookie(context, ID))), "so that it can be lost again");
                assertEquals(began, began(context), "it began when it began");
                assertEquals(String.valueOf(told + servers), value(WENT_ON, officer.username()));
            }
            lose(context);
            page.locator("a[href='factor.xhtml']").click();
            assertThat(page).hasURL(Browser.address("/organisation/factor.xhtml"));
        }
    }

    @Test
    void whatIsTypedIsSavedOrStandsThereAgain() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.question("OPN.1"));
            lose(page.context());
            page.keyboard().press("3");
            assertThat(page.locator("#saved")).hasText(Pattern.compile("^Đã lưu \\d"));
            page.reload();
            assertEquals("3", page.locator("[data-criterion]").first().locator("input[checked]").getAttribute("value"));

            Page administrator = browser.signIn("quantri");
            administrator.navigate(Browser.address("/organisation/new-person.xhtml"));
            administrator.getByLabel("Họ và tên").fill("Nguyễn Văn Kiểm");
            lose(administrator.context());
            administrator.locator("[id='person:create']").click();
            assertThat(administrator.locator("p[data-again]")).isVisible();
            assertThat(administrator.getByLabel("Họ và tên")).hasValue("Nguyễn Văn Kiểm");
            assertThat(administrator).hasURL(Pattern.compile("new-person.xhtml$"));
        }
    }

    @Test
    void whatHasEndedNeverGoesOn() throws Exception {
        try (Browser browser = Browser.open()) {
            Page left = officer.signIn(browser);
            String key = cookie(left.context(), KEY);
            String id = cookie(left.context(), ID);
            left.request().post(Browser.address("/api/v1/session/end"));
            show(left.context(), ID, id);
            show(left.context(), KEY, key);
            assertOut(left, "who has signed out, with the id of before");
            lose(left.context());
            assertOut(left, "who has signed out");

            Page here = officer.signIn(browser);
            Page there = officer.signIn(browser);
            lose(there.context());
            here.navigate(Browser.address(ACCOUNT));
            here.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kết thúc mọi phiên khác")).click();
            assertThat(here.locator(".notices")).containsText("Đã kết thúc");
            assertOut(there, "who was ended from elsewhere");

            BrowserContext replaced = browser.person();
            browser.signIn(replaced, officer.username(), officer.password());
            String before = cookie(replaced, KEY);
            String given = cookie(replaced, ID);
            Page after = browser.signIn(replaced, officer.username(), officer.password());
            assertIn(after);
            BrowserContext thief = browser.person();
            show(thief, KEY, before);
            show(thief, ID, given);
            assertOut(thief.newPage(), "what another session in the same browser has replaced");
        }
    }

    @Test
    void anotherPasswordEndsAllSessionsButTheOneInWhichItWasSet() throws Exception {
        try (Browser browser = Browser.open()) {
            Person person = own.person(browser, "Đào Minh Quân", "OFFICER");
            Page here = person.signIn(browser);
            Page there = person.signIn(browser);
            here.navigate(Browser.address(ACCOUNT));
            here.locator("[id='password:present']").fill(person.password());
            for (String field : List.of("wanted", "repeated")) {
                here.locator("[id='password:" + field + "']").fill("sông Lô mùa nước 2031");
            }
            here.locator("[id='password:change']").click();
            assertThat(here.locator(".notices")).isVisible();
            lose(here.context());
            assertIn(here);
            lose(there.context());
            assertOut(there, "a session with the password of before");
            update("UPDATE open_session SET ended_at = NULL WHERE id = ?", registered(there.context()));
            assertOut(there, "even where the register does not say that it has ended");
        }
    }

    @Test
    void itsTimesAndTheAccountHoldAsBefore() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            String session = registered(page.context());
            for (String[] change : new String[][]{
                    {"last_used_at = last_used_at - INTERVAL 31 MINUTE",
                            "last_used_at = last_used_at + INTERVAL 31 MINUTE"},
                    {"began_at = began_at - INTERVAL 13 HOUR", "began_at = began_at + INTERVAL 13 HOUR"},
                    {"credentials_at = '2020-01-01'",
                            "credentials_at = (SELECT p.credentials_at FROM person p WHERE p.id = person_id)"}}) {
                lose(page.context());
                update("UPDATE open_session SET " + change[0] + " WHERE id = ?", session);
                assertEquals(OUT, api(page), change[0]);
                update("UPDATE open_session SET " + change[1] + " WHERE id = ?", session);
                lose(page.context());
                assertEquals(IN, api(page), change[1]);
            }
            for (String[] change : new String[][]{{"person", "active = FALSE", "active = TRUE"},
                    {"membership m JOIN person p ON p.id = m.person_id", "m.valid_to = '2020-01-01'",
                            "m.valid_to = NULL"}}) {
                lose(page.context());
                update("UPDATE " + change[0] + " SET " + change[1] + " WHERE username = ?", officer.username());
                assertEquals(OUT, api(page), change[1]);
                update("UPDATE " + change[0] + " SET " + change[2] + " WHERE username = ?", officer.username());
                lose(page.context());
                assertEquals(IN, api(page), change[2]);
            }
        }
    }

    /** Key and id are two secrets of one session: neither of them opens anything alone, nor with one of another session. */
    @Test
    void keyAndIdHaveToBeOfOneSession() throws Exception {
        try (Browser browser = Browser.open()) {
            Page mine = officer.signIn(browser);
            Page other = officer.signIn(browser);
            String key = cookie(mine.context(), KEY);
            String gone = lose(mine.context());
            String foreign = lose(other.context());
            for (String[] shown : new String[][]{{SignedInSession.random(), gone}, {"", gone}, {null, gone},
                    {key, null},
                    {key, ""}, {key, SignedInSession.random()}, {key, foreign}, {Sha256.hex(key), gone},
                    {key, Sha256.hex(gone)}}) {
                BrowserContext thief = browser.person();
                if (shown[0] != null) {
                    show(thief, KEY, shown[0]);
                }
                if (shown[1] != null) {
                    show(thief, ID, shown[1]);
                }
                assertOut(thief.newPage(),
                        String.join(" ", List.of(String.valueOf(shown[0]), String.valueOf(shown[1]))));
            }
            assertIn(mine);
        }
    }

    /** What needs that somebody signed in a short while ago needs it as before. */
    @Test
    void itIsNoFresherThanItWas() throws Exception {
        try (Browser browser = Browser.open()) {
            Person person = own.person(browser, "Phan Thị Mai", "OFFICER");
            Page page = person.signIn(browser);
            update("UPDATE person SET password_hash = NULL WHERE username = ?", person.username());
            lose(page.context());
            page.navigate(Browser.address("/organisation/factor.xhtml"));
            Locator begin = page.locator("#begin");
            begin.click();
            assertThat(page.locator("#secret")).isVisible();
            update("UPDATE open_session SET began_at = began_at - INTERVAL 11 MINUTE WHERE id = ?",
                    registered(page.context()));
            lose(page.context());
            page.navigate(Browser.address("/organisation/factor.xhtml"));
            begin.click();
            assertThat(page.locator(".notices")).containsText("Bạn không có mật khẩu");
        }
    }

    private static int api(Page page) {
        return page.request().get(Browser.address("/api/v1/session")).status();
    }

    private static void assertIn(Page page) {
        assertEquals(IN, api(page));
        page.navigate(Browser.address(ACCOUNT));
        assertThat(page).hasURL(Browser.address(ACCOUNT));
    }

    private static void assertOut(Page page, String who) {
        assertEquals(OUT, api(page), who);
        page.navigate(Browser.address(ACCOUNT));
        assertThat(page).hasTitle("Đăng nhập · Thang");
    }

    /** The browser shows an id that a server has given its session which is gone; answers the id. */
    private static String lose(BrowserContext context) throws SQLException {
        String gone = SignedInSession.random();
        update("INSERT INTO open_session_id (session_id, given_hash) VALUES (?, ?)", registered(context),
                Sha256.hex(gone));
        show(context, ID, gone);
        return gone;
    }

    private static void show(BrowserContext context, String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(Browser.address("/"))));
    }

    private static String cookie(BrowserContext context, String name) {
        return context.cookies().stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow().value;
    }

    /** As what the register knows the session of a browser. */
    private static String registered(BrowserContext context) {
        return Sha256.hex(cookie(context, KEY));
    }

    private static String began(BrowserContext context) throws SQLException {
        return value("SELECT began_at FROM open_session WHERE id = ?", registered(context));
    }

    private static void update(String sql, String... values) throws SQLException {
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement statement = statement(database, sql, values)) {
            assertNotEquals(0, statement.executeUpdate(), sql);
        }
    }

    private static String value(String sql, String... values) throws SQLException {
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement statement = statement(database, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static PreparedStatement statement(Connection database, String sql, String... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
