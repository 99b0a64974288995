package vn.thang.open;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import vn.thang.platform.Texts;

/** The catalogue of what is public, by DCAT-AP: one dataset for each round, with every file as a distribution. */
final class OpenCatalogue {

    /** How it is written. */
    enum Form {
        TURTLE("text/turtle"), RDF_XML("application/rdf+xml"), JSON_LD("application/ld+json");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    static final String LICENCE = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0";
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
    private static final IRI CHECKSUM = iri("http://spdx.org/rdf/terms#checksum");
    private static final IRI CHECKSUM_VALUE = iri("http://spdx.org/rdf/terms#checksumValue");
    private static final IRI ALGORITHM = iri("http://spdx.org/rdf/terms#algorithm");
    private static final IRI SHA_256 = iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
    private static final IRI VERSION_NOTES = iri("http://www.w3.org/ns/adms#versionNotes");
    private static final IRI CONFORMS = DCTERMS.CONFORMS_TO;
    private static final Map<String, String> FORMATS = Map.of("text/csv", "CSV", "application/json", "JSON",
            "application/csvm+json", "JSON", "application/vnd.sdmx.data+csv", "CSV");

    private final Model model = new LinkedHashModel();
    private final String base;
    private final String ministry;

    /** @param base address under which everything public stands, with a slash at its end */
    OpenCatalogue(String base, String ministry) {
        this.base = base;
        this.ministry = ministry;
        model.setNamespace("dcat", DCAT.NAMESPACE);
        model.setNamespace("dct", DCTERMS.NAMESPACE);
        model.setNamespace("foaf", FOAF.NAMESPACE);
        model.setNamespace("vcard", VCARD4.NAMESPACE);
        model.setNamespace("spdx", "http://spdx.org/rdf/terms#");
        IRI catalogue = here("catalogue");
        add(catalogue, RDF.TYPE, DCAT.CATALOG);
        say(catalogue, DCTERMS.TITLE, "open.catalogue");
        say(catalogue, DCTERMS.DESCRIPTION, "open.catalogue.what");
        add(catalogue, DCTERMS.PUBLISHER, publisher());
        add(catalogue, DCTERMS.LICENSE, iri(LICENCE));
        add(catalogue, FOAF.HOMEPAGE, here(""));
        for (String language : List.of("VIE", "ENG", "DEU")) {
            add(catalogue, DCTERMS.LANGUAGE, iri(AUTHORITY + "language/" + language));
        }
        add(catalogue, DCAT.HAS_SERVICE, service());
    }

    /** Programs with a token read more than what is public: how, says its description. */
    private IRI service() {
        IRI service = here("api/v1");
        add(service, RDF.TYPE, DCAT.DATA_SERVICE);
        say(service, DCTERMS.TITLE, "open.service");
        say(service, DCTERMS.DESCRIPTION, "open.service.what");
        add(service, DCAT.ENDPOINT_URL, iri(base.substring(0, base.length() - "open/".length()) + "api/v1"));
        for (String ending : List.of("json", "yaml")) {
            add(service, DCAT.ENDPOINT_DESCRIPTION, here((OpenInterface.PLACE + ending).substring(1)));
        }
        add(service, DCTERMS.PUBLISHER, publisher());
        add(service, DCTERMS.ACCESS_RIGHTS, iri(AUTHORITY + "access-right/RESTRICTED"));
        return service;
    }

    /**
     * Adds what is public of a round.
     *
     * @param log what was made public of it before, and when that ended
     */
    OpenCatalogue with(OpenPublication round, List<OpenFileLine> files, List<OpenPublication> log) {
        IRI dataset = here("data/" + round.round());
        add(here("catalogue"), DCAT.HAS_DATASET, dataset);
        add(here("api/v1"), DCAT.SERVES_DATASET, dataset);
        add(dataset, RDF.TYPE, DCAT.DATASET);
        say(dataset, DCTERMS.TITLE, "open.dataset", round.name());
        say(dataset, DCTERMS.DESCRIPTION, "open.dataset.what", round.name(), round.hash());
        text(dataset, DCTERMS.IDENTIFIER, base + "data/" + round.round());
        for (Locale language : Texts.LANGUAGES) {
            for (String word : Texts.text(language, "open.keywords").split(",")) {
                add(dataset, DCAT.KEYWORD, VALUES.createLiteral(word.strip(), language.getLanguage()));
            }
        }
        add(dataset, DCAT.THEME, iri(AUTHORITY + "data-theme/GOVE"));
        add(dataset, DCTERMS.SPATIAL, iri(AUTHORITY + "country/VNM"));
        BNode time = VALUES.createBNode("time" + round.id());
        add(time, RDF.TYPE, DCTERMS.PERIOD_OF_TIME);
        add(time, DCAT.END_DATE, VALUES.createLiteral(round.dueOn().toString(), XSD.DATE));
        add(dataset, DCTERMS.TEMPORAL, time);
        add(dataset, DCTERMS.ACCESS_RIGHTS, iri(AUTHORITY + "access-right/PUBLIC"));
        add(dataset, DCTERMS.PUBLISHER, publisher());
        BNode contact = VALUES.createBNode("contact");
        add(contact, RDF.TYPE, VCARD4.ORGANIZATION);
        text(contact, VCARD4.FN, ministry);
        add(contact, VCARD4.HAS_URL, here(""));
        add(dataset, DCAT.CONTACT_POINT, contact);
        add(dataset, DCAT.LANDING_PAGE, here("vi/" + round.round() + "/"));
        add(dataset, DCTERMS.ISSUED, moment(first(round, log).openedAt()));
        add(dataset, DCTERMS.MODIFIED, moment(round.openedAt()));
        log.forEach(one -> text(dataset, VERSION_NOTES, one.openedAt() + " sha256=" + one.hash()
                + (one.closedAt() == null ? "" : " – " + one.closedAt())));
        files.forEach(file -> distribution(dataset, round, file));
        return this;
    }

