package vn.thang.catalog.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;

class ScoringRequestTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final String MODEL = """
            {"id": "m", "version": "1", "status": "proposal", "dimensions": [
              {"code": "D", "weight": 1, "criteria": [
                {"code": "D.1", "weight": 3, "core": true}, {"code": "D.2", "weight": 2},
                {"code": "D.3", "weight": 10, "scale": {"points": {"full": 10, "none": 0}}}]}]}""";

    private static ScoringRequest read(String json) {
        return ScoringRequest.read(json.getBytes(StandardCharsets.UTF_8), CATALOG, Locale.ENGLISH);
    }

    private static List<Problem.Fault> problems(String json) {
        return assertThrows(RequestRefused.class, () -> read(json)).problems();
    }

    private static String pointers(String json) {
        return problems(json).stream().map(Problem.Fault::pointer).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"D.1\": 6                | /answers/D.1",
            "\"D.1\": 0                | /answers/D.1",
            "\"D.1\": 2.5              | /answers/D.1",
            "\"D.1\": 3.0              | /answers/D.1",
            "\"D.1\": 4294967299       | /answers/D.1",
            "\"D.1\": \"3\"            | /answers/D.1",
            "\"D.1\": true             | /answers/D.1",
            "\"D.3\": 3                | /answers/D.3",
            "\"D.3\": \"partly\"       | /answers/D.3",
            "\"D\": 3                  | /answers/D",
            "\"a/b~c\": 3              | /answers/a~1b~0c",
            "\"X\": 1, \"D.1\": 9      | /answers/X /answers/D.1",
    })
    void aFaultyAnswerIsPointedAt(String answers, String expected) {
        assertEquals(expected, pointers("{\"model\": " + MODEL + ", \"answers\": {" + answers + "}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[]                                                    | ``",
            "{                                                     | ``",
            "{\"answers\": {}, \"answers\": {}}                    | ``",
            "{\"model\": \"vn-dgm/1.0\", \"answers\": {}} x        | ``",
            "{}                                                    | /model /answers",
            "{\"model\": \"x/1\", \"answers\": []}                 | /model /answers",
            "{\"model\": 7, \"answers\": {}, \"targetLevel\": 8}   | /model /targetLevel",
            "{\"model\": \"vn-dgm/1.0\", \"answers\": {}, \"anwers\": {}} | /anwers",
            "{\"model\": {}, \"answers\": {}}                      | /model /model /model /model",
    })
    void aFaultyRequestIsPointedAt(String json, String expected) {
        assertEquals(expected, pointers(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"weight\": 3      | \"weight\": 0             | /model/dimensions/0/criteria/0/weight",
            "\"weight\": 3      | \"weight\": 1e999999999   | /model/dimensions/0/criteria/0/weight",
            "\"weight\": 3      | \"weight\": 1e-99999999   | /model/dimensions/0/criteria/0/weight",
            "\"code\": \"D.2\"  | \"code\": \"D.1\"         | /model/dimensions/0/criteria/1/code",
            "\"none\": 0        | \"none\": 11              | /model/dimensions/0/criteria/2/scale/points/none",
            "\"core\": true     | \"cor\": true             | /model/dimensions/0/criteria/0/cor",
    })
    void aFaultyModelIsPointedAt(String from, String to, String expected) {
        assertEquals(expected, pointers("{\"model\": " + MODEL.replace(from, to) + ", \"answers\": {}}"));
    }

    @Test
    void nullIsExemptAndAbsentIsUnanswered() {
        ScoringRequest request = read("{\"model\": " + MODEL
                + ", \"answers\": {\"D.1\": 3, \"D.2\": null, \"D.3\": \"full\"}, \"targetLevel\": 4}");
        assertEquals(4, request.target().getAsInt());
        assertEquals("m/1", request.model().ref());
        assertTrue(read("{\"model\": \"vn-dgm/1.0\", \"answers\": {}, \"targetLevel\": null}").target().isEmpty());
    }

    @Test
    void limitsOfCriteriaAndDepthHold() {
        assertEquals(2000, read(flat(2000)).model().criteria().size());
        assertEquals(List.of("The model has 2001 criteria; 2000 are allowed."),
                problems(flat(2001)).stream().map(Problem.Fault::detail).toList());
        assertEquals(1, read(deep(6)).model().criteria().size());
        assertEquals(List.of("The model is 7 levels deep; 6 are allowed."),
                problems(deep(7)).stream().map(Problem.Fault::detail).toList());
        assertEquals("", pointers(deep(300)));
    }

    @Test
    void manyProblemsAreToldOnlyUpToABound() {
        String answers = IntStream.range(0, 5000).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(","));
        assertEquals(ScoringRequest.MOST_PROBLEMS,
                problems("{\"model\": " + MODEL + ", \"answers\": {" + answers + "}}").size());
    }

    @Test
    void problemsAreSaidInTheLanguageOfTheCaller() {
        RequestRefused refused = assertThrows(RequestRefused.class,
                () -> ScoringRequest.read("{}".getBytes(StandardCharsets.UTF_8), CATALOG,
                        Texts.accepted("fr, de-DE;q=0.9, en;q=0.8")));
        assertTrue(refused.problems().get(0).detail().startsWith("Ein Modell ist nötig"));
        assertEquals("vi", Texts.accepted("*").getLanguage());
    }

    private static String flat(int criteria) {
        return "{\"model\": {\"id\": \"m\", \"version\": \"1\", \"status\": \"proposal\", \"dimensions\": [{\"code\": \"D\", \"weight\": 1, \"criteria\": ["
                + IntStream.range(0, criteria).mapToObj(i -> "{\"code\": \"c" + i + "\", \"weight\": 1}")
                        .collect(Collectors.joining(","))
                + "]}]}, \"answers\": {}}";
    }

    /** A criterion at the given depth, under one dimension inside another. */
    private static String deep(int depth) {
        String node = "\"criteria\": [{\"code\": \"c\", \"weight\": 1}]";
        for (int i = 1; i < depth; i++) {
            node = "\"dimensions\": [{\"code\": \"d" + i + "\", \"weight\": 1, " + node + "}]";
        }
        return "{\"model\": {\"id\": \"m\", \"version\": \"1\", \"status\": \"proposal\", " + node
                + "}, \"answers\": {}}";
    }
}
