package vn.thang.assessment.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.GivenScanner;
import vn.thang.it.OwnAssessment;
import vn.thang.it.PayaraForTests;

/** While a scanner looks at a file, nobody is kept from the database. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EvidenceScanHttpIT {

    private OwnAssessment own;

    @BeforeEach
    void answered() throws SQLException {
        own = OwnAssessment.of("79");
    }

    @AfterEach
    void empty() throws SQLException {
        own.empty();
    }

    @Test
    void noTransactionWaitsForTheScanner() throws Exception {
        String socket = PayaraForTests.given().get("THANG_SCANNER_ADDRESS").substring("unix:".length());
        try (GivenScanner scanner = GivenScanner.at(Path.of(socket)).holding(); Browser browser = Browser.open()) {
            String cookies = own.person(browser, "Lê Thị Hồng", "OFFICER").signIn(browser).context().cookies().stream()
                    .map(one -> one.name + "=" + one.value).collect(Collectors.joining("; "));
            CompletableFuture<HttpResponse<String>> upload = HttpClient.newHttpClient().sendAsync(HttpRequest
                    .newBuilder(URI.create(own.files("DIG.1", 2) + "?name=a.txt"))
                    .header("Cookie", cookies).header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofString("Quyết định ban hành quy chế")).build(),
                    HttpResponse.BodyHandlers.ofString());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (scanner.looks() == 0) {
                assertTrue(System.nanoTime() < end && !upload.isDone(), "the scanner is asked");
                TimeUnit.MILLISECONDS.sleep(20);
            }
            int waiting = Integer.MAX_VALUE;
            for (int i = 0; i < 20 && waiting > 0; i++) {
                waiting = transactions(); // others come and go; one that waits for the scanner stays
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertEquals(0, waiting, "transactions while the scanner looks");
            assertTrue(!upload.isDone());
            scanner.answers();
            assertEquals(200, upload.get(30, TimeUnit.SECONDS).statusCode());
        }
    }

    private static int transactions() throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM information_schema.innodb_trx")) {
            row.next();
            return row.getInt(1);
        }
    }
}
