package vn.thang.drafting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A ministry changes its model without anybody else: from the upload with faults to the round that takes it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DraftingBrowserIT {

    private static final int LONG = 60_000;

    @Test
    void twoAdministratorsPublishAVersion() throws SQLException {
        String version = "9." + System.currentTimeMillis() % 10_000;
        String ref = "vn-dgm/" + version;
        try (Browser browser = Browser.open()) {
            Page first = browser.signIn("quantri");
            upload(first, "no.zip", "id: vn-dgm".getBytes(StandardCharsets.UTF_8));
            assertThat(first.locator(".notices")).containsText("không phải là tệp YAML, ZIP hoặc Excel");
            Browser.assertFit(first, "drafts");
            upload(first, "faulty.zip", GivenDraft.ofVersion(version).changed("model.yaml",
                    text -> text.replaceFirst("weight: 3", "weight: 0")).in(""));
            assertThat(first.locator("tr[data-fault]").first()).containsText("model.yaml:");
            assertThat(first.locator("tr[data-fault]").first()).containsText("Trọng số phải từ");
            assertThat(first.locator("[id='decision:propose']")).hasCount(0);
            Browser.assertFit(first, "draft-faulty");
            button(first, "Rút lại");
            upload(first, GivenDraft.ofVersion(version).changed("model.yaml",
                    text -> text.replace("dimension: {at: \">50\", below: \">85\"}",
                            "dimension: {at: \">=100\", below: \">=100\"}"))
                    .chosen());
            assertThat(first.locator("dl.facts").first())
                    .containsText("model.yaml, texts.vi.yaml, texts.en.yaml, texts.de.yaml");
            String address = first.url();
            look(first, ref);
            first.navigate(address);
            Browser.assertFit(first, "draft-sound");
            button(first, "Đề nghị công bố");
            assertThat(first.locator("[data-state='PROPOSED']")).isVisible();
            assertThat(first.locator("[id='decision:publish']")).hasCount(0);
            Page second = browser.signIn("quantri.hai");
            second.navigate(address);
            Browser.assertFit(second, "draft-proposed");
            button(second, "Công bố phiên bản");
            assertThat(second.locator(".notices")).containsText("Đã công bố " + ref);
            assertThat(second.locator("[data-state='PUBLISHED']")).isVisible();
            first.navigate(Browser.address("/assessment/new-round.xhtml"));
            assertThat(first.locator("option[value='" + ref + "']")).hasCount(1);
            first.navigate(Browser.address("/catalog/criterion.xhtml?model=" + ref + "&code=STR.1"));
            assertThat(first.locator("h1")).isVisible();
            tellsOfTheModel(first, "criterion-about");
            assertEquals(403, browser.signIn("canbo").navigate(address).status());
            forget(ref);
            first.navigate(Browser.address("/assessment/new-round.xhtml"));
            assertThat(first.locator("option[value='" + ref + "']")).hasCount(0);
        }
    }

    @Test
    void twoAdministratorsPublishTheProgrammeFromAWorkbook() throws SQLException, IOException {
        String version = "9." + System.currentTimeMillis() % 10_000;
        String ref = "digital-government/" + version;
        try (Browser browser = Browser.open()) {
            Page first = browser.signIn("quantri");
            first.navigate(Browser.address("/drafting/index.xhtml"));
            Download form = first.waitForDownload(() -> first
                    .locator("tr[data-version='digital-government/1.0'] a[href$='form.xlsx']").click());
            byte[] content = Files.readAllBytes(form.path());
            upload(first, "sai.xlsx", edited(content, version, 101));
            assertThat(first.locator("tr[data-fault] th").first()).containsText("programme!B");
            button(first, "Rút lại");
            upload(first, "chuong-trinh.xlsx", edited(content, version, 95));
            String address = first.url();
            first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem mục tiêu và chỉ tiêu")).click();
            assertThat(first.locator("tr[data-target]")).hasCount(24);
            Browser.assertFit(first, "programme-preview");
            first.navigate(address);
            first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Điểm khác so với")).click();
            assertThat(first.locator("tbody tr", new Page.LocatorOptions().setHasText("coverage"))).containsText("95");
            first.navigate(address);
            first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ảnh hưởng đến trạng thái")).click();
            assertThat(first.locator("h2[data-moving]")).isVisible();
            Browser.assertFit(first, "programme-effect");
            first.navigate(address);
            button(first, "Đề nghị công bố");
            Page second = browser.signIn("quantri.hai");
            second.navigate(address);
            button(second, "Công bố phiên bản");
            assertThat(second.locator(".notices")).containsText("Đã công bố " + ref);
            first.navigate(Browser.address("/dashboard/targets.xhtml"));
            assertThat(first.locator("[data-programme]")).containsText(ref);
        } finally {
            forget(ref);
        }
    }

    private static byte[] edited(byte[] form, String version, int coverage) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheet("programme").forEach(row -> {
                String field = row.getCell(0).getStringCellValue();
                if (field.equals("version")) {
                    row.getCell(1).setCellValue(version);
                } else if (field.equals("coverage")) {
                    row.getCell(1).setCellValue(coverage);
                }
            });
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** Other tests count on the versions that ship. */
    private static void forget(String ref) throws SQLException {
        try (Connection connection = DatabaseForTests.connect()) {
            for (String table : List.of("model_version_file", "model_version")) {
                try (PreparedStatement delete = connection
                        .prepareStatement("DELETE FROM " + table + " WHERE ref = ?")) {
                    delete.setString(1, ref);
                    delete.executeUpdate();
                }
            }
        }
    }

    private static void look(Page page, String ref) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem các trang như cán bộ")).click();
        assertThat(page.locator("fieldset input[type=radio]")).hasCount(5);
        Browser.assertFit(page, "draft-preview");
        tellsOfTheModel(page, "draft-preview-about");
        page.locator(".crumbs a[href*='draft.xhtml']").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Điểm khác so với")).click();
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("gates.dimension.at")))
                .containsText(">=100");
        Browser.assertFit(page, "draft-difference");
        page.locator(".crumbs a[href*='draft.xhtml']").click();
        button(page, "Chấm lại đợt gần nhất");
        page.locator("#work a[href*='replay.xhtml']").click(
                new Locator.ClickOptions().setTimeout(LONG));
        assertThat(page.locator("[data-moving]")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText(ref))).isVisible();
        assertThat(page.locator("[data-broken='7']")).containsText("DIG.2");
        Browser.assertFit(page, "draft-replay");
    }

    /** The rules of the whole stand beside its questions, folded until somebody wants them. */
    private static void tellsOfTheModel(Page page, String name) {
        Locator about = page.locator("[data-about]");
        assertThat(about.getByRole(AriaRole.LISTITEM)).hasCount(0);
        about.locator("summary").press("Enter");
        assertThat(about).containsText("Một mức chỉ đạt khi đạt mọi vế trong nội dung của mức đó.");
        assertThat(about.getByRole(AriaRole.LISTITEM)).hasCount(5);
        assertThat(about.getByRole(AriaRole.LISTITEM).nth(2)).containsText("hầu hết là từ 90%");
        assertThat(about.locator(".note")).containsText("Đây là đề xuất, không phải văn bản quy phạm pháp luật.");
        Browser.assertFit(page, name);
    }

    private static void upload(Page page, String name, byte[] content) {
        upload(page, List.of(new ChosenFile(name, content)));
    }

    private static void upload(Page page, List<ChosenFile> files) {
        page.navigate(Browser.address("/drafting/index.xhtml"));
        page.getByLabel("Các tệp của bản dự thảo (YAML, ZIP hoặc Excel)")
                .setInputFiles(files.stream()
                        .map(file -> new FilePayload(file.name(), "application/octet-stream", file.content()))
                        .toArray(FilePayload[]::new));
        button(page, "Tải lên và kiểm tra");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
