package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedWriter;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.SecondServer;
import vn.thang.platform.Time;

/** Every agency reports thirty indicators for twelve months over HTTP; the database loads the same rows from a file beside it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReadingsBench {

    private static final int MONTHS = 12;
    private static final int BATCH = 50_000;
    private static final int CORRECTED = 6;
    private static final int WARM = 20;
    private static final long BETWEEN_LOOKS = 500_000_000;
    private static final String HEADER = "agency,indicator,period,numerator,denominator\n";
    private static final Path FOLDER = Path.of("target/bench-readings").toAbsolutePath();
    private static final Path FILE = FOLDER.resolve("rows.txt");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Path> batches = new ArrayList<>();
    private int rows;

    @Test
    void aYearOfReadings() throws Exception {
        Files.createDirectories(FOLDER);
        try (Connection connection = DatabaseForTests.connect()) {
            if (number(connection, "SELECT COUNT(*) FROM agency WHERE type = 'commune'") < FullRound.COMMUNES) {
                new FullRound(connection).addCommunes();
            }
            write(connection);
        }
        MonthlyIndicators.write(FOLDER.resolve("model"));
        double loaded = load();
        System.setProperty("thang.model.dir", FOLDER.resolve("model").toString());
        try (SecondServer server = SecondServer.start()) {
            String cookies = signIn();
            page(cookies);
            long idle = heap(server);
            double first = push(batches, "accepted");
            double cold = page(cookies);
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM; i++) {
                warm.add(page(cookies));
            }
            Collections.sort(warm);
            double again = push(batches, "unchanged");
            loaded = Math.min(loaded, load());
            Figures.keep("pushing %,d readings".formatted(rows), "%.1f s, %,.0f rows/s".formatted(first, rows / first),
                    "%.2f of the speed of LOAD DATA (%.1f s)".formatted(loaded / first, loaded),
                    "wanted: at least 0.33");
            Figures.keep("pushing the same again", "%.1f s".formatted(again),
                    "%.2f times the first, nothing changed".formatted(again / first),
                    "wanted: at most 1 time");
            Figures.keep("all targets with forecasts, page", "cold %.0f ms".formatted(cold * 1_000),
                    "warm %.0f ms".formatted(warm.get(WARM / 2) * 1_000), "wanted: 2,000 ms cold, 100 ms warm");
            Figures.keep("corrections, memory", "heap above idle " + mostHeap(server, idle) + " MiB",
                    CORRECTED + " batches, the live heap in each", "wanted: flat");
            compare();
        } finally {
            System.clearProperty("thang.model.dir");
        }
    }

    /** The batches as they are pushed, and one file as LOAD DATA reads it. */
    private void write(Connection connection) throws Exception {
        List<String[]> agencies = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT code, id FROM agency WHERE type <> 'country' AND (valid_to IS NULL OR valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)) ORDER BY code")) {
            while (row.next()) {
                agencies.add(new String[]{row.getString(1), row.getString(2)});
            }
        }
        try (BufferedWriter file = Files.newBufferedWriter(FILE)) {
            StringBuilder batch = new StringBuilder(HEADER);
            for (int month = MONTHS; month >= 1; month--) {
                LocalDate period = LocalDate.now(Time.ZONE).withDayOfMonth(1).minusMonths(month);
                for (int i = 0; i < MonthlyIndicators.COUNT; i++) {
                    String indicator = MonthlyIndicators.codes().get(i);
                    for (String[] agency : agencies) {
                        int part = 40 + (Integer.parseInt(agency[1].substring(Math.max(0, agency[1].length() - 4))) * 31
                                + i * 17) % 100 + 3 * (MONTHS - month);
                        batch.append(agency[0]).append(',').append(indicator).append(',')
                                .append(period.toString(), 0, 7).append(',').append(part).append(",200\n");
                        file.write(indicator + "\t" + period + "\t" + agency[1] + "\t" + MonthlyIndicators.SOURCE + "\t"
                                + part + "\t200\t" + part / 2.0
                                + "\t\\N\t2026-01-01 00:00:00\t" + "%064x".formatted(part) + "\n");
                        if (++rows % BATCH == 0) {
                            batch = flush(batch);
                        }
                    }
                }
            }
            flush(batch);
        }
    }

    private StringBuilder flush(StringBuilder batch) throws Exception {
        batches.add(FOLDER.resolve("batch-" + batches.size() + ".csv"));
        Files.writeString(batches.get(batches.size() - 1), batch);
        return new StringBuilder(HEADER);
    }

    /** Seconds that the database takes for the file, into a table with the same keys. */
    private double load() throws Exception {
        try (Connection connection = DriverManager.getConnection(DatabaseForTests.url() + "&allowLocalInfile=true");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE reading_loaded LIKE reading");
            statement.execute(
                    "ALTER TABLE reading_loaded ADD FOREIGN KEY (agency_id) REFERENCES agency (id), ADD FOREIGN KEY (batch_id) REFERENCES reading_batch (id)");
            long batch = number(connection, "SELECT MIN(id) FROM reading_batch");
            double seconds = Figures.seconds(() -> statement.execute("LOAD DATA LOCAL INFILE '" + FILE
                    + "' INTO TABLE reading_loaded (indicator, period,"
                    + " agency_id, source, numerator, denominator, value, measured_at, arrived_at, @payload) SET payload = UNHEX(@payload), batch_id = "
                    + batch));
            assertEquals(rows, number(connection, "SELECT COUNT(*) FROM reading_loaded"));
            statement.execute("DROP TABLE reading_loaded");
            return seconds;
        }
    }

    /** Seconds for all files, each by one request with a token of its own pass; all rows must come to the same. */
    private double push(List<Path> files, String what) throws Exception {
        String token = "bench-" + System.nanoTime();
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE reading_token SET ended_at = NOW(6) WHERE source = '" + MonthlyIndicators.SOURCE
                    + "' AND ended_at IS NULL");
            statement.execute(
                    "INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq), '"
                            + MonthlyIndicators.SOURCE
                            + "', SHA2('" + token + "', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
        }
        int[] count = {0, 0};
        double seconds = Figures.seconds(() -> {
            for (Path file : files) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                                .header("Authorization", "Bearer " + token).header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofFile(file)).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), answer::body);
                try (var reader = Json.createReader(new StringReader(answer.body()))) {
                    JsonObject report = reader.readObject();
                    count[0] += report.getInt("taken");
                    count[1] += report.getInt(what);
                }
            }
        });
        assertEquals(count[0], count[1], what);
        return seconds;
    }

    private String signIn() throws Exception {
        try (Browser browser = Browser.open()) {
            BrowserContext context = browser.person();
            browser.signIn(context, "lanhdao", Browser.PASSWORD);
            return context.cookies().stream().map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
    }

    /** Seconds for the page of all targets. */
    private double page(String cookies) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address("/dashboard/targets.xhtml")))
                .header("Cookie", cookies).build();
        return Figures.seconds(
                () -> assertEquals(200, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()));
    }

    /** The most MiB that were live above those of the idle server, looked at while corrections are pushed. */
    private long mostHeap(SecondServer server, long idle) throws Exception {
        List<Path> corrections = new ArrayList<>();
        for (Path batch : batches.subList(0, CORRECTED)) {
            Path file = FOLDER.resolve("corrected-" + batch.getFileName());
            Files.writeString(file, Files.readString(batch).replace(",200\n", ",250\n"));
            corrections.add(file);
        }
        long[] most = {0};
        Thread pushing = new Thread(() -> {
            try {
                push(corrections, "corrected");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        pushing.start();
        while (pushing.isAlive()) {
            most[0] = Math.max(most[0], heap(server));
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return (most[0] - idle) >> 20;
    }

    /** Bytes of the objects that are alive in the server. */
    private static long heap(SecondServer server) throws Exception {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(server.pid()), "GC.class_histogram")
                .redirectErrorStream(true).start();
        String last = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst().orElseThrow();
        jcmd.waitFor(1, TimeUnit.MINUTES);
        return Long.parseLong(last.trim().split(" +")[2]);
    }

    /** The sums that the pages read are those of the readings, both seen at the same instant. */
    private static void compare() throws SQLException {
        try (Connection connection = DatabaseForTests.connect()) {
            connection.setAutoCommit(false);
            String newest = "SELECT SUM(r.numerator * 7 + r.denominator * 3 + r.value) FROM reading r WHERE r.source = '"
                    + MonthlyIndicators.SOURCE
                    + "' AND r.id IN (SELECT MAX(n.id) FROM reading n GROUP BY n.agency_id, n.indicator, n.period) AND r.indicator LIKE 'monthly%'";
            assertEquals(number(connection, newest),
                    number(connection, "SELECT SUM(numerator * 7 + denominator * 3 + value) FROM reading_sum"
                            + " WHERE indicator LIKE 'monthly%'"));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
