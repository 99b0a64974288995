package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NodeTools;

/** The document of the API is complete, and two linters find nothing in it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiHttpIT {

    private static final Path DOCUMENT = Path.of("target/openapi.json").toAbsolutePath();
    private static final Path LINTERS = Path.of("src/test/node").toAbsolutePath();

    private JsonObject document;

    @BeforeEach
    void fetch() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(Browser.address("/openapi")))
                        .header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        Files.writeString(DOCUMENT, answer.body());
        try (JsonReader reader = Json.createReader(Files.newInputStream(DOCUMENT))) {
            document = reader.readObject();
        }
    }

    @Test
    void everyOperationSaysItsTagItsCallersItsSuccessAndItsErrors() {
        Set<String> names = new TreeSet<>();
        document.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().forEach((method, one) -> {
            String where = method + " " + path;
            JsonObject operation = one.asJsonObject();
            assertTrue(names.add(operation.getString("operationId", "")), where);
            assertEquals(1, operation.getJsonArray("tags").size(), where);
            assertTrue(operation.containsKey("security"), where);
            JsonObject responses = operation.getJsonObject("responses");
            assertTrue(responses.keySet().stream().anyMatch(status -> status.matches("[23].*")), where);
            assertTrue(responses.containsKey("500"), where);
            if (operation.containsKey("requestBody")) {
                assertRecord(operation.getJsonObject("requestBody"), where);
            }
            responses.forEach((status, response) -> {
                assertRecord(response.asJsonObject(), where);
                if (status.compareTo("400") >= 0) {
                    assertEquals(Set.of("application/problem+json"),
                            response.asJsonObject().getJsonObject("content").keySet(), where);
                }
            });
            operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().forEach(parameter -> {
                String type = parameter.asJsonObject().getJsonObject("schema").get("type").toString();
                assertFalse(type.contains("number"), where);
                assertFalse(parameter.asJsonObject().getString("name").equals("Authorization"), where);
            });
        }));
        JsonObject components = document.getJsonObject("components");
        assertEquals(Set.of("session", "source", "token"), components.getJsonObject("securitySchemes").keySet());
        components.getJsonObject("schemas")
                .forEach((name, schema) -> assertTrue(
                        schema.asJsonObject().containsKey(name.endsWith("List") ? "items" : "properties"),
                        () -> name + " says nothing"));
        Set<String> tags = new TreeSet<>();
        document.getJsonArray("tags").forEach(tag -> assertTrue(tags.add(tag.asJsonObject().getString("name")),
                tag::toString));
    }

    /** JSON is told by the schema of a record. */
    private static void assertRecord(JsonObject message, String where) {
        message.getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((type, content) -> {
            JsonObject schema = content.asJsonObject().getJsonObject("schema");
            assertEquals(type.contains("json"), schema.containsKey("$ref"), () -> where + " " + type + " " + schema);
        });
    }

    /** What is published is this version of what programs outside can call, and nothing of what people do on pages. */
    @Test
    void theFileOfTheOpenPagesIsThisVersion() throws Exception {
        String wanted = OpenApiPart.of(document);
        Files.writeString(Path.of("target/openapi-open.json"), wanted);
        assertEquals(Files.readString(OpenApiPart.FILE), wanted, "Look at target/openapi-open.json and copy it to "
                + OpenApiPart.FILE);
        for (String form : List.of("json", "yaml")) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                    URI.create(Browser.address("/open/api/v1/openapi." + form))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            Path open = Path.of("target/openapi-open-read." + form).toAbsolutePath();
            Files.writeString(open, answer.body());
            assertEquals("", linted("spectral", "lint", open.toString(), "--ruleset",
                    LINTERS.resolve("spectral.yaml").toString(), "--fail-severity", "hint"), form);
            assertEquals("", linted("redocly", "lint", open.toString(), "--extends", "recommended-strict"), form);
        }
    }

    @Test
    void spectralFindsNothing() throws Exception {
        assertEquals("", linted("spectral", "lint", DOCUMENT.toString(), "--ruleset",
                LINTERS.resolve("spectral.yaml").toString(),
                "--fail-severity", "hint"));
    }

    /** Who signs out is led elsewhere, which is a success of another kind: that each operation has one is asked above. */
    @Test
    void redoclyFindsNothing() throws Exception {
        assertEquals("", linted("redocly", "lint", DOCUMENT.toString(), "--extends", "recommended-strict",
                "--skip-rule", "operation-2xx-response"));
    }

    /** What the linter says where it finds something, be it a hint; nothing where it finds nothing. */
    private static String linted(String linter, String... arguments) throws IOException, InterruptedException {
        NodeTools.Said said = new NodeTools(LINTERS.toString(), "data/node").run(linter, List.of(arguments), Map.of());
        return said.status() == 0 ? "" : said.text();
    }
}
