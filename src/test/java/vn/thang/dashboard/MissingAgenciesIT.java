package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Measure;
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

    /** Whoever closed before the last day, or came later, owes nothing for the period. */
    @Test
    void whoWasNotThereOnTheLastDayIsNotMissing() {
        long before = missing.list(line, "15", 1).total();
        List.of("XZ1", "XZ2", "XZ3").forEach(code -> anAgency(code).below("15"));
        assertEquals(before + 3, missing.list(line, "15", 1).total());
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XZ1'", line.measured().end().minusDays(1));
        sql("UPDATE agency SET valid_from = ?1 WHERE code = 'XZ2'", line.measured().end().plusDays(1));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XZ3'", line.measured().end());
        assertEquals(before + 1, missing.list(line, "15", 1).total());
    }

    @Test
    void aPageCostsAsManyStatementsHoweverManyAgenciesThereAre() {
        long before = used();
        addCommunes();
        caller.actAs("lanhdao");
        assertEquals(before, used());
    }

    /** Figures at the bound, beside it by less than their value is rounded to, and anywhere; agencies without any. */
    @Test
    void theDatabaseDecidesAsTheCoreDoesWhoReachesATarget() {
        Random chance = new Random(15);
        Map<String, BigDecimal[]> figures = new HashMap<>();
        for (int i = 0; i < COMMUNES - 5; i++) {
            long whole = i % 3 == 0 ? 9_999_999_999L : 1 + chance.nextInt(12);
            long part = i % 3 == 0 ? Math.min(whole, whole / 2 * (1 + i % 2) + i % 4 - 1)
                    : chance.nextInt((int) whole + 1);
            figures.put("XB" + i, new BigDecimal[]{BigDecimal.valueOf(part), BigDecimal.valueOf(whole)});
        }
        addCommunes(figures);
        int reached = 0;
        for (Demand.Relation relation : Demand.Relation.values()) {
            for (String bound : List.of("0", "50", "66.67", "99.99", "100")) {
                Demand demand = new Demand(relation, new BigDecimal(bound), Demand.Unit.PERCENT);
                for (Measure measure : Measure.values()) {
                    ProgrammeTarget real = line.target();
                    ProgrammeTarget target = new ProgrammeTarget(real.code(), real.phase(), real.group(), demand,
                            measure,
                            Set.of("commune"), real.level(), Optional.of(demand), real.perAgency(), real.baseline(),
                            real.steps());
                    Set<String> expected = IntStream.range(0, COMMUNES).mapToObj(i -> "XB" + i).filter(code -> {
                        BigDecimal[] parts = figures.getOrDefault(code, new BigDecimal[2]);
                        return !target.ofAgency().isMetBy(parts[0], parts[1], null);
                    }).collect(Collectors.toCollection(TreeSet::new));
                    reached += COMMUNES - expected.size();
                    assertEquals(expected, missing(target), relation + " " + bound + " " + measure);
                }
            }
        }
        assertTrue(reached > 0);
    }

    private Set<String> missing(ProgrammeTarget target) {
        TargetLine asked = new TargetLine(target, 0, List.of(), List.of(), Outlook.UNKNOWN, line.measured());
        Set<String> codes = new TreeSet<>();
        for (int page = 1; page <= missing.list(asked, "15", 1).pages(); page++) {
            missing.list(asked, "15", page).rows().forEach(agency -> codes.add(agency.code()));
        }
        return codes;
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
        Map<String, BigDecimal[]> figures = new HashMap<>();
        for (int i = 0; i < DONE + BELOW; i++) {
            figures.put("XB" + i, new BigDecimal[]{BigDecimal.valueOf(i < DONE ? 10 : i + 1), BigDecimal.TEN});
        }
        addCommunes(figures);
    }

    private void addCommunes(Map<String, BigDecimal[]> figures) {
        for (int i = 0; i < COMMUNES; i++) {
            entities.createNativeQuery(
                    "INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT ?1, ?2, 'Xã thử', 'commune', id,"
                            + " CONCAT(path, ?1, '/'), 0 FROM agency WHERE code = '15'")
                    .setParameter(1, 990_000_100 + i).setParameter(2, "XB" + i).executeUpdate();
        }
        List<ReadingRow> rows = new ArrayList<>();
        figures.forEach((code, parts) -> rows.add(new ReadingRow(rows.size(), code, line.measured().indicator().code(),
                "%d-Q%d".formatted(line.measured().begin().getYear(),
                        (line.measured().begin().getMonthValue() + 2) / 3),
                parts[0].toPlainString(), parts[1].toPlainString(), null, null)));
        caller.actAs("quantri");
        assertEquals(0,
                intake.push(intake.renewToken(line.measured().indicator().source()), null, rows.iterator()).rejected());
        caller.actAs("lanhdao");
    }

    private long used() {
        return used(() -> missing.list(line, "15", 1));
    }
}