    private static OpenPublication first(OpenPublication round, List<OpenPublication> log) {
        return log.isEmpty() ? round : log.get(log.size() - 1);
    }

    private void distribution(IRI dataset, OpenPublication round, OpenFileLine file) {
        IRI address = here("data/" + round.round() + "/" + file.name());
        IRI one = iri(address.stringValue() + "#distribution");
        add(dataset, DCAT.HAS_DISTRIBUTION, one);
        add(one, RDF.TYPE, DCAT.DISTRIBUTION);
        text(one, DCTERMS.TITLE, file.name());
        add(one, DCAT.ACCESS_URL, address);
        add(one, DCAT.DOWNLOAD_URL, address);
        add(one, DCTERMS.FORMAT, iri(AUTHORITY + "file-type/" + FORMATS.get(file.mediaType())));
        add(one, DCAT.MEDIA_TYPE, iri("http://www.iana.org/assignments/media-types/" + file.mediaType()));
        add(one, DCTERMS.LICENSE, iri(LICENCE));
        say(one, DCTERMS.RIGHTS, "open.rights");
        add(one, DCAT.BYTE_SIZE, VALUES.createLiteral(String.valueOf(file.size()), XSD.NON_NEGATIVE_INTEGER));
        add(one, DCTERMS.ISSUED, moment(round.openedAt()));
        add(one, DCTERMS.MODIFIED, moment(round.openedAt()));
        BNode sum = VALUES.createBNode("sum" + round.id() + file.name().replaceAll("\\W", ""));
        add(one, CHECKSUM, sum);
        add(sum, ALGORITHM, SHA_256);
        add(sum, CHECKSUM_VALUE, VALUES.createLiteral(file.sha256(), XSD.HEXBINARY));
        if (file.name().endsWith(".csv") && !file.name().contains(".sdmx")) {
            add(one, CONFORMS, iri("https://www.w3.org/TR/tabular-metadata/"));
        }
    }

    private Resource publisher() {
        IRI publisher = here("publisher");
        add(publisher, RDF.TYPE, FOAF.AGENT);
        text(publisher, FOAF.NAME, ministry);
        return publisher;
    }

    private IRI here(String path) {
        return iri(base + path);
    }

    private static IRI iri(String address) {
        return VALUES.createIRI(address);
    }

    private static Literal moment(Instant moment) {
        return VALUES.createLiteral(moment.toString(), XSD.DATETIME);
    }

    private void add(Resource subject, IRI property, Value value) {
        model.add(subject, property, value);
    }

    private void text(Resource subject, IRI property, String text) {
        add(subject, property, VALUES.createLiteral(text));
    }

    /** In all languages. */
    private void say(Resource subject, IRI property, String key, Object... arguments) {
        Texts.LANGUAGES.forEach(language -> add(subject, property,
                VALUES.createLiteral(Texts.text(language, key, arguments), language.getLanguage())));
    }

    byte[] written(Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (form) {
            case TURTLE -> write(new TurtleWriter(out));
            case RDF_XML -> write(new RDFXMLWriter(out));
            case JSON_LD -> out.writeBytes(jsonLd().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private void write(RDFHandler writer) {
        writer.startRDF();
        model.getNamespaces().forEach(name -> writer.handleNamespace(name.getPrefix(), name.getName()));
        model.forEach(writer::handleStatement);
        writer.endRDF();
    }

    /** In the expanded form, which needs no context and so nothing from elsewhere. */
    private String jsonLd() {
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        for (Resource subject : model.subjects()) {
            JsonObjectBuilder node = Json.createObjectBuilder().add("@id", id(subject));
            Model about = model.filter(subject, null, null);
            about.predicates().forEach(property -> {
                JsonArrayBuilder values = Json.createArrayBuilder();
                for (Statement one : about.filter(subject, property, null)) {
                    values.add(property.equals(RDF.TYPE) ? Json.createValue(one.getObject().stringValue())
                            : value(one.getObject()));
                }
                node.add(property.equals(RDF.TYPE) ? "@type" : property.stringValue(), values);
            });
            nodes.add(node);
        }
        return nodes.build().toString();
    }

    private static String id(Resource node) {
        return node instanceof BNode blank ? "_:" + blank.getID() : node.stringValue();
    }

    private static JsonValue value(Value value) {
        JsonObjectBuilder one = Json.createObjectBuilder();
        switch (value) {
            case Literal text -> {
                one.add("@value", text.stringValue());
                text.getLanguage().ifPresentOrElse(language -> one.add("@language", language), () -> {
                    if (!text.getDatatype().equals(XSD.STRING)) {
                        one.add("@type", text.getDatatype().stringValue());
                    }
                });
            }
            case Resource node -> one.add("@id", id(node));
            default -> throw new IllegalArgumentException(value.toString());
        }
        return one.build();
    }
}
