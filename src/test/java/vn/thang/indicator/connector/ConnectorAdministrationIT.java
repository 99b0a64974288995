package vn.thang.indicator.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.catalogue.OpenDataOrder;
import vn.thang.indicator.catalogue.OpenDataPoints;
import vn.thang.indicator.catalogue.SamplePortal;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;

/** Who may describe, try and run connectors, what is refused, and where a credential stays; everything is undone. */
class ConnectorAdministrationIT extends IndicatorFixture {

    private static final String CODE = "khao-sat";
    private static final String SECRET = "Bearer khoa-rat-bi-mat";
    private static final String SOURCE = "satisfaction-survey";
    private static final FieldMapping FIELDS = new FieldMapping("$.rows", null, "satisfaction", null, "a", "p", null,
            null, "v", null, null, null, null);

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private ConnectorTrial trial;

    @Inject
    private OpenDataPoints points;

    @Inject
    private Pull pull;

    @Inject
    private Connectors connectors;

    private static ConnectorForm form(String address, String secret) {
        return form(ConnectorKind.JSON, SOURCE, address, FIELDS, "", "Authorization", secret);
    }

    private static ConnectorForm form(ConnectorKind kind, String source, String address, FieldMapping fields,
            String agencies, String header, String secret) {
        return new ConnectorForm(CODE, "Khảo sát", source, kind, address, fields, agencies, 24, 2, header, secret,
                true);
    }

    @Test
    void nobodyButNationalAdministratorsTouchesAConnector() throws Exception {
        administration.create(form("https://example.vn/a", null));
        entities.createNativeQuery(
                "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT 990001, p.id, a.id, 'ADMINISTRATOR', '2020-01-01'"
                        + " FROM person p, agency a WHERE p.username = 'canbo' AND a.code = '15'")
                .executeUpdate();
        for (String person : List.of("canbo", "canbo.bo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            for (Executable deed : List.<Executable>of(
                    administration::mayCreate,
                    () -> administration.list(ConnectorFilter.ALL, Cut.by(ConnectorOrder.FAILING)),
                    () -> administration.get(CODE),
                    () -> administration.create(form("https://a.vn", null)),
                    () -> administration.change(1, form("https://a.vn", null)), () -> administration.forgetSecret(CODE),
                    () -> administration.run(CODE),
                    () -> administration.runs(CODE), () -> administration.answers(1),
                    () -> trial.attempt(form("https://a.vn", null)))) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
    }

    @Test
    void pointsAreForThoseWhoSeeTheAgency() {
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals("15", points.of("15").agency().agency().code(), person);
        }
        for (String person : List.of("canbo.bo", "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> points.of("15"), person);
        }
        for (String person : List.of("canbo", "canbo.bo", "lanhdao.tinh", "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class,
                    () -> points.list(null, null, Cut.by(OpenDataOrder.WEAKEST)), person);
        }
    }

