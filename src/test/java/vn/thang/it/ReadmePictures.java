package vn.thang.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes the pictures of the README anew from the demonstration that {@code mvn -Prun} runs, whose address is the only argument:
 * {@code mvn -Ppictures} beside it.
 */
public final class ReadmePictures {

    private static final Path FOLDER = Path.of("src", "site", "images");
    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;
    private static final int NARROW = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int PATIENCE = 120_000;

    /** @param height of what is shown of the page, from its top */
    private record Picture(String name, String person, String path, int width, int height, ColorScheme scheme) {

        private static Picture wide(String name, String person, String path) {
            return new Picture(name, person, path, WIDE, HEIGHT, ColorScheme.LIGHT);
        }
    }

    private static final List<Picture> PICTURES = List.of(
            Picture.wide("dashboard", "lanhdao", "/dashboard/index.xhtml?round=2025"),
            Picture.wide("target", "lanhdao", "/dashboard/target.xhtml?code=P1-08"),
            Picture.wide("heatmap", "lanhdao", "/dashboard/heatmap.xhtml?round=2025"),
            Picture.wide("scorecard", "lanhdao", "/dashboard/scorecard.xhtml?agency=15&round=2025"),
            new Picture("dashboard-dark", "lanhdao", "/dashboard/index.xhtml?round=2025", WIDE, HEIGHT,
                    ColorScheme.DARK),
            new Picture("dashboard-phone", "lanhdao", "/dashboard/index.xhtml?round=2025", NARROW, PHONE_HEIGHT,
                    ColorScheme.LIGHT),
            Picture.wide("assessment", "canbo", ""),
            new Picture("assessment-phone-dark", "canbo", "", NARROW, PHONE_HEIGHT, ColorScheme.DARK));

    private ReadmePictures() {
    }

    public static void main(String[] arguments) {
        String address = arguments[0];
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of("--no-sandbox", "--disable-gpu"));
            vn.thang.it.Browser.installed().ifPresent(options::setExecutablePath);
            Browser chromium = playwright.chromium().launch(options);
            for (Picture picture : PICTURES) {
                take(chromium, address, picture);
            }
        }
    }

    private static void take(Browser chromium, String address, Picture picture) {
        try (BrowserContext person = chromium.newContext(new Browser.NewContextOptions().setLocale("vi-VN")
                .setViewportSize(picture.width(), picture.height()).setColorScheme(picture.scheme()))) {
            person.setDefaultTimeout(PATIENCE);
            Page page = person.newPage();
            vn.thang.it.Browser.signIn(page, address, picture.person(), vn.thang.it.Browser.PASSWORD);
            if (picture.path().isEmpty()) {
                page.locator("main a.btn[href*='edit.xhtml']").first().click();
                page.waitForURL("**/assessment/edit.xhtml**");
            } else {
                page.navigate(address + picture.path());
            }
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(FOLDER.resolve(picture.name() + ".png")));
        }
    }
}
