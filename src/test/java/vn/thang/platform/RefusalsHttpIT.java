package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.PayaraForTests;

/** Whatever is asked for, the answer is one of the application: a problem for callers of the API, a page for people. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsHttpIT {

    private static final String ANSWER = "/api/v1/assessments/6850/answers/GOV.1";

    private final Visitor nobody = new Visitor();

    /** Somebody with cookies of their own. */
    private static final class Visitor {

        private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(to(path));
        }

        HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
            return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
        }

        Map<String, String> form(String path) throws IOException, InterruptedException {
            String page = get(path).body();
            Map<String, String> fields = new TreeMap<>();
            Matcher field = Pattern.compile("<(?:input|form)[^>]*>").matcher(page);
            while (field.find()) {
                Matcher name = Pattern.compile(" name=\"([^\"]+)\"").matcher(field.group());
                Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(field.group());
                if (name.find()) {
                    fields.put(name.group(1), field.group().startsWith("<form") ? name.group(1) : value.find()
                            ? value.group(1) : "");
                }
            }
            return fields;
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields.entrySet().stream()
                            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&")))));
        }

        Visitor signIn(String username) throws IOException, InterruptedException {
            Map<String, String> fields = form("/login.xhtml");
            fields.keySet().removeIf(name -> name.startsWith("passkey")); // another form of the page
            fields.replaceAll((name, value) -> name.endsWith("username") ? username : name.endsWith("password")
                    ? Browser.PASSWORD : value);
            HttpResponse<String> answer = post("/login.xhtml", fields);
            assertEquals(302, answer.statusCode(), answer::body);
            get("/index.xhtml?lang=en");
            return this;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(Browser.address(path))).header("Accept-Language", "en");
    }

    private static JsonObject problem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), () -> answer.uri() + " " + answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse("").split(";")[0],
                answer::body);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject problem = reader.readObject();
            assertEquals(status, problem.getInt("status"));
            assertEquals("about:blank", problem.getString("type"));
            assertFalse(problem.getString("title").isBlank());
            assertFalse(problem.getString("detail").isBlank());
            return problem;
        }
    }

    private static void page(int status, String title, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("<h1>" + title + "</h1>"), answer::body);
        assertTrue(answer.body().contains("class=\"logo\""), answer::body);
        assertFalse(answer.body().contains("Exception"), answer::body);
    }

    @Test
    void whatTheApiDoesNotKnowIsAProblem() throws Exception {
        for (String path : new String[]{"/api/v1/nothing", "/api/v1", "/api/v1/", "/api/v2/agencies", "/api/",
                "/api/v1/assessments/x/answers/GOV.1/history",
                "/api/v1/evidence/x", "/api/v1/workbooks/1.5",
                "/api/v1/reading-batches/99999999999999999999/faults.csv"}) {
            problem(404, nobody.get(path));
        }
        HttpResponse<String> method = nobody.send(to("/api/v1/agencies").DELETE());
        problem(405, method);
        assertTrue(method.headers().firstValue("Allow").orElse("").contains("GET"), () -> method.headers().toString());
        problem(405, nobody.get("/api/v1/scorings"));
        problem(406, nobody.send(to("/api/v1/agencies").header("Accept", "text/csv")));
        for (String type : new String[]{"application/csv", "text/json", "nonsense", "a/b/c"}) {
            HttpResponse<String> answer = nobody.send(to("/api/v1/readings").header("Content-Type", type)
                    .POST(BodyPublishers.ofString("[]")));
            problem(type.contains("json") || type.contains("csv") ? 415 : 400, answer);
        }
        assertEquals("The API has no such address, or an id in the address is not written as ids are.",
                problem(404, nobody.get("/api/v1/nothing")).getString("detail"));
    }

    @Test
    void aBodyThatCannotBeReadIsAProblemForEverybody() throws Exception {
        for (Visitor visitor : new Visitor[]{nobody, new Visitor().signIn("quantri")}) {
            for (String body : new String[]{"{bad", "[]", "", "null", "5", "\"x\"", "{\"version\": \"x\"}",
                    "{\"value\": {}}", "{\"version\": null}",
                    "[".repeat(5_000), "\uFEFF{", "{\"value\": \"\\ud8"}) {
                problem(400, visitor.put(ANSWER, body));
            }
            problem(400, nobody.send(to(ANSWER).PUT(BodyPublishers.ofString("{}"))));
            problem(400, visitor.send(to(ANSWER).PUT(BodyPublishers.noBody())));
        }
    }

    @Test
    void thePlacesOfABodyThatAreFaultyAreNamed() throws Exception {
        JsonObject problem = problem(400, nobody.put(ANSWER, "{\"value\": \"3\", \"version\": -1}"));
        assertEquals("/version", problem.getJsonArray("problems").getJsonObject(0).getString("pointer"));
        assertEquals("The value is outside the range that is allowed.",
                problem.getJsonArray("problems").getJsonObject(0).getString("detail"));
        problem = problem(400, nobody.send(to(ANSWER + "/carried").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))));
        assertEquals("/origin", problem.getJsonArray("problems").getJsonObject(0).getString("pointer"));
        problem(400, nobody.put("/api/v1/evidence/1/days", "{\"from\": \"tomorrow\"}"));
        problem(400, nobody.put("/api/v1/evidence/1/days", "{\"from\": \"2026-02-31\"}"));
    }

    @Test
    void anUnknownCriterionIsNotFound() throws Exception {
        Visitor administrator = new Visitor().signIn("quantri");
        Visitor officer = new Visitor().signIn("canbo");
        problem(404, officer.get("/api/v1/assessments/6850/answers/XXX/history"));
        assertEquals(200, officer.get(ANSWER + "/history").statusCode());
        problem(404, administrator.get("/api/v1/assessments/999999999/answers/GOV.1/history"));
        problem(404, administrator.get("/api/v1/rounds/none/workbook.xlsx"));
        problem(404, administrator.get("/api/v1/reading-sheets/none.xlsx"));
        problem(404, administrator.get("/api/v1/denominator-sheets/none.xlsx"));
    }

    @Test
    void aLanguageThatCannotBeReadIsIgnored() throws Exception {
        for (String language : new String[]{";;q=bad", "en;q=7", "*", "x-klingon", ""}) {
            HttpResponse<String> answer = nobody.client
                    .send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/nothing")))
                            .header("Accept-Language", language).build(), BodyHandlers.ofString());
            assertTrue(problem(404, answer).getString("detail").startsWith("Địa chỉ"), language);
            answer = nobody.client.send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/session")))
                    .header("Accept-Language", language).build(), BodyHandlers.ofString());
            problem(401, answer);
        }
    }

    @Test
    void whoMayNotSeeAPageIsToldSo() throws Exception {
        for (String user : new String[]{"thamdinh", "hoidong", "lanhdao", "kiemtoan", "quantri", "phoihop"}) {
            Visitor visitor = new Visitor().signIn(user);
            for (String path : new String[]{"/assessment/edit.xhtml?assessment=6850",
                    "/assessment/dimension.xhtml?assessment=6850",
                    "/assessment/edit.xhtml?assessment=999999999", "/organisation/agencies.xhtml",
                    "/assessment/nothing.xhtml", "/nothing"}) {
                HttpResponse<String> answer = visitor.get(path);
                assertTrue(Set.of(200, 403, 404).contains(answer.statusCode()),
                        () -> user + " " + path + " " + answer.statusCode());
                if (user.equals("phoihop") && path.startsWith("/organisation")) {
                    assertEquals(403, answer.statusCode());
                }
                if (answer.statusCode() != 200) {
                    page(answer.statusCode(), answer.statusCode() == 403 ? "No access" : "Page not found", answer);
                }
            }
        }
    }

    @Test
    void theUnexpectedCarriesTheIncidentThatTheLogTellsOf() throws Exception {
        Visitor administrator = new Visitor().signIn("quantri");
        JsonObject problem;
        HttpResponse<String> page;
        run("RENAME TABLE reading_token TO reading_token_gone");
        try {
            problem = problem(500, nobody.send(to("/api/v1/readings").header("Content-Type", "application/json")
                    .header("Authorization", "Bearer nothing").POST(BodyPublishers.ofString("[]"))));
            page = administrator.get("/indicator/sources.xhtml");
        } finally {
            run("RENAME TABLE reading_token_gone TO reading_token");
        }
        page(500, "Something went wrong", page);
        Matcher shown = Pattern.compile("Incident ([0-9a-f-]{13})\\.").matcher(page.body());
        assertTrue(shown.find(), page::body);
        String log = Files.readString(Path.of(System.getProperty("it.data"), "payara.log"));
        assertTrue(log.contains("Incident " + shown.group(1) + ": GET /indicator/sources.xhtml by quantri"));
        assertTrue(problem.getString("detail").contains(problem.getString("incident")));
        assertTrue(log.contains("Incident " + problem.getString("incident") + ": POST /api/v1/readings by nobody"));
    }

    /** Every page shows notices, error pages too: without them there is a plain one. */
    @Test
    void whereNoPageCanBeMadeAPlainOneTellsTheIncident() throws Exception {
        Visitor administrator = new Visitor().signIn("quantri");
        run("RENAME TABLE person TO person_gone");
        HttpResponse<String> answer;
        try {
            answer = administrator.get("/organisation/agencies.xhtml");
        } finally {
            run("RENAME TABLE person_gone TO person");
        }
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("Incident "), answer::body);
        assertFalse(answer.body().contains("Exception"), answer::body);
    }

    @Test
    void aFormOfAPageThatIsGoneLeadsToThePageThatSaysSo() throws Exception {
        Map<String, String> fields = nobody.form("/login.xhtml?lang=en");
        fields.put("primefaces.nonce", "wrong");
        page(410, "The page has expired", nobody.post("/login.xhtml", fields));
        fields = nobody.form("/login.xhtml");
        fields.remove("primefaces.nonce");
        page(410, "The page has expired", nobody.post("/login.xhtml", fields));
        fields = nobody.form("/login.xhtml");
        fields.put("jakarta.faces.ViewState", "1:1");
        page(410, "The page has expired", nobody.post("/login.xhtml", fields));
    }

    @Test
    void anUploadTooLargeInChunksLeadsToThePageThatSaysSo() throws Exception {
        Visitor administrator = new Visitor().signIn("quantri");
        byte[] file = new byte[30 << 20];
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = administrator.send(to("/organisation/import.xhtml").header("Content-Type",
                "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(head)),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))));
        assertEquals(302, answer.statusCode(), answer::body);
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/too-large.xhtml"),
                () -> answer.headers().toString());
    }

    /** Nobody fills the log by asking badly, or by hanging up in the middle of what they send. */
    @Test
    void whatIsBadWritesALineAtMost() throws Exception {
        Visitor coordinator = new Visitor().signIn("phoihop");
        List<String> before = lines();
        for (int i = 0; i < 5; i++) {
            problem(400, coordinator.put(ANSWER, "{bad"));
            page(403, "No access", coordinator.get("/organisation/agencies.xhtml"));
            coordinator.send(to("/organisation/import.xhtml").header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"fi")));
            hangUp();
        }
        List<String> after = lines();
        for (int settled = 0; settled < 3; settled++) {
            Thread.sleep(1_000);
            List<String> now = lines();
            settled = now.size() == after.size() ? settled : 0;
            after = now;
        }
        List<String> written = after.subList(before.size(), after.size());
        assertTrue(written.size() <= 20, () -> written.size() + " lines:\n" + String.join("\n", written));
        assertTrue(written.stream().noneMatch(line -> line.contains("Incident ")), written::toString);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(PayaraForTests.log()).stream().filter(line -> !line.isBlank()).toList();
    }

    /** Sends half of what it says that it sends, to where a source pushes. */
    private static void hangUp() throws IOException {
        URI server = URI.create(Browser.address("/"));
        try (Socket connection = new Socket(server.getHost(), server.getPort())) {
            connection.getOutputStream().write(("POST /api/v1/readings HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer nothing\r\nContent-Type: application/json\r\nContent-Length: 1000"
                    + "\r\n\r\n[{").getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            connection.setSoLinger(true, 0);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
