package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.Browser;
import vn.thang.it.PublicRound;

/** What we publish in the CSV of SDMX our own connector reads back, value by value. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenSdmxHttpIT {

    @Test
    void ourConnectorReadsOurResultsBack() throws Exception {
        try (Browser browser = Browser.open()) {
            PublicRound.open(browser);
            FieldMapping fields = CsvRows.sdmxFields(new FieldMapping(null, null, "level_of_maturity", null, null, null,
                    null, null, null, null, "NODE=whole\nMEASURE=level", null, null));
            List<ReadingRow> rows = CsvRows.sdmx(
                    new RemoteDocument.Fetched(text("results.sdmx.csv").getBytes(StandardCharsets.UTF_8),
                            "application/vnd.sdmx.data+csv"),
                    fields, new RowMapping(fields, Map.of()), 10_000);
            Map<String, String> read = new TreeMap<>();
            for (ReadingRow row : rows) {
                read.put(row.agency(),
                        row.period() + " " + row.value().value().stripTrailingZeros().toPlainString());
            }
            Map<String, String> published = new TreeMap<>();
            try (JsonReader reader = Json.createReader(new StringReader(text("results.json")))) {
                for (JsonObject row : reader.readArray().getValuesAs(JsonObject.class)) {
                    if (row.getString("node").equals("whole")) {
                        published.put(row.getString("agency"), "2025 "
                                + row.getInt("level"));
                    }
                }
            }
            assertTrue(published.size() > 20);
            assertEquals(published, read);
        }
    }

    private static String text(String file) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create(Browser.address("/open/data/" + PublicRound.CODE + "/" + file))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
