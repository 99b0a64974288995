package vn.thang.assessment;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;

/**
 * A published result with everything that it follows from: model and its hash, version of the rules, inputs, fingerprints
 * of the evidence, outcome. Whoever has the text can compute the outcome again; the hash says that it is still the text.
 *
 * @param text JSON
 * @param hash SHA-256 of the text in UTF-8, in hexadecimal
 */
record ResultSnapshot(String text, String hash) {

    private static final String FORMAT = "thang-result-1";

    /** Whose result it is, and by which model. */
    record Origin(String round, String agency, String agencyType, String modelRef, String modelHash) {
    }

    /**
     * @param fingerprint SHA-256 of a file, address of a link
     */
    record Proof(String criterion, int level, String fingerprint) {
    }

    /** @param model the whole model; what does not apply to the type of the agency is left out here */
    static ResultSnapshot of(Origin origin, MaturityModel model, Map<String, CriterionInput> inputs, List<Proof> proofs) {
        ScoredAssessment scored = ScoredAssessment.of(model.forAgencyType(origin.agencyType()), inputs);
        String text = Json.createObjectBuilder().add("format", FORMAT).add("rules", Scoring.RULES)
                .add("model", origin.modelRef()).add("modelHash", origin.modelHash())
                .add("round", origin.round()).add("agency", origin.agency()).add("agencyType", origin.agencyType())
                .add("inputs", inputs(scored, inputs, proofs))
                .add("official", outcome(scored, scored.official()))
                .add("declared", outcome(scored, scored.declared())).build().toString();
        return new ResultSnapshot(text, hash(text));
    }

    /** The outcome computed again from the inputs of a stored text, with the model as it is now. */
    static ResultSnapshot again(String text, MaturityModel model, String modelHash) {
        JsonObject stored = parse(text);
        Map<String, CriterionInput> inputs = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        for (JsonObject input : stored.getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            Criterion criterion = model.criterion(input.getString("criterion"));
            Set<Integer> levels = new HashSet<>();
            for (JsonObject proof : input.getJsonArray("evidence").getValuesAs(JsonObject.class)) {
                levels.add(proof.getInt("level"));
                proofs.add(new Proof(criterion.code(), proof.getInt("level"), proof.getString("fingerprint")));
            }
            inputs.put(criterion.code(), new CriterionInput(answer(criterion, input, "declared"), levels, null,
                    answer(criterion, input, "confirmed"), input.getBoolean("exempt")));
        }
        return of(new Origin(stored.getString("round"), stored.getString("agency"), stored.getString("agencyType"),
                stored.getString("model"), modelHash), model, inputs, proofs);
    }

    static String hash(String text) {
        return EvidenceFile.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    String modelRef() {
        return parse(text).getString("model");
    }

    String modelHash() {
        return parse(text).getString("modelHash");
    }

    int level() {
        return parse(text).getJsonObject("official").getInt("level");
    }

    String index() {
        return parse(text).getJsonObject("official").getString("index");
    }

    private static JsonArrayBuilder inputs(ScoredAssessment scored, Map<String, CriterionInput> inputs, List<Proof> proofs) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Criterion criterion : scored.model().criteria()) {
            CriterionInput input = inputs.get(criterion.code());
            if (input != null) {
                JsonArrayBuilder evidence = Json.createArrayBuilder();
                proofs.stream().filter(proof -> proof.criterion().equals(criterion.code()))
                        .sorted(Comparator.comparing(Proof::level).thenComparing(Proof::fingerprint))
                        .forEach(proof -> evidence.add(Json.createObjectBuilder().add("level", proof.level())
                                .add("fingerprint", proof.fingerprint())));
                all.add(Json.createObjectBuilder().add("criterion", criterion.code()).add("declared", value(input.declared()))
                        .add("confirmed", value(input.confirmed())).add("exempt", input.exempt()).add("evidence", evidence));
            }
        }
        return all;
    }

    private static JsonObjectBuilder outcome(ScoredAssessment scored, Scorecard scorecard) {
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        for (Dimension dimension : scored.model().dimensions()) {
            nodes.add(score(scorecard.node(dimension.code())).add("code", dimension.code()));
        }
        return score(scorecard.whole()).add("dimensions", nodes);
    }

    private static JsonObjectBuilder score(NodeScore score) {
        return Json.createObjectBuilder().add("level", score.level()).add("index", score.index().toString()).add("exempt", score.exempt());
    }

    private static JsonValue value(Answer answer) {
        return answer == null ? JsonValue.NULL : Json.createValue(AssessmentReview.text(answer));
    }

    private static Answer answer(Criterion criterion, JsonObject input, String column) {
        return ScoredAssessment.answer(criterion.scale(), input.isNull(column) ? null : input.getString(column));
    }

    private static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
