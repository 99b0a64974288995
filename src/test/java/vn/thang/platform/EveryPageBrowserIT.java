package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/**
 * Whoever follows every link of theirs finds no page that axe has a word against: each page once, and where everything is tested in
 * three languages, light and dark, on a desk and on a telephone, with everything folded out, and with its dialogs, calendars and
 * lists of agencies open. No page shows the name of a text in place of the text, and none is wider than a telephone.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageBrowserIT {

    private static final boolean WHOLE = Boolean.getBoolean("it.matrix");

    /** How many addresses of one page are looked at: where everything is tested, with and without something chosen. */
    private static final int ADDRESSES = WHOLE ? 2 : 1;
    private static final int PHONE = 320;
    private static final Pattern KEY = Pattern
            .compile("\\?\\?\\?|(?<![\\w./@-])[a-z]{3,}(\\.[a-z][a-z-]+){2,}(?![\\w./@-])|\\{\\d\\}");
    private static final Pattern TRIED = Pattern.compile("\\?{3}work\\.kind\\.try-[a-z]+\\?{3}");
    private static final Pattern CUT = Pattern.compile("^(sort|dir|page|rows|q|lang)=.*");

    /** Pages that somebody has looked at already; what each person alone has is looked at for each. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final List<String> faults = new ArrayList<>();

    @Test
    void ofOfficers() {
        assertTrue(walk("canbo") > 8);
    }

    @Test
    void ofHeads() {
        assertTrue(walk("lanhdao.tinh") > 8);
    }

    @Test
    void ofReviewers() {
        assertTrue(walk("thamdinh") > 8);
    }

    @Test
    void ofThePanel() {
        assertTrue(walk("hoidong") > 8);
    }

    @Test
    void ofLeaders() {
        assertTrue(walk("lanhdao") > 8);
    }

    @Test
    void ofAuditors() {
        assertTrue(walk("kiemtoan") > 8);
    }

    @Test
    void ofAdministrators() {
        assertTrue(walk("quantri") > 8);
    }

    @Test
    void ofEverybody() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            for (String open : List.of("/login.xhtml", "/forgotten.xhtml", "/openid.xhtml", "/address.xhtml")) {
                page.navigate(Browser.address(open));
                look(page, open);
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Follows the links of the person, looks at what nobody before had, and tells how many pages the links lead to. */
    private int walk(String person) {
        Map<String, Set<String>> known = new HashMap<>();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(person);
            Deque<String> todo = new ArrayDeque<>(List.of("/index.xhtml"));
            while (!todo.isEmpty()) {
                String address = todo.remove();
                if (!WHOLE && SEEN.contains(mark(person, address))) {
                    continue;
                }
                Response answer = page.navigate(Browser.address(address));
                if (answer == null || answer.status() != 200) {
                    continue;
                }
                for (String link : links(page)) {
                    String path = link.replaceFirst("\\?.*", "");
                    Set<String> shapes = known.computeIfAbsent(path, one -> ConcurrentHashMap.newKeySet());
                    if (shapes.size() < ADDRESSES && shapes.add(shape(link))) {
                        todo.add(link);
                    }
                }
                if (SEEN.add(mark(person, address))) {
                    look(page, address);
                }
            }
        }
        assertEquals(List.of(), faults);
        return known.size();
    }

    /** What is looked at once: a page, where everything is tested for each of what its address asks; the first page for each person. */
    private static String mark(String person, String address) {
        String path = address.replaceFirst("\\?.*", "");
        return (path.equals("/index.xhtml") ? person : "") + path + (WHOLE ? shape(address) : "");
    }

    private static List<String> links(Page page) {
        List<?> links = (List<?>) page
                .evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href).filter(link =>"
                        + " link.startsWith(location.origin) && new URL(link).pathname.endsWith('.xhtml'))");
        return links.stream().map(link -> URI.create(((String) link).replace(" ", "%20")))
                .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                .filter(link -> !link.contains("lang=")).distinct().toList();
    }

    /** What an address asks, without with what. */
    private static String shape(String address) {
        return address.contains("?") ? Arrays.stream(address.replaceFirst("[^?]*\\?", "").split("&"))
                .filter(part -> !CUT.matcher(part).matches()).map(part -> part.replaceFirst("=.*", "")).sorted()
                .collect(Collectors.joining(",")) : "";
    }

    /** @param address where the page is */
    private void look(Page page, String address) {
        if (!WHOLE) {
            unfolded(page, address);
            axe(page, address);
            fits(page, address);
            page.setViewportSize(1366, 900);
            return;
        }
        for (String language : List.of("en", "de", "vi")) {
            page.setViewportSize(1366, 900);
            page.navigate(Browser.address(address + (address.contains("?") ? "&" : "?") + "lang=" + language));
            String what = address + " " + language;
            unfolded(page, what);
            look(page, what, 1366, ColorScheme.LIGHT);
            look(page, what, PHONE, ColorScheme.DARK);
            if (language.equals("vi")) {
                look(page, what, PHONE, ColorScheme.LIGHT);
                look(page, what, 1366, ColorScheme.DARK);
                open(page, what, "[data-pfconfirmcommand]:visible", ".ui-confirm-dialog");
                open(page, what, ".ui-datepicker-trigger:visible", ".ui-datepicker-panel");
                type(page, what);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1366, 900);
    }

    /** Folds everything out and looks for names of texts; settings are called by their names, and works of other tests have none. */
    private void unfolded(Page page, String what) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
        String text = TRIED.matcher(page.locator("body").innerText()).replaceAll("");
        KEY.matcher(text).results().map(MatchResult::group).filter(found -> !found.startsWith("thang."))
                .forEach(found -> faults.add(what + " shows " + found));
    }

    private void look(Page page, String what, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        axe(page, what + " " + width + " " + scheme);
        if (width == PHONE) {
            fits(page, what);
        }
    }

    private void fits(Page page, String what) {
        page.setViewportSize(PHONE, 900);
        if (((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() > PHONE) {
            faults.add(what + " is wider than a telephone");
        }
    }

    private void axe(Page page, String what) {
        Browser.violations(page).forEach(fault -> faults.add(what + " " + fault));
    }

    /** Opens the first of what a page can open, and closes it by Escape, after which it is gone. */
    private void open(Page page, String what, String opener, String opened) {
        Locator first = page.locator(opener).first();
        if (page.locator(opener).count() == 0 || first.isDisabled()) {
            return;
        }
        first.click();
        try {
            page.locator(opened + ":visible").first().waitFor();
            axe(page, what + " with " + opened);
            page.keyboard().press("Escape");
            if (page.locator(opened + ":visible").count() > 0) {
                faults.add(what + " keeps " + opened + " open");
            }
        } catch (PlaywrightException e) {
            faults.add(what + " does not open " + opened);
        }
    }

    private void type(Page page, String what) {
        Locator agency = page.locator("main .ui-autocomplete input:visible").first();
        if (page.locator("main .ui-autocomplete input:visible").count() > 0 && agency.isEnabled()) {
            agency.pressSequentially("ha no");
            page.locator(".ui-autocomplete-panel:visible").first().waitFor();
            axe(page, what + " with a list of agencies");
            page.keyboard().press("Escape");
            if (page.locator(".ui-autocomplete-panel:visible").count() > 0) {
                faults.add(what + " keeps its list of agencies open");
            }
        }
    }
}
