package vn.thang.catalog.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.OpenDataMaturity;
import vn.thang.core.model.Fraction;

class ScoringResponseTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());

    private static final Jsonb JSON = JsonbBuilder.create();

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static JsonObject answer(String json) {
        ScoringResponse response = ScoringResponse.of(ScoringRequest.read(json.getBytes(StandardCharsets.UTF_8),
                CATALOG, Locale.ENGLISH),
                new PathSearch(THREADS, Duration.ofSeconds(20)));
        try (JsonReader reader = Json.createReader(new StringReader(JSON.toJson(response)))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readArray();
        }
    }

    private static JsonObject example(String answers, String more) {
        return answer("""
                {"model": {"id": "example", "version": "1", "status": "proposal",
                  "gates": {"whole": {"at": ">85", "below": ">85", "maxGap": 1}, "dimension": {"at": ">50", "below": ">85"}},
                  "dimensions": [{"code": "D", "weight": 1, "criteria": [
                    {"code": "D.1", "weight": 3, "core": true}, {"code": "D.2", "weight": 2},
                    {"code": "D.3", "weight": 2}, {"code": "D.4", "weight": 1}]}]},
                 "answers": {%s}%s}""".formatted(answers, more));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"D.1\":3,\"D.2\":3,\"D.3\":2,\"D.4\":2    | 3 | 21/8 | 1 1 5/8 0 0     | 4 | 3 | D.1:3>4 D.3:2>4",
            "\"D.1\":2,\"D.2\":5,\"D.3\":5,\"D.4\":5    | 2 | 31/8 | 1 1 5/8 5/8 5/8 | 3 | 1 | D.1:2>3",
            "\"D.1\":4,\"D.2\":4,\"D.3\":3,\"D.4\":1    | 4 | 27/8 | 1 7/8 7/8 5/8 0 | 5 | 3 | D.1:4>5 D.3:3>5",
            "\"D.1\":4,\"D.2\":null,\"D.3\":3,\"D.4\":3 | 3 | 7/2  | 1 1 1 1/2 0     | 4 | 1 | D.3:3>4",
            "\"D.1\":3,\"D.3\":3,\"D.4\":3              | 1 | 9/4  | 3/4 3/4 3/4 0 0 | 2 | 1 | D.2:0>1",
    })
    void theWorkedExampleComesOutDigitByDigit(String answers, int level, String index, String shares, int pathLevel,
            int effort, String raises) {
        JsonObject node = example(answers, "").getJsonArray("nodes").getJsonObject(0);
        assertEquals("D", node.getString("code"));
        assertEquals(level, node.getInt("level"));
        assertEquals(index, node.getString("index"));
        assertEquals(shares, String.join(" ", node.getJsonArray("shares").getValuesAs(JsonString.class)
                .stream().map(s -> s.getString()).toList()));
        JsonObject path = example(answers, ", \"targetLevel\": " + pathLevel).getJsonObject("path");
        assertEquals(pathLevel, path.getInt("level"));
        assertEquals(effort, path.getInt("effort"));
        assertEquals(raises, String.join(" ", path.getJsonArray("raises").getValuesAs(JsonObject.class).stream()
                .map(r -> r.getString("code") + ":" + r.get("from") + ">" + r.get("to")).toList()));
    }

    @Test
    void everyConditionOfTheNextLevelThatFailsIsNamed() {
        JsonObject answer = example("\"D.1\":3,\"D.2\":3,\"D.3\":2,\"D.4\":2", "");
        assertEquals(array("[{'condition':'share','level':3,'lower':true,'share':'5/8','rating':'L','required':'>85',"
                + "'requiredRating':'F','reached':5,'total':8,'missing':2,'below':['D.3','D.4']},"
                + "{'condition':'share','level':4,'lower':false,'share':'0','rating':'N','required':'>50',"
                + "'requiredRating':'L','reached':0,'total':8,'missing':5,'below':['D.1','D.2','D.3','D.4']},"
                + "{'condition':'core','level':4,'child':'D.1','childLevel':3}]"),
                answer.getJsonArray("nodes").getJsonObject(0).get("unmet"));
        assertEquals("21/8", answer.getString("index"));
        assertEquals(3, answer.getInt("level"));
        assertEquals(5, answer.getJsonArray("shares").size());
    }

    @Test
    void thereIsNoPathToWhatIsReachedOrCannotBe() {
        assertEquals(JsonValue.NULL,
                example("\"D.1\":3,\"D.2\":3,\"D.3\":3,\"D.4\":3", ", \"targetLevel\": 3").get("path"));
        assertEquals(4, example("\"D.1\":3,\"D.2\":3,\"D.3\":3,\"D.4\":3", "").getJsonObject("path").getInt("level"));
        assertEquals(JsonValue.NULL, example("\"D.1\":5,\"D.2\":5,\"D.3\":5,\"D.4\":5", "").get("path"));
        String points = "{\"model\": {\"id\": \"p\", \"version\": \"1\", \"status\": \"proposal\", \"bands\": [1, 2, 3, 4, 5],"
                + "\"dimensions\": [{\"code\": \"D\", \"weight\": 10, \"criteria\": [{\"code\": \"Q\", \"weight\": 10,"
                + "\"scale\": {\"points\": {\"most\": 8, \"half\": 5, \"none\": 0}}}]}]}, \"answers\": {%s}, \"targetLevel\": %d}";
        assertEquals(JsonValue.NULL, answer(points.formatted("", 5)).get("path"));
        assertEquals(array("[{'code':'Q','from':null,'to':'most'}]"),
                answer(points.formatted("", 4)).getJsonObject("path").get("raises"));
        assertEquals(array("[{'code':'Q','from':'half','to':'most'}]"),
                answer(points.formatted("\"Q\": \"half\"", 3)).getJsonObject("path").get("raises"));
    }

    @Test
    void whatIsExemptHasNeitherLevelNorIndex() {
        JsonObject answer = example("\"D.1\":null,\"D.2\":null,\"D.3\":null,\"D.4\":null", "");
        assertEquals(JsonValue.NULL, answer.get("level"));
        assertEquals(JsonValue.NULL, answer.getJsonArray("nodes").getJsonObject(0).get("index"));
        assertTrue(answer.getBoolean("exempt"));
        assertEquals(JsonValue.NULL, answer.get("path"));
    }

    @Test
    void aPublishedQuestionnaireIsScoredAsAnInlineModel() {
        Optional<OpenDataMaturity> found = OpenDataMaturity.find();
        assumeTrue(found.isPresent(), "the folder odm2023 is not there");
        found.get().countries.forEach((name, country) -> {
            ObjectNode request = new JsonMapper().createObjectNode();
            request.set("model", found.get().model());
            country.answers()
                    .forEach((question, option) -> request.withObjectProperty("answers").put(question, option));
            JsonObject answer = answer(request.toString());
            int total = country.published().get("");
            assertEquals(Fraction.of(5L * total, 2540).toString(), answer.getString("index"), name);
            assertEquals(22, answer.getJsonArray("nodes").size());
            assertFalse(answer.containsKey("exempt"));
        });
    }
}
