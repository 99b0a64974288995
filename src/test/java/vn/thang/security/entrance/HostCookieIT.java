package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.Nginx;
import vn.thang.it.SecondServer;

/** What a server that people reach by https sets as cookies, seen on the wire behind a real nginx and in a real browser. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "vn.thang.it.Nginx#isInstalled", disabledReason = "nginx is not installed on this machine")
class HostCookieIT {

    @Test
    void cookiesOfTheSessionAreOfThisHostAlone() throws Exception {
        try (SecondServer server = SecondServer.at("https://" + Nginx.NAME);
                Nginx nginx = Nginx.start(server.port());
                Browser browser = Browser.open()) {
            String answer = nginx.ask("127.0.0.1", Nginx.NAME, "GET /login.xhtml HTTP/1.1\r\nHost: " + nginx.host()
                    + "\r\nConnection: close\r\n\r\n");
            List<String> set = answer.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie: "))
                    .map(line -> line.substring("set-cookie: ".length()))
                    .filter(line -> !line.startsWith("__Host-THANG-NODE="))
                    .toList();
            assertEquals(1, set.size(), answer);
            assertTrue(set.get(0).matches("__Host-THANG=[^;]+(; (Path=/|HttpOnly|Secure|SameSite=lax)){4}"),
                    set.get(0));

            BrowserContext person = browser.person(true);
            Page page = person.newPage();
            Browser.signIn(page, nginx.address(""), "canbo", Browser.PASSWORD);
            page.navigate(nginx.address("/organisation/account.xhtml"));
            assertEquals(nginx.address("/organisation/account.xhtml"), page.url());
            TreeSet<String> names = new TreeSet<>();
            person.cookies().stream().filter(one -> one.name.contains("THANG")).forEach(one -> {
                assertTrue(one.secure && one.httpOnly && one.path.equals("/")
                        && one.domain.equals(Nginx.NAME), one.name);
                names.add(one.name);
            });
            assertEquals(new TreeSet<>(List.of("__Host-THANG", "__Host-THANG-DEVICE", "__Host-THANG-KEY",
                    "__Host-THANG-NODE")), names);

            try (Socket plain = new Socket("127.0.0.1", server.port())) {
                String direct = Nginx.exchange(plain, "GET /login.xhtml HTTP/1.1\r\nHost: " + Nginx.NAME
                        + "\r\nCookie: THANG=0123456789\r\nConnection: close\r\n\r\n");
                assertTrue(direct.contains("__Host-THANG=") && direct.contains("; Secure"),
                        "past the proxy too: " + direct.lines().limit(12).toList());
            }
        }
    }
}
