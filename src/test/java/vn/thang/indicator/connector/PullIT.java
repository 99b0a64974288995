package vn.thang.indicator.connector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.catalogue.DatasetFilter;
import vn.thang.indicator.catalogue.DatasetOrder;
import vn.thang.indicator.catalogue.OpenDataOrder;
import vn.thang.indicator.catalogue.OpenDataPoints;
import vn.thang.indicator.catalogue.SamplePortal;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.platform.Sha256;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.table.FieldFile;

/** Connectors against real servers that are slow, broken, huge, lying, gone and back again; everything is undone. */
class PullIT extends IndicatorFixture {

    private static final String CODE = "thu-nghiem";
    private static final String HOST = "127.0.0.2";

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private Connectors connectors;

    @Inject
    private ConnectorRuns runs;

    @Inject
    private Pull pull;

    @Inject
    private MeasuredLevels levels;

    @Inject
    private OpenDataPoints points;

    @Inject
    private ReadingSources sources;

    private Slice<OpenDataPoints.Described> datasets() {
        return points.datasets("15", DatasetFilter.NONE, Cut.by(DatasetOrder.WEAKEST));
    }

    private static AnsweringServer server(AnsweringServer.Answer answer) throws Exception {
        return new AnsweringServer(HOST, 0, answer);
    }

    private long connector(ConnectorKind kind, String source, FieldMapping fields, String agencies, String address,
            String secret) {
        administration.create(new ConnectorForm(CODE, "Kết nối thử", source, kind, address, fields, agencies, 24, 2,
                secret == null ? null : "Authorization", secret, true));
        return connectors.get(CODE).id();
    }

    private long rows(String address) {
        FieldMapping fields = new FieldMapping("$.rows", null, "satisfaction", null, "a", "p", null, null, "v", null,
                null, null, null);
        return connector(ConnectorKind.JSON, "satisfaction-survey", fields, "", address, null);
    }

    private static String row(String agency, String value) {
        return "{\"rows\": [{\"a\": \"" + agency + "\", \"p\": \"2023-Q1\", \"v\": " + value + "}]}";
    }

    /** Runs it as a person wants it, and answers what is known of that afterwards. */
    private PullRun run(long id) {
        assertTrue(pull.runWanted(id, null));
        return last();
    }

    private PullRun last() {
        caller.actAs("quantri");
        return administration.runs(CODE).get(0);
    }

