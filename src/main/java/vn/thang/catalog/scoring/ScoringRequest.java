package vn.thang.catalog.scoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.Schema;
import vn.thang.catalog.model.ModelItem;
import vn.thang.catalog.model.ModelRules;
import vn.thang.catalog.model.ModelStructure;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;

/**
 * What a request to score asks for: a known model or one of its own, the answers, and the level to find a path to.
 *
 * @param target empty for the level next to the one reached
 */
record ScoringRequest(MaturityModel model, Answers answers, OptionalInt target) {

    static final int MOST_CRITERIA = 2_000;
    static final int DEEPEST = 6;
    static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_ECHO = 300;

    private static final Set<String> PROPERTIES = Set.of("model", "answers", "targetLevel");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads the body of a request, or refuses it with all its problems, said in the given language. */
    static ScoringRequest read(byte[] body, Catalog catalog, Locale locale) {
        return new Reading(catalog, locale).read(body);
    }

    private static final class Reading {

        private final Catalog catalog;
        private final Locale locale;
        private final List<Problem.Fault> problems = new ArrayList<>();

        Reading(Catalog catalog, Locale locale) {
            this.catalog = catalog;
            this.locale = locale;
        }

        ScoringRequest read(byte[] body) {
            JsonNode request = parse(body);
            request.fieldNames().forEachRemaining(name -> {
                if (!PROPERTIES.contains(name)) {
                    problem(Document.child("", name), "property", name);
                }
            });
            Optional<MaturityModel> model = model(request.path("model"));
            Map<String, Answer> answers = answers(model, request.path("answers"));
            OptionalInt target = target(model, request.path("targetLevel"));
            refuseProblems();
            return new ScoringRequest(model.orElseThrow(), new Answers(answers), target);
        }

        private JsonNode parse(byte[] body) {
            try {
                JsonNode request = JSON.readTree(body);
                if (request.isObject()) {
                    return request;
                }
                problem("", "object");
            } catch (JsonProcessingException e) {
                JsonLocation place = e.getLocation();
                problem("", "json", place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr(),
                        e.getOriginalMessage());
            } catch (IOException e) {
                problem("", "json", 1, 1, e.getMessage());
            }
            throw new RequestRefused(problems);
        }

        private Optional<MaturityModel> model(JsonNode model) {
            if (model.isTextual()) {
                Optional<MaturityModel> known = catalog.find(model.asText());
                if (known.isEmpty()) {
                    problem("/model", "model-unknown", model.asText(),
                            catalog.models().stream().map(MaturityModel::ref).collect(Collectors.joining(", ")));
                }
                return known;
            }
            if (!model.isObject()) {
                problem("/model", "model");
                return Optional.empty();
            }
            Document document = Document.of(model);
            List<Fault> faults = numbers(document, model, "", new ArrayList<>());
            if (faults.isEmpty() && withinLimits(model)) {
                faults.addAll(Schema.MODEL.check(document));
                faults.addAll(ModelRules.check(document));
            }
            faults.forEach(fault -> add(new Problem.Fault("/model" + fault.pointer(),
                    fault.text(locale) + " " + fault.remedy(locale))));
            return problems.isEmpty() ? Optional.of(ModelStructure.of(model)) : Optional.empty();
        }

        private boolean withinLimits(JsonNode model) {
            List<ModelItem> items = ModelItem.of(model);
            long criteria = items.stream().filter(ModelItem::criterion).count();
            int depth = items.stream().mapToInt(ModelItem::depth).max().orElse(0);
            if (criteria > MOST_CRITERIA) {
                problem("/model", "model-criteria", criteria, MOST_CRITERIA);
            }
            if (depth > DEEPEST) {
                problem("/model", "model-depth", depth, DEEPEST);
            }
            return criteria <= MOST_CRITERIA && depth <= DEEPEST;
        }

        /** Numbers with exponents are refused before anything computes with them. */
        private static List<Fault> numbers(Document document, JsonNode node, String pointer, List<Fault> faults) {
            if (node.isBigDecimal() && !plain(node.decimalValue())) {
                faults.add(document.fault(pointer, "number", node.decimalValue()));
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                numbers(document, node.get(i), Document.child(pointer, i), faults);
            }
            node.properties().forEach(
                    field -> numbers(document, field.getValue(), Document.child(pointer, field.getKey()), faults));
            return faults;
        }

        private static boolean plain(BigDecimal number) {
            return number.scale() >= 0 && number.scale() <= 20;
        }

        private Map<String, Answer> answers(Optional<MaturityModel> model, JsonNode answers) {
            if (!answers.isObject()) {
                problem("/answers", "answers");
                return Map.of();
            }
            Map<String, Criterion> criteria = new LinkedHashMap<>();
            model.ifPresent(known -> known.criteria().forEach(criterion -> criteria.put(criterion.code(), criterion)));
            Map<String, Answer> read = new LinkedHashMap<>();
            answers.properties().forEach(field -> {
                String pointer = Document.child("/answers", field.getKey());
                Criterion criterion = criteria.get(field.getKey());
                if (criterion != null) {
                    answer(criterion, field.getValue(), pointer).ifPresent(answer -> read.put(field.getKey(), answer));
                } else if (model.isPresent()) {
                    problem(pointer, "criterion", field.getKey());
                }
            });
            return read;
        }

        private Optional<Answer> answer(Criterion criterion, JsonNode value, String pointer) {
            if (value.isNull()) {
                return Optional.of(Answer.EXEMPT);
            }
            AnswerScale scale = criterion.scale();
            if ((scale.numbered() ? isNumber(value) : value.isTextual()) && scale.accepts(value.asText())) {
                return Optional.of(Answer.parse(scale, value.asText()));
            }
            problem(pointer, scale.kind(), scale.bounds().toArray());
            return Optional.empty();
        }

        private OptionalInt target(Optional<MaturityModel> model, JsonNode target) {
            if (target.isMissingNode() || target.isNull()) {
                return OptionalInt.empty();
            }
            int highest = model.map(MaturityModel::highest).orElse(LevelScale.MOST);
            if (model.isPresent() && !model.get().hasLevel()) {
                problem("/targetLevel", "target-none");
            } else if (isNumber(target) && target.intValue() >= 1 && target.intValue() <= highest) {
                return OptionalInt.of(target.intValue());
            } else {
                problem("/targetLevel", "target-level", highest);
            }
            return OptionalInt.empty();
        }

        private static boolean isNumber(JsonNode value) {
            return value.isIntegralNumber() && value.canConvertToInt();
        }

        private void problem(String pointer, String key, Object... arguments) {
            Object[] words = Arrays.stream(arguments).map(String::valueOf).map(Reading::shortened).toArray();
            add(new Problem.Fault(pointer, Texts.text(locale, "scorings.problem." + key, words)));
        }

        /** The first of them are enough to act on; an answer is never larger than a request. */
        private void add(Problem.Fault problem) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        private static String shortened(String text) {
            return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
        }

        private void refuseProblems() {
            if (!problems.isEmpty()) {
                throw new RequestRefused(problems);
            }
        }
    }
}
