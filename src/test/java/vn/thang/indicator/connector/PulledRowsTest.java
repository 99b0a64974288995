package vn.thang.indicator.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.CsvRows;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.fetching.RowMapping;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.DecimalSign;
import vn.thang.table.WrittenNumber;

/** Documents as sources publish them, from real servers, and what readings come of them. */
class PulledRowsTest {

    private static final RemoteDocument DOCUMENTS = new RemoteDocument(
            new RemoteDocument.Limits(Duration.ofSeconds(5), 5_000_000, Set.of("localhost")));

    private static FieldMapping fields(String rows, String agency, String period, String value) {
        return new FieldMapping(rows, null, "satisfaction", null, agency, period, null, null, value, null, null, null,
                null);
    }

    private static ConnectorForm form(ConnectorKind kind, FieldMapping fields, String agencies, URI address) {
        return new ConnectorForm("thu", "Thử", "satisfaction-survey", kind, address.toString(), fields, agencies, 24,
                null, null, null, true);
    }

    private static PulledContent read(ConnectorKind kind, FieldMapping fields, String agencies, String type,
            String body) throws Exception {
        return read(kind, fields, agencies, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static PulledContent read(ConnectorKind kind, FieldMapping fields, String agencies, String type,
            byte[] body) throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        })) {
            return PulledContent.read(form(kind, fields, agencies, server.address("/du-lieu?nam=2026")), DOCUMENTS,
                    100);
        }
    }

    private static String reason(ConnectorKind kind, FieldMapping fields, String type, String body) {
        return assertThrows(RemoteDocument.Failed.class, () -> read(kind, fields, "", type, body)).reason();
    }

    @Test
    void jsonRowsAreFoundByTheirPathAndAgenciesByTheirNames() throws Exception {
        PulledContent content = read(ConnectorKind.JSON,
                fields("$.ketQua[?(@.loai == 'HAI_LONG')]", "/donVi/ma", "quy", "tyLe"),
                "TinhLaoCai = 15\n# ghi chú\n\n79=79",
                "application/json",
                """
                {"ketQua": [{"loai": "HAI_LONG", "donVi": {"ma": "TinhLaoCai"}, "quy": "2026-Q3", "tyLe": 91.23456789},
                  {"loai": "KHAC", "donVi": {"ma": "79"}, "quy": "2026-Q3", "tyLe": 1}, {"loai": "HAI_LONG", "donVi": {"ma": "01"}, "quy": "2026-Q3", "tyLe": null},
                  {"loai": "HAI_LONG", "donVi": null, "quy": "2026-Q3", "tyLe": "88"}, {"loai": "HAI_LONG", "donVi": {"ma": 1}, "quy": "2026-Q3", "tyLe": 1e2}]}""");
        assertEquals(List.of(
                new ReadingRow(1, "15", "satisfaction", "2026-Q3", null, null, WrittenNumber.exact("91.23456789"),
                        null),
                new ReadingRow(3, null, "satisfaction", "2026-Q3", null, null, "88", null),
                new ReadingRow(4, "1", "satisfaction", "2026-Q3", null, null, WrittenNumber.exact("100"), null)),
                content.rows());
        assertEquals(1, content.facts().blank(), "missing is not zero");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html>Đăng nhập</html>              | $.a    | not-json
            {"a": [1, 2                         | $.a    | not-json
            ''                                  | $.a    | not-json
            {"b": []}                           | $.a    | no-rows
            {"a": "x"}                          | $.a    | no-rows
            {"a": [1, 2]}                       | $.a    | no-rows
            {"a": []}                           | $.a    | no-readings
            {"a": [{"v": null}]}                | $.a    | no-readings
            [[[[[[]]]]]]                        | $[*]   | no-rows
            """)
    void whatIsNoJsonWithRowsIsSaid(String body, String path, String reason) {
        assertEquals(reason, reason(ConnectorKind.JSON, fields(path, "a", "p", "v"), "application/json", body));
    }

    @Test
    void numbersAndDepthsThatExplodeDoNot() throws Exception {
        assertEquals("not-json",
                reason(ConnectorKind.JSON, fields("$", "a", "p", "v"), "application/json", "[".repeat(100_000)));
        PulledContent content = read(ConnectorKind.JSON, fields("$", "a", "p", "v"), "", "application/json",
                "[{\"a\": \"15\", \"p\": \"2026-Q3\", \"v\": 1E+900000000}]");
        assertEquals("1E+900000000", content.rows().get(0).value().text(), "as it came, for the intake to refuse");
    }

    @Test
    void pagesOfJsonAreReadOnceEachAndNeverElsewhere() throws Exception {
        String[] next = {"?trang=2"};
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            boolean first = exchange.getRequestURI().getQuery() == null;
            AnsweringServer.send(exchange, 200, "application/json",
                    "{\"rows\": [{\"a\": \"%s\", \"p\": \"2026-Q3\", \"v\": 1}], \"links\": {\"next\": \"%s\"}}"
                            .formatted(first ? "15" : "79", first ? next[0] : "/"));
        })) {
            FieldMapping paged = new FieldMapping("$.rows", "/links/next", "satisfaction", null, "a", "p", null, null,
                    "v", null, null, null, null);
            ConnectorForm form = form(ConnectorKind.JSON, paged, "", server.address("/"));
            assertEquals(List.of("15", "79"),
                    PulledContent.read(form, DOCUMENTS, 100).rows().stream().map(ReadingRow::agency).toList());
            assertEquals(2, server.asked().size(), "the circle is read once");
            next[0] = "http://127.0.0.1:1/";
            assertEquals("next-page",
                    assertThrows(RemoteDocument.Failed.class, () -> PulledContent.read(form, DOCUMENTS, 100)).reason());
        }
    }

    /** A part of a table is never the whole, be it CSV or SDMX: pages are read to the end, or nothing is. */
    @ParameterizedTest
    @CsvSource({"CSV, 'a;p;v', '%s;2026-Q3;1'",
            "SDMX_CSV, 'DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE', 'X:Y(1.0),%s,2026-Q3,1'"})
    void pagesOfTablesThatAreToldBesideTheDocumentAreRead(ConnectorKind kind, String heading, String row)
            throws Exception {
        String[] next = {"</?trang=3>; title=\"a, b\"; rel=\"last next\", </?trang=1>; rel=prev", heading};
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            exchange.getResponseHeaders().set("Link", query == null ? "<?trang=2>; rel=next"
                    : query.equals("trang=2") ? next[0] : "</>; rel=first");
            String agency = query == null ? "15" : query.equals("trang=2") ? "79" : "01";
            AnsweringServer.send(exchange, 200, "text/csv",
                    (query == null ? heading : next[1]) + "\n" + row.formatted(agency) + "\n");
        })) {
            FieldMapping fields = kind == ConnectorKind.CSV ? fields(null, "a", "p", "v")
                    : fields(null, null, null, null);
            ConnectorForm form = form(kind, fields, "", server.address("/"));
            assertEquals(List.of("15", "79", "01"),
                    PulledContent.read(form, DOCUMENTS, 100).rows().stream().map(ReadingRow::agency).toList());
            if (kind == ConnectorKind.CSV) {
                RemoteDocument.Failed many = assertThrows(RemoteDocument.Failed.class, () -> CsvRows.csv(DOCUMENTS,
                        server.address("/"), fields, new RowMapping(fields, Map.of()), 2));
                assertEquals(List.of("too-many-rows", 2), List.of(many.reason(), many.details()[0]));
            }
            next[0] = "<http://127.0.0.1:1/>; rel=next";
            assertEquals("next-page",
                    assertThrows(RemoteDocument.Failed.class, () -> PulledContent.read(form, DOCUMENTS, 100)).reason());
            next[1] = "x,y,z";
            assertEquals(kind == ConnectorKind.CSV ? "no-column" : "not-sdmx",
                    assertThrows(RemoteDocument.Failed.class, () -> PulledContent.read(form, DOCUMENTS, 100)).reason());
        }
    }

    /** Where the connector names no place for it in the document, what the server says beside it is followed. */
    @Test
    void pagesOfJsonThatAreToldBesideTheDocumentAreRead() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            boolean first = exchange.getRequestURI().getQuery() == null;
            if (first) {
                exchange.getResponseHeaders().set("Link", "<?trang=2>; rel=next");
            }
            AnsweringServer.send(exchange, 200, "application/json",
                    "[{\"a\": \"%s\", \"p\": \"2026-Q3\", \"v\": 1}]".formatted(first ? "15" : "79"));
        })) {
            FieldMapping fields = new FieldMapping("$", null, "satisfaction", null, "a", "p", null, null, "v", null,
                    null, null, null);
            assertEquals(List.of("15", "79"),
                    PulledContent.read(form(ConnectorKind.JSON, fields, "", server.address("/")), DOCUMENTS, 100)
                            .rows().stream().map(ReadingRow::agency).toList());
        }
    }

    /** Rows beyond the last page that is asked would be missing without a word. */
    @Test
    void pagesOfJsonWithoutEndAreRefused() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int page = query == null ? 1 : Integer.parseInt(query);
            AnsweringServer.send(exchange, 200, "application/json",
                    "{\"rows\": [], \"next\": \"?%d\"}".formatted(page + 1));
        })) {
            FieldMapping paged = new FieldMapping("$.rows", "/next", "satisfaction", null, "a", "p", null, null, "v",
                    null, null, null, null);
            ConnectorForm form = form(ConnectorKind.JSON, paged, "", server.address("/"));
            assertEquals("too-many-pages",
                    assertThrows(RemoteDocument.Failed.class, () -> PulledContent.read(form, DOCUMENTS, 100)).reason());
        }
    }

    @Test
    void csvWithCommaDecimalsAndSemicolons() throws Exception {
        FieldMapping fields = new FieldMapping(null, null, "systems_connected", null, "Đơn vị", "Quý", "Tử số",
                "Mẫu số", null, "Lúc", "Loại=A", ";", DecimalSign.COMMA);
        PulledContent content = read(ConnectorKind.CSV, fields, "Tỉnh Lào Cai = 15", "text/csv; charset=UTF-8",
                "\ufeffĐơn vị;Quý;Tử số;Mẫu số;Lúc;Loại\nTỉnh Lào Cai;2026-Q3;1.031,5;1.240;2026-10-01T02:00:00Z;A\n79;2026-Q3;1;2;;B\n79;2026-Q3;;;;A\n79;2026-Q3;ba;2;;A\n");
        assertEquals(
                List.of(new ReadingRow(2, "15", "systems_connected", "2026-Q3", comma("1.031,5"), comma("1.240"), null,
                        "2026-10-01T02:00:00Z"),
                        new ReadingRow(5, "79", "systems_connected", "2026-Q3", comma("ba"), comma("2"), null, null)),
                content.rows());
        assertEquals(new BigDecimal("1031.5"), content.rows().get(0).numerator().value());
        assertEquals(new BigDecimal("1240"), content.rows().get(0).denominator().value());
        assertEquals(1, content.facts().left());
        assertEquals(1, content.facts().blank());
    }

    private static WrittenNumber comma(String written) {
        return WrittenNumber.of(written, DecimalSign.COMMA);
    }

    /** A number in quotation marks, or in CSV, is a text; one of JSON is not. */
    @Test
    void whereNobodySaysWhichSignBeginsTheDecimalsANumberInTwoWaysIsRefused() throws Exception {
        FieldMapping fields = fields(null, "a", "p", "v");
        for (String written : List.of("1.234", "\"1,234\"")) {
            WrittenNumber value = read(ConnectorKind.CSV, fields, "", "text/csv", "a,p,v\n15,2026-Q3," + written + "\n")
                    .rows().get(0).value();
            assertEquals("ambiguous", assertThrows(WrittenNumber.Unclear.class, value::value).getMessage());
        }
        List<ReadingRow> rows = read(ConnectorKind.JSON, fields("$", "a", "p", "/v/0"), "", "application/json",
                "[{\"a\": \"15\", \"p\": \"2026-Q3\", \"v\": [1.234]}, {\"a\": \"15\", \"p\": \"2026-Q3\", \"v\": [\"1.234\"]}]")
                .rows();
        assertEquals(new BigDecimal("1.234"), rows.get(0).value().value());
        assertEquals("ambiguous",
                assertThrows(WrittenNumber.Unclear.class, () -> rows.get(1).value().value()).getMessage());
        FieldMapping point = new FieldMapping(null, null, "satisfaction", null, "a", "p", null, null, "v", null, null,
                null, DecimalSign.POINT);
        assertEquals(new BigDecimal("1.234"),
                read(ConnectorKind.CSV, point, "", "text/csv", "a,p,v\n15,2026-Q3,1.234\n").rows().get(0).value()
                        .value());
    }

    @Test
    void csvInAnOldEncodingIsReadAsItSays() throws Exception {
        byte[] body = "code;Name;v\n1;Größe;5\n".getBytes(Charset.forName("windows-1252"));
        FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, "Name", "code", null, null, "v", null,
                null, ";", null);
        assertEquals("Größe",
                read(ConnectorKind.CSV, fields, "", "text/csv; charset=windows-1252", body).rows().get(0).agency());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "application/pdf", "application/json", "application/xml",
            "application/zip"})
    void theContentDecidesOverItsLabel(String type) throws Exception {
        assertEquals(1,
                read(ConnectorKind.CSV, fields(null, "a", "p", "v"), "", type, "a,p,v\n15,2026-Q3,1\n").rows().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<!DOCTYPE html><html>a,p,v</html> | HTML", "[{\"a\": \"15\"}] | JSON",
            "<?xml version='1.0'?><a/> | XML", "%PDF-1.7 | PDF"})
    void whatIsNoCsvIsRefusedWhateverItIsCalled(String content, String kind) {
        RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class,
                () -> read(ConnectorKind.CSV, fields(null, "a", "p", "v"), "", "text/csv", content));
        assertEquals(List.of("not-csv", kind), List.of(failed.reason(), failed.details()[0]));
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() {
        RemoteDocument.Failed failed = assertThrows(RemoteDocument.Failed.class,
                () -> read(ConnectorKind.CSV, fields(null, "a", "p", "v"), "", "text/csv",
                        "a,period,v\n15,2026-Q3,1\n"));
        assertEquals("no-column", failed.reason());
        assertEquals("p", failed.details()[0]);
        assertTrue(failed.details()[1].toString().contains("period"));
        assertEquals("empty", reason(ConnectorKind.CSV, fields(null, "a", "p", "v"), "text/csv", ""));
        RemoteDocument.Failed quotes = assertThrows(RemoteDocument.Failed.class,
                () -> read(ConnectorKind.CSV, fields(null, "a", "p", "v"), "", "text/csv",
                        "a,p,v\n\"15,2026-Q3,1\n"));
        assertEquals(List.of("quotes", "2"), List.of(quotes.reason(), String.valueOf(quotes.details()[0])));
    }

    private static final String SDMX = """
            STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Reference area,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS
            dataflow,VN:DF_SAT(1.0),I,Q: Quarterly,VN-15: Lào Cai,SAT,2026-Q3,91.5,A
            dataflow,VN:DF_SAT(1.0),I,Q: Quarterly,VN-79: TP. Hồ Chí Minh,SAT,2026-Q3,,M
            dataflow,VN:DF_SAT(1.0),I,M: Monthly,VN-79: TP. Hồ Chí Minh,SAT,2026-M09,NaN,M
            dataflow,VN:DF_SAT(1.0),D,Q: Quarterly,VN-01: Hà Nội,SAT,2026-Q3,90,A
            dataflow,VN:DF_SAT(1.0),I,Q: Quarterly,VN-01: Hà Nội,OTHER,2026-Q3,90,A
            dataflow,VN:DF_SAT(1.0),I,M: Monthly,VN-48: Đà Nẵng,SAT,2026-M09,90,A
            """;

    @Test
    void sdmxBringsItsOwnNamesOfColumns() throws Exception {
        FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, null, null, null, null, null, null,
                "INDICATOR=SAT", null, null);
        PulledContent content = read(ConnectorKind.SDMX_CSV, fields, "VN-15 = 15\nVN-48=48",
                "application/vnd.sdmx.data+csv; version=2.0.0", SDMX);
        assertEquals(List.of(
                new ReadingRow(2, "15", "satisfaction", "2026-Q3", null, null, WrittenNumber.exact("91.5"), null),
                new ReadingRow(7, "48", "satisfaction", "2026-M09", null, null, WrittenNumber.exact("90"), null)),
                content.rows());
        assertEquals(2, content.facts().blank());
        assertEquals(1, content.facts().left());
    }

    @Test
    void csvThatIsNoSdmxIsSaid() {
        assertEquals("not-sdmx", reason(ConnectorKind.SDMX_CSV, FieldMapping.NONE, "text/csv",
                "REF_AREA,TIME_PERIOD,OBS_VALUE\n15,2026-Q3,1\n"));
        assertEquals("no-column", reason(ConnectorKind.SDMX_CSV, FieldMapping.NONE, "text/csv",
                "DATAFLOW,TIME_PERIOD,OBS_VALUE\nx,2026-Q3,1\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=15", "x=", "a=1\na=2"})
    void whatIsNoPairIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Pairs.of(text));
        assertEquals(Map.of("a=b", "c"), Pairs.of("a=b = c"));
    }
}
