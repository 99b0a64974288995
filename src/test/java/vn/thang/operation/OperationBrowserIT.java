package vn.thang.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** An administrator looks at how the installation is, and goes from what needs a hand to where it is mended. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OperationBrowserIT {

    @Test
    void whatNeedsAHandIsSeenAndLeadsToWhereItIsMended() throws Exception {
        try (Browser browser = Browser.open(); Connection database = DatabaseForTests.connect()) {
            write(database, "DELETE FROM backup");
            write(database, "INSERT INTO backup (finished_at, name, sha256, bytes, seconds, host) VALUES"
                    + " (UTC_TIMESTAMP(6) - INTERVAL 2 DAY, 'thang-try.tar', REPEAT('0', 64), 1234567, 3, 'máy-1')");
            write(database, "INSERT INTO mail (person_id, occasion, message_id, state, attempts, next_at) SELECT id,"
                    + " 'try-operation', 'try-operation', 'FAILED', 60, UTC_TIMESTAMP(6) FROM person WHERE username = 'canbo'");
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/work/jobs.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vận hành").setExact(true)).last()
                    .click();
            assertThat(page).hasTitle("Vận hành · Thang");
            Locator needs = page.locator(".needs li");
            assertThat(needs.filter(new Locator.FilterOptions().setHasText("đã quá 26 giờ"))).hasCount(1);
            assertThat(page.locator("main")).containsText("thang-try.tar");
            assertThat(page.locator("main")).containsText("1,2\u00a0MB");
            Browser.assertFit(page, "operation");
            needs.filter(new Locator.FilterOptions().setHasText("thư không gửi được")).getByRole(AriaRole.LINK).click();
            assertThat(page).hasURL(Browser.address("/notice/mails.xhtml"));
            page.navigate(Browser.address("/operation/index.xhtml?lang=de"));
            assertThat(page).hasTitle("Betrieb · Thang");
        } finally {
            try (Connection database = DatabaseForTests.connect()) {
                write(database, "DELETE FROM backup WHERE name = 'thang-try.tar'");
                write(database, "DELETE FROM mail WHERE occasion = 'try-operation'");
            }
        }
    }

    @Test
    void othersAreRefused() {
        try (Browser browser = Browser.open()) {
            for (String username : new String[]{"canbo", "kiemtoan", "lanhdao"}) {
                Page page = browser.signIn(username);
                assertThat(page.getByText("Vận hành", new Page.GetByTextOptions().setExact(true))).hasCount(0);
                assertEquals(403, page.navigate(Browser.address("/operation/index.xhtml")).status(), username);
                assertEquals(401, page.navigate(Browser.address("/metrics")).status(), username);
            }
        }
    }

    private static void write(Connection database, String sql) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
