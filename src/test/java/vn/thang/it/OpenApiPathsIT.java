package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the description of the API promises is there: every address with every method arrives at a method of ours. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiPathsIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");
    /** The server itself can have answered so, without a method of ours. */
    private static final Set<Integer> DOUBTFUL = Set.of(404, 405);
    private static final Map<String, String> VALUES = Map.of("round", "2025", "agency", "15", "criterion", "STR.1");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private record Operation(String method, String path) {

        String address() {
            return Browser.address(PARAMETER.matcher(path).replaceAll(name -> VALUES.getOrDefault(name.group(1), "1")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiemtoan", "quantri"})
    void noAddressOfTheDescriptionIsOutOfReach(String person) {
        try (Browser browser = Browser.open()) {
            APIRequestContext http = browser.signIn(person).request();
            List<Operation> operations = operations(http);
            assertTrue(operations.size() > 25, () -> operations.size() + " operations");
            List<String> lost = new ArrayList<>();
            for (Operation operation : operations) {
                int status = status(http, operation);
                if (status >= 500 || DOUBTFUL.contains(status) && !isOffered(http, operation)) {
                    lost.add(operation.method() + " " + operation.path() + ": " + status);
                }
            }
            assertEquals(List.of(), lost);
        }
    }

    @Test
    void whatIsNotThereIsFoundOut() {
        try (Browser browser = Browser.open()) {
            APIRequestContext http = browser.signIn("kiemtoan").request();
            for (Operation none : List.of(new Operation("GET", "/api/v1/rounds/{round}/nowhere"),
                    new Operation("GET", "/api/v1/nowhere"),
                    new Operation("DELETE", "/api/v1/rounds/{round}/workbook.xlsx"))) {
                assertTrue(DOUBTFUL.contains(status(http, none)), () -> none + ": " + status(http, none));
                assertFalse(isOffered(http, none), none::toString);
            }
        }
    }

    @Test
    void theAuditorVerifiesARound() {
        try (Browser browser = Browser.open()) {
            APIResponse verified = browser.signIn("kiemtoan").request()
                    .get(Browser.address("/api/v1/rounds/2025/verification"));
            assertEquals(200, verified.status());
            JsonObject body = json(verified.text());
            assertEquals("2025", body.getString("round"));
            assertTrue(body.getInt("results") > 0);
            assertTrue(body.getBoolean("same"));
            assertEquals(403, browser.signIn("canbo").request().get(Browser.address("/api/v1/rounds/2025/verification"))
                    .status());
        }
    }

    /** All that are described; those that end the session come last. */
    private static List<Operation> operations(APIRequestContext http) {
        JsonObject paths = json(http.get(Browser.address("/openapi?format=json"),
                RequestOptions.create().setHeader("Accept", "application/json").setTimeout(60_000)).text())
                .getJsonObject("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.asJsonObject().keySet().stream().filter(METHODS::contains)
                .forEach(method -> operations.add(new Operation(method.toUpperCase(Locale.ROOT), path))));
        operations.sort(Comparator.comparing((Operation operation) -> operation.path().contains("session"))
                .thenComparing(Operation::path));
        return operations;
    }

    private static int status(APIRequestContext http, Operation operation) {
        return http.fetch(operation.address(), RequestOptions.create().setMethod(operation.method()).setMaxRedirects(0))
                .status();
    }

    /** Whether the server itself names the method for the address: it is not found for want of the row, not of the method. */
    private static boolean isOffered(APIRequestContext http, Operation operation) {
        String offered = http.fetch(operation.address(), RequestOptions.create().setMethod("OPTIONS")).headers()
                .getOrDefault("allow", "");
        return List.of(offered.split("\\s*,\\s*")).contains(operation.method());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
