package vn.thang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.report.DownloadedWorkbook;

/** The whole job: a province answers and hands in, the leader sees it, the auditor computes it again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MainPathBrowserIT {

    private static final String AGENCY = "20";
    private static final String NAME = "Tỉnh Lạng Sơn";
    private static final int QUESTIONS = 46;
    private static final Pattern HANDED_IN = Pattern.compile("(\\d+) trên (\\d+) cơ quan đã nộp");
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    private OwnAssessment own;

    @BeforeEach
    void take() throws Exception {
        own = OwnAssessment.of(AGENCY);
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void fromTheFirstQuestionToTheAuditorsSpreadsheet() throws Exception {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            int before = handedIn(leader);
            Page page = own.person(browser, "Nông Thị Bích Hạnh", "OFFICER").signIn(browser);
            answersAll(page);
            attaches(page);
            completes(page);
            explains(page);
            Page colleague = own.person(browser, "Vi Văn Lộc", "HEAD").signIn(browser);
            submits(page);
            Page second = own.person(browser, "Vi Thị Mai", "HEAD").signIn(browser);
            second.navigate(own.at("sign"));
            signs(colleague);
            comesSecond(second);

            assertEquals(before + 1, handedIn(leader));
            Browser.picture(leader, "main-path-dashboard");
            leader.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(NAME))
                    .getByRole(AriaRole.LINK).first().click();
            assertThat(leader).hasTitle(NAME + " · Thang");
            assertThat(leader.getByText("Đã nộp").first()).isVisible();
            Browser.assertFit(leader, "main-path-scorecard");
            Locator official = leader.locator(".scores > div").first();
            int level = Integer.parseInt(official.locator(".lv").innerText());
            assertEquals(1, level);
            assertThat(leader.locator(".scores > div").nth(1).locator(".lv")).hasText("2");

            Page auditor = browser.signIn("kiemtoan");
            auditor.navigate(Browser.address("/dashboard/index.xhtml?round=2026"));
            try (DownloadedWorkbook workbook = DownloadedWorkbook.from(auditor, "thang-results-VN-2026.xlsx")) {
                DownloadedWorkbook.Score score = workbook.score(AGENCY);
                assertEquals(level, score.level());
                assertTrue(score.index() >= 1 && score.index() < 2, () -> "index " + score.index());
                String shown = BigDecimal.valueOf(score.index()).setScale(1, RoundingMode.UNNECESSARY).toString()
                        .replace('.', ',');
                assertThat(official).containsText("Chỉ số " + shown);
                workbook.recompute();
            }
        }
    }

    /** The first questions with the mouse, a dimension at once, the others by keys. */
    private void answersAll(Page page) {
        page.getByRole(AriaRole.LINK, name("Bắt đầu")).click();
        page.locator(".level").nth(3).click();
        saved(page);
        page.getByLabel("Ghi chú").fill("Kế hoạch 214/KH-UBND");
        page.getByRole(AriaRole.LINK, name("Câu tiếp theo")).click();
        assertThat(page.locator("[data-criterion='STR.2']")).isVisible();
        page.getByRole(AriaRole.LINK, name("Xem cả lĩnh vực")).click();
        Locator questions = page.locator("[data-criterion]");
        assertThat(questions).hasCount(4);
        for (int i = 1; i < questions.count(); i++) {
            questions.nth(i).getByRole(AriaRole.RADIO).nth(1).check();
        }
        assertThat(page.locator("[data-part=STR] [data-answered]")).hasText("4");
        page.navigate(own.question("GOV.1"));
        for (int i = 5; i < QUESTIONS; i++) {
            String criterion = page.locator("[data-criterion]").getAttribute("data-criterion");
            page.keyboard().press(i % 3 == 0 ? "3" : "2");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[data-criterion='" + criterion + "']")).hasCount(0);
            page.waitForLoadState();
        }
        assertThat(page.locator("#progress")).hasText(QUESTIONS - 1 + " trên 46 câu đã trả lời");
    }

    private void attaches(Page page) {
        page.navigate(own.question("STR.1"));
        assertThat(page.getByLabel("Ghi chú")).hasValue("Kế hoạch 214/KH-UBND");
        page.locator(".need[data-level='2'] input[type=file]")
                .setInputFiles(new FilePayload("Kế hoạch 214.pdf", "application/pdf", PDF));
        assertThat(page.locator(".evidence [data-said]")).hasText("Đã đính kèm.");
    }

    private void completes(Page page) {
        page.getByRole(AriaRole.LINK, name("Rà soát và trình ký")).click();
        assertThat(page.getByText("Hãy trả lời hết các câu còn lại, sau đó có thể trình ký.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, name("Trình ký"))).hasCount(0);
        Locator missing = page.getByLabel("Câu chưa trả lời").getByRole(AriaRole.LINK);
        assertThat(missing).hasCount(1);
        assertThat(page.getByLabel("Câu trả lời thiếu minh chứng").getByRole(AriaRole.LINK)).hasCount(QUESTIONS - 1);
        missing.click();
        page.waitForURL(own.at("edit") + "**");
        page.keyboard().press("2");
        saved(page);
        assertThat(page.locator("#progress")).hasText("46 trên 46 câu đã trả lời");
        assertThat(page.locator("#level")).hasText("1");
        assertThat(page.locator("#declared")).hasText("2");
        page.keyboard().press("ArrowRight");
        assertThat(page).hasTitle("Rà soát và trình ký · Thang");
        Browser.assertFit(page, "main-path-review");
    }

    /** What stands above its measured level, from the list of it to the question and back. */
    private void explains(Page page) {
        Locator open = page.getByLabel("Chênh lệch chưa giải trình").getByRole(AriaRole.LINK);
        for (int left = open.count(); left > 0; left--) {
            open.first().click();
            page.getByLabel("Giải trình", new Page.GetByLabelOptions().setExact(true))
                    .fill("Nguồn dữ liệu chưa cập nhật quý III.");
            page.getByRole(AriaRole.BUTTON, name("Gửi giải trình")).click();
            assertThat(page.locator("[data-explain]")).containsText("Đã giải trình, chờ quyết định");
            page.navigate(own.at("review"));
            assertThat(open).hasCount(left - 1);
        }
        assertThat(page.getByText("Không còn chênh lệch nào chưa giải trình.")).isVisible();
    }

    private void submits(Page page) {
        page.getByRole(AriaRole.BUTTON, name("Trình ký")).click();
        assertThat(page.getByText("Chờ chữ ký của Vi Văn Lộc.")).isVisible();
        page.navigate(own.question("STR.1"));
        assertThat(page.locator("#saved")).hasText("Chỉ xem");
    }

    private void signs(Page page) {
        page.navigate(Browser.address("/index.xhtml"));
        page.getByRole(AriaRole.LINK, name("Xem và ký")).click();
        page.getByLabel("Chức vụ").fill("Chủ tịch UBND tỉnh");
        page.getByRole(AriaRole.BUTTON, name("Ký xác nhận và nộp")).click();
        assertThat(page.locator("[id='sign:confirmedFault']")).hasText("Hãy đánh dấu vào ô xác nhận trước khi ký.");
        assertThat(page.getByLabel("Chức vụ")).hasValue("Chủ tịch UBND tỉnh");
        assertThat(page).hasURL(own.at("sign"));
        Browser.assertAccessible(page);
        String groups = page.locator("#hash").innerText();
        page.getByLabel("Tôi đã xem nội dung trên và xác nhận thay mặt cơ quan.").check();
        page.getByRole(AriaRole.BUTTON, name("Ký xác nhận và nộp")).click();
        assertThat(page).hasTitle("Biên nhận · Thang");
        String receipt = page.locator("#receiptNumber").innerText();
        assertTrue(receipt.matches("2026-20-[2-9A-HJKMNP-Z]{8}"), receipt);
        assertThat(page.locator(".signature .groups")).hasText(groups);
        assertTrue(groups.replace(" ", "").matches("[0-9a-f]{64}"), groups);
        Browser.assertFit(page, "main-path-receipt");
        page.getByRole(AriaRole.LINK, name("Xem câu trả lời")).click();
        assertThat(page.locator("#saved")).hasText("Chỉ xem");
        page.getByRole(AriaRole.LINK, name("Việc của tôi")).click();
        page.getByRole(AriaRole.LINK, name("Biên nhận")).first().click();
        assertThat(page.locator("#receiptNumber")).hasText(receipt);
    }

    /** Whoever signs what another head has signed a moment ago is led to the receipt. */
    private static void comesSecond(Page page) {
        page.getByLabel("Chức vụ").fill("Phó Chủ tịch UBND tỉnh");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByRole(AriaRole.BUTTON, name("Ký xác nhận và nộp")).click();
        assertThat(page.getByText("Hồ sơ đánh giá đã được ký và nộp.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, name("Ký xác nhận và nộp"))).hasCount(0);
        page.getByRole(AriaRole.LINK, name("Biên nhận")).click();
        assertThat(page.locator("#receiptNumber")).hasText(Pattern.compile("^2026-20-"));
        assertThat(page.locator(".signature")).hasCount(1);
    }

    private static void saved(Page page) {
        assertThat(page.locator("#saved")).hasText(Pattern.compile("^Đã lưu \\d"));
    }

    private static int handedIn(Page leader) {
        leader.navigate(Browser.address("/dashboard/index.xhtml?round=2026"));
        Matcher numbers = HANDED_IN.matcher(leader.locator(".lead").innerText());
        assertTrue(numbers.find(), leader.locator(".lead").innerText());
        return Integer.parseInt(numbers.group(1));
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
