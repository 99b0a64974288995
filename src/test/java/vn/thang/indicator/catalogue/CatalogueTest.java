package vn.thang.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Catalogues as portals give them, with their faults. */
class CatalogueTest {

    private static final int MOST = 50_000;

    private static final RemoteDocument DOCUMENTS = new RemoteDocument(
            new RemoteDocument.Limits(Duration.ofSeconds(5), 5_000_000, Set.of("localhost")));

    /** As a portal in Vietnam describes a dataset, with a faulty size, an empty tag and a resource without address. */
    private static final String PACKAGE = """
            {"id": "3f1c-%1$d", "name": "truong-hoc-%1$d", "title": "Danh mục trường học %1$d", "notes": "Trường học các cấp trên địa bàn",
             "license_id": "cc-by", "license_title": "Creative Commons Attribution", "metadata_created": "2025-03-02T08:00:00.000001",
             "metadata_modified": "2026-10-01T08:00:00", "private": false, "maintainer_email": "dulieu@laocai.example.vn",
             "organization": {"id": "x", "name": "so-giao-duc-lao-cai", "title": "Sở Giáo dục và Đào tạo Lào Cai"},
             "tags": [{"display_name": "giáo dục", "name": "giao-duc"}, {"display_name": ""}], "groups": [{"name": "giao-duc"}],
             "extras": [{"key": "spatial", "value": "{}"}, {"key": "access_rights", "value": "PUBLIC"}],
             "resources": [
               {"id": "r1", "url": "https://data.example.vn/truong.csv", "url_type": "upload", "format": "CSV", "mimetype": "text/csv", "size": 1024},
               {"id": "r2", "url": "https://data.example.vn/xem", "format": "HTML", "mimetype": null, "size": "khoảng 1 MB"},
               {"id": "r3", "url": "", "format": ""}]}""";

