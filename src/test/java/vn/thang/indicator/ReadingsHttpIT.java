package vn.thang.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        run("INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq), 'data-exchange', SHA2('" + TOKEN
                + "', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
    }

    @AfterEach
    void forget() throws SQLException {
        run("DELETE FROM reading WHERE period < '2023-01-01'", "DELETE FROM reading_batch WHERE way = 'PUSH'", "DELETE FROM reading_token");
    }

    @Test
    void jsonIsTakenOnceAndFaultsAreSaidInTheLanguageOfTheSource() throws Exception {
        JsonObject first = body(post(TOKEN, "application/json", "[" + ROW + ", " + ROW.replace("\"15\"", "\"KHONG\"") + "]"));
        assertEquals(1, first.getInt("accepted"));
        assertEquals(1, first.getInt("rejected"));
        assertEquals(2, first.getJsonArray("faults").getJsonObject(0).getInt("line"));
        assertTrue(first.getJsonArray("faults").getJsonObject(0).getString("detail").startsWith("There is no agency KHONG"));
        assertEquals(1, body(post(TOKEN, "application/json", "[" + ROW + "]")).getInt("unchanged"));
    }

    @Test
    void csvWithAHeaderIsTakenToo() throws Exception {
        JsonObject report = body(post(TOKEN, "text/csv", "agency,indicator,period,numerator,denominator\r\n79,systems_connected,2022-Q1,\"3,5\",4\r\n"));
        assertEquals(1, report.getInt("accepted"), report::toString);
    }

    @Test
    void whoHasNoTokenIsToldSo() throws Exception {
        HttpResponse<String> refused = post("sai", "application/json", "[" + ROW + "]");
        assertEquals(401, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void whatCannotBeReadIsRefusedAsAWhole() throws Exception {
        for (String body : new String[] {"", "{}", "[1]", "[" + ROW, "nothing", "[" + ROW + ", 5]"}) {
            assertEquals(400, post(TOKEN, "application/json", body).statusCode(), body);
        }
        assertEquals(1, body(post(TOKEN, "application/json", "[" + ROW + "]")).getInt("accepted"), "nothing was taken before");
    }

    private static HttpResponse<String> post(String token, String type, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                .header("Authorization", "Bearer " + token).header("Content-Type", type).header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
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
