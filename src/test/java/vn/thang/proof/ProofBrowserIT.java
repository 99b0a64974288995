package vn.thang.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.core.review.ErrorSample;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.Formats;
import vn.thang.platform.Sha256;

/** An auditor takes a pack and verifies it at home, draws a sample, holds data, and finds the row that was changed. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProofBrowserIT {

    private static final String PURPOSE = "Kiểm toán việc tự đánh giá năm 2025";
    /** How long a machine that is busy may take for the first judgement, in milliseconds. */
    private static final int SLOW = 30_000;
    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(120_000);

    @Test
    void aPackIsTakenAndVerifiedOffline() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/report/index.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gói minh chứng").setExact(true)).click();
            Browser.assertFit(page, "pack");
            page.locator("#round").selectOption("2025");
            page.locator("#agency_input").fill("15");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lập báo cáo").setExact(true)).click();
            Locator download = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải xuống"));
            assertThat(download).isVisible(LONG);
            byte[] content = page.request().get(Browser.address(download.getAttribute("href"))).body();
            page.navigate(Browser.address("/report/report.xhtml?id=evidence-pack"));
            assertThat(page.locator("#table")).containsText(Sha256.hex(content));
            Browser.assertFit(page, "packs");
            page.navigate(Browser.address("/audit/trail.xhtml?action=download&person=kiemtoan"));
            assertThat(page.locator("#table tbody tr").first()).containsText("evidence-pack");

            Path pack = Files.write(Files.createTempFile("pack", ".zip"), content);
            VerifyCommandIT.Ended fine = VerifyCommandIT.run(pack.toString(), "--language", "en", "--sha256",
                    Sha256.hex(content));
            assertEquals(0, fine.code(), fine::said);
            content[content.length / 3] ^= 0x01;
            Files.write(pack, content);
            VerifyCommandIT.Ended wrong = VerifyCommandIT.run(pack.toString(), "--language", "en");
            assertEquals(1, wrong.code(), wrong::said);
            assertTrue(wrong.said().contains(" was changed."), wrong::said);
        }
    }

    /** From the first page to the round, by a button, to the row that somebody changed; nothing is computed before. */
    @Test
    void anAuditorVerifiesARoundAndIsToldTheChangedRow() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/audit/verify.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kiểm chứng một đợt").setExact(true))
                    .click();
            assertThat(page.locator("#round option")).not().hasCount(0);
            page.navigate(Browser.address("/"));
            page.locator("a[href*='proof/round.xhtml?round=2025']").first().click();
            assertEquals("2025", page.locator("#round").inputValue());
            assertThat(page.locator("#found")).hasCount(0);
            Browser.assertFit(page, "round-proof-before");
            long answer = number("SELECT MIN(w.id) FROM answer w JOIN assessment s ON s.id = w.assessment_id JOIN"
                    + " assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                    + " WHERE r.code = '2025' AND a.code = '15' AND w.criterion = 'GOV.1'");
            long value = number("SELECT value FROM answer WHERE id = " + answer);
            change("UPDATE answer SET value = '" + (value == 5 ? 4 : 5) + "' WHERE id = " + answer);
            try {
                verify(page);
                assertThat(page.getByText("Có chỗ không đúng như đã công bố hoặc đã ghi")).isVisible(LONG);
                Locator rows = page.locator("section table tbody tr");
                assertThat(rows.filter(new Locator.FilterOptions().setHasText("Kết quả khác với khi công bố")))
                        .containsText("GOV.1");
                assertThat(rows.filter(
                        new Locator.FilterOptions().setHasText("Câu trả lời bị đổi mà nhật ký không ghi")))
                        .containsText("GOV.1");
                Browser.assertFit(page, "round-proof");
            } finally {
                change("UPDATE answer SET value = '" + value + "' WHERE id = " + answer);
            }
            verify(page);
            assertThat(page.getByText("Mọi thứ đúng như đã công bố và đã ghi")).isVisible(LONG);
            page.navigate(Browser.address("/audit/trail.xhtml?action=verify-results&person=kiemtoan"));
            assertThat(page.locator("#table tbody tr").first()).containsText("untold=0");
        }
    }

    private static void verify(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm chứng ngay").setExact(true)).click();
    }

    @Test
    void aSampleIsDrawnAndJudged() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/sampling/index.xhtml"));
            Browser.assertFit(page, "samples");
            page.locator("#round").selectOption("2025");
            page.locator("#purpose").fill(PURPOSE);
            page.locator("#confidence").fill("abc");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn mẫu").setExact(true)).click();
            assertThat(page.getByText("Độ tin cậy là một số từ 50 đến 99,9.").first()).isVisible();
            page.locator("#confidence").fill("95");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn mẫu").setExact(true)).click();
            assertThat(page.getByText("Đã đánh giá 0/")).isVisible();
            Browser.assertFit(page, "sample");
            String address = page.url();
            assertEquals(0, page.locator("[id$=judge]").count());
            assertEquals(200, page.request().get(page.url().replaceFirst("/sampling/sample.xhtml\\?id=(\\d+).*",
                    "/api/v1/audit-samples/$1/paper.pdf")).status());
            Page reviewer = browser.signIn("thamdinh");
            reviewer.navigate(address);
            Locator row = reviewer.locator("#table tbody tr").first();
            row.locator("input").first().fill("99");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(reviewer.locator("#said")).not().isEmpty();
            Browser.assertFit(reviewer, "sample-judged");
        }
    }

    /**
     * A sample of one province, so that no figure of the country changes: a reviewer who has judged nothing in the round is told,
     * comes from the first page to the answers, judges all of them, and both read what follows.
     */
    @Test
    void aWholeSampleIsJudgedAndItsBoundIsRead() throws Exception {
        change("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id,"
                + " a.id, 'REVIEWER', '2020-01-01' FROM person p, agency a WHERE p.username = 'quantri.hai' AND a.code = 'VN'");
        try (Browser browser = Browser.open()) {
            Page auditor = browser.signIn("kiemtoan");
            auditor.navigate(Browser.address("/sampling/index.xhtml"));
            auditor.locator("#round").selectOption("2025");
            auditor.locator("#agency_input").fill("15");
            auditor.locator("#purpose").fill(PURPOSE);
            auditor.locator("#tolerable").fill("50");
            auditor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn mẫu").setExact(true)).click();
            assertThat(auditor.getByText("Đã đánh giá 0/")).isVisible();
            long sample = number("SELECT MAX(id) FROM audit_sample");
            long population = number("SELECT population FROM audit_sample WHERE id = " + sample);
            int size = (int) number("SELECT size FROM audit_sample WHERE id = " + sample);
            assertTrue(size > 2 && size < 10, () -> size + " answers");

            Page reviewer = browser.signIn("quantri.hai");
            reviewer.navigate(Browser.address("/notice/index.xhtml"));
            assertThat(reviewer.locator("#table")).containsText("mẫu kiểm toán gồm " + size + " câu trả lời");
            reviewer.navigate(Browser.address("/index.xhtml"));
            Browser.assertFit(reviewer, "home-sampled");
            reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions()
                    .setName(size + " câu trả lời của mẫu kiểm toán chờ bạn")).click();
            assertThat(reviewer.locator("#table tbody tr")).hasCount(size);
            for (int judged = 0; judged < size; judged++) {
                Locator.FilterOptions waiting = new Locator.FilterOptions().setHas(reviewer.locator("[id$=judge]"));
                if (judged == 0) { // it is found wrong, and an auditor does not see what was found of restricted answers
                    waiting.setHasNotText("SEC.");
                }
                Locator row = reviewer.locator("#table tbody tr").filter(waiting).first();
                String value = row.locator("td").nth(2).innerText().replaceAll("\\D", "");
                if (judged == 0) {
                    row.locator("input").first().fill(value.equals("1") ? "2" : "1");
                    row.getByRole(AriaRole.BUTTON).click();
                    assertThat(reviewer.locator("#said")).containsText("Nêu lý do",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
                    row.locator("input").nth(1).fill("Văn bản đã hết hiệu lực");
                } else {
                    row.locator("input").first().fill(value);
                }
                row.getByRole(AriaRole.BUTTON).click();
                assertThat(reviewer.locator("[id$=judge]")).hasCount(size - judged - 1,
                        new LocatorAssertions.HasCountOptions().setTimeout(SLOW));
            }
            double bound = new ErrorSample(population, size, 1).bound(0.95);
            String says = "Sai 1 trong " + size + " câu. Tỷ lệ sai ước tính của toàn bộ: " + percent(1d / size)
                    + "; cao nhất " + percent(bound) + " với độ tin cậy 95%.";
            assertThat(reviewer.locator("#says")).hasText(says);
            assertThat(reviewer.locator("#outcome")).containsText("Không chứng minh được");
            Browser.assertFit(reviewer, "sample-complete");
            reviewer.navigate(Browser.address("/index.xhtml"));
            assertThat(reviewer.getByText("câu trả lời của mẫu kiểm toán chờ bạn")).hasCount(0);
            auditor.reload();
            assertThat(auditor.locator("#says")).hasText(says);
            assertThat(auditor.locator("#table tbody .status.off")).hasCount(1);
        } finally {
            run("DELETE FROM membership WHERE role = 'REVIEWER' AND person_id = (SELECT id FROM person"
                    + " WHERE username = 'quantri.hai')");
        }
    }

    private static String percent(double share) {
        return Formats.percent(BigDecimal.valueOf(share * 100), Locale.of("vi"));
    }

    @AfterEach
    void forgetTheSamples() throws Exception {
        String drawn = " IN (SELECT id FROM audit_sample WHERE purpose = '" + PURPOSE + "')";
        run("DELETE FROM notice WHERE kind = 'SAMPLE_DRAWN' AND subject_id" + drawn,
                "DELETE FROM audit_case WHERE sample_id" + drawn, "DELETE FROM audit_stratum WHERE sample_id" + drawn,
                "DELETE FROM audit_sample WHERE purpose = '" + PURPOSE + "'");
    }

    private static void run(String... statements) throws Exception {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Test
    void dataAreHeldForAnAudit() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/audit/trail.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thời hạn lưu giữ")).click();
            Browser.assertFit(page, "retention");
            page.locator("#reason").fill("Kiểm toán năm 2026");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giữ dữ liệu").setExact(true)).click();
            assertThat(page.locator("#rules")).containsText("Đang giữ");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kết thúc").setExact(true)).first()
                    .click();
            assertThat(page.locator("#rules").getByText("Đang giữ")).hasCount(0);
            assertEquals(403, browser.signIn("canbo").navigate(Browser.address("/retention/index.xhtml")).status());
        }
    }

    /** Somebody with another account of the database changes an answer of a published result; the page names the criterion. */
    @Test
    void aRowThatWasChangedBehindTheBackIsNamedOnThePage() throws Exception {
        String one = " WHERE criterion = 'STR.1' AND assessment_id = (SELECT s.id FROM assessment s JOIN agency a"
                + " ON a.id = s.agency_id AND a.code = '15' JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025')";
        long assessment = number("SELECT assessment_id FROM answer" + one);
        long value = number("SELECT value FROM answer" + one);
        try (Browser browser = Browser.open()) {
            change("UPDATE answer SET value = '" + (value == 5 ? 4 : 5) + "'" + one);
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/assessment/verification.xhtml?assessment=" + assessment));
            assertThat(page.getByText("Khác với kết quả đã công bố")).isVisible();
            assertThat(page.locator("main")).containsText("STR.1");
            Browser.assertFit(page, "verification-changed");
        } finally {
            change("UPDATE answer SET value = '" + value + "'" + one);
        }
    }

    private static long number(String sql) throws Exception {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }

    private static void change(String sql) throws Exception {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