    @Test
    void aPortalBecomesPointsReadingsAndAMeasuredLevel() throws Exception {
        LocalDate today = LocalDate.now(clock);
        entities.createNativeQuery("DELETE FROM reading WHERE agency_id = ?1").setParameter(1, agency("15"))
                .executeUpdate();
        SamplePortal[] portal = {new SamplePortal(today, "Ngân sách tỉnh")};
        try (AnsweringServer server = server(exchange -> portal[0].answer(exchange))) {
            long id = connector(ConnectorKind.CKAN, "open-data-portal", FieldMapping.NONE, SamplePortal.AGENCIES,
                    server.address().toString(), null);
            PullRun run = run(id);
            assertEquals(PullRun.Outcome.DONE, run.outcome(), run.fault());
            assertEquals(List.of(7, 3, 1, 11L), List.of(run.facts().datasets(), run.facts().unreadable(),
                    run.facts().repeated(), run.facts().promised()));
            assertEquals(Map.of("", 1, "b1f0-x", 1, "cong-ty-la", 1), run.facts().unmapped());
            assertEquals(0, run.batch().rejected(), () -> run.batch().faults().toString());
            assertEquals(1, run.answers(), "all of it came on one page");

            MeasuredLevels.Measured measured = measured(agency("15"), "OPN.2", today);
            assertEquals(new BigDecimal("66.67"), measured.value());
            assertEquals(3, measured.level());
            assertTrue(measured.fresh());
            assertFalse(measured.demonstration());
            assertEquals(3, measured(agency("15"), "OPN.3", today).level());

            Slice<OpenDataPoints.Described> shown = datasets();
            assertEquals(3, shown.total());
            assertEquals(shown.rows().stream().map(OpenDataPoints.Described::costs).flatMap(List::stream)
                    .map(MetadataQuality.Cost::points).reduce(Fraction::plus).orElseThrow().dividedBy(3),
                    points.of("15").costs().stream().map(MetadataQuality.Cost::points).reduce(Fraction::plus)
                            .orElseThrow(),
                    "what all of them lose on the average");
            OpenDataPoints.Described weakest = shown.rows().get(0);
            assertEquals("bao-cao", weakest.code());
            assertEquals(MetadataQuality.Rating.BAD, weakest.rating());
            OpenDataPoints.Described budget = shown.rows().stream()
                    .filter(one -> one.code().equals("ngan-sach")).findFirst().orElseThrow();
            assertFalse(budget.costs().stream()
                    .anyMatch(cost -> cost.metric() == MetadataQuality.Metric.ACCESS_URL_ANSWERS), "its file answers");
            assertTrue(shown.rows().get(1).costs().stream().anyMatch(
                    cost -> cost.metric() == MetadataQuality.Metric.ACCESS_URL_ANSWERS), "this one's does not");
            assertEquals(2, points.list(null, null, Cut.by(OpenDataOrder.WEAKEST)).rows().stream()
                    .filter(line -> line.code().equals("15") || line.code().equals("BTP")).count());

            for (DatasetOrder order : DatasetOrder.values()) {
                assertEquals(3,
                        points.datasets("15", DatasetFilter.NONE, new Cut<>(order, true, 1, Slice.SIZE)).total());
            }
            for (OpenDataOrder order : OpenDataOrder.values()) {
                assertEquals(1, points.list("15", null, new Cut<>(order, true, 1, Slice.SIZE)).total(), order.name());
            }
            assertEquals(List.of("ngan-sach"), points.datasets("15", DatasetFilter.of(Map.of("q", "ngan sach")),
                    Cut.by(DatasetOrder.TITLE)).rows().stream().map(OpenDataPoints.Described::code).toList());
            assertEquals(shown.rows().stream().filter(one -> one.costs().stream().anyMatch(
                    cost -> cost.metric() == MetadataQuality.Metric.ACCESS_URL_ANSWERS)).count(),
                    points.datasets("15", DatasetFilter.of(Map.of("metric", "ACCESS_URL_ANSWERS")),
                            Cut.by(DatasetOrder.TITLE)).total());

            PullRun again = run(id);
            assertEquals(List.of(0, 0, 0),
                    List.of(again.batch().accepted(), again.batch().corrected(), again.batch().rejected()));
            assertEquals(run.batch().taken(), again.batch().unchanged());
            assertEquals(0, again.facts().asked(), "addresses are not asked every day");
            assertEquals(3L, count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1", agency("15")),
                    "what did not change has no new row");

            portal[0] = new SamplePortal(today, "Ngân sách tỉnh năm nay");
            run(id);
            assertEquals(4L, count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1", agency("15")));
            assertEquals(1L, count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1 AND until_run IS NOT NULL",
                    agency("15")));
            assertTrue(datasets().rows().stream()
                    .anyMatch(one -> one.title().equals("Ngân sách tỉnh năm nay")));
        }
    }

    private static String dcat(String... lines) {
        return "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
                + "@prefix hydra: <http://www.w3.org/ns/hydra/core#> .\n" + String.join("\n", lines);
    }