    @Test
    void aCredentialIsSealedNeverShownAndBoundToItsHost() throws Exception {
        administration.create(form("https://data.example.vn/a", SECRET));
        byte[] stored = (byte[]) entities.createNativeQuery("SELECT secret FROM connector WHERE code = ?1")
                .setParameter(1, CODE).getSingleResult();
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("mat"));
        ConnectorAdministration.Described described = administration.get(CODE);
        assertTrue(described.secret());
        assertNull(described.form().secret());
        assertEquals(0L,
                ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM change_log WHERE details LIKE '%bi-mat%'")
                        .getSingleResult()).longValue());
        assertEquals("connector.secret-elsewhere",
                key(() -> administration.change(described.version(), form("https://other.example.vn/a", null))));
    }

    @Test
    void theSameHostKeepsTheCredentialAndANewOneReplacesIt() throws Exception {
        administration.create(form("https://data.example.vn/a", SECRET));
        administration.change(administration.get(CODE).version(), form("https://data.example.vn/b?x=1", null));
        assertEquals(SECRET, pull.credential(connectors.get(CODE)).open().orElseThrow().value());
        administration.change(administration.get(CODE).version(), form("https://other.example.vn/a", "khoa-moi-12345"));
        PullDocuments.Credential credential = pull.credential(connectors.get(CODE)).open().orElseThrow();
        assertEquals(List.of("https://other.example.vn", "khoa-moi-12345"),
                List.of(credential.origin(), credential.value()));
        administration.forgetSecret(CODE);
        assertFalse(administration.get(CODE).secret());
        assertTrue(pull.credential(connectors.get(CODE)).open().isEmpty());
    }

    @Test
    void withoutTheKeyNothingIsStoredAndNothingOpened() throws Exception {
        administration.create(form("https://data.example.vn/a", SECRET));
        Path key = Path.of(System.getenv("THANG_CONNECTORS_KEY_FILE"));
        Path aside = key.resolveSibling("connectors.key.aside");
        Files.move(key, aside);
        try {
            assertEquals("credential",
                    assertThrows(RemoteDocument.Failed.class, () -> pull.credential(connectors.get(CODE)).open())
                            .reason());
            assertEquals("connector.no-key",
                    key(() -> administration.create(new ConnectorForm("khac", "Khác", SOURCE, ConnectorKind.JSON,
                            "https://a.vn", FIELDS, "", 24, 2,
                            "X-Key", SECRET, true))));
        } finally {
            Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void whoComesSecondIsTold() {
        administration.create(form("https://a.example.vn", null));
        int version = administration.get(CODE).version();
        administration.change(version, form("https://b.example.vn", null));
        assertThrows(BusinessException.Conflict.class,
                () -> administration.change(version, form("https://c.example.vn", null)));
    }

    @Test
    void everyFaultOfTheDescriptionIsNamed() {
        Map<ConnectorForm, String> faults = Map.ofEntries(
                Map.entry(form("ftp://a.vn", null), "bad-address"),
                Map.entry(form("https://user:pass@a.vn", null), "bad-address"),
                Map.entry(form("x y", null), "bad-address"),
                Map.entry(form("http://data.example.vn/a", SECRET), "secret-plain"),
                Map.entry(form("https://a.vn", "ngan"), "secret"),
                Map.entry(form("https://a.vn", "hai\ndong-rat-dai"), "header"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn", FIELDS, "", "Host", SECRET), "header"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn", FIELDS, "", null, SECRET), "header"),
                Map.entry(form(ConnectorKind.JSON, "khong-co", "https://a.vn", FIELDS, "", null, null), "source"),
                Map.entry(form(ConnectorKind.CKAN, SOURCE, "https://a.vn", FieldMapping.NONE, "", null, null),
                        "not-open-data"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn", FIELDS, "khong co dau bang", null, null),
                        "agencies"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn", FIELDS, "x = KHONG-CO", null, null),
                        "agency"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn",
                        mapping("$.[", "satisfaction", null, "a", "v"), "", null, null), "path"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn", mapping("$", "satisfaction", "i", "a", "v"),
                        "", null, null), "one-indicator"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn",
                        mapping("$", "systems_connected", null, "a", "v"), "", null, null), "indicator"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn",
                        mapping("$", "satisfaction", null, null, "v"), "", null, null), "fields"),
                Map.entry(form(ConnectorKind.JSON, SOURCE, "https://a.vn",
                        mapping("$", "satisfaction", null, "a", null), "", null, null), "value"));
        faults.forEach((form, fault) -> {
            assertEquals("connector.rule." + fault, key(() -> administration.create(form)), form.toString());
        });
        assertEquals("connector.rule.every",
                key(() -> administration.create(new ConnectorForm(CODE, "A", SOURCE, ConnectorKind.JSON, "https://a.vn",
                        FIELDS, "", 0, null, null,
                        null, true))));
        assertEquals("connector.rule.code",
                key(() -> administration.create(new ConnectorForm("Có Dấu", "A", SOURCE, ConnectorKind.JSON,
                        "https://a.vn", FIELDS, "", 1, null,
                        null, null, true))));
    }

    private static FieldMapping mapping(String rows, String indicator, String indicatorField, String agency,
            String value) {
        return new FieldMapping(rows, null, indicator, indicatorField, agency, "p", null, null, value, null, null, null,
                null);
    }

    @Test
    void aTrialShowsRowsAndFaultsAndChangesNothing() throws Exception {
        try (AnsweringServer server = new AnsweringServer("127.0.0.2", 0, AnsweringServer.text(200, "application/json",
                "{\"rows\": [{\"a\": \"15\", \"p\": \"2023-Q1\", \"v\": 91.5}, {\"a\": \"15\", \"p\": \"2023\", \"v\": 91.5}, {\"a\": \"xx\", \"p\": \"2023-Q1\", \"v\": 1}]}"))) {
            long before = state();
            ConnectorTrial.Result result = trial.attempt(form(server.address("/").toString(), SECRET));
            assertEquals(List.of(1, 2), List.of(result.good(), result.bad()));
            assertEquals(List.of("reading.fault.period.QUARTER", "reading.fault.agency"),
                    result.faults().stream().map(ReadingFault::key).toList());
            assertEquals(3, result.rows().size());
            assertEquals("application/json", result.documents().get(0).mediaType());
            assertEquals(SECRET, server.asked().get(0).authorization());
            assertEquals(before, state());
        }
        assertEquals("connector.unreachable", key(() -> trial.attempt(form("http://127.0.0.2:9/", null))));
        assertEquals("connector.private", key(() -> trial.attempt(form("http://127.0.0.1:8080/", null))));
    }

    @Test
    void aTrialOfAPortalShowsWhoIsNoAgency() throws Exception {
        SamplePortal portal = new SamplePortal(LocalDate.now(Time.ZONE), "Ngân sách");
        try (AnsweringServer server = new AnsweringServer("127.0.0.2", 0, portal::answer)) {
            ConnectorTrial.Result result = trial.attempt(form(ConnectorKind.CKAN, "open-data-portal",
                    server.address().toString(), FieldMapping.NONE, SamplePortal.AGENCIES,
                    null, null));
            assertEquals(3, result.facts().unmapped().size());
            assertEquals(0, result.bad());
            assertTrue(server.asked().stream().noneMatch(asked -> asked.method().equals("HEAD")),
                    "files are not asked in a trial");
        }
    }

    private long state() {
        return number(
                "SELECT (SELECT COUNT(*) FROM reading) + (SELECT COUNT(*) FROM reading_batch) + (SELECT COUNT(*) FROM connector)"
                        + " + (SELECT COUNT(*) FROM connector_run) + (SELECT COUNT(*) FROM change_log)");
    }

    private static String key(Executable deed) {
        BusinessException refusal = assertThrows(BusinessException.class, deed);
        for (Locale language : Texts.LANGUAGES) {
            assertFalse(Texts.text(language, refusal.key(), refusal.arguments()).matches(".*\\{\\d.*"), refusal.key());
        }
        return refusal.key();
    }
}
