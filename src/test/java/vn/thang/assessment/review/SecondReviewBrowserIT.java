package vn.thang.assessment.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/** The administrator draws a sample, somebody else reviews it a second time, and both see how far they agree. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondReviewBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void answered() throws Exception {
        forgetSample();
        own = OwnAssessment.of("25");
        own.answered();
    }

    @AfterEach
    void empty() throws Exception {
        forgetSample();
        own.empty();
    }

    private static void forgetSample() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM second_opinion");
            statement.execute("DELETE FROM second_review");
            statement.execute("DELETE FROM round_sample");
        }
    }

    @Test
    void aSampleIsReviewedTwice() throws SQLException {
        try (Browser browser = Browser.open()) {
            own.handIn(own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser),
                    own.person(browser, "Nguyễn Văn Được", "HEAD").signIn(browser));
            Page first = browser.signIn("thamdinh");
            own.admit(first);
            draws(browser.signIn("quantri"));
            Page second = own.person(browser, "Đinh Thị Lan", "REVIEWER").signIn(browser);
            second.navigate(own.at("second"));
            assertThat(second.getByText("mà không biết ý kiến của người thẩm định thứ nhất")).isVisible();
            second.getByLabel("Mức phù hợp").selectOption("2");
            second.getByLabel("Lý do").fill("Có kế hoạch, chưa có nhật ký");
            button(second, "Lưu và xem câu tiếp theo");
            assertThat(second.getByText("Đã ghi ý kiến về câu STR.1.")).isVisible();
            Browser.assertFit(second, "second-review");
            button(second, "Hoàn thành thẩm định lần hai");
            assertThat(second.getByText("câu chưa có ý kiến")).isVisible();
            assertEquals(403, first.navigate(own.at("second")).status());
            first.navigate(Browser.address("/assessment/queue.xhtml?q=25"));
            assertThat(first.getByText("Mẫu ngẫu nhiên: thẩm định lần hai")).isVisible();
            first.navigate(own.at("judge"));
            assertThat(first.getByText("Cơ quan cùng loại đã tự đánh giá").first()).isVisible();
            Browser.assertFit(first, "judge-peers");
        }
    }

    private static void draws(Page administrator) throws SQLException {
        administrator.navigate(Browser.address("/assessment/agreement.xhtml"));
        assertThat(administrator.getByText("Chưa rút mẫu trong đợt này.")).isVisible();
        administrator.getByLabel("Cỡ mẫu").fill(String.valueOf(drawable()));
        administrator.getByLabel("Mã gieo ngẫu nhiên").fill("mau-thu");
        button(administrator, "Rút mẫu");
        assertThat(administrator.getByText("mau-thu")).isVisible();
        assertThat(administrator.getByText("Chưa đủ dữ liệu").first()).isVisible();
        Browser.assertFit(administrator, "agreement");
    }

    private static long drawable() throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement query = connection.createStatement();
                var row = query.executeQuery(
                        "SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2026'"
                                + " AND s.state IN ('HANDED_IN', 'ADMITTED', 'UNDER_REVIEW', 'RETURNED', 'REVIEWED')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }
}
