package vn.thang.catalog.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The kinds of file in the catalog and their JSON Schemas, the same files that editors use. */
public enum Schema {
    INDEX("index"), MODEL("model"), TEXTS("texts"), PROGRAMME("programme"), PROGRAMME_TEXTS("programme-texts"),
    INDICATORS("indicators");

    /** Keywords whose text names the one argument that the library gives first. */
    private static final Set<String> WITH_BOUND = Set.of("minimum", "exclusiveMinimum", "maximum", "minItems",
            "maxItems", "minProperties",
            "maxProperties", "maxLength");

    private final com.networknt.schema.Schema schema;

    Schema(String name) {
        String path = "/maturity-model/schema/" + name + ".schema.json";
        try (InputStream content = Schema.class.getResourceAsStream(path)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in which the document is not of this kind. */
    public List<Fault> check(Document document) {
        List<Fault> faults = new ArrayList<>();
        for (Error error : schema.validate(document.root())) {
            boolean partOfAlternative = error.getEvaluationPath().toString().matches(".*/oneOf/[0-9]+/.*");
            if (!partOfAlternative) {
                faults.add(fault(document, error));
            }
        }
        return faults;
    }

    private static Fault fault(Document document, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String keyword = error.getKeyword();
        String key = "schema." + keyword;
        if (WITH_BOUND.contains(keyword)) {
            boolean weight = pointer.endsWith("/weight") && "minimum".equals(keyword);
            return document.fault(pointer, weight ? "weight" : key, error.getArguments()[0]);
        }
        return switch (keyword) {
            case "required" -> document.fault(pointer, key, error.getProperty());
            case "additionalProperties" ->
                document.faultOfKey(Document.child(pointer, error.getProperty()), key, error.getProperty());
            case "type" -> document.fault(pointer, key, error.getArguments()[0], error.getArguments()[1]);
            case "enum" -> document.fault(pointer, key, shown(error.getInstanceNode()), words(error.getSchemaNode()));
            case "pattern" ->
                document.fault(pointer, key, shown(error.getInstanceNode()), error.getSchemaNode().asText());
            case "oneOf" -> document.fault(pointer, key, alternatives(error.getSchemaNode(), ", "));
            case "not" -> document.fault(pointer, key, words(error.getSchemaNode().path("required")));
            case "uniqueItems" -> document.fault(pointer, key);
            default -> document.fault(pointer, "schema.other", keyword, error.getMessage());
        };
    }

    private static String shown(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.getNodeType().name().toLowerCase(Locale.ROOT);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String words(JsonNode list) {
        return stream(list).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String alternatives(JsonNode alternatives, String separator) {
        return stream(alternatives).map(a -> words(a.path("required"))).collect(Collectors.joining(separator));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        Iterator<JsonNode> items = list.elements();
        Iterable<JsonNode> iterable = () -> items;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
