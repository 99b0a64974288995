package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.FieldFile;

/** The CSV of SDMX in the forms in which statistical offices publish it. */
class SdmxRowsTest {

    private static final FieldMapping FIELDS = new FieldMapping(null, null, "satisfaction", null, null, null, null,
            null, null,
            null, null, null, null);

    private static List<ReadingRow> read(byte[] content, FieldMapping given) throws RemoteDocument.Failed {
        FieldMapping fields = CsvRows.sdmxFields(given);
        return CsvRows.sdmx(new RemoteDocument.Fetched(content, "text/csv"), fields, new RowMapping(fields, Map.of()),
                100);
    }

    private static String one(byte[] content) throws Exception {
        return text(read(content, FIELDS).get(0));
    }

    private static String text(ReadingRow row) throws Exception {
        return row.agency() + " " + row.period() + " " + row.value().value().stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdmx-both-without-space.csv", "sdmx-semicolon.csv"})
    void filesFromTheFieldAreRead(String name) throws Exception {
        assertEquals("15 2026-Q2 71.5", one(FieldFile.read(name)));
    }

    /** What the OECD publishes: years, values below nothing, empty attributes, and lines that end as on Windows. */
    @Test
    void whatAStatisticalOfficePublishedIsRead() throws Exception {
        List<String> rows = new ArrayList<>();
        for (ReadingRow row : read(FieldFile.read("published/oecd-g20-prices.csv"), FIELDS)) {
            rows.add(text(row));
        }
        assertEquals(41, rows.size());
        assertEquals(List.of("CHN 1985 9.3", "CHN 1989 18", "CHN 1999 -1.4", "CHN 2025 0"),
                List.of(rows.get(0), rows.get(4), rows.get(14), rows.get(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRUCTURE[;],REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,15,2026-Q2,71.5\n",
            "DATAFLOW[|];REF_AREA;TIME_PERIOD;OBS_VALUE\nx;15;2026-Q2;71.5\n",
            "\uFEFFDATAFLOW:Dataflow\tREF_AREA:Area\tTIME_PERIOD:Time\tOBS_VALUE:Value\nx\t15:Lào Cai\t2026-Q2\t71.5\n",
            "\"DATAFLOW\";\"REF_AREA:Vùng, lãnh thổ\";\"TIME_PERIOD\";\"OBS_VALUE\"\nx;15: Lào Cai;2026-Q2;71,5\n",
            "dataflow,ref_area,time_period,obs_value\nx,15,2026-Q2,71.5\n",
            "DATAFLOW,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value\nx,15: Lào: Cai,2026-Q2,71.5\n"})
    void everyFormOfTheHeadingIsRead(String text) throws Exception {
        assertEquals("15 2026-Q2 71.5", one(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aTimeOfDayIsNoLabel() throws Exception {
        FieldMapping timed = new FieldMapping(null, null, "satisfaction", null, null, null, null, null, null, "UPDATED",
                null, null, null);
        assertEquals("2026-07-01T09:00:00",
                read("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UPDATED:Update\nx,15,2026-Q2,1,2026-07-01T09:00:00\n"
                        .getBytes(StandardCharsets.UTF_8), timed).get(0).measuredAt());
    }

    /** A point stands before decimals as the standard has it, but with a semicolon the comma is free for them. */
    @Test
    void aNumberIsReadByItsSeparator() throws Exception {
        assertEquals("15 2026-Q2 1.234",
                one("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nx,15,2026-Q2,1.234\n".getBytes(StandardCharsets.UTF_8)));
        assertThrows(vn.thang.table.WrittenNumber.Unclear.class, () -> one(
                "DATAFLOW;REF_AREA;TIME_PERIOD;OBS_VALUE\nx;15;2026-Q2;1,234\n".getBytes(StandardCharsets.UTF_8)));
    }

    /** A source that counts in thousands says so beside its values. */
    @ParameterizedTest
    @CsvSource({"3, 71500", "0, 71.5", "'', 71.5", "-1, 7.15", "3: Thousands, 71500"})
    void aPowerOfTenBesideTheValueCounts(String power, String value) throws Exception {
        assertEquals("15 2026-Q2 " + value, one(("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nx,15,2026-Q2,71.5,"
                + power + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPowerThatIsNoneRefusesTheRow() throws Exception {
        assertEquals("reading.fault.number",
                read("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nx,15,2026-Q2,71.5,nghìn\n"
                        .getBytes(StandardCharsets.UTF_8), FIELDS).get(0).fault().key());
    }

    @Test
    void severalObservationsOfOneCellAreKeptApartUntilTheCheckRefusesThem() throws Exception {
        assertEquals(3, read(FieldFile.read("sdmx-several-observations.csv"), FIELDS).size());
        FieldMapping total = new FieldMapping(null, null, "satisfaction", null, null, null, null, null, null, null,
                "SEX=_T", null, null);
        assertEquals(List.of("75"), read(FieldFile.read("sdmx-several-observations.csv"), total).stream()
                .map(row -> row.value().text()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'DATAFLOW,AREA,TIME_PERIOD,OBS_VALUE\n' | no-column",
            "'DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_VALUE\n' | column-twice",
            "'DATAFLOW,ref_area,Ref_Area,TIME_PERIOD,OBS_VALUE\n' | column-twice",
            "'REF_AREA,TIME_PERIOD,OBS_VALUE\n' | not-sdmx"})
    void whatIsMissingOrTwiceIsTold(String text, String reason) {
        assertEquals(reason, assertThrows(RemoteDocument.Failed.class,
                () -> read((text + "x,15,2026-Q2,1\n").getBytes(StandardCharsets.UTF_8), FIELDS)).reason());
    }

    @Test
    void aConnectorRefusesTheRowWithACellTooMany() throws Exception {
        FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, "agency", "period", null, null,
                "value", null, null, null, null);
        List<ReadingRow> rows = CsvRows.csv(
                new RemoteDocument.Fetched(FieldFile.read("connector-extra-cell.csv"), "text/csv"), fields,
                new RowMapping(fields, Map.of()), 10);
        assertEquals("reading.fault.cells", rows.get(0).fault().key());
    }

    @Test
    void theSeparatorOfAConnectorIsFoundWhereNobodyNamesIt() throws Exception {
        FieldMapping fields = new FieldMapping(null, null, "satisfaction", null, "Mã", "Kỳ", null, null, "Giá trị",
                null, null, null, null);
        byte[] content = "Bảng 1, quý II, năm 2026, của Sở\nMÃ;kỳ;giá trị\n15;2026-Q2;71,5\n"
                .getBytes(StandardCharsets.UTF_8);
        List<ReadingRow> rows = CsvRows.csv(new RemoteDocument.Fetched(content, "text/csv"), fields,
                new RowMapping(fields, Map.of()), 10);
        assertEquals(List.of(3, "15", "71,5"),
                List.of(rows.get(0).line(), rows.get(0).agency(), rows.get(0).value().text()));
    }
}
