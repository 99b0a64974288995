package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.rest.Problem;

/** While all places are taken those who work wait and are answered, and those who come get a page that says so. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdmissionHttpIT {

    /** More than there are places, and more than may wait before the door closes. */
    private static final int CROWD = 30;

    private static final int MOST_ASKED = 200;
    private static final long BETWEEN_QUESTIONS = 200;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void thoseWhoWorkAreAnsweredAndThoseWhoComeWaitOutside() throws Exception {
        try (Browser browser = Browser.open(); Connection database = DatabaseForTests.connect()) {
            BrowserContext officer = browser.person();
            browser.signIn(officer, "canbo", Browser.PASSWORD);
            String cookies = officer.cookies().stream().map(one -> one.name + "=" + one.value)
                    .collect(Collectors.joining("; "));
            List<CompletableFuture<HttpResponse<String>>> working = new ArrayList<>();
            database.setAutoCommit(false);
            try (Statement sql = database.createStatement()) {
                long assessment;
                try (ResultSet row = sql.executeQuery("""
                        SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id
                        JOIN membership m ON m.agency_id = s.agency_id JOIN person p ON p.id = m.person_id
                        WHERE p.username = 'canbo' AND r.state = 'OPEN' FOR UPDATE""")) {
                    row.next();
                    assessment = row.getLong(1);
                }
                for (int i = 0; i < CROWD; i++) {
                    working.add(client.sendAsync(to("/api/v1/assessments/" + assessment + "/answers/GOV.1")
                            .header("Cookie", cookies).header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString("{\"value\":\"1\",\"version\":0}")).build(),
                            BodyHandlers.ofString()));
                }
                HttpResponse<String> page = untilRefused("/login.xhtml");
                assertTrue(page.body().contains("Bạn đang ở trong hàng chờ."), page.body());
                assertTrue(page.body().contains("http-equiv=\"refresh\""), page.body());
                assertTrue(page.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
                HttpResponse<String> problem = untilRefused("/api/v1/rounds");
                assertEquals(Problem.TYPE, problem.headers().firstValue("Content-Type").orElseThrow());
                assertTrue(problem.body().contains("\"status\":503"), problem.body());
                Page waiting = browser.person().newPage();
                waiting.navigate(Browser.address("/login.xhtml"));
                assertEquals("Hệ thống đang có nhiều người truy cập", waiting.locator("h1").textContent());
                database.rollback();
                waiting.locator("input[type=password]").waitFor(); // nobody did anything: the page asked again
            }
            for (CompletableFuture<HttpResponse<String>> one : working) {
                assertTrue(one.get().statusCode() < 500, () -> one.join().statusCode() + " " + one.join().body());
            }
        }
    }

    /** Whoever comes before the crowd is let to the door and waits there: nobody waits for them longer than for an answer. */
    private HttpResponse<String> untilRefused(String path) throws Exception {
        for (int i = 0; i < MOST_ASKED; i++) {
            try {
                HttpResponse<String> answer = client.send(to(path).timeout(LONGEST_ANSWER).build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 503) {
                    return answer;
                }
            } catch (HttpTimeoutException early) {
                continue;
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        throw new AssertionError(path + " was never refused");
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(Browser.address(path)));
    }
}
