package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Criterion.Sensitivity;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.LevelRule;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.MaturityModel.Status;
import vn.thang.core.model.Node;
import vn.thang.core.model.Overall;

/** Makes the model of a tree that its schema and {@link ModelRules} have accepted. */
public final class ModelStructure {

    private final LevelScale levels;
    private final LevelRule ofWhole;
    private final LevelRule ofDimensions;

    private ModelStructure(JsonNode model) {
        levels = levels(model);
        JsonNode gates = model.path("gates");
        ofWhole = rule(gates.path("whole"), model.path("bands"), Gate.OF_WHOLE);
        ofDimensions = rule(gates.path("dimension"), model.path("bands"), Gate.OF_DIMENSION);
    }

    /** The levels that a structure names; five where it names none, or as many as cannot be. */
    public static LevelScale levels(JsonNode model) {
        int named = model.path("levels").asInt();
        boolean can = named >= LevelScale.FEWEST && named <= LevelScale.MOST;
        return new LevelScale(can ? named : LevelScale.FIVE.highest(), model.path("zero").asBoolean());
    }

    public static MaturityModel of(JsonNode model) {
        ModelStructure structure = new ModelStructure(model);
        Dimension whole = new Dimension("", 1, false, structure.ofWhole, structure.children(model));
        MaturityModel made = new MaturityModel(model.path("id").asText(), model.path("version").asText(),
                Status.valueOf(constant(model.path("status"))), whole,
                model.path("evidenceExpires").asBoolean(), structure.levels,
                Overall.valueOf(model.path("overall").asText("level").toUpperCase(Locale.ROOT)));
        if (!made.faults().isEmpty()) {
            throw new IllegalStateException("Accepted by the rules of the catalog, not by the core: " + made.faults());
        }
        return made;
    }

    private List<Node> children(JsonNode parent) {
        List<Node> children = new ArrayList<>();
        parent.path("dimensions").forEach(node -> children.add(new Dimension(node.path("code").asText(),
                node.path("weight").intValue(), node.path("core").asBoolean(),
                rule(node.path("gate"), node.path("bands"), ofDimensions), children(node),
                node.path("weight").isTextual())));
        parent.path("criteria")
                .forEach(node -> children.add(criterion(node, new ModelItem("", node, true, 0).scale(levels))));
        return children;
    }

    private static Criterion criterion(JsonNode node, AnswerScale scale) {
        Set<String> appliesTo = new LinkedHashSet<>();
        node.path("appliesTo").forEach(type -> appliesTo.add(type.asText()));
        Map<Integer, String> evidence = ModelTexts.byLevel(node.path("evidence"), JsonNode::asText);
        Map<Integer, Integer> effort = ModelTexts.byLevel(node.path("effort"), JsonNode::intValue);
        Sensitivity sensitivity = node.path("sensitivity").asText().equals("restricted")
                ? Sensitivity.RESTRICTED : Sensitivity.PUBLIC;
        return new Criterion(node.path("code").asText(), node.path("weight").intValue(), node.path("core").asBoolean(),
                sensitivity, appliesTo, evidence, effort, indicator(node.path("indicator")), scale);
    }

    private static Optional<IndicatorLink> indicator(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorLink(node.path("code").asText(),
                IndicatorLink.Mode.valueOf(constant(node.path("mode"))),
                ModelTexts.byLevel(node.path("levels"), level -> Fraction.of(level.decimalValue())),
                node.path("prefill").asBoolean()));
    }

    private static LevelRule rule(JsonNode gate, JsonNode bands, LevelRule otherwise) {
        if (gate.isObject()) {
            JsonNode maxGap = gate.path("maxGap");
            return new Gate(comparison(gate.path("at").asText()), comparison(gate.path("below").asText()),
                    maxGap.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(maxGap.intValue()));
        }
        if (bands.isArray()) {
            List<Fraction> bounds = new ArrayList<>();
            bands.forEach(bound -> bounds.add(Fraction.of(bound.decimalValue())));
            return new Bands(bounds);
        }
        return otherwise;
    }

    private static Comparison comparison(String text) {
        BigDecimal percent = new BigDecimal(text.replaceAll("[>= ]", ""));
        return new Comparison(!text.startsWith(">="), percent.movePointRight(2).intValueExact());
    }

    private static String constant(JsonNode name) {
        return name.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