    @Test
    void aPartOfACatalogueIsNoReadingAndTheRunSaysWhy() throws Exception {
        String first = dcat("<1> a dcat:Dataset ; dct:publisher \"Sở Tài chính Lào Cai\" .",
                "<> hydra:totalItems 2 ; hydra:next <?page=2> .");
        String[] second = {
                dcat("<2> a dcat:Dataset ; dct:publisher \"Sở Tài chính Lào Cai\" ; dcat:landingPage <a b> .")};
        try (AnsweringServer server = server(exchange -> AnsweringServer.send(exchange, 200, "text/plain",
                exchange.getRequestURI().getQuery() == null ? first : second[0]))) {
            long id = connector(ConnectorKind.DCAT, "open-data-portal", FieldMapping.NONE, "Sở Tài chính Lào Cai = 15",
                    server.address("/catalog").toString(), null);
            PullRun whole = run(id);
            assertEquals(PullRun.Outcome.DONE, whole.outcome(), whole.fault());
            assertEquals(List.of(2, 2L, 1), List.of(whole.facts().datasets(), whole.facts().promised(),
                    whole.facts().allLeftOut()));
            assertEquals(Map.of(), whole.facts().unmapped());
            assertEquals(List.of("a b", 2, 3), List.of(whole.facts().leftOut().get(0).what(),
                    whole.facts().leftOut().get(0).document(), whole.facts().leftOut().get(0).line()));
            assertEquals(2L, lastCount());
            second[0] = dcat("<2> dct:title \"Không còn\" .");
            PullRun part = run(id);
            assertEquals(List.of(PullRun.Outcome.FAILED, "incomplete", List.of("2", "1")),
                    List.of(part.outcome(), part.fault(), part.details()));
            assertTrue(part.faultText(Locale.ENGLISH).contains("holds 2 entries, and 1 came"),
                    part.faultText(Locale.ENGLISH));
            assertNull(part.batch());
            assertEquals(2L, lastCount(), "what was counted of the whole stays");
            assertEquals(2L,
                    count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1 AND until_run IS NULL",
                            agency("15")));
        }
    }

    private long lastCount() {
        return count(
                "SELECT value FROM reading WHERE id = (SELECT MAX(id) FROM reading WHERE indicator = 'open_datasets'"
                        + " AND agency_id = ?1)",
                agency("15"));
    }

    @Test
    void datasetsWithoutAnAddressKeepTheirRowsWhateverTheirOrder() throws Exception {
        String[] datasets = {
                "[ a dcat:Dataset ; dct:identifier \"A-1\" ; dct:title \"Một\"@vi, \"One\"@en ; dct:publisher <org/lc> ]",
                "[ a dcat:Dataset ; dct:publisher <org/lc> ; dct:title \"Hai\" ; dcat:keyword \"x\" ]",
                "[ a dcat:Dataset ; dct:title \"Hai\" ; dct:publisher <org/lc> ]"};
        int[] asked = {0};
        try (AnsweringServer server = server(exchange -> {
            int first = asked[0]++;
            AnsweringServer.send(exchange, 200, "text/turtle", dcat("<> a dcat:Catalog ; dcat:dataset",
                    datasets[first % 3] + "," + datasets[(first + 1) % 3] + "," + datasets[(first + 2) % 3] + "."));
        })) {
            long id = connector(ConnectorKind.DCAT, "open-data-portal", FieldMapping.NONE,
                    server.address("/org/lc") + " = 15", server.address("/catalog").toString(), null);
            for (int i = 0; i < 3; i++) {
                assertEquals(PullRun.Outcome.DONE, run(id).outcome());
                assertEquals(List.of(3L, 0L), List.of(
                        count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1", agency("15")),
                        count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1 AND until_run IS NOT NULL",
                                agency("15"))));
            }
            assertEquals(List.of("A-1", "Hai", "Hai (2)"), datasets().rows().stream()
                    .map(OpenDataPoints.Described::code).sorted().toList());
        }
    }

    private long count(String sql, long argument) {
        return number(sql, argument);
    }

    @Test
    void aCountThatGoesBackToWhatItWasIsACorrectionAndHolds() throws Exception {
        boolean[] two = {false};
        String dataset = "{\"id\": \"%s\", \"organization\": {\"name\": \"15\"}}";
        try (AnsweringServer server = server(exchange -> AnsweringServer.send(exchange, 200, "application/json",
                "{\"success\": true, \"result\": {\"count\": "
                        + (two[0] ? 2 : 1) + ", \"results\": [" + dataset.formatted("a")
                        + (two[0] ? "," + dataset.formatted("b") : "") + "]}}"))) {
            long id = connector(ConnectorKind.CKAN, "open-data-portal", FieldMapping.NONE, "Sở khác = 79",
                    server.address().toString(), null);
            for (boolean more : List.of(false, true, false)) {
                two[0] = more;
                run(id);
                assertEquals(more ? 2L : 1L, count(
                        "SELECT value FROM reading WHERE id = (SELECT MAX(id) FROM reading WHERE indicator = 'open_datasets' AND agency_id = ?1)",
                        agency("15")));
            }
            assertEquals(1L,
                    count("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ?1 AND until_run IS NULL", agency("15")),
                    "what is gone is past");
            assertEquals(1L, count("SELECT COUNT(*) FROM reading r JOIN reading_batch b ON b.id = r.batch_id"
                    + " WHERE r.indicator = 'open_data_recent' AND r.agency_id = ?1 AND b.way = 'PULL'"
                    + " AND r.numerator = 0 AND r.denominator = 0", agency("79")),
                    "who publishes nothing has nothing to report");
        }
    }

    @Test
    void aBusyServerIsAskedAgainAndThenGives() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (AnsweringServer server = server(exchange -> {
            boolean first = asked.incrementAndGet() == 1;
            AnsweringServer.send(exchange, first ? 429 : 200, "application/json", first ? "{}" : row("15", "91.5"));
        })) {
            PullRun run = run(rows(server.address("/").toString()));
            assertEquals(PullRun.Outcome.DONE, run.outcome());
            assertEquals(List.of(2, 1), List.of(run.facts().requests(), run.facts().documents()));
            assertEquals(1, run.batch().accepted());
            assertEquals("PULL", run.batch().way());
        }
    }

    @Test
    void whatWillNotPassIsAskedOnce() throws Exception {
        try (AnsweringServer server = server(AnsweringServer.text(401, "text/plain", "x"))) {
            PullRun run = run(rows(server.address("/").toString()));
            assertEquals(List.of("refused", List.of("401")), List.of(run.fault(), run.details()));
            assertEquals(1, server.asked().size());
            assertNull(run.batch());
        }
    }

    @Test
    void aDeadSourceIsLeftAloneThenAskedOnceAndWorksAgain() throws Exception {
        AnsweringServer server = server(AnsweringServer.text(200, "application/json", row("15", "90")));
        int port = server.address().getPort();
        long id = rows(server.address("/").toString());
        server.close();
        for (int failures = 1; failures <= 3; failures++) {
            PullRun run = run(id);
            assertEquals("unreachable", run.fault());
            assertEquals(3, run.facts().requests(), "asked three times each time");
            assertEquals(failures, administration.get(CODE).failures());
        }
        assertTrue(administration.get(CODE).open());
        ReadingSources.Source source = sources.list().stream().filter(one -> one.code().equals("satisfaction-survey"))
                .findFirst().orElseThrow();
        assertEquals(ReadingSources.Health.FAILING, source.health());
        assertEquals(3, source.errors().get(0).failures());
        pull.runDue(id);
        caller.actAs("quantri");
        assertEquals(3, administration.runs(CODE).size(), "nobody asks before the pause is over");
        entities.createNativeQuery("UPDATE connector SET next_at = '2020-01-01' WHERE id = ?1").setParameter(1, id)
                .executeUpdate();
        pull.runDue(id);
        caller.actAs("quantri");
        assertEquals(4, administration.get(CODE).failures(), "asked once, and still dead");
        try (AnsweringServer back = new AnsweringServer(HOST, port,
                AnsweringServer.text(200, "application/json", row("15", "90")))) {
            entities.createNativeQuery("UPDATE connector SET next_at = '2020-01-01' WHERE id = ?1").setParameter(1, id)
                    .executeUpdate();
            assertTrue(pull.due().contains(id));
            pull.runDue(id);
            assertEquals(PullRun.Outcome.DONE, last().outcome());
            assertEquals(List.of(0, false),
                    List.of(administration.get(CODE).failures(), administration.get(CODE).open()));
            assertEquals(1, back.asked().size());
        }
    }

    @Test
    void slowHugeBrokenAndMisleadingServersHarmNobody() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[20_000_000]);
        }
        Map<String, AnsweringServer.Answer> servers = Map.of(
                "timeout", exchange -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "too-large", exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, bomb.size());
                    exchange.getResponseBody().write(bomb.toByteArray());
                },
                "private", exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:4848/");
                    AnsweringServer.send(exchange, 302, "text/plain", "x");
                },
                "not-json", AnsweringServer.text(200, "text/html", "<html>Đăng nhập</html>"),
                "server-error", AnsweringServer.text(500, "application/json", "{}"),
                "no-readings", AnsweringServer.text(200, "application/json", "{\"rows\": []}"));
        long before = count("SELECT COUNT(*) FROM reading WHERE id > ?1", 0);
        for (Map.Entry<String, AnsweringServer.Answer> one : servers.entrySet()) {
            try (AnsweringServer server = server(one.getValue())) {
                long id = connectors.find(CODE).map(Connector::id)
                        .orElseGet(() -> rows(server.address("/").toString()));
                entities.createNativeQuery("UPDATE connector SET address = ?2 WHERE id = ?1").setParameter(1, id)
                        .setParameter(2, server.address("/").toString())
                        .executeUpdate();
                entities.clear();
                PullRun run = run(id);
                assertEquals(one.getKey(), run.fault());
                assertEquals(PullRun.Outcome.FAILED, run.outcome());
            } finally {
                if (one.getKey().equals("timeout")) {
                    over.countDown();
                }
            }
        }
        assertEquals(before, count("SELECT COUNT(*) FROM reading WHERE id > ?1", 0));
        assertEquals(6, administration.get(CODE).failures());
        assertEquals(2, administration.runs(CODE).stream().filter(run -> run.answers() > 0).count(),
                "what came is kept, read or not");
    }

    @Test
    void rawAnswersAreKeptWithTheirHashAndWithoutTheCredential() throws Exception {
        try (AnsweringServer server = server(
                exchange -> AnsweringServer.send(exchange, 200, "text/csv", "agency,period,value,echo\n15,2023-Q1,"
                        + length(exchange) + "," + exchange.getRequestHeaders().getFirst("Authorization") + "\n"))) {
            FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, "agency", "period", null, null,
                    "value", null, null, null, null);
            long id = connector(ConnectorKind.CSV, "satisfaction-survey", fields, "",
                    server.address("/a.csv").toString(), "Bearer rat-bi-mat-123");
            for (int i = 0; i < 5; i++) {
                assertEquals(PullRun.Outcome.DONE, run(id).outcome());
            }
            assertEquals("Bearer rat-bi-mat-123", server.asked().get(0).authorization());
            List<PullRun> all = administration.runs(CODE);
            assertEquals(List.of(true, true, true, false, false), all.stream().map(PullRun::kept).toList(),
                    "of the newest three; the facts of all");
            assertTrue(all.get(4).bytes() > 0);
            ConnectorRuns.Answer answer = runs.answers(all.get(0).id()).get(0);
            assertFalse(new String(answer.content(), StandardCharsets.UTF_8).contains("rat-bi-mat-123"));
            assertEquals(answer.sha256(), Sha256.hex(answer.content()));
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            administration.answers(all.get(0).id()).write(zip);
            assertTrue(zip.size() > 0);
        }
    }

    private MeasuredLevels.Measured measured(long agency, String criterion, LocalDate day) {
        return levels.shown("vn-dgm/1.0", day, agency, null, criterion).orElseThrow();
    }

    private static int length(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().length();
    }

    @Test
    void sdmxComesThroughTheSameIntake() throws Exception {
        try (AnsweringServer server = server(AnsweringServer.text(200, "application/vnd.sdmx.data+csv; charset=utf-8",
                "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nVN:SAT(1.0),VN-15,2023-Q1,91.5\nVN:SAT(1.0),VN-15,2023-Q9,91.5\n"))) {
            FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, null, null, null, null, null, null,
                    null, null, null);
            PullRun run = run(connector(ConnectorKind.SDMX_CSV, "satisfaction-survey", fields, "VN-15 = 15",
                    server.address("/data").toString(), null));
            assertEquals(List.of(1, 1), List.of(run.batch().accepted(), run.batch().rejected()));
            assertEquals("reading.fault.period.QUARTER", run.batch().faults().get(0).key());
        }
    }

    /** Three observations of one agency and period differ in a column that nobody chose by: which one counts has to be said first. */
    @Test
    void severalObservationsOfOneCellAreRefusedAllOfThem() throws Exception {
        long readings = readings();
        try (AnsweringServer server = server(AnsweringServer.text(200, "application/vnd.sdmx.data+csv; charset=utf-8",
                new String(FieldFile.read("sdmx-several-observations.csv"), StandardCharsets.UTF_8)))) {
            FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, null, null, null, null, null, null,
                    null, null, null);
            PullRun run = run(connector(ConnectorKind.SDMX_CSV, "satisfaction-survey", fields, "",
                    server.address("/data").toString(), null));
            assertEquals(List.of(0, 3), List.of(run.batch().accepted(), run.batch().rejected()));
            assertEquals(Collections.nCopies(3, "reading.fault.twice-only"),
                    run.batch().faults().stream().map(ReadingFault::key).toList());
            String text = run.batch().faults().get(0).text(Locale.ENGLISH);
            assertTrue(text.contains("Only rows with"), text);
            assertEquals(readings, readings());
        }
    }

    private long readings() {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM reading").getSingleResult()).longValue();
    }

    @Test
    void oneRunAtATimeAndAServerThatDiedDoesNotKeepItForEver() throws Exception {
        try (AnsweringServer server = server(AnsweringServer.text(200, "application/json", row("15", "90")))) {
            long id = rows(server.address("/").toString());
            long first = runs.claim(id, null, true, clock.instant(), Duration.ofMinutes(30)).orElseThrow();
            assertFalse(pull.runWanted(id, null), "somebody has it");
            caller.actAs("quantri");
            assertTrue(administration.get(CODE).running());
            assertEquals(0, server.asked().size());
            entities.createNativeQuery("UPDATE connector SET busy_until = '2020-01-01' WHERE id = ?1")
                    .setParameter(1, id).executeUpdate();
            PullRun second = run(id);
            assertEquals(PullRun.Outcome.DONE, second.outcome());
            PullRun lost = administration.runs(CODE).get(1);
            assertEquals(first, lost.id());
            assertEquals(PullRun.Outcome.LOST, lost.outcome());
            assertNotEquals(second.id(), lost.id());
        }
    }

    @Test
    void aConnectorThatIsSwitchedOffOrNotDueIsNotRun() throws Exception {
        try (AnsweringServer server = server(AnsweringServer.text(200, "application/json", row("15", "90")))) {
            long id = rows(server.address("/").toString());
            pull.runDue(id);
            entities.createNativeQuery("UPDATE connector SET next_at = '2020-01-01', active = FALSE WHERE id = ?1")
                    .setParameter(1, id).executeUpdate();
            assertFalse(pull.due().contains(id));
            pull.runDue(id);
            assertEquals(0, server.asked().size());
            assertArrayEquals(new Object[0], runs.list(id, 10).toArray());
        }
    }
}
