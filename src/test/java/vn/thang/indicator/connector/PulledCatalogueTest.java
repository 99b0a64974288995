package vn.thang.indicator.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.catalogue.CkanCatalogue;
import vn.thang.indicator.catalogue.FoundCatalogue;
import vn.thang.indicator.catalogue.OpenDataPoints;
import vn.thang.indicator.catalogue.OpenDatasets;
import vn.thang.indicator.catalogue.PulledCatalogue;
import vn.thang.indicator.catalogue.SamplePortal;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.RemoteDocument;

class PulledCatalogueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void aPortalWithAllItsFaultsIsCountedByAgency() throws Exception {
        FoundCatalogue found;
        try (AnsweringServer server = new AnsweringServer(new SamplePortal(TODAY, "Ngân sách")::answer)) {
            found = new CkanCatalogue(new RemoteDocument(
                    new RemoteDocument.Limits(Duration.ofSeconds(5), 1_000_000, Set.of("localhost"))))
                    .find(server.address(), 100);
        }
        assertEquals(7, found.datasets().size());
        assertEquals(3, found.unreadable());
        assertEquals(1, found.repeated());
        assertEquals(11, found.promised());
        assertTrue(found.whole());
        PulledCatalogue catalogue = PulledCatalogue.of(found.datasets(), Pairs.of(SamplePortal.AGENCIES),
                Set.of("15", "BTP", "BXD", "79"));
        assertEquals(Map.of("", 1, "b1f0-x", 1, "cong-ty-la", 1), catalogue.unmapped());
        Map<String, PulledCatalogue.Score> scores = catalogue.scores(TODAY);
        assertEquals(Set.of("15", "BTP", "BXD"), scores.keySet(),
                "an agency that nobody names is not said to have nothing");
        PulledCatalogue.Score province = scores.get("15");
        assertEquals(List.of(3, 2, 2), List.of(province.datasets(), province.good(), province.recent()));
        assertEquals(new PulledCatalogue.Score(0, 0, 0, Optional.empty()), scores.get("BXD"),
                "an agency that the portal knows and that publishes nothing has none");
        assertEquals(List.of(1, 0, 0),
                List.of(scores.get("BTP").datasets(), scores.get("BTP").good(), scores.get("BTP").recent()));
        Fraction sum = catalogue.agencies().get("15").stream().map(one -> one.quality().total()).reduce(Fraction.ZERO,
                Fraction::plus);
        assertEquals(sum.dividedBy(3), province.points().orElseThrow());
    }

    @Test
    void aCatalogueFileIsAskedForInItsOwnFormsAndPublishersMayBeCalledByTheirCodes() throws Exception {
        String catalogue = """
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}, "@graph": [
                  {"@id": "https://data.example.vn/1", "@type": "dcat:Dataset", "dct:title": "Trường học", "dct:publisher": {"dct:identifier": "15"}},
                  {"@id": "https://data.example.vn/2", "@type": "dcat:Dataset", "dct:title": "Tòa án", "dct:publisher": {"@id": "https://moj.example.vn/"}}]}""";
        try (AnsweringServer server = new AnsweringServer(exchange -> AnsweringServer.send(exchange,
                exchange.getRequestHeaders().getFirst("Accept").contains("application/ld+json") ? 200 : 406,
                "application/ld+json", catalogue))) {
            PulledContent content = PulledContent.read(
                    new ConnectorForm("dcat", "DCAT", "open-data-portal", ConnectorKind.DCAT,
                            server.address("/catalog").toString(),
                            FieldMapping.NONE, "https://moj.example.vn/ = BTP", 24, null, null, null, true),
                    new RemoteDocument(
                            new RemoteDocument.Limits(Duration.ofSeconds(5), 1_000_000, Set.of("localhost"))),
                    100);
            PulledCatalogue found = PulledCatalogue.of(content.datasets(), Pairs.of("https://moj.example.vn/ = BTP"),
                    Set.of("15", "BTP"));
            assertEquals(List.of(1, 1), List.of(found.agencies().get("15").size(), found.agencies().get("BTP").size()));
            assertEquals(Map.of(), found.unmapped());
        }
    }

    @Test
    void whatCostsPointsIsKeptExactly() {
        Dataset dataset = new Dataset("1", "A", "B", "15", "Lào Cai", List.of(), List.of("x"), true, true, null, null,
                null, null, List.of(
                        new Dataset.Distribution("https://a.vn/1", true, null, null, "CSV", "text/csv", null, null, 1L,
                                null, null),
                        new Dataset.Distribution("https://a.vn/2", null, null, null, "CSV", null, null, null, null,
                                null, null),
                        new Dataset.Distribution("https://a.vn/3", false, null, null, "DOC", null, null, null, null,
                                null, null)));
        PulledCatalogue.Described described = PulledCatalogue.of(List.of(dataset), Map.of(), Set.of("15")).agencies()
                .get("15").get(0);
        assertEquals(described.quality().costs(), OpenDataPoints.costs(OpenDatasets.costs(described.quality())));
        assertEquals(List.of(), OpenDataPoints.costs(""));
    }

    @Test
    void recentIsWhatChangedWithinAYear() {
        assertTrue(PulledCatalogue.isRecent(dated("2025-11-25", null), TODAY));
        assertFalse(PulledCatalogue.isRecent(dated("2025-11-24", null), TODAY));
        assertTrue(PulledCatalogue.isRecent(dated("2026-11-25T23:59:59.123Z", null), TODAY));
        assertFalse(PulledCatalogue.isRecent(dated("2026-11-26", "2020-01-01"), TODAY), "a day to come proves nothing");
        assertTrue(PulledCatalogue.isRecent(dated(null, "2026-01-01"), TODAY));
        assertFalse(PulledCatalogue.isRecent(dated("hôm qua", "01/11/2026"), TODAY));
        assertFalse(PulledCatalogue.isRecent(dated(null, null), TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026Z", "2026+07:00", "2026-11", "2025-12", "2026-11+07:00", "2026-11-01Z",
            "2025-11-25+07:00", "2026-11-25T08:00:00", "2026-11-25 08:00:00.123456", " 2026-01 "})
    void aYearAMonthADayAndAMomentAreTimes(String written) {
        assertTrue(PulledCatalogue.isRecent(dated(written, null), TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2025-11", "2027", "2026-12", "2026-13", "2026-02-30", "R/P1M", "01/11/2026",
            "20261101", "2026-11-01 or so", "26", "2026-1", "2026-Q4"})
    void whatIsTooOldToComeOrNoTimeIsNotRecent(String written) {
        assertFalse(PulledCatalogue.isRecent(dated(written, null), TODAY));
    }

    private static Dataset dated(String modified, String issued) {
        return new Dataset("1", "A", null, null, null, List.of(), List.of(), false, false, null, null, issued, modified,
                List.of());
    }
}
