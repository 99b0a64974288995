package vn.thang.indicator.catalogue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CatalogueBrowserIT {

    @Test
    void anAddressInsideTheNetworkIsNotAskedAndThePersonIsToldWhy() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/report/index.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dữ liệu mở").setExact(true)).click();
            page.getByLabel("Địa chỉ").fill(Browser.address("/"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chấm điểm")).press("Enter");
            assertThat(page.locator(".notices")).containsText("nằm trong mạng nội bộ");
            assertThat(page.getByLabel("Địa chỉ")).hasValue(Browser.address("/"));
            Browser.assertFit(page, "catalogue");
        }
    }
}
