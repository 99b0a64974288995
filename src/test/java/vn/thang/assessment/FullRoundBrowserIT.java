package vn.thang.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NewRound;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.OwnAssessment;
import vn.thang.it.SecondFactorOf;
import vn.thang.platform.Time;

/** A round of a ministry, a province and a commune of it, from opening to publication, as the people do it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FullRoundBrowserIT {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final String ROUND = "TRON-VONG";
    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);
    private static final String COMMUNE = "XA-THU";
    private static final String MEMBERS = "Bùi Thanh Bình (chủ tịch); Lý Thị Sen (thư ký)";

    private Page administrator;
    private Page reviewer;
    private OwnAssessment ministry;
    private OwnAssessment province;
    private OwnAssessment commune;

    @BeforeEach
    void aCommune() throws SQLException {
        remove();
        run("INSERT INTO agency (id, code, name, type, parent_id, path) SELECT NEXTVAL(agency_seq), '" + COMMUNE
                + "', 'Xã Bát Xát', 'commune', id, '' FROM agency WHERE code = '15'",
                "UPDATE agency c JOIN agency p ON p.id = c.parent_id SET c.path = CONCAT(p.path, c.id, '/') WHERE c.code = '"
                        + COMMUNE + "'");
    }

    @AfterEach
    void remove() throws SQLException {
        OwnAssessment.removeAllOf(ROUND);
        run("DELETE s FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '" + ROUND + "'",
                "DELETE c FROM round_scope c JOIN assessment_round r ON r.id = c.round_id WHERE r.code = '" + ROUND
                        + "'",
                "DELETE n FROM notice n JOIN assessment_round r ON r.id = n.round_id WHERE r.code = '" + ROUND + "'",
                "DELETE g FROM round_stage g JOIN assessment_round r ON r.id = g.round_id WHERE r.code = '" + ROUND
                        + "'",
                "DELETE FROM assessment_round WHERE code = '" + ROUND + "'",
                "DELETE m FROM membership m JOIN agency a ON a.id = m.agency_id WHERE a.code = '" + COMMUNE + "'",
                "DELETE FROM agency WHERE code = '" + COMMUNE + "'");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void fromOpeningToPublication() throws Exception {
        try (Browser browser = Browser.open()) {
            administrator = browser.signIn("quantri");
            opens();
            ministry = OwnAssessment.of(ROUND, "BTP");
            province = OwnAssessment.of(ROUND, "15");
            commune = OwnAssessment.of(ROUND, COMMUNE);
            for (OwnAssessment own : new OwnAssessment[]{ministry, province, commune}) {
                own.answeredAsLastTime();
            }
            Page minister = ministry.person(browser, "Đặng Văn Thường", "HEAD").signIn(browser);
            Page chair = browser.signIn("lanhdao.tinh");
            Page communeChair = commune.person(browser, "Giàng A Páo", "HEAD").signIn(browser);
            reviewer = browser.signIn("thamdinh");
            exemptions(minister);
            handIn(ministry, minister);
            waitsForTheCommune(chair, communeChair);
            handIn(commune, communeChair);
            handIn(province, chair);
            returned(chair);
            provisional(minister, chair, communeChair);
            Page panel = browser.signIn("hoidong");
            decided(panel);
            published(chair);
        }
    }

    private void opens() {
        administrator.navigate(Browser.address("/assessment/new-round.xhtml"));
        administrator.getByLabel("Mã đợt").fill(ROUND);
        administrator.getByLabel("Tên đợt").fill("Đợt trọn vòng");
        // the newest version is offered first; this round is counted by the older one
        assertThat(administrator.getByLabel("Mô hình")).hasValue(Pattern.compile("vn-dgm/(?!1\\.0$).+"));
        administrator.getByLabel("Mô hình").selectOption("vn-dgm/1.0");
        NewRound.next(administrator);
        administrator.getByLabel("Ngày mở").fill("05/01/2026");
        administrator.getByLabel("Hạn nộp").fill(Browser.written(TODAY.plusDays(30)));
        NewRound.next(administrator);
        administrator.getByLabel("Cơ quan ngang bộ").uncheck();
        administrator.getByLabel("Cơ quan thuộc Chính phủ").uncheck();
        administrator.getByLabel("Đơn vị trực thuộc nộp trước cơ quan cấp trên").check();
        NewRound.next(administrator);
        NewRound.create(administrator);
        button(administrator, "Mở đợt đánh giá").click();
        administrator.locator(".ui-confirmdialog-yes").click();
        assertThat(administrator.getByText("Đợt đã mở với")).isVisible(LONG);
        administrator.navigate(Browser.address("/assessment/round.xhtml?code=" + ROUND));
        assertThat(administrator.getByText("Đang mở").first()).isVisible();
    }

    private void waitsForTheCommune(Page chair, Page communeChair) {
        chair.navigate(province.at("review"));
        button(chair, "Trình ký").click();
        assertThat(chair.getByText("Còn 1 đơn vị trực thuộc chưa nộp")).isVisible();
        chair.navigate(province.at("below"));
        assertThat(chair.getByRole(AriaRole.ROW).last()).containsText("Xã Bát Xát");
        chair.getByRole(AriaRole.COLUMNHEADER).first().click();
        assertThat(chair).hasURL(Pattern.compile("assessment=\\d+&sort=unit"));
        chair.getByLabel("Nộp chậm nhất ngày").fill(Browser.written(TODAY.plusDays(20)));
        button(chair, "Lưu yêu cầu").click();
        assertThat(chair.getByText("Đã lưu yêu cầu.")).isVisible();
        button(chair, "Nhắc các đơn vị chưa nộp").click();
        assertThat(chair.getByText("Đã nhắc 1 đơn vị chưa nộp")).isVisible();
        Browser.assertFit(chair, "below");
        communeChair.navigate(Browser.address("/index.xhtml"));
        assertThat(communeChair.getByText(
                "Cơ quan cấp trên yêu cầu nộp chậm nhất ngày " + Browser.written(TODAY.plusDays(20)) + "."))
                .isVisible();
        communeChair.navigate(Browser.address("/notice/index.xhtml"));
        assertThat(communeChair.getByText(
                "cơ quan cấp trên nhắc nộp hồ sơ đánh giá, hạn ngày " + Browser.written(TODAY.plusDays(20))))
                .isVisible();
    }

    private void exemptions(Page minister) {
        for (String criterion : new String[]{"OPN.3", "OPN.4"}) {
            minister.navigate(ministry.question(criterion));
            minister.getByText("Câu này không áp dụng cho cơ quan?").click();
            minister.getByLabel("Lý do đề nghị miễn").fill("Không thuộc chức năng");
            button(minister, "Gửi đề nghị").click();
            assertThat(minister.getByText("Đã đề nghị miễn, chờ quyết định:")).isVisible();
        }
        exempt("OPN.3", "Cho miễn");
        exempt("OPN.4", "Không cho miễn");
    }

    private void exempt(String criterion, String decision) {
        reviewer.navigate(Browser.address("/assessment/exemptions.xhtml"));
        reviewer.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Bộ Tư pháp")).filter(
                new Locator.FilterOptions().setHasText(criterion)).getByRole(AriaRole.CHECKBOX).check();
        reviewer.getByLabel("Lý do quyết định").fill("Theo chức năng của cơ quan");
        button(reviewer, decision).click();
        assertThat(reviewer.locator("#said li")).isVisible();
    }

    private void handIn(OwnAssessment own, Page head) {
        own.submit(head);
        own.sign(head, "Thủ trưởng");
        own.admit(reviewer);
    }

    private void returned(Page chair) {
        reviewer.navigate(province.question("STR.2").replace("/edit.", "/judge."));
        reviewer.getByLabel("Trả lại cơ quan, có lý do").check();
        reviewer.locator("textarea").first().fill("Thiếu quyết định ban hành.");
        button(reviewer, "Lưu và xem câu tiếp theo").click();
        button(reviewer, "Trả lại cơ quan").click();
        assertThat(reviewer.getByText("các câu khác vẫn khóa")).isVisible();
        chair.navigate(province.question("STR.2"));
        chair.locator("label.level:not(:has(input:checked))").first().click();
        assertThat(chair.locator("#saved")).containsText("Đã lưu");
        province.submit(chair);
        province.sign(chair, "Chủ tịch UBND tỉnh");
        reviewer.navigate(province.question("SHR.1").replace("/edit.", "/judge."));
        reviewer.getByLabel("Điều chỉnh sang mức khác").check();
        reviewer.getByLabel("Mức sau điều chỉnh").selectOption("1");
        reviewer.locator("textarea").first().fill("Chưa có nhật ký kết nối.");
        button(reviewer, "Lưu và xem câu tiếp theo").click();
        reviewer.navigate(province.question("STR.2").replace("/edit.", "/judge."));
        button(reviewer, "Lưu và xem câu tiếp theo").click();
        button(reviewer, "Kết thúc thẩm định").click();
        assertThat(reviewer.getByText("Đã kết thúc thẩm định.")).isVisible();
    }

    private void provisional(Page minister, Page chair, Page communeChair) {
        administrator.navigate(Browser.address("/assessment/round.xhtml?code=" + ROUND));
        button(administrator, "Đóng đợt đánh giá").click();
        assertThat(administrator.locator(".ui-confirm-dialog-message")).containsText("Đợt có");
        administrator.locator(".ui-confirmdialog-yes").click();
        administrator.getByLabel("Hạn gửi ý kiến").fill(Browser.written(TODAY.plusDays(5)));
        button(administrator, "Gửi kết quả sơ bộ").click();
        assertThat(administrator.locator(".ui-confirm-dialog-message")).containsText("của 3 hồ sơ");
        administrator.locator(".ui-confirmdialog-yes").click();
        assertThat(administrator.getByText("Đã gửi 3 kết quả sơ bộ.")).isVisible(LONG);
        administrator.navigate(Browser.address("/assessment/round.xhtml?code=" + ROUND));
        Browser.assertFit(administrator, "round-provisional");
        administrator.setViewportSize(1366, 900);
        minister.navigate(Browser.address("/index.xhtml"));
        minister.locator("a[href*='provisional.xhtml?assessment=" + ministry.id() + "']").click();
        button(minister, "Chấp nhận kết quả").click();
        assertThat(minister.getByText("Hãy đánh dấu xác nhận")).isVisible();
        minister.getByRole(AriaRole.CHECKBOX).check();
        button(minister, "Chấp nhận kết quả").click();
        assertThat(minister.getByText("Đã chấp nhận kết quả sơ bộ.")).isVisible();
        objects(chair, province, "SHR.1", "3");
        Browser.assertFit(chair, "provisional");
        chair.setViewportSize(1366, 900);
        handsIn(chair);
        objects(communeChair, commune, "STR.1", "5");
        handsIn(communeChair);
    }

    private static void objects(Page head, OwnAssessment own, String criterion, String claimed) {
        head.navigate(own.at("provisional"));
        head.getByLabel("Đề nghị xem xét lại " + criterion).click();
        head.getByLabel("Mức cơ quan đề nghị").selectOption(claimed);
        head.getByLabel("Căn cứ của đề nghị xem xét lại").fill("Nhật ký kết nối quý III\n=dòng hai");
        head.getByLabel("Liên kết minh chứng (nếu có)").fill("https://example.vn/nhat-ky");
        Browser.assertFit(head, "objection-" + criterion.charAt(1));
        head.setViewportSize(1366, 900);
        button(head, "Lưu đề nghị xem xét lại").press("Enter");
        assertThat(head.getByText("Đã lưu đề nghị xem xét lại tiêu chí " + criterion)).isVisible();
    }

    private static void handsIn(Page head) {
        if (head.getByLabel("Mã xác thực").count() > 0) {
            head.getByLabel("Mã xác thực").fill(SecondFactorOf.demonstration("lanhdao.tinh"));
        }
        head.getByRole(AriaRole.CHECKBOX).check();
        button(head, "Gửi đề nghị xem xét lại").click();
        assertThat(head.getByText("Đã gửi đề nghị xem xét lại tới hội đồng.")).isVisible();
    }

    private void decided(Page panel) {
        panel.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hội đồng").setExact(true)).click();
        Browser.assertFit(panel, "panel");
        panel.setViewportSize(1366, 900);
        decides(panel, "Tỉnh Lào Cai", "SHR.1", "Chấp nhận mức cơ quan đề nghị", "Chấp nhận");
        decides(panel, "Xã Bát Xát", "STR.1", "Không chấp nhận, giữ kết quả sơ bộ", "Không chấp nhận");
    }

    private void decides(Page panel, String agency, String criterion, String decision, String shown) {
        panel.navigate(Browser.address("/assessment/panel.xhtml"));
        panel.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(agency)).click();
        panel.locator("main table a").filter(new Locator.FilterOptions().setHasText(criterion)).click();
        assertThat(panel.getByText("=dòng hai")).isVisible();
        panel.getByLabel(decision).check();
        panel.getByLabel("Lý do").fill("Đã xem nhật ký kết nối.");
        panel.getByLabel("Thành viên dự họp").fill(MEMBERS);
        Browser.assertFit(panel, "ruling");
        panel.setViewportSize(1366, 900);
        button(panel, "Ghi quyết định").press("Enter");
        assertThat(panel.locator("main table")).containsText(shown);
        panel.getByLabel("Địa điểm họp").fill("Hà Nội");
        panel.getByLabel("Họ và tên chủ trì").fill("Bùi Thanh Bình");
        panel.getByLabel("Chức vụ của chủ trì").fill("Vụ trưởng");
        panel.getByLabel("Họ và tên thư ký").fill("Đỗ Thị Hoa");
        panel.getByLabel("Thành viên dự họp").fill(MEMBERS);
        Browser.assertFit(panel, "sitting");
        panel.setViewportSize(1366, 900);
        button(panel, "Kết thúc xem xét").click();
        assertThat(panel.getByText("Đã kết thúc xem xét")).isVisible();
        assertThat(panel.locator(".minutes")).containsText(MEMBERS);
        assertThat(panel.locator(".minutes")).containsText("/BB-HĐ");
        APIResponse document = panel.request().get(Browser.address(panel.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Biên bản (PDF)")).getAttribute("href")));
        assertEquals("application/pdf", document.headers().get("content-type"));
        assertTrue(new String(document.body(), 0, 5, StandardCharsets.US_ASCII).startsWith("%PDF-"));
        Browser.assertFit(panel, "minutes");
        panel.setViewportSize(1366, 900);
    }

    private void published(Page chair) {
        administrator.navigate(Browser.address("/assessment/round.xhtml?code=" + ROUND));
        button(administrator, "Công bố kết quả").click();
        assertThat(administrator.locator(".ui-confirm-dialog")).containsText("được công bố và không sửa được nữa");
        administrator.locator(".ui-confirmdialog-yes").click();
        assertThat(administrator.getByText("Đã công bố 3 kết quả.")).isVisible(LONG);
        for (OwnAssessment own : new OwnAssessment[]{ministry, province, commune}) {
            administrator.navigate(own.at("verification"));
            assertThat(administrator.locator("main .status.ok")).isVisible();
        }
        chair.navigate(province.at("provisional"));
        assertThat(chair.getByText("Chấp nhận").first()).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
