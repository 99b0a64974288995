package vn.thang.assessment.result;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.measured.ReadingContents;

/**
 * A published result with everything that it follows from: model and its hash, version of the rules, inputs, fingerprints
 * of the evidence, readings, outcome. Whoever has the text can compute the outcome again; the hash says that it is still the text.
 *
 * @param text JSON
 * @param hash SHA-256 of the text in UTF-8, in hexadecimal
 */
public record ResultSnapshot(String text, String hash) {

    private static final String FORMAT = "thang-result-1";
    static final int DIGITS_SHOWN = 10;

    /**
     * Whose result it is, and by which model.
     *
     * @param salt random, so that nobody finds restricted answers by trying which text has the hash; null in results that are
     *             older than it
     */
    record Origin(String round, String agency, String agencyType, String modelRef, String modelHash, String salt) {

        /** The origin of a result that was published before results had a salt. */
        Origin(String round, String agency, String agencyType, String modelRef, String modelHash) {
            this(round, agency, agencyType, modelRef, modelHash, null);
        }
    }

    /**
     * @param fingerprint SHA-256 of a file, address of a link
     */
    record Proof(String criterion, int level, String fingerprint) {
    }

    /**
     * Where a measured level comes from.
     *
     * @param readings ids in order
     * @param contents hash of what the readings say; null in results that are older than it
     */
    record Source(String indicator, String period, List<Long> readings, String contents) {

        static Source of(MeasuredLevels.Measured measured, ReadingContents contents) {
            return new Source(measured.indicator().code(), measured.period().toString(), measured.readings(),
                    contents.hash(measured.readings()));
        }
    }

    /** Without readings. */
    static ResultSnapshot of(Origin origin, MaturityModel model, Map<String, CriterionInput> inputs,
            List<Proof> proofs) {
        return of(origin, model, inputs, proofs, Map.of());
    }

    /**
     * @param model   the whole model; what does not apply to the type of the agency is left out here
     * @param sources criterion code to where its measured level comes from
     */
    static ResultSnapshot of(Origin origin, MaturityModel model, Map<String, CriterionInput> inputs, List<Proof> proofs,
            Map<String, Source> sources) {
        ScoredAssessment scored = ScoredAssessment.of(model.forAgencyType(origin.agencyType()), inputs);
        JsonObjectBuilder result = Json.createObjectBuilder().add("format", FORMAT);
        if (origin.salt() != null) {
            result.add("salt", origin.salt());
        }
        String text = result.add("rules", Scoring.RULES)
                .add("model", origin.modelRef()).add("modelHash", origin.modelHash())
                .add("round", origin.round()).add("agency", origin.agency()).add("agencyType", origin.agencyType())
                .add("inputs", inputs(scored, inputs, proofs, sources))
                .add("official", outcome(scored, scored.official()))
                .add("declared", outcome(scored, scored.declared())).build().toString();
        return new ResultSnapshot(text, hash(text));
    }

    /** The outcome computed again from the inputs of a stored text, with the model as it is now. */
    public static ResultSnapshot again(String text, MaturityModel model, String modelHash) {
        JsonObject stored = parse(text);
        Map<String, CriterionInput> inputs = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        Map<String, Source> sources = new HashMap<>();
        for (JsonObject input : stored.getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            Criterion criterion = model.criterion(input.getString("criterion"));
            Set<Integer> levels = new HashSet<>();
            for (JsonObject proof : input.getJsonArray("evidence").getValuesAs(JsonObject.class)) {
                levels.add(proof.getInt("level"));
                proofs.add(new Proof(criterion.code(), proof.getInt("level"), proof.getString("fingerprint")));
            }
            JsonObject measured = input.getJsonObject("measured");
            inputs.put(criterion.code(), new CriterionInput(answer(criterion, input, "declared"), levels,
                    measured == null ? null : measured.getInt("level"), answer(criterion, input, "confirmed"),
                    input.getBoolean("exempt")));
            if (measured != null) {
                sources.put(criterion.code(), source(measured));
            }
        }
        return of(new Origin(stored.getString("round"), stored.getString("agency"), stored.getString("agencyType"),
                stored.getString("model"), modelHash, stored.getString("salt", null)), model, inputs, proofs, sources);
    }

    public static String hash(String text) {
        return EvidenceFile.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What it says of every criterion that the agency gave: answer, verdict, exemption, evidence. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        for (JsonObject input : parse(text).getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            StringBuilder evidence = new StringBuilder();
            input.getJsonArray("evidence").getValuesAs(JsonObject.class).forEach(proof -> evidence.append(' ')
                    .append(proof.getInt("level")).append('=').append(proof.getString("fingerprint")));
            told.put(input.getString("criterion"), PresentAnswers.line(input.getString("declared", null),
                    input.getString("confirmed", null), input.getBoolean("exempt"), evidence));
        }
        return told;
    }

