package vn.thang.assessment.filling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.it.OwnAssessment.Person;

/** Answering: by mouse and keys, by two at once, without a connection, after the session has ended. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AnsweringBrowserIT {

    private static final Pattern SAVED = Pattern.compile("^Đã lưu \\d");
    /** What is sent at all is sent within it, in milliseconds. */
    private static final double MOMENT = 1_000;
    private static OwnAssessment own;
    private static Person officer;
    private static Person head;

    @BeforeAll
    static void people() throws Exception {
        own = OwnAssessment.of("BNG");
        try (Browser browser = Browser.open()) {
            officer = own.person(browser, "Bùi Thị Ngọc Ánh", "OFFICER");
            head = own.person(browser, "Lý Hoàng Việt", "HEAD");
        }
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void answersByMouseAndByKeysAndFindsThemAgain() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.getByRole(AriaRole.LINK, name("Bắt đầu")).click();
            assertThat(page).hasTitle(Pattern.compile("^STR\\.1 "));
            assertThat(status(page)).hasText("Mọi câu trả lời đã lưu");
            assertThat(page.locator("#progress")).hasText("0 trên 46 câu đã trả lời");
            String blocked = page.locator("#nextStep").innerText();

            page.locator(".level").nth(2).click();
            assertThat(status(page)).hasText(SAVED);
            assertThat(page.locator("#progress")).hasText("1 trên 46 câu đã trả lời");
            assertThat(page.locator("[data-part=STR] [data-answered]")).hasText("1");
            assertThat(page.locator("#nextStep")).not().hasText(blocked);
            page.getByLabel("Ghi chú").pressSequentially("Kế hoạch số 12, 3 đơn vị");
            assertThat(level(page, 3)).isChecked();
            page.waitForResponse("**/answers/STR.1", () -> page.getByLabel("Ghi chú").blur());

            page.keyboard().press("ArrowRight");
            assertThat(page).hasTitle(Pattern.compile("^STR\\.2 "));
            page.keyboard().press("4");
            assertThat(level(page, 4)).isChecked();
            assertThat(status(page)).hasText(SAVED);
            page.keyboard().press("ArrowDown");
            assertThat(level(page, 5)).isChecked();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            assertThat(level(page, 3)).isChecked();
            assertThat(level(page, 3)).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(page).hasTitle(Pattern.compile("^STR\\.3 "));
            assertThat(page.locator("#progress")).hasText("2 trên 46 câu đã trả lời");
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasTitle(Pattern.compile("^STR\\.2 "));
            page.reload();
            assertThat(level(page, 3)).isChecked();
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasTitle(Pattern.compile("^STR\\.1 "));
            assertThat(level(page, 3)).isChecked();
            assertThat(page.getByLabel("Ghi chú")).hasValue("Kế hoạch số 12, 3 đơn vị");
            assertThat(page.getByText(officer.fullName() + " trả lời lúc")).isVisible();
            page.navigate(Browser.address("/index.xhtml"));
            page.getByRole(AriaRole.LINK, name("Tiếp tục")).click();
            assertThat(page).hasTitle(Pattern.compile("^STR\\.3 "));
        }
    }

    @Test
    void whoAnswersSecondIsToldAndChooses() {
        try (Browser browser = Browser.open()) {
            Page first = officer.signIn(browser);
            Page second = head.signIn(browser);
            first.navigate(own.question("GOV.1"));
            second.navigate(own.question("GOV.1"));
            answer(first, 3);
            second.keyboard().press("2");
            Locator dialog = second.getByRole(AriaRole.DIALOG);
            assertThat(dialog)
                    .containsText(officer.fullName() + " vừa trả lời câu này. Câu trả lời của bạn chưa được lưu.");
            assertThat(dialog.locator("[data-their-value]")).hasText("Mức 3");
            assertThat(dialog.locator("[data-my-value]")).hasText("Mức 2");
            assertThat(status(second)).hasText("Chưa lưu: cần chọn câu trả lời");
            Browser.assertFit(second, "conflict");
            second.keyboard().press("Escape");
            second.keyboard().press("Escape");
            second.keyboard().press("Escape");
            assertThat(dialog).isVisible();
            assertEquals("3", stored(first));
            second.getByRole(AriaRole.BUTTON, name("Dùng câu trả lời đã lưu")).click();
            assertThat(dialog).isHidden();
            assertThat(level(second, 3)).isChecked();
            assertEquals("3", stored(second));

            answer(first, 4);
            second.keyboard().press("5");
            assertThat(dialog.locator("[data-their-value]")).hasText("Mức 4");
            second.getByRole(AriaRole.BUTTON, name("Giữ câu trả lời của tôi")).click();
            assertThat(dialog).isHidden();
            assertThat(status(second)).hasText(SAVED);
            assertThat(level(second, 5)).isChecked();
            first.keyboard().press("1");
            assertThat(first.getByRole(AriaRole.DIALOG)).containsText(head.fullName());
            assertEquals("5", stored(second));
        }
    }

    @Test
    void withoutAConnectionTheAnswerIsKeptAndSavedLater() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.question("ARC.1"));
            page.context().setOffline(true);
            page.keyboard().press("4");
            assertThat(status(page)).hasText("Chưa lưu được, đang giữ trên máy này; sẽ gửi khi có kết nối");
            page.getByLabel("Ghi chú").fill("Gửi sau");
            Browser.picture(page, "edit-offline");
            page.context().setOffline(false);
            assertThat(status(page)).hasText(SAVED);
            page.reload();
            assertThat(level(page, 4)).isChecked();
            assertThat(page.getByLabel("Ghi chú")).hasValue("Gửi sau");
        }
    }

    /** The server names the moment at which it takes more; until then nothing is sent to it. */
    @Test
    void aBusyServerIsLeftAloneForAsLongAsItSays() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.clock().install();
            page.navigate(own.question("ARC.3"));
            AtomicInteger sent = new AtomicInteger();
            page.route("**/answers/**", route -> {
                if (sent.incrementAndGet() > 1) {
                    route.resume();
                    return;
                }
                route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "60")));
            });
            page.keyboard().press("4");
            assertThat(status(page)).hasText("Hệ thống đang bận; câu trả lời đang giữ trên máy này và sẽ tự gửi");
            Browser.picture(page, "edit-busy");
            page.clock().fastForward("00:30");
            page.waitForTimeout(MOMENT);
            assertEquals(1, sent.get());
            page.clock().fastForward("00:31");
            assertThat(status(page)).hasText(SAVED);
            assertEquals(2, sent.get());
            assertEquals("4", stored(page));
        }
    }

    /** What is restricted does not stay on a computer that others use too. */
    @Test
    void aRestrictedAnswerWaitsInThePageAndNowhereElse() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            for (String criterion : List.of("SEC.1", "ARC.1")) {
                page.navigate(own.question(criterion));
                page.context().setOffline(true);
                page.keyboard().press("3");
                assertThat(status(page)).hasText(Pattern.compile("^Chưa lưu được"));
                assertEquals(!criterion.equals("SEC.1"), page.evaluate(
                        "criterion => Object.keys(localStorage).some(key => key.endsWith('.' + criterion))",
                        criterion));
                page.context().setOffline(false);
                assertThat(status(page)).hasText(SAVED);
                assertEquals("3", stored(page));
            }
        }
    }

    /** Whoever comes to the desk afterwards reads nothing on the screen. */
    @Test
    void whenTheSessionHasEndedByTimeThePageShowsNothingAnyMore() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.question("SEC.1"));
            answer(page, 2);
            page.evaluate("""
                    localStorage.setItem('thang.session', 0);
                    document.dispatchEvent(new Event('visibilitychange'));""");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Phiên làm việc đã hết");
            assertThat(page.locator("main")).hasCount(0);
            assertThat(page.locator("body > :not(dialog)")).hasCount(0);
            Browser.picture(page, "session-ended");
            page.getByRole(AriaRole.LINK, name("Đăng nhập")).click();
            assertThat(level(page, 2)).isChecked();
        }
    }

    @Test
    void anAnswerThatLeftNoTraceIsSentFromTheNextPage() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.question("ARC.2"));
            page.route("**/answers/**", route -> route.abort());
            page.keyboard().press("2");
            assertThat(status(page)).hasText(Pattern.compile("^Chưa lưu được"));
            page.unroute("**/answers/**");
            page.navigate(own.question("QUA.1"));
            assertThat(status(page)).hasText(SAVED);
            page.navigate(own.question("ARC.2"));
            assertThat(level(page, 2)).isChecked();
            assertEquals("2", stored(page));
        }
    }

    @Test
    void aWholeDimensionIsAnsweredOnOnePage() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.question("SEC.2"));
            page.getByRole(AriaRole.LINK, name("Xem cả lĩnh vực")).click();
            Locator questions = page.locator("[data-criterion]");
            int count = questions.count();
            for (int i = 0; i < count; i++) {
                questions.nth(i).getByRole(AriaRole.RADIO).nth(i % 5).check();
            }
            assertThat(page.locator("[data-part=SEC] [data-answered]")).hasText(String.valueOf(count));
            Browser.assertFit(page, "dimension");
            page.reload();
            for (int i = 0; i < count; i++) {
                assertThat(questions.nth(i).getByRole(AriaRole.RADIO).nth(i % 5)).isChecked();
            }
            page.keyboard().press("ArrowLeft");
            assertThat(page).not().hasURL(Pattern.compile("dimension=SEC"));
            page.getByRole(AriaRole.LINK, name("Từng câu một")).click();
            assertThat(page.locator("[data-criterion]")).hasCount(1);
        }
    }

    @Test
    @Tag("long")
    void theSessionIsProlongedInTimeAndItsEndLosesNothing() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.clock().install();
            page.navigate(own.question("OPN.1"));
            page.clock().fastForward("26:00");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Phiên làm việc sắp hết");
            Browser.assertFit(page, "session-ending");
            page.waitForResponse("**/api/v1/session",
                    () -> page.getByRole(AriaRole.BUTTON, name("Tiếp tục làm việc")).click());
            assertThat(dialog).isHidden();

            page.context().clearCookies();
            page.keyboard().press("3");
            assertThat(status(page)).hasText(Pattern.compile("^Phiên làm việc đã hết"));
            Browser.picture(page, "edit-signed-out");
            page.clock().fastForward("31:00");
            assertThat(dialog).containsText("Phiên làm việc đã hết");
            Browser.assertAccessible(page);
            dialog.getByRole(AriaRole.LINK).click();
            page.getByLabel("Tên đăng nhập").fill(officer.username());
            page.getByLabel("Mật khẩu").fill(officer.password());
            page.getByRole(AriaRole.BUTTON, name("Đăng nhập")).click();
            assertThat(page).hasURL(own.question("OPN.1"));
            assertThat(status(page)).hasText(SAVED);
            assertEquals("3", stored(page));
        }
    }

    @Test
    void whoseAssessmentItIsNotAndWhatDoesNotExist() {
        try (Browser browser = Browser.open()) {
            Page theirs = browser.signIn("canbo.bo");
            String address = theirs.getByRole(AriaRole.LINK, name("Tiếp tục")).getAttribute("href");
            String foreign = address.substring(address.indexOf("assessment=") + "assessment=".length());
            Page page = browser.signIn("canbo");
            for (String name : List.of("edit", "dimension", "review", "receipt")) {
                String here = "/assessment/" + name + ".xhtml?assessment=";
                assertEquals(403, page.navigate(Browser.address(here + foreign)).status(), name);
                assertThat(page).hasTitle("Không có quyền truy cập · Thang");
                assertEquals(404, page.navigate(Browser.address(here + "999999999")).status(), name);
                assertEquals(404, page.navigate(Browser.address(here + "khong-phai-so")).status(), name);
                assertEquals(404, page.navigate(Browser.address("/assessment/" + name + ".xhtml")).status(), name);
            }
            Browser.assertAccessible(page);
        }
    }

    @Test
    @Tag("long")
    void whatIsPublishedIsOnlyRead() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("2025"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Biên nhận")).click();
            Browser.assertFit(page, "receipt-published");
            page.getByRole(AriaRole.LINK, name("Xem câu trả lời")).click();
            assertThat(status(page)).hasText("Chỉ xem");
            assertThat(page.getByText("Chỉ xem: hồ sơ đánh giá đã nộp")).isVisible();
            assertThat(page.getByRole(AriaRole.RADIO).first()).isDisabled();
            Locator chosen = page.locator("input[type=radio]:checked");
            String before = chosen.getAttribute("value");
            page.keyboard().press(before.equals("1") ? "2" : "1");
            assertThat(chosen).hasValue(before);
            assertThat(page.locator("input[type=file]")).hasCount(0);
            Browser.assertFit(page, "edit-published");
            assertThat(page.locator("[data-remove]")).hasCount(0);
            page.evaluate(
                    """
                    const { person, assessment } = document.getElementById('bar').dataset;
                    localStorage.setItem(`thang.answer.${person}.${assessment}.STR.1`, '{"value":"1","comment":null,"version":1}');""");
            page.reload();
            assertThat(status(page)).hasText("Không lưu được");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Đợt 2025 (minh họa) chưa mở hoặc đã đóng.");
            assertThat(chosen).hasValue(before);
            page.navigate(page.url().replace("edit.xhtml", "review.xhtml"));
            assertThat(page.getByRole(AriaRole.BUTTON, name("Trình ký"))).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void everyPageIsFitForEverybody() {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            Browser.assertFit(page, "my-work");
            page.navigate(own.question("STR.1"));
            answer(page, 3);
            Browser.assertFit(page, "edit");
            Locator about = page.locator("aside [data-about]");
            assertThat(about.locator("ol")).isHidden();
            about.locator("summary").press("Enter");
            assertThat(about).containsText("Mô hình gồm 11 lĩnh vực với 46 tiêu chí");
            assertThat(about.getByRole(AriaRole.LISTITEM)).hasCount(5);
            assertThat(about).containsText("Đây là đề xuất, không phải văn bản quy phạm pháp luật.");
            Browser.assertFit(page, "edit-about");
            page.navigate(own.at("review"));
            Browser.assertFit(page, "review");
            page.navigate(own.at("receipt"));
            Browser.assertFit(page, "receipt-none");
            Page rounds = browser.signIn("quantri");
            rounds.navigate(Browser.address("/assessment/rounds.xhtml"));
            Browser.assertFit(rounds, "rounds");
        }
    }

    private static void answer(Page page, int level) {
        page.waitForResponse("**/answers/*", () -> page.keyboard().press(String.valueOf(level)));
        assertThat(status(page)).hasText(SAVED);
    }

    /** What the server has, seen by a fresh page of the same person. */
    private static String stored(Page page) {
        BrowserContext context = page.context();
        Page fresh = context.newPage();
        fresh.navigate(page.url());
        String value = fresh.locator("[data-criterion]").first().locator("input[checked]").getAttribute("value");
        fresh.close();
        return value;
    }

    private static Locator level(Page page, int level) {
        return page.getByRole(AriaRole.RADIO).nth(level - 1);
    }

    private static Locator status(Page page) {
        return page.locator("#saved");
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