    @Test
    void aPortalIsReadPageByPage() throws Exception {
        try (AnsweringServer portal = portal(250, 250)) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address("/"), MOST);
            assertEquals(250, found.datasets().size());
            assertTrue(found.whole());
            assertEquals(List.of("/api/3/action/package_search?rows=100&start=0&sort=id%20asc",
                    "/api/3/action/package_search?rows=100&start=100&sort=id%20asc",
                    "/api/3/action/package_search?rows=100&start=200&sort=id%20asc"),
                    portal.asked().stream().map(AnsweringServer.Asked::target).toList());
        }
    }

    @Test
    void aPortalThatPromisesMoreThanItHasIsReadToItsEndAndIsNotWhole() throws Exception {
        try (AnsweringServer portal = portal(130, 999_999)) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(130, found.datasets().size());
            RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class, found::requireWhole);
            assertEquals("incomplete", failed.reason());
            assertEquals(List.of(999_999L, 130), List.of(failed.details()));
        }
    }

    @Test
    void aPortalThatRepeatsItselfGivesEachDatasetOnce() throws Exception {
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json",
                "{\"success\": true, \"result\": {\"count\": 2, \"results\": [" + PACKAGE.formatted(1) + ","
                        + PACKAGE.formatted(1) + "]}}"))) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(List.of(1, 1), List.of(found.datasets().size(), found.repeated()));
            assertTrue(found.whole(), "both entries came");
        }
    }

    @Test
    void aPortalThatMovesWhileItIsReadOrGivesTheSamePageAlwaysIsNotWhole() throws Exception {
        try (AnsweringServer portal = new AnsweringServer(exchange -> {
            int start = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*start=(\\d+).*", "$1"));
            String results = IntStream.range(start == 0 ? 0 : start - 1, Math.min(149, start + 100))
                    .mapToObj(PACKAGE::formatted).collect(Collectors.joining(","));
            AnsweringServer.send(exchange, 200, "application/json",
                    "{\"success\": true, \"result\": {\"count\": 150, \"results\": [" + results + "]}}");
        })) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(List.of(149, 149, 1), List.of(found.datasets().size(), found.came(), found.repeated()));
            assertFalse(found.whole(), "one took the place of another");
        }
        String page = IntStream.range(0, 100).mapToObj(PACKAGE::formatted).collect(Collectors.joining(","));
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json",
                "{\"success\": true, \"result\": {\"count\": 300, \"results\": [" + page + "]}}"))) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST);
            assertEquals(100, found.datasets().size());
            assertFalse(found.whole());
            assertEquals(3, portal.asked().size());
        }
    }

    @Test
    void whereMoreIsThereThanIsAskedForItIsSaid() throws Exception {
        try (AnsweringServer portal = portal(250, 250)) {
            FoundCatalogue found = new CkanCatalogue(DOCUMENTS).find(portal.address(), 100);
            assertEquals(100, found.datasets().size());
            assertTrue(found.stopped());
            assertFalse(found.whole());
        }
    }

    private static AnsweringServer portal(int has, int says) throws Exception {
        return new AnsweringServer(exchange -> {
            Map<String, String> query = Map.of("start",
                    exchange.getRequestURI().getQuery().replaceAll(".*start=(\\d+).*", "$1"));
            int start = Integer.parseInt(query.get("start"));
            String results = IntStream.range(start, Math.min(has, start + 100)).mapToObj(PACKAGE::formatted)
                    .collect(Collectors.joining(","));
            AnsweringServer.send(exchange, 200, "application/json",
                    "{\"help\": \"…\", \"success\": true, \"result\": {\"count\": " + says
                            + ", \"results\": [" + results + "]}}");
        });
    }

    @Test
    void whatThePortalSaysBecomesPointsAndWhatItLacksCosts() throws Exception {
        try (AnsweringServer portal = portal(1, 1)) {
            Dataset dataset = new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST).datasets().get(0);
            assertEquals("so-giao-duc-lao-cai", dataset.publisherId());
            assertEquals(List.of("giáo dục"), dataset.keywords());
            assertEquals("https://data.example.vn/truong.csv", dataset.distributions().get(0).downloadUrl());
            assertNull(dataset.distributions().get(1).downloadUrl());
            assertNull(dataset.distributions().get(1).size());
            MetadataQuality quality = MetadataQuality.of(dataset);
            assertEquals(Fraction.of(80), quality.of(MetadataQuality.Group.FINDABILITY), "no time is given");
            assertEquals(Fraction.of(20, 3), quality.points().get(Metric.DOWNLOAD_URL));
            assertEquals(Fraction.of(40, 3), quality.points().get(Metric.FORMAT));
            assertEquals(Fraction.ZERO, quality.points().get(Metric.CONFORMANT), "one resource has no address");
            assertEquals(Fraction.of(10), quality.points().get(Metric.LICENCE_VOCABULARY));
            assertTrue(quality.costs().stream()
                    .anyMatch(cost -> cost.metric() == Metric.TEMPORAL && cost.points().equals(Fraction.of(20))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Đăng nhập</html>", "{\"success\": false, \"error\": {\"message\": \"x\"}}",
            "{\"success\": true, \"result\": []}",
            "{\"success\": true, \"result\": {\"count\": 1, \"results\": [{}]}}", "[1, 2",
            "{\"success\": true, \"result\": {\"count\": 5, \"results\": \"x\"}}"})
    void whatIsNoPortalIsRefused(String body) throws Exception {
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json", body))) {
            assertEquals("not-ckan", assertThrows(RemoteDocument.Failed.class,
                    () -> new CkanCatalogue(DOCUMENTS).find(portal.address(), MOST)).reason());
        }
    }

    private static final String RDF_XML = """
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
                     xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:vcard="http://www.w3.org/2006/vcard/ns#">
              <dcat:Dataset rdf:about="https://data.example.vn/ds/1">
                <dct:title xml:lang="en">Schools</dct:title><dct:title xml:lang="vi">Trường học</dct:title><dct:description>Danh mục</dct:description>
                <dcat:keyword>giáo dục</dcat:keyword><dcat:theme rdf:resource="http://publications.europa.eu/resource/authority/data-theme/EDUC"/>
                <dct:publisher><foaf:Agent><dct:identifier>15</dct:identifier><foaf:name>UBND tỉnh Lào Cai</foaf:name></foaf:Agent></dct:publisher>
                <dcat:contactPoint><vcard:Kind><vcard:hasEmail rdf:resource="mailto:dulieu@example.vn"/></vcard:Kind></dcat:contactPoint>
                <dct:accessRights rdf:resource="http://publications.europa.eu/resource/authority/access-right/PUBLIC"/>
                <dct:issued>2026-01-01</dct:issued>
                <dcat:distribution><dcat:Distribution><dcat:accessURL rdf:resource="https://data.example.vn/1"/>
                  <dct:format rdf:resource="http://publications.europa.eu/resource/authority/file-type/CSV"/>
                  <dcat:mediaType rdf:resource="https://www.iana.org/assignments/media-types/text/csv"/>
                  <dct:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/><dcat:byteSize>1.0E3</dcat:byteSize></dcat:Distribution></dcat:distribution>
              </dcat:Dataset>
            </rdf:RDF>""";

    private static final String JSON_LD = """
            {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/"},
             "@id": "https://data.example.vn/ds/1", "@type": "dcat:Dataset", "dct:title": {"@value": "Trường học", "@language": "vi"},
             "dct:publisher": {"@type": "foaf:Agent", "dct:identifier": "15", "foaf:name": "UBND tỉnh Lào Cai"},
             "dcat:distribution": [{"@type": "dcat:Distribution", "dcat:accessURL": {"@id": "https://data.example.vn/1"}}]}""";

    private static Dataset read(String type, String content) throws Exception {
        return DcatCatalogue.find((address, headers) -> new RemoteDocument.Fetched(
                content.getBytes(StandardCharsets.UTF_8), type, address), URI.create("https://a.vn/"), MOST)
                .datasets().get(0);
    }

    @Test
    void aCatalogueInRdfXml() throws Exception {
        Dataset dataset = read("application/rdf+xml; charset=utf-8", RDF_XML);
        assertEquals("Trường học", dataset.title());
        assertEquals("15", dataset.publisherId());
        assertEquals("UBND tỉnh Lào Cai", dataset.publisher());
        assertEquals("mailto:dulieu@example.vn", dataset.contactPoint());
        assertEquals(1_000L, dataset.distributions().get(0).size());
        MetadataQuality quality = MetadataQuality.of(dataset);
        assertEquals(Fraction.of(110), quality.of(MetadataQuality.Group.INTEROPERABILITY));
        assertEquals(Fraction.of(75), quality.of(MetadataQuality.Group.REUSABILITY));
        assertEquals(Fraction.of(60), quality.of(MetadataQuality.Group.FINDABILITY));
        assertEquals(Fraction.of(10), quality.of(MetadataQuality.Group.CONTEXTUALITY));
    }

    @Test
    void aCatalogueInJsonLd() throws Exception {
        for (String type : List.of("application/ld+json", "application/json")) {
            Dataset dataset = read(type, JSON_LD);
            assertEquals("Trường học", dataset.title());
            assertEquals("15", dataset.publisherId());
            assertEquals("https://data.example.vn/1", dataset.distributions().get(0).accessUrl());
        }
    }

    @Test
    void nothingThatACatalogueRefersToIsFetched() throws Exception {
        try (AnsweringServer server = new AnsweringServer(
                AnsweringServer.text(200, "application/ld+json", "{\"@context\": {}}"))) {
            assertThrows(RemoteDocument.Failed.class, () -> read("application/ld+json",
                    JSON_LD.replaceFirst("(?s)\"@context\": \\{.*?\\}",
                            "\"@context\": \"" + server.address("/context.jsonld") + "\"")));
            assertThrows(RemoteDocument.Failed.class,
                    () -> read("application/rdf+xml", RDF_XML.replace("<?xml version=\"1.0\"?>",
                            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"" + server.address("/x") + "\">]>")
                            .replace("Danh mục", "&x;")));
            assertTrue(server.asked().isEmpty(), () -> server.asked().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "", "application/pdf", "text/turtle", "application/ld+json"})
    void theContentSaysWhatItIsWhateverTheTypeSays(String type) throws Exception {
        assertEquals("Trường học", read(type, RDF_XML).title());
        assertEquals("Trường học", read(type, JSON_LD).title());
    }

    @Test
    void brokenContentAndCataloguesWithoutDatasetsAreRefused() {
        assertEquals("faulty-line",
                assertThrows(RemoteDocument.Failed.class, () -> read("application/rdf+xml", RDF_XML.substring(0, 700)))
                        .reason());
        assertEquals("faulty-line",
                assertThrows(RemoteDocument.Failed.class, () -> read("application/ld+json", "{\"@id\": ")).reason());
        assertEquals("not-dcat",
                assertThrows(RemoteDocument.Failed.class, () -> read("text/turtle", " \n ")).reason());
        assertThrows(IndexOutOfBoundsException.class,
                () -> read("application/ld+json", "{\"@id\": \"https://a.vn\", \"http://a.vn/b\": 1}"));
    }

    @Test
    void aPortalIsReportedByPublisherWithWhatCostsMost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AnsweringServer files = new AnsweringServer(exchange -> AnsweringServer.send(exchange,
                exchange.getRequestURI().getPath().startsWith("/da") ? 200 : 404, "text/csv", "x"));
                AnsweringServer portal = new AnsweringServer(AnsweringServer.text(200, "application/json",
                        "{\"success\": true, \"result\": {\"count\": 2, \"results\": [" + PACKAGE.formatted(1)
                                .replace("https://data.example.vn/truong.csv", files.address("/da").toString())
                                .replace("https://data.example.vn/xem", files.address("/weg").toString())
                                + ", {\"id\": \"leer\", \"resources\": []}]}}"))) {
            CatalogueReport report = new CatalogueCheck(Set.of("localhost"), 20, 1_000_000, threads)
                    .check(portal.address() + " ", CatalogueCheck.Kind.CKAN);
            assertEquals(2, report.datasets());
            assertEquals(2, report.asked());
            assertEquals(List.of("", "so-giao-duc-lao-cai"),
                    report.publishers().stream().map(CatalogueReport.Publisher::id).toList());
            assertEquals(Fraction.ZERO, report.publishers().get(0).mean(), "nothing is said of it");
            assertEquals("leer", report.weakest().get(0).dataset().id());
            assertEquals(Fraction.of(50, 3), report.weakest().get(1).quality().points().get(Metric.ACCESS_URL_ANSWERS));
            assertEquals(Fraction.of(10, 1),
                    report.weakest().get(1).quality().points().get(Metric.DOWNLOAD_URL_ANSWERS));
            assertEquals(report.mean(), report.publishers().stream().map(CatalogueReport.Publisher::mean)
                    .reduce(Fraction.ZERO, Fraction::plus).dividedBy(2));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyFaultIsSaidInEveryLanguage() throws Exception {
        CatalogueCheck check = new CatalogueCheck(Set.of("localhost"), 1, 1_000, null);
        try (AnsweringServer portal = new AnsweringServer(AnsweringServer.text(500, "text/html", "x"))) {
            for (String address : new String[]{portal.address().toString(), "http://127.0.0.1/", "file:///etc/passwd",
                    "http://a b", "", null}) {
                BusinessException refusal = assertThrows(BusinessException.class,
                        () -> check.check(address, CatalogueCheck.Kind.DCAT));
                for (String language : List.of("vi", "en", "de")) {
                    String text = Texts.text(Locale.forLanguageTag(language), refusal.key(), refusal.arguments());
                    assertTrue(!text.contains("???") && !text.matches(".*\\{\\d.*"), text);
                }
            }
        }
        for (String reason : List.of("address", "private", "unreachable", "timeout", "broken", "too-large", "redirects",
                "busy", "server-error",
                "refused", "status", "not-ckan", "not-dcat", "no-datasets", "turn", "incomplete", "circle",
                "too-many-pages", "web-page", "remote-context", "document-type", "faulty-line", "not-json-ld")) {
            assertTrue(!Texts.text(Locale.forLanguageTag("vi"), "connector." + reason, 1).contains("???"), reason);
        }
    }
}
