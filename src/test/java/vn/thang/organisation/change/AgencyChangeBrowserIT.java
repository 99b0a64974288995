package vn.thang.organisation.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** An administrator merges two communes: sees what follows, confirms, and finds it told at all of them. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AgencyChangeBrowserIT {

    private static final List<String> CODES = List.of("XB1", "XB2", "XB9");

    @BeforeEach
    void given() throws SQLException {
        for (String code : CODES.subList(0, 2)) {
            sql("INSERT INTO agency (id, code, name, type, parent_id, path) SELECT NEXTVAL(agency_seq), '" + code
                    + "', 'Xã Thử " + code + "', 'commune', id, CONCAT(path, LASTVAL(agency_seq), '/') FROM agency"
                    + " WHERE code = '15'");
        }
    }

    @AfterEach
    void away() throws SQLException {
        String ours = "(SELECT id FROM agency WHERE code IN ('XB1', 'XB2', 'XB9'))";
        sql("DELETE FROM agency_change WHERE agency_id IN " + ours);
        sql("DELETE FROM agency_predecessor WHERE agency_id IN " + ours);
        sql("DELETE FROM assessment WHERE agency_id IN " + ours);
        sql("DELETE FROM agency WHERE code IN ('XB1', 'XB2', 'XB9')");
    }

    @Test
    void communesAreMergedAfterWhatFollowsWasSeen() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/agency.xhtml?code=XB1"));
            page.getByText("Thay đổi cơ quan").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sửa tên, loại")))
                    .isVisible();
            Browser.assertAccessible(page);
            page.getByText("Sáp nhập, hợp nhất").click();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            press(page, "Xem trước hệ quả");
            assertThat(page.locator("#decisionFault")).isVisible();
            page.getByLabel("Căn cứ").fill("Nghị quyết 1/NQ-HĐND");
            press(page, "Xem trước hệ quả");
            assertThat(page.locator("#other0Fault")).hasText("Hãy chọn ít nhất một cơ quan được nhập vào.");
            page.locator("#other0_input").fill("XB2");
            page.locator("#other0_input").press("Tab");
            page.locator("#foundedCode").fill("XB9");
            page.locator("#foundedName").fill("Phường Thử Mới");
            press(page, "Xem trước hệ quả");
            assertThat(page.locator("#tree-changes")).containsText("Phường Thử Mới (XB9): thành lập mới");
            assertThat(
                    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tập hợp của các mục tiêu")))
                    .isVisible();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            Browser.picture(page, "agency-change");
            press(page, "Xác nhận thay đổi");
            assertThat(page).hasTitle("Phường Thử Mới · Thang");
            assertThat(page.getByText("Đã thực hiện thay đổi.")).isVisible();
            page.navigate(Browser.address("/organisation/agency.xhtml?code=XB1"));
            assertThat(page.getByText("Nghị quyết 1/NQ-HĐND")).isVisible();
            assertThat(page.getByText("Phường Thử Mới (XB9)")).isVisible();
            Browser.assertAccessible(page);
        }
    }

    @Test
    void othersSeeNoWayThere() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            page.navigate(Browser.address("/organisation/agency.xhtml?code=XB1"));
            assertThat(page.getByText("Thay đổi cơ quan")).hasCount(0);
            page.navigate(Browser.address("/organisation/change.xhtml?code=XB1&kind=CLOSE"));
            assertThat(page.locator("#foresee")).hasCount(0);
            assertThat(page).hasTitle("Không có quyền truy cập · Thang");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
