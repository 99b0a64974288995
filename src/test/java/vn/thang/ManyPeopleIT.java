package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DemoAssessments;

/**
 * Ten people at once open pages of their own. Nobody is refused one and nobody sees another's name: the server keeps
 * apart who asks, however their requests share its threads.
 */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ManyPeopleIT {

    private static final int PAGES_EACH = 100;
    private static final String ACCOUNT = "/organisation/account.xhtml";
    private static final Pattern HIDDEN = Pattern.compile(
            "<input type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("<a class=\"person\"[^>]*>([^<]*)</a>");

    @Test
    void nobodyIsRefusedAPageOfTheirOwnOrTakenForSomebodyElse() throws Exception {
        List<Person> people = people();
        for (Person person : people) {
            person.signIn();
        }
        CyclicBarrier together = new CyclicBarrier(people.size());
        List<Future<List<String>>> work = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(people.size())) {
            for (Person person : people) {
                work.add(executor.submit(() -> {
                    together.await();
                    return person.openPages();
                }));
            }
        }
        List<String> faults = new ArrayList<>();
        int opened = 0;
        for (Future<List<String>> pages : work) {
            opened += pages.get().size();
            pages.get().stream().filter(fault -> !fault.isEmpty()).forEach(faults::add);
        }
        assertEquals(List.of(), faults);
        assertEquals(1000, opened);
    }

    private static List<Person> people() throws SQLException {
        String ministry = question("BTP");
        String province = question("15");
        return List.of(
                new Person("canbo", "Nguyễn Thị Minh", province, ACCOUNT),
                new Person("quantri.hai", "Đặng Thị Thu Hà", "/organisation/people.xhtml", ACCOUNT),
                new Person("phoihop", "Lý Thị Hoa", "/index.xhtml"),
                new Person("canbo.bo", "Lê Quang Dũng", ministry, ACCOUNT),
                new Person("canbo.moi", "Trịnh Văn Quý", question("48"), ACCOUNT),
                new Person("thamdinh", "Phạm Thu Hằng", "/index.xhtml", ACCOUNT),
                new Person("hoidong", "Bùi Thanh Bình", "/index.xhtml", ACCOUNT),
                new Person("lanhdao", "Đỗ Quốc Khánh", "/index.xhtml", ACCOUNT),
                new Person("kiemtoan", "Vũ Ngọc Lan", "/index.xhtml", ACCOUNT),
                new Person("quantri", "Hoàng Minh Đức", "/organisation/people.xhtml", ACCOUNT));
    }

    private static String question(String agency) throws SQLException {
        return "/assessment/edit.xhtml?assessment=" + DemoAssessments.of(agency);
    }

    /** Somebody with cookies of their own. */
    private static final class Person {

        private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager()).build();
        private final String username;
        private final String fullName;
        private final String[] pages;

        Person(String username, String fullName, String... pages) {
            this.username = username;
            this.fullName = fullName;
            this.pages = pages;
        }

        void signIn() throws IOException, InterruptedException {
            Map<String, String> fields = new LinkedHashMap<>();
            String page = get("/login.xhtml").body();
            HIDDEN.matcher(page.substring(page.indexOf("<form id=\"login\""))).results()
                    .forEach(field -> fields.put(field.group(1), field.group(2)));
            NONCE.matcher(page).results().limit(1).forEach(nonce -> fields.put("primefaces.nonce", nonce.group(1)));
            fields.put("login:username", username);
            fields.put("login:password", Browser.PASSWORD);
            fields.put("login:signIn", "x");
            String body = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = client.send(request("/login.xhtml")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            assertEquals(302, answer.statusCode(), () -> username + ": " + answer.body());
            assertTrue(answer.headers().firstValue("Location").orElse("").contains("/index.xhtml"), username);
        }

        /** Returns for each page what is wrong with it; empty where nothing is. */
        List<String> openPages() throws IOException, InterruptedException {
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < PAGES_EACH; i++) {
                String path = pages[i % pages.length];
                HttpResponse<String> page = get(path);
                Matcher name = NAME.matcher(page.body());
                String shown = name.find() ? name.group(1) : "";
                faults.add(page.statusCode() == 200 && shown.equals(fullName) ? ""
                        : username + " " + path + ": " + page.statusCode() + " " + shown);
            }
            return faults;
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).GET().build(), BodyHandlers.ofString());
        }

        private static HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(Browser.address(path)));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
