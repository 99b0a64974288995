package vn.thang.organisation.agency.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** A person opens the tree of agencies by keys, and finds an agency in it without marks. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AgencyTreeBrowserIT {

    private static final String TREE = "/organisation/tree.xhtml";

    @Test
    void branchesAreAskedForWhenTheyAreOpenedByKeys() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/organisation/agencies.xhtml"));
            page.getByText("Cây cơ quan").click();
            Locator branches = page.getByRole(AriaRole.TREEITEM);
            Locator capital = branches.filter(new Locator.FilterOptions().setHasText("Hà Nội")).last();
            assertThat(capital).isVisible();
            int before = branches.count();
            page.locator("#tree .ui-tree-container").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[role=treeitem][aria-expanded=false]").first()).isVisible();
            page.keyboard().press("ArrowRight");
            assertThat(capital).isVisible();
            assertEquals(before, branches.count());
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("agency.xhtml"));
        }
    }

    @Test
    void anAgencyIsFoundWithoutMarksAndTheTreeIsOpenDownToIt() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address(TREE));
            Browser.assertFit(page, "agency-tree");
            Locator field = page.getByRole(AriaRole.COMBOBOX);
            field.pressSequentially("hai phong");
            assertThat(page.locator(".ui-autocomplete-item").first()).containsText("Hải Phòng");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("tree.xhtml\\?code=31#here$"));
            assertThat(page.locator("#here")).hasText("Thành phố Hải Phòng");
            assertThat(page.locator("#here")).isInViewport();
            Browser.assertFit(page, "agency-tree-found");
            page.getByRole(AriaRole.COMBOBOX).fill("KHONG-CO");
            page.keyboard().press("Tab");
            assertThat(page.locator("#said")).containsText("KHONG-CO");
            assertEquals(404, page.navigate(Browser.address(TREE + "?code=KHONG-CO")).status());
        }
    }
}
