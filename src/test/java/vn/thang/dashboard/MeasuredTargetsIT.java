package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.target.Attainment;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.reading.ReadingRow;

/** Targets of a year before those of the demonstration, as readings arrive; everything is undone. */
class MeasuredTargetsIT extends IndicatorFixture {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);

    @Inject
    private MeasuredTargets measured;

    @Inject
    private Catalog catalog;

    private String token;
    private long state = -1_000;

    @BeforeEach
    void begin() throws Exception {
        token = intake.renewToken("data-exchange");
    }

    @Test
    void anAgencyThatWasMergedIsCountedUntilItsSuccessorReports() {
        change("INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 990000002, 'CU', 'Tỉnh cũ', 'province', id,"
                + " CONCAT(path, '990000002/'), 0 FROM agency WHERE code = 'VN'");
        push("CU", "2023-Q1", 3, 10, "79", "2023-Q1", 5, 10);
        change("UPDATE agency SET valid_to = '2023-06-30' WHERE code = 'CU'",
                "INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT id, 990000002 FROM agency WHERE code = '15'");
        assertEquals(List.of(8L, 20L), parts(0));
        push("15", "2023-Q2", 4, 10, "79", "2023-Q2", 5, 10);
        assertEquals(List.of(9L, 20L), parts(1), "the newer period");
        push("15", "2023-Q1", 6, 30, "79", "2023-Q1", 5, 10);
        assertEquals(List.of(11L, 40L), parts(0), "who came of it reports on the time before: it is counted once");
    }

    private List<Long> parts(int period) {
        Attainment attainment = line().trend().get(period).attainment();
        return List.of(attainment.reached(), attainment.inScope());
    }

    private TargetLine line() {
        return measured.of(catalog.programme().target("P2-08"), new MeasuredTargets.AsOf(DAY, --state), true);
    }

    private void push(Object... parts) {
        List<ReadingRow> rows = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 4) {
            rows.add(new ReadingRow(1, (String) parts[i], "systems_connected", (String) parts[i + 1],
                    parts[i + 2].toString(), parts[i + 3].toString(),
                    null, null));
        }
        assertEquals(0, intake.push(token, null, rows.iterator()).rejected());
    }

    private void change(String... statements) {
        for (String sql : statements) {
            entities.createNativeQuery(sql).executeUpdate();
        }
    }
}
