package vn.thang.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.core.model.Fraction;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A program with a token of a person: what it reads, what it is refused, and that it rebuilds the workbook of the country. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DataHttpIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A matter with a step and a discrepancy of the round of the examples, which the demonstration has none of. */
    @BeforeEach
    void aMatterAndADiscrepancy() throws SQLException {
        forgetThem();
        run("""
                INSERT INTO matter (id, kind, about, target, restricted, agency_id, asked_by, asked_from, asked_at,
                    first_due_on, due_on, state, figure_percent, version)
                SELECT NEXTVAL(matter_seq), 'QUESTION', 'TARGET', 'DATA-HTTP', FALSE, a.id, p.id, a.id, NOW(6),
                    '2026-01-31', '2026-01-31', 'OPEN', FALSE, 0
                FROM agency a JOIN person p ON p.username = 'lanhdao' WHERE a.code = '15'""", """
                INSERT INTO matter_step (id, matter_id, step, words, due_on, taken_by, taken_at)
                SELECT NEXTVAL(matter_step_seq), id, 'ASKED', 'DATA-HTTP', due_on, asked_by, asked_at FROM matter
                WHERE target = 'DATA-HTTP'""", """
                INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value,
                    declared, measured, state, stands, late, opened_at)
                SELECT NEXTVAL(discrepancy_seq), s.id, 'DATA-HTTP', 'SHR', FALSE, 'systems_connected', '2025-Q3', 1, 4, 1,
                    'OPEN', TRUE, FALSE, NOW(6)
                FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'
                JOIN agency a ON a.id = s.agency_id AND a.code = '15'""");
    }

    @AfterEach
    void forgetThem() throws SQLException {
        run("DELETE FROM matter_step WHERE words = 'DATA-HTTP'", "DELETE FROM matter WHERE target = 'DATA-HTTP'",
                "DELETE FROM discrepancy WHERE criterion = 'DATA-HTTP'");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Makes a token on the page of the account, with all rights. */
    private static String token(Page page, String name) {
        page.navigate(Browser.address("/organisation/account.xhtml"));
        page.locator("#tokens\\:tokenName").fill(name + System.nanoTime() % 1_000_000);
        page.locator("#tokens input[type=checkbox]").all().forEach(box -> box.check());
        page.locator("#tokens\\:tokenPassword").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo mã").setExact(true)).click();
        return page.locator("#token-secret").textContent();
    }

    private static HttpResponse<String> get(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Browser.address(path)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows the links from batch to batch. */
    private static List<JsonObject> all(String path, String token) {
        List<JsonObject> rows = new ArrayList<>();
        String next = path;
        while (next != null) {
            HttpResponse<String> answer = get(next, token);
            assertEquals(200, answer.statusCode(), answer::body);
            array(answer.body()).forEach(row -> rows.add(row.asJsonObject()));
            Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            next = link.find() ? link.group(1) : null;
        }
        return rows;
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    @Test
    void aTokenOfAReviewerRebuildsTheWorkbookOfTheCountryToTheLastDigit() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("thamdinh");
            String token = token(page, "bảng tính");
            byte[] file = page.request().get(Browser.address("/api/v1/rounds/2025/workbook.xlsx?lang=vi"),
                    RequestOptions.create().setTimeout(120_000)).body();
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                Map<String, JsonObject> results = all("/api/v1/rounds/2025/results?limit=9", token).stream()
                        .collect(Collectors.toMap(row -> row.getString("agency") + " " + row.getString("node"),
                                row -> row));
                int agencies = agencies(workbook.getSheet("Cơ quan"), results);
                int dimensions = dimensions(workbook.getSheet("Lĩnh vực"), results);
                assertTrue(agencies > 20 && dimensions >= agencies * 8, agencies + " agencies, " + dimensions);
                assertEquals(results.size(), agencies + dimensions);
                Map<String, JsonObject> answers = all("/api/v1/rounds/2025/answers?limit=9", token).stream()
                        .collect(Collectors.toMap(row -> row.getString("agency") + " " + row.getString("criterion"),
                                row -> row));
                assertEquals(answers.size(), answers(workbook.getSheet("Trả lời"), answers, "official"));
                assertEquals(answers.size(), answers(workbook.getSheet("Tự đánh giá"), answers, "declared"));
                means(workbook.getSheet("Tổng hợp"), results.values());
            }
        }
    }

    private static int agencies(Sheet sheet, Map<String, JsonObject> results) {
        int seen = 0;
        for (Row row : sheet) {
            JsonObject result = results.get(text(row, 0) + " whole");
            if (result != null) {
                seen++;
                assertEquals(result.getInt("level"), number(row, 5), text(row, 0));
                assertEquals(exact(result, "exact"), number(row, 6), text(row, 0));
                assertEquals(result.getInt("declaredLevel"), number(row, 7), text(row, 0));
                assertEquals(exact(result, "declaredExact"), number(row, 8), text(row, 0));
                reached(result, row, 9);
            }
        }
        return seen;
    }

    private static int dimensions(Sheet sheet, Map<String, JsonObject> results) {
        int seen = 0;
        for (Row row : sheet) {
            JsonObject result = results.get(text(row, 0) + " " + text(row, 2));
            if (result != null) {
                seen++;
                if (result.isNull("level")) {
                    assertEquals(CellType.STRING, kind(row.getCell(5)), "exempt");
                } else {
                    assertEquals(result.getInt("weight"), number(row, 4), text(row, 0));
                    assertEquals(result.getInt("level"), number(row, 5), text(row, 0));
                    assertEquals(exact(result, "exact"), number(row, 6), text(row, 0));
                    reached(result, row, 7);
                }
            }
        }
        return seen;
    }

    private static void reached(JsonObject result, Row row, int from) {
        JsonArray reached = result.getJsonArray("reached");
        for (int i = 0; i < reached.size(); i++) {
            assertEquals(reached.getInt(i), number(row, from + i), () -> result + " " + text(row, 0));
        }
        assertEquals(result.getInt("total"), number(row, from + reached.size()), () -> result + " " + text(row, 0));
    }

    private static int answers(Sheet sheet, Map<String, JsonObject> answers, String column) {
        Row heads = sheet.getRow(1);
        int seen = 0;
        for (Row row : sheet) {
            for (int i = 2; i < heads.getLastCellNum(); i++) {
                JsonObject answer = answers.get(text(row, 0) + " " + text(heads, i));
                if (answer != null) {
                    seen++;
                    JsonValue value = answer.get(column);
                    Cell cell = row.getCell(i);
                    if (value instanceof JsonString level && level.getString().matches("\\d")) {
                        assertEquals(Double.parseDouble(level.getString()), cell.getNumericCellValue());
                    } else if (column.equals("official")) {
                        assertFalse(cell != null && cell.getCellType() == CellType.NUMERIC, answer::toString);
                    }
                }
            }
        }
        return seen;
    }

    /** The means of the dimensions on the summary follow from the exact indexes of the agencies. */
    private static void means(Sheet sheet, Iterable<JsonObject> results) {
        Map<String, List<Fraction>> indexes = new TreeMap<>();
        results.forEach(row -> {
            if (!row.isNull("exact")) {
                String[] parts = row.getString("exact").split("/");
                indexes.computeIfAbsent(row.getString("node"), node -> new ArrayList<>())
                        .add(Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
            }
        });
        Set<Double> shown = new TreeSet<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (kind(cell) == CellType.NUMERIC) {
                shown.add(cell.getNumericCellValue());
            }
        }));
        for (String node : List.of("STR", "SEC", "INF")) {
            List<Fraction> all = indexes.get(node);
            Fraction mean = all.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(all.size());
            assertTrue(shown.contains(mean.numerator().doubleValue() / mean.denominator().doubleValue()),
                    () -> node + " " + mean.toDecimal(12));
        }
    }

    private static double exact(JsonObject row, String field) {
        String[] parts = row.getString(field).split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static CellType kind(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static double number(Row row, int column) {
        return row.getCell(column).getNumericCellValue();
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null || kind(cell) != CellType.STRING ? "" : cell.getStringCellValue();
    }

    @Test
    void whoHasNoTokenOrOneThatIsNotTakenIsToldSo() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            String token = token(page, "thử");
            assertEquals(200, get("/api/v1/rounds", token).statusCode());
            refused(401, get("/api/v1/rounds", null));
            HttpResponse<String> wrong = get("/api/v1/rounds", token + "x", "Accept-Language", "en");
            refused(401, wrong);
            assertEquals("Bearer error=\"invalid_token\"", wrong.headers().firstValue("WWW-Authenticate").orElse(""));
            assertTrue(wrong.body().contains("does not exist, has expired or was revoked"), wrong::body);
            refused(403, get("/api/v1/lists/agencies.csv", token));
            refused(403, get("/api/v1/rounds/2025/workbook.xlsx", token));
            refused(403, get("/api/v1/trail/verification", token));
            refused(404, get("/api/v1/rounds/1999/results", token));
            refused(400, get("/api/v1/rounds?fields=nome", token));
            refused(400, get("/api/v1/rounds?limit=0", token));
            refused(400, get("/api/v1/rounds?cursor=x", token));
            refused(406, get("/api/v1/rounds", token, "Accept", "image/png"));
            page.navigate(Browser.address("/organisation/account.xhtml"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thu hồi")).first().click();
            page.getByText("không còn được chấp nhận").waitFor();
            refused(401, get("/api/v1/rounds", token));
        }
    }

    private static void refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals("application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
    }

    @Test
    void rowsAreWrittenAsTheProgramAsksAndSparedWhereItKnowsThem() {
        try (Browser browser = Browser.open()) {
            String token = token(browser.signIn("kiemtoan"), "csv");
            HttpResponse<String> json = get("/api/v1/rounds?fields=round,due", token);
            refused(400, json);
            HttpResponse<String> some = get("/api/v1/rounds?fields=round,state", token);
            assertEquals(Set.of("round", "state"), array(some.body()).getJsonObject(0).keySet());
            HttpResponse<String> lines = get("/api/v1/rounds?fields=round,state", token, "Accept", "text/csv");
            assertTrue(lines.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
            assertTrue(lines.body().startsWith("round,state\r\n"), lines::body);
            assertEquals(lines.body(), get("/api/v1/rounds?fields=round,state&format=csv", token).body());
            String tag = some.headers().firstValue("ETag").orElseThrow();
            assertNotEquals(tag, lines.headers().firstValue("ETag").orElseThrow());
            HttpResponse<String> known = get("/api/v1/rounds?fields=round,state", token, "If-None-Match", tag);
            assertEquals(304, known.statusCode());
            assertEquals("", known.body());
            assertEquals("private, no-cache", some.headers().firstValue("Cache-Control").orElse(""));
            assertEquals("private, no-store",
                    browser.signIn(browser.person(), "kiemtoan", Browser.PASSWORD).request()
                            .get(Browser.address("/api/v1/rounds?fields=round,state")).headers().get("cache-control"));
        }
    }

    /** Every operation is called with the examples that its description gives, and answers what its schema says. */
    @Test
    void theExamplesOfTheDescriptionRunAndAnswerByTheirSchemas() {
        try (Browser browser = Browser.open()) {
            String token = token(browser.signIn("thamdinh"), "ví dụ");
            JsonObject document;
            try (JsonReader reader = Json.createReader(new StringReader(
                    get("/openapi", null, "Accept", "application/json").body()))) {
                document = reader.readObject();
            }
            Set<String> called = new TreeSet<>();
            document.getJsonObject("paths").forEach((path, item) -> {
                JsonObject operation = item.asJsonObject().getJsonObject("get");
                if (operation != null && operation.getJsonArray("tags").toString().contains("\"data\"")) {
                    called.add(operation.getString("operationId"));
                    call(document, path, operation, token);
                }
            });
            assertEquals(Set.of("listRounds", "listModels", "listNodes", "listAgencies", "listResults", "listAnswers",
                    "listHandIn", "listDiscrepancies", "listTargets", "listTargetHistory", "listIndicators",
                    "listReadings", "listCoverage", "listMatters", "listMatterSteps"), called);
        }
    }

    private static void call(JsonObject document, String path, JsonObject operation, String token) {
        Map<String, String> places = new HashMap<>();
        List<String> query = new ArrayList<>();
        for (JsonObject parameter : operation.getJsonArray("parameters").getValuesAs(JsonObject.class)) {
            if (parameter.containsKey("example")) {
                String example = parameter.get("example") instanceof JsonString text ? text.getString()
                        : parameter.get("example").toString();
                if (parameter.getString("in").equals("path")) {
                    places.put(parameter.getString("name"), example);
                } else {
                    query.add(parameter.getString("name") + "=" + example);
                }
            }
        }
        String address = PLACE.matcher(path).replaceAll(place -> places.get(place.group(1))) + "?"
                + String.join("&", query);
        HttpResponse<String> answer = get(address, token);
        assertEquals(200, answer.statusCode(), () -> address + " " + answer.body());
        String list = operation.getJsonObject("responses").getJsonObject("200").getJsonObject("content")
                .getJsonObject("application/json").getJsonObject("schema").getString("$ref");
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        String row = name(schemas.getJsonObject(name(list)).getJsonObject("items").getString("$ref"));
        JsonObject properties = schemas.getJsonObject(row).getJsonObject("properties");
        JsonArray rows = array(answer.body());
        assertFalse(rows.isEmpty(), address);
        rows.forEach(one -> assertFits(row, properties, one.asJsonObject()));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void assertFits(String name, JsonObject properties, JsonObject row) {
        assertEquals(properties.keySet(), row.keySet(), name);
        row.forEach((field, value) -> {
            String types = properties.getJsonObject(field).get("type").toString();
            String kind = switch (value.getValueType()) {
                case STRING -> "string";
                case NUMBER -> value.toString().matches("-?\\d+") && types.contains("integer") ? "integer" : "number";
                case TRUE, FALSE -> "boolean";
                case ARRAY -> "array";
                case OBJECT -> "object";
                case NULL -> "null";
            };
            assertTrue(types.contains(kind), () -> name + "." + field + " is " + value + " and not " + types);
        });
    }

    @Test
    void theListOfTokensIsReadByEverybody() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/organisation/account.xhtml"));
            page.locator("#tokens\\:tokenName").fill("không có mật khẩu");
            page.locator("#tokens\\:tokenPassword").fill("sai");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo mã").setExact(true)).click();
            assertEquals(0, page.locator("#token-secret").count(), "a token outlives the session");
            token(page, "nhìn");
            Browser.assertFit(page, "account-tokens");
        }
    }
}
