package vn.thang.indicator.catalogue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.fetching.RemoteDocument;

/** Reads the datasets of a DCAT-AP catalogue in JSON-LD, RDF/XML or Turtle. Nothing it refers to is fetched. */
public final class DcatCatalogue {

    private static final String BASE = "urn:thang:catalogue";
    private static final Set<String> JSON = Set.of("application/ld+json", "application/json");

    private final Model model;

    private DcatCatalogue(Model model) {
        this.model = model;
    }

    /** @throws RemoteDocument.Failed when the content is no RDF, or holds no dataset */
    public static List<Dataset> datasets(RemoteDocument.Fetched document) throws RemoteDocument.Failed {
        String type = document.mediaType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        Model model = new LinkedHashModel();
        try {
            if (JSON.contains(type)) {
                readJson(document.content(), model);
            } else {
                readRdf(document.content(), type, model);
            }
        } catch (JsonLdError | RDFParseException | RDFHandlerException | IllegalArgumentException | IOException e) {
            throw new RemoteDocument.Failed("not-dcat", type);
        }
        List<Dataset> datasets = model.filter(null, RDF.TYPE, DCAT.DATASET).subjects().stream()
                .map(new DcatCatalogue(model)::dataset).toList();
        if (datasets.isEmpty()) {
            throw new RemoteDocument.Failed("no-datasets");
        }
        return datasets;
    }

    private static void readJson(byte[] content, Model model) throws JsonLdError {
        JsonLd.toRdf(JsonDocument.of(new ByteArrayInputStream(content))).loader((address, options) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address.toString());
        }).provide(new Statements(model));
    }

    /** Puts what is read into the model. */
    private record Statements(Model model) implements RdfQuadConsumer {

        private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

        @Override
        public RdfQuadConsumer quad(String subject, String predicate, String object, String datatype, String language,
                String direction,
                String graph) {
            Value value = language != null ? VALUES.createLiteral(object, language)
                    : datatype != null ? VALUES.createLiteral(object, VALUES.createIRI(datatype)) : resource(object);
            model.add(resource(subject), VALUES.createIRI(predicate), value);
            return this;
        }

        private static Resource resource(String name) {
            return RdfQuadConsumer.isBlank(name) ? VALUES.createBNode(name.substring(2)) : VALUES.createIRI(name);
        }
    }

    private static void readRdf(byte[] content, String type, Model model) throws IOException {
        RDFFormat format = Stream.of(RDFFormat.RDFXML, RDFFormat.TURTLE)
                .filter(one -> one.getMIMETypes().contains(type)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type));
        RDFParser parser = Rio.createParser(format);
        parser.getParserConfig().set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
        parser.getParserConfig().set(XMLParserSettings.SECURE_PROCESSING, true);
        parser.setRDFHandler(new StatementCollector(model));
        parser.parse(new ByteArrayInputStream(content), BASE);
    }

    private Dataset dataset(Resource dataset) {
        Resource publisher = node(dataset, DCTERMS.PUBLISHER);
        Resource contact = node(dataset, DCAT.CONTACT_POINT);
        List<Dataset.Distribution> distributions = new ArrayList<>();
        for (Value distribution : model.filter(dataset, DCAT.HAS_DISTRIBUTION, null).objects()) {
            if (distribution instanceof Resource resource) {
                distributions.add(distribution(resource));
            }
        }
        return new Dataset(dataset.stringValue(), text(dataset, DCTERMS.TITLE), text(dataset, DCTERMS.DESCRIPTION),
                publisher == null ? null
                        : Optional.ofNullable(text(publisher, DCTERMS.IDENTIFIER)).orElse(publisher.stringValue()),
                publisher == null ? null
                        : Optional.ofNullable(text(publisher, FOAF.NAME))
                                .orElse(publisher instanceof IRI ? publisher.stringValue() : null),
                texts(dataset, DCAT.KEYWORD), texts(dataset, DCAT.THEME), !texts(dataset, DCTERMS.SPATIAL).isEmpty(),
                !texts(dataset, DCTERMS.TEMPORAL).isEmpty(), contact == null ? null : contact(contact),
                text(dataset, DCTERMS.ACCESS_RIGHTS),
                text(dataset, DCTERMS.ISSUED), text(dataset, DCTERMS.MODIFIED), distributions);
    }

    private String contact(Resource contact) {
        return Stream.of(VCARD4.HAS_EMAIL, VCARD4.FN, VCARD4.HAS_URL).map(property -> text(contact, property))
                .filter(text -> text != null)
                .findFirst().orElse(contact instanceof IRI ? contact.stringValue() : null);
    }

    private Dataset.Distribution distribution(Resource distribution) {
        return new Dataset.Distribution(text(distribution, DCAT.ACCESS_URL), null,
                text(distribution, DCAT.DOWNLOAD_URL), null,
                text(distribution, DCTERMS.FORMAT), text(distribution, DCAT.MEDIA_TYPE),
                text(distribution, DCTERMS.LICENSE),
                text(distribution, DCTERMS.RIGHTS), size(text(distribution, DCAT.BYTE_SIZE)),
                text(distribution, DCTERMS.ISSUED),
                text(distribution, DCTERMS.MODIFIED));
    }

    private static Long size(String text) {
        try {
            return text == null ? null : Math.round(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Resource node(Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream().filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .findFirst().orElse(null);
    }

    /** Vietnamese before other languages. */
    private String text(Resource subject, IRI property) {
        List<Value> values = new ArrayList<>(model.filter(subject, property, null).objects());
        return values.stream()
                .filter(value -> value instanceof Literal literal
                        && literal.getLanguage().filter("vi"::equals).isPresent())
                .findFirst().or(() -> values.stream().findFirst()).map(Value::stringValue)
                .filter(text -> !text.isBlank()).orElse(null);
    }

    private List<String> texts(Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream().map(Value::stringValue)
                .filter(text -> !text.isBlank()).toList();
    }
}
