package vn.thang.assessment.result;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;

/**
 * A published result for somebody who may not see restricted answers. In the place of each restricted input stands a salted
 * hash; the levels of their dimensions and of the whole are taken from the sealed result, and their indices are rounded. All
 * other dimensions can be computed again.
 *
 * @param text JSON
 */
public record ResultExcerpt(String text) {

    private static final String FORMAT = "thang-result-excerpt-1";
    private static final String INPUTS = "inputs";
    private static final String CRITERION = "criterion";
    private static final String INDEX = "index";
    private static final String SALT = "salt";
    private static final String DIMENSIONS = "dimensions";
    private static final List<String> OUTCOMES = List.of("official", "declared");

    /** @param hashed the salted hash of a hidden input */
    public static ResultExcerpt of(ResultSnapshot published, MaturityModel model, Set<String> restricted,
            UnaryOperator<String> hashed) {
        JsonObject whole = parse(published.text());
        JsonArrayBuilder inputs = Json.createArrayBuilder();
        JsonArrayBuilder hidden = Json.createArrayBuilder();
        for (JsonObject input : whole.getJsonArray(INPUTS).getValuesAs(JsonObject.class)) {
            String code = input.getString(CRITERION);
            if (restricted.contains(code)) {
                hidden.add(Json.createObjectBuilder().add(CRITERION, code).add("hash", hashed.apply(input.toString())));
            } else {
                inputs.add(input);
            }
        }
        JsonObjectBuilder excerpt = Json.createObjectBuilder();
        whole.forEach((name, value) -> excerpt.add(name, value));
        excerpt.remove(SALT);
        excerpt.add("format", FORMAT).add("sealed", published.hash()).add(INPUTS, inputs).add("hidden", hidden);
        Set<String> taken = taken(model, restricted);
        OUTCOMES.forEach(outcome -> excerpt.add(outcome, rounded(whole.getJsonObject(outcome), taken)));
        return new ResultExcerpt(excerpt.build().toString());
    }

    /** The dimensions whose levels are taken from the sealed result. */
    private static Set<String> taken(MaturityModel model, Set<String> restricted) {
        return model.dimensions().stream().filter(dimension -> MaturityModel.criteriaBelow(dimension).keySet().stream()
                .anyMatch(restricted::contains)).map(Dimension::code).collect(Collectors.toSet());
    }

    private static JsonObjectBuilder rounded(JsonObject outcome, Set<String> taken) {
        JsonArrayBuilder dimensions = Json.createArrayBuilder();
        for (JsonObject dimension : outcome.getJsonArray(DIMENSIONS).getValuesAs(JsonObject.class)) {
            dimensions.add(taken.contains(dimension.getString("code")) ? rounded(dimension)
                    : Json.createObjectBuilder(dimension));
        }
        return rounded(outcome).add(DIMENSIONS, dimensions);
    }

    private static JsonObjectBuilder rounded(JsonObject score) {
        return Json.createObjectBuilder(score).add(INDEX, decimal(score.getString(INDEX)));
    }

    /** A fraction as it is written in a result, with one decimal. */
    private static String decimal(String fraction) {
        String[] parts = fraction.split("/");
        return Fraction.of(new BigDecimal(parts[0]))
                .dividedBy(Fraction.of(new BigDecimal(parts.length == 1 ? "1" : parts[1])))
                .toDecimal(1).toPlainString();
    }

    /** The hash of the whole result, as the trail told of it. */
    public String sealed() {
        return parse(text).getString("sealed");
    }

    public static boolean is(String text) {
        return FORMAT.equals(parse(text).getString("format"));
    }

    /** Computes what can be computed without the restricted inputs, and lists the dimensions that are not as they were published. */
    public List<String> wrong(MaturityModel model, String modelHash) {
        JsonObject stored = parse(text);
        Set<String> restricted = model.criteria().stream().filter(Criterion::restricted).map(Criterion::code)
                .collect(Collectors.toSet());
        Set<String> taken = taken(model, restricted);
        JsonObject again = parse(ResultSnapshot.again(text, model, modelHash).text());
        List<String> wrong = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            List<JsonObject> told = stored.getJsonObject(outcome).getJsonArray(DIMENSIONS)
                    .getValuesAs(JsonObject.class);
            List<JsonObject> computed = again.getJsonObject(outcome).getJsonArray(DIMENSIONS)
                    .getValuesAs(JsonObject.class);
            for (int i = 0; i < told.size(); i++) {
                String code = told.get(i).getString("code");
                if (!taken.contains(code) && !told.get(i).equals(computed.get(i))) {
                    wrong.add(code);
                }
            }
        }
        return wrong;
    }

    private static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
