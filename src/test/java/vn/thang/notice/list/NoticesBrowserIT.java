package vn.thang.notice.list;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.it.OwnAssessment.Person;
import vn.thang.platform.Time;

/** The bell and the list behind it, for a person of an own agency whom the administrator gives more time. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoticesBrowserIT {

    private OwnAssessment own;

    @BeforeEach
    void take() throws Exception {
        own = OwnAssessment.of("TTXVN");
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void theBellCountsAndLeadsToThePlaceConcerned() {
        try (Browser browser = Browser.open()) {
            Page admin = browser.signIn("quantri");
            extend(admin, 60);
            Person person = own.person(browser, "Đặng Thu Trang", "OFFICER");
            Page officer = person.signIn(browser);
            officer.navigate(Browser.address("/notice/index.xhtml"));
            assertThat(officer.getByText("Không có thông báo nào phù hợp.")).isVisible();
            Browser.assertAccessible(officer);
            extend(admin, 70);
            extend(admin, 80);
            officer.navigate(Browser.address("/index.xhtml"));
            assertThat(officer.locator(".bell b")).hasText("2");
            Browser.assertFit(officer, "bell");
            officer.setViewportSize(1366, 900);
            officer.locator(".bell").click();
            assertThat(officer.locator("#table_data .status.on")).hasCount(2);
            Browser.assertFit(officer, "notices");
            officer.setViewportSize(1366, 900);
            officer.locator("#table_data a").first().click();
            assertThat(officer).hasURL(own.at("stages"));
            officer.locator(".bell").click();
            assertThat(officer.locator("#table_data .status.on")).hasCount(1);
            choosesNone(officer);
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đánh dấu tất cả là đã đọc"))
                    .click();
            assertThat(officer.getByText("Đã đánh dấu tất cả là đã đọc.")).isVisible();
            assertThat(officer.locator(".bell b")).hasCount(0);
            Browser.assertAccessible(officer);
        }
    }

    /** Only what is new is shown, and nothing is marked until something is chosen. */
    private static void choosesNone(Page officer) {
        officer.getByLabel("Trạng thái").selectOption("new");
        assertThat(officer.locator("#table_data > tr")).hasCount(1);
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đánh dấu các dòng đã chọn là đã đọc"))
                .click();
        assertThat(officer.getByText("Hãy chọn ít nhất một dòng.")).isVisible();
    }

    @Test
    void everybodyChoosesWhatComesByMailAndAdministratorsAreToldThatNoneIsSent() {
        try (Browser browser = Browser.open()) {
            Person person = own.person(browser, "Lê Hải Yến", "HEAD");
            Page head = person.signIn(browser);
            head.navigate(Browser.address("/notice/index.xhtml"));
            head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cài đặt thông báo")).click();
            assertThat(head.getByLabel("Mỗi ngày một thư tổng hợp")).isChecked();
            assertThat(head.getByText("Hệ thống hiện chưa gửi thư điện tử")).isVisible();
            head.getByLabel("Ngay khi có thông báo").check();
            head.getByLabel("Đợt đánh giá").uncheck();
            head.locator("#mail input[type=submit]").click();
            assertThat(head.getByText("Đã lưu cài đặt thư điện tử.")).isVisible();
            assertThat(head.getByLabel("Ngay khi có thông báo")).isChecked();
            assertThat(head.getByLabel("Đợt đánh giá")).not().isChecked();
            assertThat(head.getByLabel("Thời hạn", new Page.GetByLabelOptions().setExact(true))).isChecked();
            Browser.assertFit(head, "mail-settings");
            Page admin = browser.signIn("quantri");
            admin.navigate(Browser.address("/assessment/rounds.xhtml"));
            assertThat(admin.locator("#mailState")).containsText("thang.mail.host");
            Browser.assertAccessible(admin);
        }
    }

    private void extend(Page admin, int days) {
        admin.navigate(own.at("stages"));
        admin.getByLabel("Hạn mới").fill(Browser.written(LocalDate.now(Time.ZONE).plusDays(days)));
        admin.getByLabel("Lý do").fill("Sắp xếp lại tổ chức");
        admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gia hạn").setExact(true)).click();
        assertThat(admin.getByText("Đã gia hạn cho")).isVisible();
    }
}
