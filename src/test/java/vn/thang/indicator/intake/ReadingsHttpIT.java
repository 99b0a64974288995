package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A source pushes over HTTP, in JSON and CSV. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReadingsHttpIT {

    private static final String TOKEN = "ma-cua-nguon-thu-nghiem";
    private static final String ROW = "{\"agency\": \"15\", \"indicator\": \"systems_connected\", \"period\": \"2022-Q1\", \"numerator\": 3, \"denominator\": \"4\"}";

    @BeforeEach
    void token() throws SQLException {
        run("INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq), 'data-exchange', SHA2('"
                + TOKEN
                + "', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
    }

    @AfterEach
    void forget() throws SQLException {
        run("DELETE FROM reading WHERE period < '2023-01-01'", "DELETE FROM reading_sum WHERE period < '2023-01-01'",
                "DELETE FROM reading_batch WHERE way = 'PUSH'", "DELETE FROM reading_token");
    }

    @Test
    void jsonIsTakenOnceAndFaultsAreSaidInTheLanguageOfTheSource() throws Exception {
        JsonObject first = body(
                post(TOKEN, "application/json", "[" + ROW + ", " + ROW.replace("\"15\"", "\"KHONG\"") + "]"));
        assertEquals(1, first.getInt("accepted"));
        assertEquals(1, first.getInt("rejected"));
        assertEquals(2, first.getJsonArray("faults").getJsonObject(0).getInt("line"));
        assertTrue(first.getJsonArray("faults").getJsonObject(0).getString("detail")
                .startsWith("Agency KHONG does not exist"));
        assertEquals(1, body(post(TOKEN, "application/json", "[" + ROW + "]")).getInt("unchanged"));
    }

    @Test
    void csvWithAHeaderIsTakenToo() throws Exception {
        JsonObject report = body(post(TOKEN, "text/csv",
                "agency,indicator,period,numerator,denominator\r\n79,systems_connected,2022-Q1,\"3,0\",4\r\n"));
        assertEquals(1, report.getInt("accepted"), report::toString);
    }

    private static final String CSV = "agency%1$sindicator%1$speriod%1$snumerator%1$sdenominator\r\n79%1$ssystems_connected%1$s%2$s%1$s3%1$s4\r\n";

    @Test
    void csvIsTakenAsExcelAndOtherProgramsSaveIt() throws Exception {
        int quarter = 0;
        for (String body : new String[]{"\uFEFF" + CSV.formatted(",", "2022-Q1"), CSV.formatted(";", "Q2/2022"),
                "sep=;\r\n" + CSV.formatted(";", "2022-Q3"),
                "Báo cáo, quý IV, năm 2022\r\n" + CSV.formatted("\t", "2022-Q4"),
                CSV.formatted(",", "2021-Q1").toUpperCase(java.util.Locale.ROOT).replace("SYSTEMS_CONNECTED",
                        "systems_connected")}) {
            String type = quarter++ % 2 == 0 ? "text/csv" : "Text/CSV; charset=utf-8";
            JsonObject report = body(post(TOKEN, type, body));
            assertEquals(1, report.getInt("accepted"), () -> body + report);
        }
    }

    @Test
    void csvWhoseHeadingIsNotWholeIsRefusedAsAWhole() throws Exception {
        for (String[] one : new String[][]{
                {"79,systems_connected,2022-Q1,3,4\n", "Required columns are missing: agency, indicator, period"},
                {"agency,indicator,numerator\n79,systems_connected,3\n", "Required columns are missing: period"},
                {"agency,indicator,period\n79,systems_connected,2022-Q1\n", "value / numerator"},
                {"agency,indicator,period,numerator,Numerator\n79,systems_connected,2022-Q1,3,4\n",
                        "the heading Numerator stands twice"},
                {"agency,indicator,period,numerator,denominator\n79,systems_connected,2022-Q1,\"3\"x,4\n",
                        "quotation marks"}}) {
            HttpResponse<String> refused = post(TOKEN, "text/csv", one[0]);
            assertEquals(400, refused.statusCode(), refused::body);
            assertEquals("application/problem+json",
                    refused.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
            assertTrue(refused.body().contains(one[1]), refused::body);
        }
        HttpResponse<String> old = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(request(TOKEN, "text/csv", "x").build(), (n, v) -> true)
                .POST(HttpRequest.BodyPublishers.ofByteArray("agency,indicator,period,value\n79,b\u00e9,2022-Q1,3\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(400, old.statusCode());
        assertTrue(old.body().contains("not saved as UTF-8 (line 2)"), old::body);
    }

    @Test
    void aRowThatCanBeReadInTwoWaysIsRefusedWithItsLine() throws Exception {
        JsonObject report = body(post(TOKEN, "text/csv", "agency,indicator,period,numerator,denominator\n"
                + "79,systems_connected,2022-Q1,3,5,4\n79,systems_connected,2022-Q2,3,4\n79,systems_connected,2022-Q2,2,4\n"
                + "1,systems_connected,2022-Q3,3,4\n15,systems_connected,2022-Q1,3,4,\n"));
        assertEquals(1, report.getInt("accepted"), report::toString);
        assertEquals(
                "2 The row has more cells, 3 Agency 79, indicator sy, 4 Agency 79, indicator sy, 5 There is no agency 1: t",
                report.getJsonArray("faults").getValuesAs(JsonObject.class).stream()
                        .map(fault -> fault.getInt("line") + " " + fault.getString("detail").substring(0, 23).strip())
                        .collect(java.util.stream.Collectors.joining(", ")));
        JsonObject json = body(post(TOKEN, "application/json",
                "[" + ROW.replace("\"numerator\"", "\"denominator\": 5, \"numerator\"") + "]"));
        assertEquals("The field denominator stands twice in the row. Keep one of them.",
                json.getJsonArray("faults").getJsonObject(0).getString("detail"));
    }

    @Test
    void anEarlierValueIsToldWithTheOneInForce() throws Exception {
        post(TOKEN, "application/json", "[" + ROW + "]");
        post(TOKEN, "application/json", "[" + ROW.replace("3", "2") + "]");
        JsonObject again = body(post(TOKEN, "application/json", "[" + ROW + "]"));
        assertEquals(1, again.getInt("unchanged"));
        assertEquals(
                "Agency 15, indicator systems_connected, period 2022-Q1: 3/4 was known earlier, another value is in force: 2/4."
                        + " To put 3/4 in force, send it again with a new measured_at.",
                again.getJsonArray("notes").getJsonObject(0).getString("detail"));
        JsonObject back = body(
                post(TOKEN, "application/json", "[" + ROW.replace("}", ", \"measured_at\": \"2022-04-02\"}") + "]"));
        assertEquals(1, back.getInt("corrected"), back::toString);
    }

    @Test
    void numbersOfJsonAreExactAndThoseInQuotationMarksOrCsvMustBeReadableInOneWay() throws Exception {
        String quoted = body(post(TOKEN, "application/json", "[" + ROW.replace("3", "\"1,000\"") + "]"))
                .getJsonArray("faults").getJsonObject(0).getString("detail");
        assertEquals(
                "1,000 can be read in two ways. Write 1000 if the sign separates thousands, or 1,0000 if decimals follow it.",
                quoted);
        JsonObject csv = body(post(TOKEN, "text/csv",
                "agency,indicator,period,numerator,denominator\r\n79,systems_connected,2022-Q1,\"1,000\",4\r\n"));
        assertEquals(1, csv.getInt("rejected"), csv::toString);
        JsonObject exact = body(post(TOKEN, "application/json",
                "[" + ROW.replace("3", "71.00000000000000").replace("\"4\"", "1E+2") + "]"));
        assertEquals(1, exact.getInt("accepted"), exact::toString);
        JsonObject again = body(
                post(TOKEN, "application/json", "[" + ROW.replace("3", "\"71,000000\"").replace("\"4\"", "100") + "]"));
        assertEquals(1, again.getInt("unchanged"), "it is the same number, written otherwise");
        JsonObject part = body(post(TOKEN, "application/json", "[" + ROW.replace("3", "71.33333333333333") + "]"));
        assertEquals("The numerator 71.33333333333333 is no whole number. The parts of a share are counts.",
                part.getJsonArray("faults").getJsonObject(0).getString("detail"));
    }

    @Test
    void whoHasNoTokenIsToldSo() throws Exception {
        HttpResponse<String> refused = post("sai", "application/json", "[" + ROW + "]");
        assertEquals(401, refused.statusCode());
        assertEquals("application/problem+json",
                refused.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void whatCannotBeReadIsRefusedAsAWhole() throws Exception {
        for (String body : new String[]{"", "{}", "[1]", "[" + ROW, "nothing", "[" + ROW + ", 5]", "[".repeat(5_000)}) {
            assertEquals(400, post(TOKEN, "application/json", body).statusCode(), body);
        }
        assertEquals(1, body(post(TOKEN, "application/json", "[" + ROW + "]")).getInt("accepted"),
                "nothing was taken before");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAsAWhole() throws Exception {
        HttpResponse<String> refused = post(TOKEN, "application/json",
                "[" + ROW + "," + " ".repeat((int) ReadingsResource.LARGEST_BODY) + ROW + "]");
        assertEquals(413, refused.statusCode());
        assertEquals(1, body(post(TOKEN, "application/json", "[" + ROW + "]")).getInt("accepted"),
                "nothing was taken before");
    }

    /** Whoever sends slowly, or stops in the middle, holds up nobody. */
    @Test
    void aBatchThatIsStillOnItsWayHoldsUpNoOther() throws Exception {
        URI server = URI.create(Browser.address("/api/v1/readings"));
        try (Socket slow = new Socket(server.getHost(), server.getPort())) {
            slow.getOutputStream().write(("POST " + server.getPath() + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + TOKEN + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + (ROW.length() + 1000) + "\r\n\r\n[" + ROW).getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            Thread.sleep(2_000);
            assertEquals(1, body(HttpClient.newHttpClient().send(request(TOKEN, "application/json", "[" + ROW + "]")
                    .timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString()))
                    .getInt("accepted"));
        }
    }

    @Test
    void whoPushesTooOftenIsToldHowLongToWait() throws Exception {
        HttpResponse<String> answer = guess();
        for (int i = 0; i < 1_000 && answer.statusCode() == 401; i++) {
            answer = guess();
        }
        assertEquals(429, answer.statusCode());
        assertEquals("application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) >= 1);
        assertEquals(200, post(TOKEN, "application/json", "[]").statusCode(), "others are heard");
    }

    /** From an address of its own, since whoever comes from it is not heard for a while. */
    private static HttpResponse<String> guess() throws Exception {
        try (HttpClient stranger = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build()) {
            return stranger.send(request("ai-do-thu-mai", "application/json", "[]").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aTokenThatHasEndedIsNone() throws Exception {
        run("UPDATE reading_token SET ended_at = NOW(6)");
        assertEquals(401, post(TOKEN, "application/json", "[" + ROW + "]").statusCode());
    }

    @Test
    void theRowOfAForeignAgencyIsRejectedWithLineAndReason() throws Exception {
        run("UPDATE reading_token SET agency_id = (SELECT id FROM agency WHERE code = '79')");
        JsonObject report = body(
                post(TOKEN, "application/json", "[" + ROW.replace("\"15\"", "\"79\"") + ", " + ROW + "]"));
        assertEquals(1, report.getInt("accepted"));
        assertEquals("[{\"line\":2,\"detail\":\"Agency 15 does not exist, or the source may not report on it.\"}]",
                report.getJsonArray("faults").toString());
    }

    @Test
    void aKeyStandsForOneBody() throws Exception {
        JsonObject first = body(keyed("4qD329Bz36dAo1uY", "[" + ROW + "]"));
        assertEquals(first, body(keyed("4qD329Bz36dAo1uY", "[" + ROW + "]")));
        HttpResponse<String> other = keyed("4qD329Bz36dAo1uY", "[" + ROW.replace("Q1", "Q2") + "]");
        assertEquals(422, other.statusCode(), other::body);
        assertEquals("application/problem+json",
                other.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertTrue(other.body().contains("was used for batch " + first.getInt("batch")), other::body);
        assertEquals(422, keyed("4qD329Bz36dAo1uY", "[" + ROW + "] ").statusCode(), "to its last byte");
        JsonObject capitals = body(keyed("4qd329bz36dao1Uy", "[" + ROW.replace("Q1", "Q2") + "]"));
        assertEquals(1, capitals.getInt("accepted"));
        assertTrue(capitals.getInt("batch") > first.getInt("batch"));
    }

    /** What a source really sent under one key: two bodies. */
    @Test
    void aKeyOfTheFieldStandsForItsFirstBody() throws Exception {
        run("INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq),"
                + " 'satisfaction-survey', SHA2('ma-khao-sat', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
        JsonObject first = body(keyed("ma-khao-sat", "2021-lan-dau", field("idempotency-1.json")));
        assertEquals(1, first.getInt("accepted"), first::toString);
        HttpResponse<String> other = keyed("ma-khao-sat", "2021-lan-dau", field("idempotency-2.json"));
        assertEquals(422, other.statusCode(), other::body);
        assertTrue(other.body().contains("was used for batch " + first.getInt("batch")), other::body);
        assertEquals(first, body(keyed("ma-khao-sat", "2021-lan-dau", field("idempotency-1.json"))));
        assertEquals(1, body(keyed("ma-khao-sat", "2021-lan-hai", field("idempotency-2.json"))).getInt("accepted"));
    }

    private static String field(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/field", name));
    }

    private static HttpResponse<String> keyed(String key, String body) throws Exception {
        return keyed(TOKEN, key, body);
    }

    private static HttpResponse<String> keyed(String token, String key, String body) throws Exception {
        return HttpClient.newHttpClient().send(
                request(token, "application/json", body).header("Idempotency-Key", key).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** One of them takes the rows; whoever comes at the same instant gets its report, or is told to try again. */
    @Test
    void theSameKeyAtTheSameInstantIsTakenOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(HttpClient.newHttpClient().sendAsync(
                    request(TOKEN, "application/json", "[" + ROW + "]").header("Idempotency-Key", "cung-luc").build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        Set<String> reports = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> one : sent) {
            HttpResponse<String> answer = one.get();
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 409, answer::body);
            if (answer.statusCode() == 200) {
                reports.add(answer.body());
            }
        }
        assertEquals(1, reports.size(), reports::toString);
    }

    private static HttpRequest.Builder request(String token, String type, String body) {
        return HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type).header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> post(String token, String type, String body) throws Exception {
        return HttpClient.newHttpClient().send(request(token, type, body).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject body(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
