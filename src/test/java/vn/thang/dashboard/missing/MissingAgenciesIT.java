package vn.thang.dashboard.missing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Demand;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.MeasuredValue;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.Outlook;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.intake.TokenRenewal;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** A province gets communes, some of which report; everything is undone. */
class MissingAgenciesIT extends ContainerFixture {

    private static final int COMMUNES = 60;
    private static final int DONE = 2;
    private static final int BELOW = 3;

    @Inject
    private MissingAgencies missing;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private ReadingIntake intake;

    @Inject
    private TokenRenewal tokens;

    private static final MissingFilter EVERYWHERE = new MissingFilter(null, null, null);
    private static final MissingFilter BELOW_15 = new MissingFilter(null, null, "15");

    private TargetLine line;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("lanhdao");
        line = nationalTargets.targets(nationalRounds.rounds("2026").orElseThrow()).stream()
                .filter(one -> one.target().code().equals("P1-01")).findFirst().orElseThrow();
    }

    @Test
    void whoReportedNothingStandsFirstAndWhoReachesItNotAtAll() {
        long before = below("15").total();
        addCommunes();
        Slice<MissingLine> first = below("15");
        assertEquals(before + COMMUNES - DONE, first.total());
        assertEquals(Slice.SIZE, first.rows().size());
        assertTrue(first.rows().stream().allMatch(agency -> agency.value() == null));
        Slice<MissingLine> last = missing.list(line, BELOW_15, page(2));
        assertEquals(first.total() - Slice.SIZE, last.rows().size());
        List<BigDecimal> values = last.rows().stream().map(MissingLine::value).filter(value -> value != null)
                .toList();
        assertEquals(BELOW + before, values.size());
        assertEquals(values.stream().sorted().toList(), values);
        MissingLine lowest = last.rows().stream().filter(agency -> agency.code().equals("XB2")).findFirst()
                .orElseThrow();
        assertEquals(7, lowest.figure().gap(line.target().ofAgency()), "of ten three are done");
        assertNull(first.rows().get(0).figure().gap(line.target().ofAgency()));
        assertEquals(before, below("79").total(), "another province has no communes");
    }

    /** Whoever closed before the last day, or came later, owes nothing for the period. */
    @Test
    void whoWasNotThereOnTheLastDayIsNotMissing() {
        long before = below("15").total();
        List.of("XZ1", "XZ2", "XZ3").forEach(code -> anAgency(code).below("15"));
        assertEquals(before + 3, below("15").total());
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XZ1'", line.measured().end().minusDays(1));
        sql("UPDATE agency SET valid_from = ?1 WHERE code = 'XZ2'", line.measured().end().plusDays(1));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XZ3'", line.measured().end());
        assertEquals(before + 1, below("15").total());
    }

    @Test
    void aPageCostsAsManyStatementsHoweverManyAgenciesThereAre() {
        long before = used(1);
        sql("INSERT INTO agency (id, code, name, type, parent_id, path, version)"
                + " SELECT 991000000 + s.seq, CONCAT('XS', s.seq), 'Xã nhiều', 'commune', a.id,"
                + " CONCAT(a.path, 991000000 + s.seq, '/'), 0 FROM agency a JOIN seq_1_to_3377 s WHERE a.code = '15'");
        assertEquals(before, used(1));
        assertEquals(before, used(20));
        assertEquals(Slice.SIZE, missing.list(line, BELOW_15, page(20)).rows().size());
    }

    @Test
    void theListIsCutByNameTypeAndProvinceAndRunsInTheOrderOfEachColumn() {
        addCommunes();
        assertEquals(List.of("XB7"), codes(new MissingFilter("XB7", null, null)));
        assertTrue(missing.list(line, new MissingFilter("xa thu", "province", null), page(1)).rows().isEmpty());
        assertEquals(COMMUNES - DONE,
                missing.list(line, new MissingFilter("xa thu", "commune", "15"), page(1)).total());
        for (MissingOrder order : MissingOrder.values()) {
            List<String> forth = codes(new Cut<>(order, false, 1, 100));
            List<String> back = codes(new Cut<>(order, true, 1, 100));
            assertEquals(new TreeSet<>(forth), new TreeSet<>(back), order.name());
            assertTrue(order == MissingOrder.LOWEST || order == MissingOrder.PARENT || order == MissingOrder.TYPE
                    || !forth.equals(back), order.name());
        }
        List<Long> gaps = missing.list(line, BELOW_15, new Cut<>(MissingOrder.GAP, true, 1, 100)).rows().stream()
                .map(row -> row.figure().gap(line.target().ofAgency())).filter(Objects::nonNull).toList();
        assertTrue(gaps.size() >= BELOW);
        assertEquals(gaps.stream().sorted(Comparator.reverseOrder()).toList(), gaps);
    }

    /** Where each agency counts alike, whoever lacks the least stands first: of parts as of things that are counted. */
    @Test
    void whoLacksTheLeastIsTheFirstToBeHelpedWhereAgenciesAreCounted() throws Exception {
        for (String target : List.of("P2-10", "P2-03")) {
            line = nationalTargets.targets(nationalRounds.rounds("2026").orElseThrow()).stream()
                    .filter(one -> one.target().code().equals(target)).findFirst().orElseThrow();
            List<MissingLine> rows = missing.list(line, EVERYWHERE, new Cut<>(MissingOrder.GAP, false, 1, 100))
                    .rows();
            List<Long> known = rows.stream().map(row -> row.figure().gap(line.target().ofAgency()))
                    .filter(Objects::nonNull).toList();
            assertFalse(known.isEmpty(), target);
            assertEquals(known.stream().sorted().toList(), known, target);
            assertTrue(known.get(0) > 0, target + ": nothing is left there");
            List<Boolean> silent = rows.stream().map(row -> row.figure().gap(line.target().ofAgency()) == null)
                    .toList();
            assertEquals(silent.stream().sorted().toList(), silent, target + ": of whom nothing is known stands last");
        }
    }

    private List<String> codes(Cut<MissingOrder> cut) {
        return missing.list(line, BELOW_15, cut).rows().stream().map(MissingLine::code).toList();
    }

    private List<String> codes(MissingFilter filter) {
        return missing.list(line, filter, page(1)).rows().stream().map(MissingLine::code).toList();
    }

    private Slice<MissingLine> below(String parent) {
        return missing.list(line, new MissingFilter(null, null, parent), page(1));
    }

    private static Cut<MissingOrder> page(int page) {
        return new Cut<>(MissingOrder.LOWEST, false, page, Slice.SIZE);
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
                for (TargetMeasure measure : TargetMeasure.values()) {
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
        TargetLine asked = new TargetLine(target, 0, List.of(), List.of(), Outlook.UNKNOWN, line.quality(),
                line.measured());
        Set<String> codes = new TreeSet<>();
        for (int page = 1; page <= missing.list(asked, BELOW_15, page(1)).pages(); page++) {
            missing.list(asked, BELOW_15, page(page)).rows().forEach(agency -> codes.add(agency.code()));
        }
        return codes;
    }

    @Test
    void nobodySeesTheAgenciesOfAnotherProvince() {
        addCommunes();
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.Forbidden.class, () -> below("79"));
        assertThrows(BusinessException.Forbidden.class, () -> below("VN"));
        assertThrows(BusinessException.NotFound.class, () -> below("KHONG-CO"));
        assertEquals(below("15"), below(null));
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> below("79"));
    }

    /** Who lacks what is restricted would tell what the agency answered. */
    @Test
    void atATargetOfRestrictedThingsTheAgencyAndReviewersAloneSeeWhoIsMissing() {
        TargetLine open = line;
        assertTrue(missing.list(open, EVERYWHERE, page(1)).total() > 0 && !missing.isRestricted(open));
        line = nationalTargets.targets(nationalRounds.rounds("2026").orElseThrow()).stream()
                .filter(one -> one.target().code().equals("P2-12")).findFirst().orElseThrow();
        assertTrue(missing.isRestricted(line));
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(List.of(), onItsPage("P2-12"), person);
            assertTrue(onItsPage("P1-01").size() > 1, person);
            assertEquals(0, missing.list(line, EVERYWHERE, page(1)).total(), person);
            assertEquals(0, missing.list(line, BELOW_15, page(1)).total(), person);
        }
        caller.actAs("thamdinh");
        long all = missing.list(line, EVERYWHERE, page(1)).total();
        assertTrue(all > 1, () -> all + " of all");
        assertTrue(onItsPage("P2-12").size() > 1);
        caller.actAs("lanhdao.tinh");
        assertTrue(missing.list(line, EVERYWHERE, page(1)).rows().stream()
                .allMatch(one -> one.code().equals("15")));
    }

    private List<MeasuredValue.AgencyValue> onItsPage(String target) {
        return nationalTargets.target(nationalRounds.rounds(null).orElseThrow(), target).measured().missing();
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
                intake.push(tokens.renew(line.measured().indicator().source()), null, rows.iterator()).rejected());
        caller.actAs("lanhdao");
    }

    private long used(int page) {
        return used(() -> missing.list(line, BELOW_15, page(page)));
    }
}
