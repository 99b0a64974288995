package vn.thang.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.AskedAddresses;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.indicator.fetching.RemoteDocument;

/** Catalogues as they are found in the field, and others with faults of the same kinds. */
class FieldCatalogueTest {

    private static final int MOST = 50_000;
    private static final RemoteDocument DOCUMENTS = new RemoteDocument(
            new RemoteDocument.Limits(Duration.ofSeconds(5), 5_000_000, Set.of("localhost")));
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
            """;
    private static final String RDF_XML = """
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
                xmlns:dct="http://purl.org/dc/terms/">%s</rdf:RDF>""";

    private static String field(String name) {
        try (InputStream in = FieldCatalogueTest.class.getResourceAsStream("/field/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves documents by path and query; those of the field name another server, which is put right. */
    private static AnsweringServer serving(Map<String, String> documents, String type) throws IOException {
        return new AnsweringServer(exchange -> {
            String body = documents.get(exchange.getRequestURI().toString());
            AnsweringServer.send(exchange, body == null ? 404 : 200, type, body == null ? "" : here(exchange, body));
        });
    }

    private static String here(HttpExchange exchange, String body) {
        return body.replace("localhost:8191", exchange.getRequestHeaders().getFirst("Host"));
    }

    private static FoundCatalogue find(String content) throws Exception {
        try (AnsweringServer server = serving(Map.of("/a/catalog", content), "text/plain")) {
            return DcatCatalogue.find(DOCUMENTS, server.address("/a/catalog"), MOST);
        }
    }

    private static List<String> publishers(FoundCatalogue found) {
        return found.datasets().stream().map(one -> String.valueOf(one.publisherId())).sorted().toList();
    }

    private static List<String> ids(FoundCatalogue found) {
        return found.datasets().stream().map(Dataset::id).sorted().toList();
    }

    private static RemoteDocument.Failed failed(Map<String, String> documents) throws Exception {
        try (AnsweringServer server = serving(documents, "text/turtle")) {
            return assertThrows(RemoteDocument.Failed.class,
                    () -> DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST).requireWhole());
        }
    }

    // pages

    @Test
    void aCatalogueOfSeveralPagesIsReadToItsEnd() throws Exception {
        try (AnsweringServer server = serving(
                Map.of("/hydra.ttl", field("dcat-paged.ttl"), "/hydra.ttl?page=2", field("dcat-paged.page2.ttl")),
                "text/turtle")) {
            FoundCatalogue found = DcatCatalogue.find(DOCUMENTS, server.address("/hydra.ttl"), MOST);
            assertEquals(List.of("lc", "lc", "lc"), publishers(found));
            assertEquals(3, found.promised());
            assertTrue(found.whole());
            assertEquals(2, server.asked().size());
        }
    }

    private static String page(int number, String more) {
        return PREFIXES + "<d/%d> a dcat:Dataset ; dct:title \"%d\" . ".formatted(number, number) + more;
    }

    @ParameterizedTest
    @ValueSource(strings = {"<> hydra:view <?p=1> . <?p=1> hydra:next <?p=2> .",
            "<> hydra:view [ a hydra:PartialCollectionView ; hydra:next \"?p=2\" ] .",
            "<> hydra:nextPage <?p=2#top> .", "<> hydra:next \" ?p=2 \" ; hydra:previous <?p=0> .",
            "<> hydra:totalItems \"3\" ; hydra:next <?p=2> ."})
    void everyFormOfPagesIsFollowed(String next) throws Exception {
        try (AnsweringServer server = serving(Map.of("/c", page(1, next), "/c?p=2",
                page(2, "<?p=1> hydra:next <?p=2> . <?p=2> hydra:next <?p=3> ."), "/c?p=3", page(3, "")),
                "text/turtle")) {
            FoundCatalogue found = DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST);
            assertEquals(3, found.datasets().size());
            assertTrue(found.whole());
        }
    }

    /** A server may tell the page that follows beside the document alone. */
    @Test
    void aPageThatIsToldBesideTheDocumentIsFollowed() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            int number = exchange.getRequestURI().getQuery() == null ? 1
                    : Integer.parseInt(exchange.getRequestURI().getQuery().substring(2));
            if (number < 3) {
                exchange.getResponseHeaders().set("Link", "<?p=1>; rel=\"first\", <?p=" + (number + 1)
                        + ">; rel=\"next\"");
            }
            AnsweringServer.send(exchange, 200, "text/turtle", page(number, ""));
        })) {
            FoundCatalogue found = DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST);
            assertEquals(3, found.datasets().size());
            assertTrue(found.whole());
        }
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.getResponseHeaders().set("Link", "<http://elsewhere.example/c?p=2>; rel=\"next\"");
            AnsweringServer.send(exchange, 200, "text/turtle", page(1, ""));
        })) {
            assertEquals("next-page", assertThrows(RemoteDocument.Failed.class,
                    () -> DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST)).reason());
        }
    }

    @Test
    void pagesInJsonLdAndInRdfXmlAreFollowedToo() throws Exception {
        String json = """
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "hydra": "http://www.w3.org/ns/hydra/core#"}, "@graph": [
                 {"@id": "d/%d", "@type": "dcat:Dataset"}, {"@type": "dcat:Dataset", "dcat:keyword": "%d"},
                 {"@id": "", "hydra:view": {"@id": "?p=%d", "hydra:next": %s}}]}""";
        try (AnsweringServer server = serving(Map.of("/c", json.formatted(1, 1, 1, "{\"@id\": \"?p=2\"}"), "/c?p=2",
                json.formatted(2, 2, 2, "null")), "application/json")) {
            assertEquals(4, DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST).datasets().size(),
                    "nodes without an address of two pages are not the same");
        }
        String next = "<hydra:PagedCollection xmlns:hydra=\"http://www.w3.org/ns/hydra/core#\">"
                + "<hydra:nextPage>?p=2</hydra:nextPage></hydra:PagedCollection>";
        try (AnsweringServer server = serving(
                Map.of("/c", RDF_XML.formatted("<dcat:Dataset rdf:about=\"d/1\"/>" + next), "/c?p=2",
                        RDF_XML.formatted("<dcat:Dataset rdf:about=\"d/2\"/>")),
                "application/rdf+xml")) {
            assertEquals(2, DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST).datasets().size());
        }
    }

    @Test
    void aPartIsNotTheWhole() throws Exception {
        assertEquals("incomplete", failed(Map.of("/c", page(1, "<> hydra:totalItems 2 ."))).reason());
        assertEquals("incomplete", failed(Map.of("/c", page(1, "<> dcat:dataset <d/1>, <d/2> ."))).reason(),
                "it names one that it does not describe");
        assertEquals("incomplete", failed(Map.of("/c", PREFIXES + "<> dcat:dataset <d/1>, <d/2> .")).reason());
        assertEquals("status", failed(Map.of("/c", page(1, "<> hydra:next <?p=2> ."))).reason(), "page two is gone");
        assertEquals("next-page",
                failed(Map.of("/c", page(1, "<> hydra:next <http://127.0.0.1:8191/c?p=2> ."))).reason());
        assertEquals("next-page", failed(Map.of("/c", page(1, "<> hydra:next <mailto:a@example.vn> ."))).reason());
    }

    @Test
    void aTotalOfOtherThingsIsNotOneOfDatasets() throws Exception {
        FoundCatalogue found = find(
                page(1, "<> hydra:totalItems 1 . <orgs> hydra:totalItems 20 ; hydra:member <o/1> ."));
        assertEquals(1, found.promised());
        assertTrue(found.whole());
    }

    @Test
    void pagesInACircleEndAndAreTheWholeOnlyWhereTheTotalSaysSo() throws Exception {
        Map<String, String> circle = Map.of("/c", page(1, "<> hydra:next <?p=2> ."), "/c?p=2",
                page(2, "<?p=2> hydra:next <c> ."));
        assertEquals("circle", failed(circle).reason());
        assertEquals("circle", failed(Map.of("/c", page(1, "<> hydra:next <c> ."))).reason());
        try (AnsweringServer server = serving(Map.of("/c", page(1, "<> hydra:totalItems 2 ; hydra:next <?p=2> ."),
                "/c?p=2", page(2, "<?p=2> hydra:next <?p=2> .")), "text/turtle")) {
            assertTrue(DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST).whole());
        }
        try (AnsweringServer server = new AnsweringServer(
                AnsweringServer.text(200, "text/turtle", page(1, "<c> hydra:next <c?again> .")))) {
            assertEquals("circle", assertThrows(RemoteDocument.Failed.class,
                    () -> DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST)).reason(), "the same page again");
        }
    }

    @Test
    void pagesWithoutEndAreBounded() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int page = query == null ? 1 : Integer.parseInt(query.substring(2));
            AnsweringServer.send(exchange, 200, "text/turtle", page(1, "<> hydra:next <?p=%d> .".formatted(page + 1)));
        })) {
            assertEquals("too-many-pages", assertThrows(RemoteDocument.Failed.class,
                    () -> DcatCatalogue.find(DOCUMENTS, server.address("/c"), MOST)).reason());
            assertEquals(1_000, server.asked().size());
        }
    }

    // what counts

    @Test
    void onlyPublishedDatasetsOfAPortalCountAndTheOthersAreListed() throws Exception {
        try (AnsweringServer portal = new AnsweringServer(
                AnsweringServer.text(200, "application/json", field("ckan-other-types.json")))) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(List.of("Ngân sách"), found.datasets().stream().map(Dataset::title).toList());
            assertEquals(List.of("type harvest", "type showcase", "state draft", "private ", "state deleted"),
                    found.leftOut().stream().map(one -> one.reason() + " " + one.detail()).toList());
            assertTrue(found.whole());
            for (LeftOut one : found.leftOut()) {
                for (String language : List.of("vi", "en", "de")) {
                    String text = one.text(Locale.forLanguageTag(language));
                    assertTrue(text.contains(one.what()) && !text.contains("???") && !text.matches(".*\\{\\d.*"), text);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "a"}                                                   | 1
            {"id": "a", "type": "Dataset", "state": "Active"}             | 1
            {"id": "a", "type": null, "state": null, "private": null}     | 1
            {"name": "a", "private": "false"}                             | 1
            {"id": "a", "private": "true"}                                | 0
            {"id": "a", "private": "True"}                                | 0
            {"id": "a", "private": 1}                                     | 0
            {"id": "a", "private": "False", "capacity": "public"}         | 1
            {"id": "a", "capacity": "private"}                            | 0
            {"id": "a", "type": "harvest-source"}                         | 0
            {"id": "a", "type": "application"}                            | 0
            {"id": "a", "state": "pending"}                               | 0
            """)
    void anEntryIsADatasetByItsTypeItsStateAndWhetherItIsPrivate(String entry, int datasets) throws Exception {
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json",
                "{\"success\": true, \"result\": {\"count\": 1, \"results\": [" + entry + "]}}"))) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(List.of(datasets, 1 - datasets, 1),
                    List.of(found.datasets().size(), found.leftOut().size(), found.came()));
        }
    }

    /** Who does not say how many there are may keep the rest back, and a first page is no portal. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"count\": null, ", "\"count\": \"nhiều\", ", "\"count\": -1, "})
    void aPortalThatDoesNotSayHowManyThereAreIsRefused(String count) throws Exception {
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json",
                "{\"success\": true, \"result\": {" + count + "\"results\": [{\"id\": \"a\"}]}}"))) {
            assertEquals("not-ckan", assertThrows(RemoteDocument.Failed.class,
                    () -> new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST)).reason());
        }
    }

    @Test
    void aFileThatWasDeletedIsNoneOfADataset() throws Exception {
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json", """
                {"success": true, "result": {"count": 1, "results": [{"id": "a", "resources": [
                 {"url": "http://a.vn/1", "state": "active"}, {"url": "http://a.vn/2", "state": "deleted"},
                 {"url": "http://a.vn/3"}]}]}}"""))) {
            assertEquals(List.of("http://a.vn/1", "http://a.vn/3"), new CkanCatalogue(DOCUMENTS)
                    .find(portal.address(), MOST).datasets().get(0).distributions().stream()
                    .map(Dataset.Distribution::accessUrl).toList());
        }
    }

    @Test
    void cataloguesAndWithdrawnDatasetsDoNotCount() throws Exception {
        FoundCatalogue found = find(page(1, """
                @prefix adms: <http://www.w3.org/ns/adms#> .
                <cat> a dcat:Catalog, dcat:Dataset ; dct:title "Danh mục" .
                <d/2> a dcat:Dataset ; adms:status <http://purl.org/adms/status/Withdrawn> .
                <d/3> a dcat:Dataset ; adms:status <http://purl.org/adms/status/Completed> ."""));
        assertEquals(2, found.datasets().size());
        assertEquals(Set.of("catalogue", "withdrawn"),
                found.leftOut().stream().map(LeftOut::reason).collect(Collectors.toSet()));
    }

    // names

    @ParameterizedTest
    @ValueSource(strings = {"dcat-publisher-without-address.rdf", "dcat-publisher-without-address.jsonld"})
    void aPublisherWithoutAnAddressIsKnownByItsName(String file) throws Exception {
        FoundCatalogue found = find(field(file));
        assertEquals(List.of("Sở Tài chính Lào Cai", "Sở Tài chính Lào Cai"), publishers(found));
        PulledCatalogue pulled = PulledCatalogue.of(found.datasets(), Map.of("Sở Tài chính Lào Cai", "15"),
                Set.of("15"));
        assertEquals(2, pulled.agencies().get("15").size());
        assertEquals(Map.of(), pulled.unmapped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Sở Y tế"                                                                    | Sở Y tế
            "  Sở  Y tế "@vi                                                             | Sở Y tế
            [ foaf:name "Sở Y tế"@vi, "Department of Health"@en ]                         | Sở Y tế
            [ foaf:name "Department"@en, "Behörde"@de ]                                   | Department
            [ dct:identifier "SYT" ; foaf:name "Sở Y tế" ]                                | SYT
            [ <http://www.w3.org/2006/vcard/ns#fn> "Sở Y tế" ]                            | Sở Y tế
            [ <http://www.w3.org/2000/01/rdf-schema#label> "Sở Y tế" ]                    | Sở Y tế
            [ <http://schema.org/name> "Sở Y tế" ]                                       | Sở Y tế
            [ a foaf:Agent ]                                                             | null
            [ foaf:name " " ]                                                            | null
            """)
    void publishersAreKnownByWhatIsSaidOfThem(String publisher, String known) throws Exception {
        String datasets = "<1> a dcat:Dataset ; dct:publisher %s . <2> a dcat:Dataset ; dct:publisher %s ."
                .formatted(publisher, publisher);
        assertEquals(List.of(known, known), publishers(find(PREFIXES + datasets)));
    }

    @Test
    void aNameIsTheSameHoweverItsMarksAreWritten() throws Exception {
        String decomposed = java.text.Normalizer.normalize("Sở Y tế", java.text.Normalizer.Form.NFD);
        List<Dataset> datasets = find(PREFIXES + "<1> a dcat:Dataset ; dct:publisher \"" + decomposed + "\" .")
                .datasets();
        for (String written : List.of("Sở Y tế", decomposed)) {
            assertEquals(Map.of(), PulledCatalogue.of(datasets, Map.of(written, "15"), Set.of("15")).unmapped());
        }
    }

    @Test
    void datasetsWithoutAnAddressAreKnownByTheirIdentifierOrTheirTitle() throws Exception {
        FoundCatalogue found = find(field("dcat-dataset-without-address.ttl"));
        assertEquals(List.of("A-1", "A-2"), ids(found));
        assertEquals(List.of("A-1", "Ba", "Ba (2)", "Hai"), ids(find(PREFIXES + """
                [] a dcat:Dataset ; dct:identifier "A-1" ; dct:title "Một" .
                [] a dcat:Dataset ; dct:title "Hai" .
                [] a dcat:Dataset ; dct:title "Ba" ; dct:temporal "2025" .
                [] a dcat:Dataset ; dct:title "Ba" ; dct:temporal "2026" .
                """)));
    }

    @Test
    void theSameDatasetsAreTheSameInWhateverOrderTheyAreWritten() throws Exception {
        List<String> lines = List.of("[] a dcat:Dataset ; dct:title \"Ba\"@vi , \"Three\"@en ; dct:temporal \"2025\" .",
                "[] a dcat:Dataset ; dct:temporal \"2026\" ; dct:title \"Ba\"@vi , \"Trois\"@fr .",
                "[] a dcat:Dataset ; dct:identifier \"b\", \"a\" ; dct:title \"Deux\"@fr , \"Zwei\"@de .",
                "<http://a.vn/1> a dcat:Dataset ; dct:publisher [ foaf:name \"Y\" ] , [ foaf:name \"X\" ] .");
        List<Dataset> one = sorted(find(PREFIXES + String.join("\n", lines)));
        List<Dataset> other = sorted(find(PREFIXES + String.join("\n", lines.reversed())
                .replace("\"b\", \"a\"", "\"a\", \"b\"")
                .replace("\"Deux\"@fr , \"Zwei\"@de", "\"Zwei\"@de , \"Deux\"@fr")
                .replace("[ foaf:name \"Y\" ] , [ foaf:name \"X\" ]", "[ foaf:name \"X\" ] , [ foaf:name \"Y\" ]")));
        assertEquals(4, one.size());
        assertEquals(one, other);
    }

    private static List<Dataset> sorted(FoundCatalogue found) {
        return found.datasets().stream().sorted(Comparator.comparing(Dataset::id)).toList();
    }

    @Test
    void aDatasetThatIsRepeatedCountsOnce() throws Exception {
        FoundCatalogue found = find(PREFIXES + """
                [] a dcat:Dataset ; dct:identifier "A" ; dct:publisher "X" .
                [] a dcat:Dataset ; dct:identifier "A" ; dct:publisher "X" ; dct:title "A" .
                [] a dcat:Dataset ; dct:identifier "A" ; dct:publisher "Y" .
                """);
        assertEquals(List.of("A", "A (2)"), ids(found));
        assertEquals(1, found.repeated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcat-relative.ttl", "dcat-relative.jsonld"})
    void namesAreResolvedAgainstTheAddressOfTheDocument(String file) throws Exception {
        try (AnsweringServer server = serving(Map.of("/a/" + file, field(file)), "application/octet-stream")) {
            FoundCatalogue found = DcatCatalogue.find(DOCUMENTS, server.address("/a/" + file), MOST);
            assertEquals(List.of(server.address("/a/dataset/1").toString(), server.address("/a/dataset/2").toString()),
                    ids(found));
            assertEquals(server.address("/org/lc").toString(), found.datasets().get(0).publisherId());
        }
    }

    @Test
    void namesAreResolvedAfterRedirectsAndByWhatTheDocumentSaysOfItself() throws Exception {
        Map<String, String> forms = Map.of("ttl", PREFIXES + "%s<d/1> a dcat:Dataset .", "rdf",
                RDF_XML.replace("<rdf:RDF", "<rdf:RDF%s").replaceFirst("%s</rdf",
                        "<dcat:Dataset rdf:about=\"d/1\"/></rdf"),
                "jsonld",
                "{\"@context\": {%s\"dcat\": \"http://www.w3.org/ns/dcat#\"}, \"@id\": \"d/1\", \"@type\": \"dcat:Dataset\"}");
        Map<String, String> bases = Map.of("ttl", "@base <https://b.vn/x/> . ", "rdf", " xml:base=\"https://b.vn/x/\"",
                "jsonld", "\"@base\": \"https://b.vn/x/\", ");
        for (String form : forms.keySet()) {
            for (String base : List.of("", bases.get(form))) {
                try (AnsweringServer server = new AnsweringServer(exchange -> {
                    boolean first = exchange.getRequestURI().getPath().equals("/latest");
                    exchange.getResponseHeaders().set("Location", "/v2/catalog");
                    AnsweringServer.send(exchange, first ? 302 : 200, "text/plain",
                            forms.get(form).replaceFirst("%s", base));
                })) {
                    assertEquals(
                            List.of(base.isEmpty() ? server.address("/v2/d/1").toString() : "https://b.vn/x/d/1"),
                            ids(DcatCatalogue.find(DOCUMENTS, server.address("/latest"), MOST)), form + base);
                }
            }
        }
    }

    // one faulty value

    @ParameterizedTest
    @CsvSource({"dcat-space-in-address.ttl, 3, 10", "dcat-space-in-address.rdf, 2, 5",
            "dcat-space-in-address.jsonld, 2, 3"})
    void oneFaultyAddressIsLeftOutAndListedWithItsLine(String file, int datasets, int line) throws Exception {
        FoundCatalogue found = find(field(file));
        assertEquals(datasets, found.datasets().size());
        assertEquals(1, found.leftOut().size());
        LeftOut fault = found.leftOut().get(0);
        assertEquals(List.of("address", 1, line), List.of(fault.reason(), fault.document(), fault.line()));
        assertTrue(fault.what().endsWith("/tep tin/so lieu 2026.csv"), fault.what());
        Dataset second = found.datasets().stream().filter(one -> one.id().endsWith("/dataset/2")).findFirst()
                .orElseThrow();
        assertEquals(1, second.distributions().size());
        assertNull(second.distributions().get(0).accessUrl());
    }

    @Test
    void aWrongLanguageIsLeftOutAndTheTextStays() throws Exception {
        FoundCatalogue found = find(field("dcat-wrong-language.ttl"));
        assertEquals(2, found.datasets().size());
        assertEquals(List.of("language viet_nam 8"), faults(found));
        assertEquals("Mô tả 2", found.datasets().get(1).description());
        assertEquals(List.of("language français 3"), faults(find(
                RDF_XML.formatted(
                        "<dcat:Dataset rdf:about=\"1\"><dct:title xml:lang=\"français\">A</dct:title></dcat:Dataset>"))));
        assertEquals(List.of("language tiếng Việt 2"), faults(find("""
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}, "@type": "dcat:Dataset",
                 "dct:title": {"@value": "A", "@language": "tiếng Việt"}}""")));
    }

    private static List<String> faults(FoundCatalogue found) {
        assertFalse(found.datasets().isEmpty());
        return found.leftOut().stream().map(one -> one.reason() + " " + one.what() + " " + one.line()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <1> a dcat:Dataset ; dct:title "A # <b>" ; dct:modified "2026-11-01"^^<<http://www.w3.org/2001/XMLSchema#date> .    | datatype <http://www.w3.org/2001/XMLSchema#date 6
            <1> a dcat:Dataset ; dct:title '''a "b" <c d> '@x y''' ; dct:license <http://a.vn/{id}> .                             | address http://a.vn/{id} 6
            <bo du lieu/1> a dcat:Dataset ; dct:title "A" .                                                                      | address bo du lieu/1 6
            <1> a dcat:Dataset ; dct:publisher <http://a.vn/so^y-te> ; dct:title "C:\\\\tep"@vi-VN .                               | address http://a.vn/so^y-te 6
            <1> a dcat:Dataset ; dcat:landingPage <http://a.vn/%zz> .  # <not this>                                             | address http://a.vn/%zz 6
            """, quoteCharacter = '`')
    void oneSignTooMuchInTurtleIsLeftOut(String line, String fault) throws Exception {
        FoundCatalogue found = find(PREFIXES + "\n" + line);
        assertEquals(List.of(fault), faults(found));
        assertEquals(1, found.datasets().size());
    }

    @Test
    void aFaultyAddressInAnyPlaceOfRdfXmlAndJsonLdIsLeftOut() throws Exception {
        assertEquals(List.of("address bo du lieu/1 3", "address http://a.vn/<x> 5", "datatype http://a b 6"),
                faults(find(RDF_XML.formatted("<dcat:Dataset rdf:about='bo du lieu/1'>\n<!-- <x rdf:about='y z'> -->\n"
                        + "<dct:license\n rdf:resource=\"http://a.vn/&lt;x>\"/>"
                                .replace("license\n ", "license ")
                        + "\n<dct:issued rdf:datatype='http://a b'>2026</dct:issued></dcat:Dataset>"))));
        FoundCatalogue json = find(
                """
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "id": "@id",
                  "page": {"@id": "dcat:landingPage", "@type": "@id"}}, "@graph": [
                 {"id": "bo du lieu/1", "@type": "dcat:Dataset", "page": "http://a.vn/x|y", "dct:title": "A b|c"},
                 {"id": "2", "@type": "dcat:Dataset", "dct:issued": {"@value": "2026", "@type": "http://a b"}, "page": "tep tin/z"}]}""");
        assertEquals(List.of("address bo du lieu/1 3", "address http://a.vn/x|y 3", "address tep tin/z 4",
                "datatype http://a b 4"),
                faults(json).stream().map(one -> one.replaceFirst("http://localhost:\\d+/a/", "")).sorted().toList());
        assertEquals(2, json.datasets().size());
        assertTrue(json.datasets().stream().anyMatch(one -> "2026".equals(one.issued())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <1> a dcat:Dataset ; dct:title "A .           | Turtle  | 5
            <1> a dcat:Dataset ; dct:title ex:a .         | Turtle  | 5
            <1> a dcat:Dataset ;; dct:title , "A" .       | Turtle  | 5
            """)
    void whatCannotBeMendedIsRefusedWithItsLine(String line, String form, int number) throws Exception {
        RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class, () -> find(PREFIXES + line));
        assertEquals("faulty-line", failed.reason());
        assertEquals(form, failed.details()[0]);
        assertEquals((long) number, failed.details()[1]);
        assertEquals(line, failed.details()[2]);
    }

    @Test
    void brokenXmlAndJsonAreRefusedWithTheirLineToo() {
        RemoteDocument.Failed xml = assertThrows(RemoteDocument.Failed.class,
                () -> find("\n\n" + RDF_XML
                        .formatted("\n<dcat:Dataset rdf:about=\"1\">\n<dct:title>A & B</dct:title></dcat:Dataset>")));
        assertEquals(List.of("faulty-line", 7L, "<dct:title>A & B</dct:title></dcat:Dataset></rdf:RDF>"),
                List.of(xml.reason(), xml.details()[1], xml.details()[2]));
        RemoteDocument.Failed json = assertThrows(RemoteDocument.Failed.class,
                () -> find("{\"@graph\": [\n{\"a\": ,}]}"));
        assertEquals(List.of("faulty-line", "JSON-LD", 2L, "{\"a\": ,}]}"),
                List.of(json.reason(), json.details()[0], json.details()[1], json.details()[2]));
    }

    // the content decides

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "text/n3", "text/html", "application/rdf+xml",
            ""})
    void theContentSaysWhatItIs(String type) throws Exception {
        String turtle = field("dcat-type.ttl").lines().filter(line -> !line.contains("nextPage"))
                .collect(Collectors.joining("\n"));
        for (String content : List.of(turtle, field("dcat-publisher-without-address.rdf"),
                field("dcat-publisher-without-address.jsonld"))) {
            try (AnsweringServer server = new AnsweringServer(exchange -> {
                if (!type.isEmpty()) {
                    exchange.getResponseHeaders().set("Content-Type", type);
                }
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            })) {
                assertEquals(2, DcatCatalogue.find(DOCUMENTS, server.address("/raw"), MOST).datasets().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[] a dcat:Dataset .", "[ a dcat:Dataset ] dct:title \"A\" .", "<a> a dcat:Dataset .",
            "# a comment\n<a> a dcat:Dataset .", "_:a a dcat:Dataset .", "dcat:x a dcat:Dataset ."})
    void turtleBeginsInManyWays(String content) throws Exception {
        String whole = content.replace("dcat:Dataset", "<http://www.w3.org/ns/dcat#Dataset>")
                .replace("dct:title", "<http://purl.org/dc/terms/title>").replace("dcat:x", "<http://a.vn/x>");
        assertEquals(1, find(whole).datasets().size());
    }

    @Test
    void anEmptyLineOrAMarkBeforeTheBeginningIsNoFault() throws Exception {
        String xml = RDF_XML.formatted("<dcat:Dataset rdf:about=\"1\"/>");
        for (String before : List.of("\n", "\r\n  \n", "\ufeff", "\ufeff\n")) {
            assertEquals(1, find(before + xml).datasets().size());
        }
        assertEquals(1, find("\ufeff" + PREFIXES + "<1> a dcat:Dataset .").datasets().size());
        assertEquals(1, find("\ufeff {\"@type\": \"http://www.w3.org/ns/dcat#Dataset\"}").datasets().size());
    }

    @Test
    void theEncodingIsTheOneThatTheDocumentNames() throws Exception {
        String xml = RDF_XML.formatted("<dcat:Dataset rdf:about=\"1\"><dct:title>Sở é</dct:title></dcat:Dataset>");
        for (String name : List.of("UTF-16", "windows-1258", "UTF-8")) {
            byte[] bytes = xml.replace("1.0\"?>", "1.0\" encoding=\"" + name + "\"?>").replace("ở", "o")
                    .getBytes(Charset.forName(name));
            assertEquals("So é", DcatCatalogue.find((address, headers) -> new RemoteDocument.Fetched(bytes, ""),
                    java.net.URI.create("http://a.vn/"), MOST).datasets().get(0).title(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<html><body>Đăng nhập</body></html>", "<html lang=\"vi\"></html>",
            "\n<!-- x -->\n<HTML>"})
    void aWebPageIsCalledSo(String page) {
        assertEquals("web-page", assertThrows(RemoteDocument.Failed.class, () -> find(page)).reason());
    }

    @Test
    void aDocumentTypeIsRefusedInWordsWithItsLine() {
        RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class,
                () -> find("\n" + RDF_XML.formatted("").replace("<rdf:RDF",
                        "<!-- x -->\n<!DOCTYPE rdf:RDF [<!ENTITY d \"http://a.vn/\">]>\n<rdf:RDF")));
        assertEquals(List.of("document-type", 4), List.of(failed.reason(), failed.details()[0]));
    }

    @Test
    void aContextElsewhereIsCalledSoAndNotFetched() throws Exception {
        for (String context : List.of("\"{}\"", "[\"{}\", {\"a\": \"http://a.vn/\"}]", "{\"@import\": \"{}\"}")) {
            try (AnsweringServer server = new AnsweringServer(exchange -> AnsweringServer.send(exchange, 200,
                    "application/json", "{\"@context\": %s, \"conformsTo\": \"x\", \"dataset\": []}"
                            .formatted(context.replace("{}", "http://" + exchange.getRequestHeaders().getFirst("Host")
                                    + "/v1.1/schema/catalog.jsonld"))))) {
                RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class,
                        () -> DcatCatalogue.find(DOCUMENTS, server.address("/data.json"), MOST));
                assertEquals("remote-context", failed.reason());
                assertEquals(server.address("/v1.1/schema/catalog.jsonld"), failed.details()[0]);
                assertEquals(1, server.asked().size());
            }
        }
    }

    // what the standard allows

    @Test
    void aYearAndAMonthAreTimes() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 28);
        List<String> recent = find(field("dcat-dates.ttl")).datasets().stream()
                .filter(one -> PulledCatalogue.isRecent(one, day)).map(Dataset::title).sorted().toList();
        assertEquals(List.of("Ngày 3", "Ngày 4", "Ngày 5", "Ngày 6"), recent);
    }

    private static Map<String, MetadataQuality> asked(AnsweringServer server, ExecutorService threads)
            throws Exception {
        List<Dataset> datasets = DcatCatalogue.find(DOCUMENTS, server.address("/catalog"), MOST).datasets();
        Map<String, Boolean> answers = new AskedAddresses(DOCUMENTS, threads)
                .ask(List.copyOf(AskedAddresses.of(datasets)));
        return datasets.stream().collect(Collectors.toMap(Dataset::title,
                one -> MetadataQuality.of(AskedAddresses.with(one, answers))));
    }

    @Test
    void formatsAndLicencesCountByTheirWordsWhateverNodeTheyStandIn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AnsweringServer server = new AnsweringServer(exchange -> AnsweringServer.send(exchange, 200, "text/turtle",
                here(exchange, field("dcat-format-node.ttl"))))) {
            Map<String, MetadataQuality> found = asked(server, threads);
            assertEquals(Map.of("Nút trống", Fraction.of(180), "https", Fraction.of(200), "http", Fraction.of(200),
                    "media", Fraction.of(200)),
                    found.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().total())));
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dct:format [ a dct:MediaTypeOrExtent ]                                                | FORMAT          | 0
            dct:format [ a dct:MediaTypeOrExtent ; <http://www.w3.org/2000/01/rdf-schema#label> "Bảng" ] | FORMAT   | 20
            dct:format [ <http://www.w3.org/2000/01/rdf-schema#label> "Bảng" ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "text/csv" ] | MACHINE_READABLE | 20
            dct:format <http://a.vn/f/7>                                                          | MACHINE_READABLE | 20
            dct:license [ a dct:LicenseDocument ]                                                 | LICENCE         | 0
            dct:license [ dct:title "Giấy phép mở" ; dct:identifier "CC-BY-4.0" ]                  | LICENCE_VOCABULARY | 10
            dct:license <http://a.vn/l/7>                                                         | LICENCE_VOCABULARY | 10
            dct:rights [ a dct:RightsStatement ]                                                  | RIGHTS          | 0
            dct:rights [ a dct:RightsStatement ; <http://www.w3.org/2000/01/rdf-schema#label> "Ghi nguồn" ] | RIGHTS | 5
            """)
    void aNodeThatSaysNothingEarnsNothing(String said, Metric metric, int points) throws Exception {
        Dataset dataset = find(PREFIXES + "<1> a dcat:Dataset ; dcat:distribution [ " + said + " ] ."
                + "<http://a.vn/f/7> <http://www.w3.org/2000/01/rdf-schema#label> \"CSV\" ."
                + "<http://a.vn/l/7> dct:title \"CC0\" .").datasets().get(0);
        assertEquals(Fraction.of(points), MetadataQuality.of(dataset).points().get(metric));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dct:spatial [ a dct:Location ]                             | SPATIAL  | 0
            dct:spatial [ dcat:bbox "x" ]                              | SPATIAL  | 20
            dct:spatial <http://a.vn/p/1>                              | SPATIAL  | 20
            dct:temporal [ a dct:PeriodOfTime ]                        | TEMPORAL | 0
            dct:temporal [ dcat:startDate "2026" ]                     | TEMPORAL | 20
            dcat:theme [ a <http://www.w3.org/2004/02/skos/core#Concept> ] | THEME | 0
            dct:accessRights [ <http://www.w3.org/2000/01/rdf-schema#label> "PUBLIC" ] | ACCESS_RIGHTS_VOCABULARY | 5
            dcat:contactPoint [ a <http://www.w3.org/2006/vcard/ns#Kind> ] | CONTACT_POINT | 0
            """)
    void aNodeOfADatasetThatSaysNothingEarnsNothingEither(String said, Metric metric, int points) throws Exception {
        Dataset dataset = find(PREFIXES + "<1> a dcat:Dataset ; " + said + " .").datasets().get(0);
        assertEquals(Fraction.of(points), MetadataQuality.of(dataset).points().get(metric));
    }

    @Test
    void anAddressThatRefusesHeadAnswersAllTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            AnsweringServer.send(exchange, head ? Integer.parseInt(path.split("/")[2]) : 200, "text/turtle",
                    path.equals("/catalog") ? here(exchange, field("dcat-head-refused.ttl")) : "x");
        })) {
            Map<String, MetadataQuality> found = asked(server, threads);
            assertEquals(6, found.size());
            assertEquals(Set.of(Fraction.of(140)),
                    found.values().stream().map(MetadataQuality::total).collect(Collectors.toSet()));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The example of the European profile: its publisher has no address, and of two forms one is named and not described, which halves points. */
    @Test
    void theExampleOfTheEuropeanProfileIsRead() throws Exception {
        FoundCatalogue found = find(field("published/dcat-ap-hvd-catalogue.ttl"));
        assertTrue(found.whole());
        assertEquals(List.of("MS Environmental Agency"), publishers(found));
        Dataset bees = found.datasets().get(0);
        assertEquals(List.of("https://data.exampleMS.gov/id/dataset/1T2p3o4B", "The population of bees"),
                List.of(bees.id(), bees.title()));
        assertEquals(2, bees.distributions().size());
        assertEquals(List.of("https://orgea.exampleMS.gov/files/1T2p3o4B.shp"), bees.distributions().stream()
                .map(Dataset.Distribution::accessUrl).filter(Objects::nonNull).toList());
        Map<Metric, Fraction> points = MetadataQuality.of(bees).points();
        assertEquals(List.of(Fraction.of(10), Fraction.of(10), Fraction.ZERO, Fraction.ZERO),
                Stream.of(Metric.FORMAT, Metric.PUBLISHER, Metric.KEYWORD, Metric.CONTACT_POINT).map(points::get)
                        .toList());
    }

    @Test
    void theseCataloguesOfTheFieldHoldDatasets() throws Exception {
        for (String file : Stream.of("dcat-dates.ttl", "dcat-format-node.ttl", "dcat-head-refused.ttl",
                "dcat-paged.page2.ttl", "dcat-relative.ttl", "dcat-wrong-language.ttl").toList()) {
            assertFalse(find(field(file)).datasets().isEmpty(), file);
        }
    }
}