    /** Returns the readings behind measured levels by their criteria, where it holds the hash of what they say. */
    Map<String, Source> sources() {
        Map<String, Source> sources = new TreeMap<>();
        for (JsonObject input : parse(text).getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            JsonObject measured = input.getJsonObject("measured");
            if (measured != null && measured.containsKey("contents")) {
                sources.put(input.getString("criterion"), source(measured));
            }
        }
        return sources;
    }

    private static Source source(JsonObject measured) {
        return new Source(measured.getString("indicator"), measured.getString("period"),
                measured.getJsonArray("readings").getValuesAs(JsonNumber::longValue),
                measured.getString("contents", null));
    }

    /** Returns the scores as lists and dashboards have to show them: level and index of every node; the whole has no code. */
    Map<String, String> shown() {
        JsonObject official = parse(text).getJsonObject("official");
        Map<String, String> shown = new TreeMap<>();
        shown.put("", shown(official) + " " + shown(parse(text).getJsonObject("declared")));
        for (JsonObject node : official.getJsonArray("dimensions").getValuesAs(JsonObject.class)) {
            if (!node.getBoolean("exempt")) {
                shown.put(node.getString("code"), shown(node));
            }
        }
        return shown;
    }

    private static String shown(JsonObject score) {
        String[] index = score.getString("index").split("/");
        return shown(score.getInt("level"), new BigDecimal(index[0]).divide(
                new BigDecimal(index.length == 1 ? "1" : index[1]), DIGITS_SHOWN, RoundingMode.HALF_UP));
    }

    /** Writes a level and a rounded index, as {@link #shown()} does. */
    static String shown(int level, BigDecimal index) {
        return level + " " + index.setScale(DIGITS_SHOWN, RoundingMode.HALF_UP).toPlainString();
    }

    public String modelRef() {
        return parse(text).getString("model");
    }

    String agencyType() {
        return parse(text).getString("agencyType");
    }

    public String modelHash() {
        return parse(text).getString("modelHash");
    }

    int level() {
        return parse(text).getJsonObject("official").getInt("level");
    }

    String index() {
        return parse(text).getJsonObject("official").getString("index");
    }

    private static JsonArrayBuilder inputs(ScoredAssessment scored, Map<String, CriterionInput> inputs,
            List<Proof> proofs,
            Map<String, Source> sources) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Criterion criterion : scored.model().criteria()) {
            CriterionInput input = inputs.get(criterion.code());
            if (input != null) {
                JsonArrayBuilder evidence = Json.createArrayBuilder();
                proofs.stream().filter(proof -> proof.criterion().equals(criterion.code()))
                        .sorted(Comparator.comparing(Proof::level).thenComparing(Proof::fingerprint))
                        .forEach(proof -> evidence.add(Json.createObjectBuilder().add("level", proof.level())
                                .add("fingerprint", proof.fingerprint())));
                JsonObjectBuilder one = Json.createObjectBuilder().add("criterion", criterion.code())
                        .add("declared", value(input.declared()))
                        .add("confirmed", value(input.confirmed())).add("exempt", input.exempt())
                        .add("evidence", evidence);
                if (sources.containsKey(criterion.code())) {
                    one.add("measured", measured(input, sources.get(criterion.code())));
                }
                all.add(one);
            }
        }
        return all;
    }

    /** Only where something was measured: what was published before there were readings stays word for word as it is. */
    private static JsonObjectBuilder measured(CriterionInput input, Source source) {
        JsonArrayBuilder readings = Json.createArrayBuilder();
        source.readings().forEach(readings::add);
        JsonObjectBuilder measured = Json.createObjectBuilder().add("level", input.measured())
                .add("indicator", source.indicator()).add("period", source.period()).add("readings", readings);
        return source.contents() == null ? measured : measured.add("contents", source.contents());
    }

    private static JsonObjectBuilder outcome(ScoredAssessment scored, Scorecard scorecard) {
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        for (Dimension dimension : scored.model().dimensions()) {
            nodes.add(score(scorecard.node(dimension.code())).add("code", dimension.code()));
        }
        return score(scorecard.whole()).add("dimensions", nodes);
    }

    private static JsonObjectBuilder score(NodeScore score) {
        return Json.createObjectBuilder().add("level", score.level()).add("index", score.index().toString())
                .add("exempt", score.exempt());
    }

    private static JsonValue value(Answer answer) {
        return answer == null ? JsonValue.NULL : Json.createValue(answer.written());
    }

    private static Answer answer(Criterion criterion, JsonObject input, String column) {
        return Answer.parse(criterion.scale(), input.isNull(column) ? null : input.getString(column));
    }

    private static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
