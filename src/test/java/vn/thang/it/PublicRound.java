package vn.thang.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The round of the demonstration, which an administrator makes public on its page. */
public final class PublicRound {

    public static final String CODE = "2025";

    private PublicRound() {
    }

    /** Looks at what it would be, and makes it public. */
    public static Page open(Browser browser) {
        Page page = browser.signIn("quantri");
        page.navigate(Browser.address("/opening/index.xhtml?round=" + CODE));
        button(page, "Xem trước").click();
        page.locator("#preview").waitFor();
        button(page, "Công khai").click();
        page.locator(".ui-confirmdialog-yes").click();
        page.getByText("Kết quả của đợt đã được công khai.").waitFor();
        return page;
    }

    /** Ends it. */
    public static void close(Page page) {
        button(page, "Ngừng công khai").click();
        page.locator(".ui-confirmdialog-yes").click();
        page.getByText("Kết quả của đợt không còn công khai.").waitFor();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.locator("#opening").getByRole(AriaRole.BUTTON,
                new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
