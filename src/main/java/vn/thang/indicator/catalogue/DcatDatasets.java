package vn.thang.indicator.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.Vocabulary;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.platform.Sha256;

/**
 * The datasets in a graph. What is told of several values is told of the same one whatever their order, and the names that nodes
 * without an address have in a file are never taken for names, so that the same catalogue means the same in every run.
 */
final class DcatDatasets {

    private static final IRI STATUS = SimpleValueFactory.getInstance().createIRI("http://www.w3.org/ns/adms#status");
    private static final IRI SCHEMA_NAME = SimpleValueFactory.getInstance().createIRI("http://schema.org/name");
    /** What a node without an address is called by, or else what it holds. */
    private static final List<IRI> WORDS = List.of(RDFS.LABEL, SKOS.PREF_LABEL, RDF.VALUE, SKOS.NOTATION,
            DCTERMS.IDENTIFIER, DCTERMS.TITLE, FOAF.NAME, SCHEMA_NAME);
    private static final List<IRI> NAMES = List.of(FOAF.NAME, SCHEMA_NAME, VCARD4.FN, VCARD4.ORGANIZATION_NAME,
            SKOS.PREF_LABEL, RDFS.LABEL);
    private static final List<String> LANGUAGES = List.of("vi", "", "en");

    private final Model model;

    /** A publisher by what it is known by; both null for nothing. */
    private record Publisher(String id, String name) {
    }

    /** A dataset without an address, with what makes it the same as another one. */
    private record Unnamed(String name, String same, Resource node) {
    }

    DcatDatasets(Model model) {
        this.model = model;
    }

    /** Returns what is described here as a dataset, by its type or because a catalogue names it so. */
    Set<Resource> nodes() {
        Set<Resource> nodes = new LinkedHashSet<>(model.filter(null, RDF.TYPE, DCAT.DATASET).subjects());
        model.filter(null, DCAT.HAS_DATASET, null).objects().stream().filter(Resource.class::isInstance)
                .map(Resource.class::cast).filter(one -> model.contains(one, null, null)).forEach(nodes::add);
        return nodes;
    }

    /** Returns how many datasets the catalogues name, described here or not. */
    long named() {
        return model.filter(null, DCAT.HAS_DATASET, null).objects().stream().filter(Resource.class::isInstance).count();
    }

    FoundCatalogue found(long promised, List<LeftOut> values, boolean stopped) {
        List<LeftOut> leftOut = new ArrayList<>(values);
        List<Dataset> datasets = new ArrayList<>();
        List<Unnamed> unnamed = new ArrayList<>();
        Set<Resource> nodes = nodes();
        int entries = 0;
        for (Resource node : nodes) {
            Optional<String> reason = unpublished(node);
            if (reason.isPresent()) {
                entries++;
                leftOut.add(LeftOut.entry(reason.get(),
                        Objects.requireNonNullElse(text(node, DCTERMS.TITLE), node.stringValue()), "", 1));
            } else if (node instanceof IRI) {
                datasets.add(dataset(node, node.stringValue()));
            } else {
                unnamed.add(unnamed(node));
            }
        }
        datasets.addAll(named(unnamed));
        int repeated = nodes.size() - entries - datasets.size();
        return new FoundCatalogue(datasets, nodes.size(), promised, 0, repeated, leftOut, stopped);
    }

