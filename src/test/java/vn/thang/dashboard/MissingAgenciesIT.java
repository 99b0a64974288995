package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.reading.ReadingIntake;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;

/** A province gets communes, some of which report; everything is undone. */
class MissingAgenciesIT extends ContainerFixture {

    private static final int COMMUNES = 60;
    private static final int DONE = 2;
    private static final int BELOW = 3;

    @Inject
    private MissingAgencies missing;

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private ReadingIntake intake;

    private TargetLine line;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("lanhdao");
        line = dashboard.targets(dashboard.rounds("2026").orElseThrow()).stream()
                .filter(one -> one.target().code().equals("P1-01")).findFirst().orElseThrow();
    }

    @Test
    void whoReportedNothingStandsFirstAndWhoReachesItNotAtAll() {
        long before = missing.list(line, "15", 1).total();
        addCommunes();
        Slice<TargetLine.AgencyValue> first = missing.list(line, "15", 1);
        assertEquals(before + COMMUNES - DONE, first.total());
        assertEquals(Slice.SIZE, first.rows().size());
        assertTrue(first.rows().stream().allMatch(agency -> agency.value() == null));
        Slice<TargetLine.AgencyValue> last = missing.list(line, "15", 2);
        assertEquals(first.total() - Slice.SIZE, last.rows().size());
        List<BigDecimal> values = last.rows().stream().map(TargetLine.AgencyValue::value).filter(value -> value != null)
                .toList();
        assertEquals(BELOW + before, values.size());
        assertEquals(values.stream().sorted().toList(), values);
        TargetLine.AgencyValue lowest = last.rows().stream().filter(agency -> agency.code().equals("XB2")).findFirst()
                .orElseThrow();
        assertEquals(7, lowest.gap(line.target().demand().value()), "of ten three are done");
        assertNull(first.rows().get(0).gap(line.target().demand().value()));
        assertEquals(before, missing.list(line, "79", 1).total(), "another province has no communes");
    }

    @Test
    void aPageCostsAsManyStatementsHoweverManyAgenciesThereAre() {
        long before = used();
        addCommunes();
        caller.actAs("lanhdao");
        assertEquals(before, used());
    }

    @Test
    void nobodySeesTheAgenciesOfAnotherProvince() {
        addCommunes();
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.Forbidden.class, () -> missing.list(line, "79", 1));
        assertThrows(BusinessException.Forbidden.class, () -> missing.list(line, "VN", 1));
        assertThrows(BusinessException.NotFound.class, () -> missing.list(line, "KHONG-CO", 1));
        assertEquals(missing.list(line, "15", 1), missing.list(line, null, 1));
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> missing.list(line, "79", 1));
    }

    private void addCommunes() {
        List<ReadingRow> rows = new ArrayList<>();
        for (int i = 0; i < COMMUNES; i++) {
            entities.createNativeQuery(
                    "INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT ?1, ?2, 'Xã thử', 'commune', id,"
                            + " CONCAT(path, ?1, '/'), 0 FROM agency WHERE code = '15'")
                    .setParameter(1, 990_000_100 + i).setParameter(2, "XB" + i).executeUpdate();
            if (i < DONE + BELOW) {
                rows.add(new ReadingRow(i, "XB" + i, line.measured().indicator().code(),
                        "%d-Q%d".formatted(line.measured().begin().getYear(),
                                (line.measured().begin().getMonthValue() + 2) / 3),
                        i < DONE ? "10" : String.valueOf(i + 1), "10", null, null));
            }
        }
        caller.actAs("quantri");
        assertEquals(0,
                intake.push(intake.renewToken(line.measured().indicator().source()), null, rows.iterator()).rejected());
        caller.actAs("lanhdao");
    }

    private long used() {
        return used(() -> missing.list(line, "15", 1));
    }
}
