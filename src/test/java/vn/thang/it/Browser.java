package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Chromium at the deployed application. Every page it opens is watched: script errors and breaches of the content
 * security policy fail the test that closes the browser.
 */
public final class Browser implements AutoCloseable {

    public static final String PASSWORD = "Thang-demo-2026";
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final boolean WHOLE_MATRIX = Boolean.getBoolean("it.matrix");

    private static final String STICKING_OUT = "[...document.querySelectorAll('body *')].filter(part => !part.closest('.wide')"
            + " && part.getBoundingClientRect().right > 320).map(part => part.outerHTML.slice(0, 90))";

    private static final String AXE = axe();

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Page administrator;

    private Browser() {
    }

    /**
     * The Chromium of the machine where there is one, rather the one without windows, which costs half; otherwise Playwright
     * fetches its own. All tests share one process.
     */
    public static Browser open() {
        if (chromium == null || !chromium.isConnected()) {
            shutDown();
            Optional<Path> installed = installed();
            Map<String, String> environment = new HashMap<>();
            installed.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            try {
                playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            } catch (PlaywrightException e) {
                Programs.need(installed.isPresent(), "Chromium is not on this machine and cannot be fetched: " + e);
                throw e;
            }
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
            installed.ifPresent(options::setExecutablePath);
            chromium = playwright.chromium().launch(options);
        }
        return new Browser();
    }

    /** The Chromium of the machine, where there is one. */
    public static Optional<Path> installed() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name)).filter(Files::isExecutable).findFirst();
    }

    /** Ends the process that the tests share. */
    static void shutDown() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            chromium = null;
        }
    }

    /** A day as a person writes it into a field in Vietnamese. */
    public static String written(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    public static String address(String path) {
        return "http://localhost:" + Integer.getInteger("it.http.port") + path;
    }

    /** A person of their own, as far as the application can see: own cookies, own storage. */
    public BrowserContext person() {
        return person(1366, 900);
    }

    public BrowserContext person(int width, int height) {
        return watched(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** A person who may take a certificate that nobody else has signed. */
    public BrowserContext person(boolean anyCertificate) {
        return watched(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 900)
                .setIgnoreHTTPSErrors(anyCertificate));
    }

    private BrowserContext watched(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setLocale("vi-VN"));
        people.add(context);
        context.setDefaultTimeout(20_000);
        context.addInitScript("document.addEventListener('securitypolicyviolation', event => "
                + "console.error('CSP ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))");
        context.onPage(page -> {
            page.onPageError(error -> faults.add(page.url() + ": " + error));
            page.onConsoleMessage(message -> {
                if (message.text().startsWith("CSP ") && !message.text().startsWith("CSP style-src-attr")) {
                    faults.add(page.url() + ": " + message.text());
                }
            });
        });
        return context;
    }

    /** A page at the start, signed in with a demonstration account. */
    public Page signIn(String username) {
        return signIn(person(), username, PASSWORD);
    }

    /** The page of an administrator who does what a test needs, signed in once. */
    Page administrator() {
        if (administrator == null) {
            administrator = signIn("quantri");
        }
        return administrator;
    }

    public Page signIn(BrowserContext context, String username, String password) {
        Page page = context.newPage();
        signIn(page, address(""), username, password);
        return page;
    }

    /** Signs in at a server of this address. */
    public static void signIn(Page page, String server, String username, String password) {
        page.navigate(server + "/login.xhtml");
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
        page.waitForLoadState();
        if (page.url().contains("/login.xhtml") && page.getByLabel("Mã xác thực").count() > 0) {
            page.getByLabel("Mã xác thực").fill(SecondFactorOf.demonstration(username));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập").setExact(true)).click();
        }
        page.waitForURL(Pattern.compile(Pattern.quote(server) + "(/dashboard|/report)?/index\\.xhtml.*"));
    }

    /** No violation of WCAG 2.2 AA that axe can see. */
    public static void assertAccessible(Page page) {
        page.waitForLoadState();
        assertEquals(List.of(), violations(page), page::url);
    }

    /**
     * The violations of WCAG 2.2 AA that axe sees, each with the first place of it. By a call of axe itself: that of its library
     * opens another page each time and brings over what is in order too, which takes longer than the looking.
     */
    public static List<String> violations(Page page) {
        page.evaluate(AXE);
        return ((List<?>) page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes:"
                + " ['violations'], elementRef: false}).then(found => found.violations.map(rule => rule.id + ': ' +"
                + " rule.nodes[0].html))", WCAG)).stream().map(String.class::cast).toList();
    }

    private static String axe() {
        try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing makes the page scroll sideways on a small phone. */
    public static void assertFitsPhone(Page page) {
        page.setViewportSize(320, 640);
        assertEquals(320, page.evaluate("document.documentElement.scrollWidth"),
                () -> page.url() + page.evaluate(STICKING_OUT));
        page.setViewportSize(1366, 900);
    }

    /** The appearances in which pages are looked at: all of them where everything is tested, otherwise the light one. */
    public static List<ColorScheme> schemes() {
        return WHOLE_MATRIX ? List.of(ColorScheme.DARK, ColorScheme.LIGHT)
                : List.of(ColorScheme.LIGHT);
    }

    /** Accessible in each appearance, not too wide for a phone; with pictures of all. */
    public static void assertFit(Page page, String name) {
        for (ColorScheme scheme : schemes()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertAccessible(page);
            picture(page, scheme == ColorScheme.DARK ? name + "-dark" : name);
        }
        page.setViewportSize(320, 640);
        picture(page, name + "-phone");
        assertFitsPhone(page);
    }

    /** Keeps a picture of the page in target/screenshots where everything is tested. */
    public static void picture(Page page, String name) {
        if (WHOLE_MATRIX) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"))
                    .setFullPage(true));
        }
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
        assertEquals(List.of(), faults);
    }
}