    /** Why it is no published dataset: a catalogue is a kind of dataset, and some are withdrawn and listed still. */
    private Optional<String> unpublished(Resource node) {
        if (model.contains(node, RDF.TYPE, DCAT.CATALOG)) {
            return Optional.of("catalogue");
        }
        return model.filter(node, STATUS, null).objects().stream().map(this::word).filter(Objects::nonNull)
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).endsWith("withdrawn")) ? Optional.of("withdrawn")
                        : Optional.empty();
    }

    /** By its identifier, or else by its title and all that is said of it. */
    private Unnamed unnamed(Resource node) {
        String publisher = Objects.requireNonNullElse(publisher(node).id(), "");
        String identifier = text(node, DCTERMS.IDENTIFIER);
        return identifier != null ? new Unnamed(identifier, publisher + "\n" + identifier, node)
                : new Unnamed(Objects.requireNonNullElse(text(node, DCTERMS.TITLE), "?"),
                        publisher + "\n\n" + content(node, new HashSet<>()), node);
    }

    /** One for all that are the same; those that are called the same are numbered. */
    private List<Dataset> named(List<Unnamed> unnamed) {
        Map<String, Unnamed> once = new TreeMap<>();
        unnamed.forEach(one -> once.putIfAbsent(one.same(), one));
        Map<String, Integer> names = new HashMap<>();
        return once.values().stream().map(one -> {
            int number = names.merge(one.name(), 1, Integer::sum);
            return dataset(one.node(), number == 1 ? one.name() : one.name() + " (" + number + ")");
        }).toList();
    }

    /** A fingerprint of all that is said of a node, whatever it is called and in whatever order it is said. */
    private String content(Resource node, Set<Resource> within) {
        if (!within.add(node)) {
            return "";
        }
        List<String> said = new ArrayList<>();
        for (Statement one : model.filter(node, null, null)) {
            said.add(one.getPredicate() + " " + (one.getObject() instanceof BNode inner ? content(inner, within)
                    : one.getObject().toString()));
        }
        within.remove(node);
        return Sha256.hex(said.stream().sorted().collect(Collectors.joining("\n")));
    }

    private Dataset dataset(Resource dataset, String id) {
        Publisher publisher = publisher(dataset);
        return new Dataset(id, text(dataset, DCTERMS.TITLE), text(dataset, DCTERMS.DESCRIPTION), publisher.id(),
                publisher.name(), words(dataset, DCAT.KEYWORD), words(dataset, DCAT.THEME),
                says(dataset, DCTERMS.SPATIAL), says(dataset, DCTERMS.TEMPORAL), contact(dataset),
                word(dataset, DCTERMS.ACCESS_RIGHTS, Vocabulary::isAccessRight), text(dataset, DCTERMS.ISSUED),
                text(dataset, DCTERMS.MODIFIED),
                model.filter(dataset, DCAT.HAS_DISTRIBUTION, null).objects().stream()
                        .filter(Resource.class::isInstance).map(one -> distribution((Resource) one)).toList());
    }

    private Dataset.Distribution distribution(Resource distribution) {
        return new Dataset.Distribution(text(distribution, DCAT.ACCESS_URL), null,
                text(distribution, DCAT.DOWNLOAD_URL), null,
                word(distribution, DCTERMS.FORMAT, Vocabulary::isKnownFormat),
                word(distribution, DCAT.MEDIA_TYPE, Vocabulary::isMediaType),
                word(distribution, DCTERMS.LICENSE, Vocabulary::isLicence), text(distribution, DCTERMS.RIGHTS),
                size(text(distribution, DCAT.BYTE_SIZE)), text(distribution, DCTERMS.ISSUED),
                text(distribution, DCTERMS.MODIFIED));
    }

    private static Long size(String text) {
        try {
            return text == null ? null : Math.round(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Publisher publisher(Resource dataset) {
        return model.filter(dataset, DCTERMS.PUBLISHER, null).objects().stream().map(this::publisher)
                .filter(one -> one.id() != null).min(Comparator.comparing(Publisher::id))
                .orElse(new Publisher(null, null));
    }

    /** By its identifier, its address, or its name; one that is only named is known by that name. */
    private Publisher publisher(Value value) {
        if (!(value instanceof Resource node)) {
            String name = plain(value.stringValue());
            return new Publisher(name, name);
        }
        String address = node instanceof IRI ? node.stringValue() : null;
        String name = NAMES.stream().map(property -> plain(text(node, property))).filter(Objects::nonNull).findFirst()
                .orElse(address);
        return new Publisher(
                Stream.of(plain(text(node, DCTERMS.IDENTIFIER)), address, name).filter(Objects::nonNull).findFirst()
                        .orElse(null),
                name);
    }

    /** A name as people compare it: one way of writing its marks, single blanks. */
    private static String plain(String name) {
        String plain = name == null ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    private String contact(Resource dataset) {
        return model.filter(dataset, DCAT.CONTACT_POINT, null).objects().stream()
                .map(one -> one instanceof Resource contact
                        ? Stream.of(VCARD4.HAS_EMAIL, VCARD4.FN, VCARD4.HAS_URL)
                                .map(property -> text(contact, property)).filter(Objects::nonNull).findFirst()
                                .orElse(one instanceof IRI ? one.stringValue() : null)
                        : one.stringValue())
                .filter(Objects::nonNull).sorted().findFirst().orElse(null);
    }

    /** A node without an address says something when more is told of it than its type. */
    private boolean says(Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream().anyMatch(value -> value instanceof BNode node
                ? model.filter(node, null, null).stream().anyMatch(one -> !one.getPredicate().equals(RDF.TYPE))
                : !value.stringValue().isBlank());
    }

    /** Vietnamese before other languages; null where nothing is said. */
    private String text(Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream()
                .sorted(Comparator.<Value>comparingInt(DcatDatasets::place).thenComparing(Value::stringValue))
                .map(this::word).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static int place(Value value) {
        String language = value instanceof Literal literal ? literal.getLanguage().orElse("") : "";
        int place = LANGUAGES.indexOf(language);
        return place < 0 ? LANGUAGES.size() : place;
    }

    private List<String> words(Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream().map(this::word).filter(Objects::nonNull)
                .toList();
    }

    /** Its text or its address; of a node without an address what it is called. */
    private String word(Value value) {
        String word = value instanceof BNode node ? called(node).findFirst().orElse(null) : value.stringValue();
        return word == null || word.isBlank() ? null : word;
    }

    /** A word of the vocabulary where one of the values, or a name of theirs, is one; otherwise what is said. */
    private String word(Resource subject, IRI property, Predicate<String> known) {
        return model.filter(subject, property, null).objects().stream()
                .flatMap(
                        value -> Stream.concat(value instanceof BNode ? Stream.empty() : Stream.of(value.stringValue()),
                                value instanceof Resource node ? called(node) : Stream.empty()))
                .filter(word -> !word.isBlank()).filter(known).sorted().findFirst()
                .orElseGet(() -> text(subject, property));
    }

    private Stream<String> called(Resource node) {
        return WORDS.stream().flatMap(property -> model.filter(node, property, null).objects().stream()
                .filter(Literal.class::isInstance).map(Value::stringValue).filter(one -> !one.isBlank()).sorted());
    }
}
