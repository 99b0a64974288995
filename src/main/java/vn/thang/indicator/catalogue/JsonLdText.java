package vn.thang.indicator.catalogue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import vn.thang.indicator.fetching.RemoteDocument;

/** Reads a text in JSON-LD. What its context refers to is not fetched. Faulty values are mended before anything is dropped. */
final class JsonLdText {

    private static final String CONTEXT = "@context";
    private static final String ID = "@id";
    private static final String VALUE = "@value";
    private static final String TYPE = "@type";
    private static final String LANGUAGE = "@language";

    private final String text;
    private final FaultyValues faults;
    private final Map<String, Integer> places = new HashMap<>();
    /** What stands for "@id" here, and what holds names of nodes. */
    private final Set<String> names = new HashSet<>(Set.of(ID));
    private URI elsewhere;

    private JsonLdText(String text, FaultyValues faults) {
        this.text = text;
        this.faults = faults;
    }

    /**
     * Reads a text into a model.
     *
     * @param base   against which names are resolved
     * @param prefix of the names of nodes without an address, so that those of several documents stay apart
     * @throws JsonLdError when it is no JSON-LD
     */
    static void read(String text, URI base, String prefix, FaultyValues faults, Model model)
            throws JsonLdError, RemoteDocument.Failed {
        new JsonLdText(text, faults).read(base, new Statements(model, prefix));
    }

    private void read(URI base, Statements statements) throws JsonLdError, RemoteDocument.Failed {
        JsonStructure written = Json.createReader(new StringReader(text)).read();
        contexts(written);
        try {
            JsonStructure expanded = JsonLd.expand(JsonDocument.of((JsonStructure) mended(written))).base(base)
                    .loader((address, options) -> {
                        elsewhere = address;
                        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address.toString());
                    }).get();
            JsonLd.toRdf(JsonDocument.of((JsonStructure) mended(expanded))).provide(statements);
        } catch (JsonLdError e) {
            if (elsewhere != null) {
                throw new RemoteDocument.Failed("remote-context", elsewhere);
            }
            throw e;
        }
    }

    private void contexts(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(this::contexts);
        } else if (value instanceof JsonObject object) {
            object.forEach((name, one) -> {
                if (name.equals(CONTEXT)) {
                    terms(one);
                } else {
                    contexts(one);
                }
            });
        }
    }

    private void terms(JsonValue context) {
        if (context instanceof JsonArray array) {
            array.forEach(this::terms);
        } else if (context instanceof JsonObject object) {
            object.forEach((term, meaning) -> {
                JsonValue said = meaning instanceof JsonObject described ? described.get(TYPE) : meaning;
                if (said instanceof JsonString string && string.getString().equals(ID)) {
                    names.add(term);
                }
            });
        }
    }

    private JsonValue mended(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                JsonObjectBuilder object = Json.createObjectBuilder();
                boolean literal = value.asJsonObject().containsKey(VALUE);
                value.asJsonObject().forEach((name, one) -> member(object, literal, name, one));
                yield object.build();
            }
            case ARRAY -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                value.asJsonArray().forEach(one -> array.add(mended(one)));
                yield array.build();
            }
            default -> value;
        };
    }

    private void member(JsonObjectBuilder object, boolean literal, String name, JsonValue value) {
        String said = value instanceof JsonString string ? string.getString() : null;
        if (name.equals(CONTEXT)) {
            object.add(name, value);
        } else if (names.contains(name)) {
            object.add(name, value instanceof JsonArray array ? named(array) : named(value));
        } else if (literal && name.equals(TYPE) && said != null && !FaultyValues.isAddress(said)) {
            faults.type(said, place(said));
        } else if (literal && name.equals(LANGUAGE) && said != null && !FaultyValues.isLanguage(said)) {
            faults.language(said, place(said));
        } else {
            object.add(name, mended(value));
        }
    }

    private JsonValue named(JsonArray values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(one -> array.add(named(one)));
        return array.build();
    }

    private JsonValue named(JsonValue value) {
        if (!(value instanceof JsonString string)) {
            return mended(value);
        }
        String name = string.getString();
        return FaultyValues.isAddress(name) ? value : Json.createValue("_:" + faults.node(name, place(name)));
    }

    /** Where the value stands, whole or as the end of a name that was resolved; -1 where it is not found. */
    private int place(String value) {
        for (int from = 0; from >= 0; from = next(value, from)) {
            String end = Json.createValue(value.substring(from)).toString();
            int place = text.indexOf(end, places.getOrDefault(end, 0));
            if (place >= 0) {
                places.put(end, place + 1);
                return place;
            }
        }
        return -1;
    }

    private static int next(String value, int from) {
        int slash = value.indexOf('/', from);
        return slash < 0 || slash == value.length() - 1 ? -1 : slash + 1;
    }

    /** Puts what is read into the model. */
    private record Statements(Model model, String prefix) implements RdfQuadConsumer {

        private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

        @Override
        public RdfQuadConsumer quad(String subject, String predicate, String object, String datatype, String language,
                String direction, String graph) {
            Value value = language != null ? VALUES.createLiteral(object, language)
                    : datatype != null ? VALUES.createLiteral(object, VALUES.createIRI(datatype)) : resource(object);
            model.add(resource(subject), VALUES.createIRI(predicate), value);
            return this;
        }

        private Resource resource(String name) {
            return RdfQuadConsumer.isBlank(name) ? VALUES.createBNode(prefix + name.substring(2))
                    : VALUES.createIRI(name);
        }
    }
}
