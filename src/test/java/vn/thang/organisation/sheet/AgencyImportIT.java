package vn.thang.organisation.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.AgencyOrder;
import vn.thang.organisation.agency.directory.DirectoryFilter;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

class AgencyImportIT extends ContainerFixture {

    private static final String HEADING = "code,parent,name,name_en,type\n";

    @Inject
    private AgencyImport agencyImport;

    @Inject
    private AgencyDirectory directory;

    /** Everything here is undone, so that other tests find the agencies of the beginning. */
    @Test
    void takesAsManyCommunesAsTheCountryHasAndTheSecondTimeNothing() {
        caller.actAs("quantri");
        String file = IntStream.rangeClosed(1, 3_321)
                .mapToObj(i -> "C%05d,%s,Xã thử %d,Commune %d,xã%n".formatted(i, i % 2 == 0 ? "15" : "01", i, i))
                .collect(Collectors.joining("", HEADING, ""));
        ImportReport wouldChange = agencyImport.check(bytes(file));
        assertEquals(3_321, wouldChange.created().size());
        assertEquals(List.of(), directory.find("C00001"));

        long begin = System.nanoTime();
        ImportReport report = agencyImport.apply(bytes(file), false);
        System.out.printf("3321 communes imported in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertEquals(wouldChange, report);
        AgencyDetail last = directory.get("C03321");
        assertEquals(List.of("VN", "01"), last.above().stream().map(DirectoryLine::code).toList());

        begin = System.nanoTime();
        ImportReport again = agencyImport.apply(bytes(file), false);
        System.out.printf("3321 communes found unchanged in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertEquals(3_321, again.unchanged());
        assertTrue(again.changesNothing());

        Slice<DirectoryLine> page = directory.list(
                new DirectoryFilter("xa thu", "commune", "15", LocalDate.now(Time.ZONE)),
                new Cut<>(AgencyOrder.NAME, false, 2, Slice.SIZE));
        assertEquals(1_660, page.total());
        assertEquals(Slice.SIZE, page.rows().size());
        assertEquals(2, selects(() -> directory.list(new DirectoryFilter(null, "commune", null, null),
                new Cut<>(AgencyOrder.NAME, false, 3, Slice.SIZE))));
        assertEquals(5, selects(() -> directory.get("15")));
    }

    /** How many SELECTs the work sent, as the database counted them on this transaction's connection. */
    private long selects(Runnable work) {
        long before = status("Com_select");
        work.run();
        return status("Com_select") - before;
    }

    @Test
    void movesWholeBranchesAndChangesValues() {
        caller.actAs("quantri");
        agencyImport.apply(bytes(HEADING
                + "M1,VN,Bộ thử,,bộ\nM2,VN,Bộ khác,,bộ\nM1A,M1,Cục thử,,commune\nM1B,M1A,Chi cục thử,,commune\n"),
                false);
        ImportReport moved = agencyImport
                .apply(bytes(HEADING + "M1A,M2,Cục thử,Department,commune\nM1C,M1A,Phòng thử,,commune\n"), false);
        assertEquals(1, moved.changed().size());
        assertEquals(1, moved.created().size());
        assertEquals(List.of("VN", "M2", "M1A"),
                directory.get("M1B").above().stream().map(DirectoryLine::code).toList());
        assertEquals(List.of("VN", "M2", "M1A"),
                directory.get("M1C").above().stream().map(DirectoryLine::code).toList());
        assertEquals("Department", directory.get("M1A").agency().nameEn());
    }

    /** Whoever confirms sees from when to when a new agency will be there. */
    @Test
    void newAgenciesAreShownWithTheirDays() {
        caller.actAs("quantri");
        ImportReport report = agencyImport.check(bytes("code,parent,name,type,valid_from,valid_to\n"
                + "N1,VN,Bộ mới,bộ,2026-03-01,2027-02-28\nN2,VN,Bộ khác,bộ,,\n"));
        assertEquals(List.of("2026-03-01 2027-02-28", "null null"), report.created().stream()
                .map(row -> row.validFrom() + " " + row.validTo()).toList());
    }

    @Test
    void oneFaultRefusesTheFileUnlessOnlyTheRightRowsAreWanted() {
        caller.actAs("quantri");
        byte[] file = bytes(HEADING + "F1,VN,Đúng,,bộ\nF2,99,Sai,,bộ\n");
        ImportReport report = agencyImport.apply(file, true);
        assertEquals(3, report.faults().get(0).line());
        assertEquals("Đúng", directory.get("F1").agency().name());
        assertEquals(List.of(), directory.find("F2"));
        byte[] more = bytes(HEADING + "F3,VN,Đúng,,bộ\nF2,99,Sai,,bộ\n");
        BusinessException refusal = assertThrows(BusinessException.class, () -> agencyImport.apply(more, false));
        assertEquals("organisation.import.faults", refusal.key());
        assertEquals(List.of(), directory.find("F3"));
    }

    @Test
    void onlyNationalAdministratorsImport() {
        byte[] file = bytes(HEADING + "Z1,VN,Không được,,bộ\n");
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            List<Consumer<byte[]>> methods = List.of(agencyImport::check, content -> agencyImport.apply(content, true));
            methods.forEach(method -> assertThrows(BusinessException.Forbidden.class, () -> method.accept(file)));
        }
    }

    @Test
    void findsWithoutMarksAndKnowsPredecessors() {
        caller.actAs("canbo");
        assertTrue(directory.find("da nang").stream().anyMatch(agency -> agency.code().equals("48")));
        assertTrue(directory.find("ĐÀ NẴNG").stream().anyMatch(agency -> agency.code().equals("48")));
        assertTrue(directory.find("100%").isEmpty());
        anAgency("1500001").named("A").ofType("ministry").below("VN");
        anAgency("1500002").named("B").ofType("ministry").below("VN");
        assertEquals("15", directory.find("15").get(0).code(),
                "the code itself stands before those that begin with it");
        AgencyDetail province = directory.get("15");
        assertEquals(List.of("10"), province.predecessors().stream().map(DirectoryLine::code).toList());
        assertEquals(List.of("15"), directory.get("10").successors().stream().map(DirectoryLine::code).toList());
        Slice<DirectoryLine> before = directory
                .list(new DirectoryFilter("Lào Cai", "province", "VN", LocalDate.of(2025, 6, 30)),
                        Cut.by(AgencyOrder.NAME));
        assertTrue(before.rows().stream().anyMatch(agency -> agency.code().equals("10")));
        Slice<DirectoryLine> after = directory
                .list(new DirectoryFilter("Lào Cai", "province", "VN", LocalDate.of(2025, 7, 1)),
                        Cut.by(AgencyOrder.NAME));
        assertEquals(List.of("15"), after.rows().stream().map(DirectoryLine::code).toList());
    }

    @Test
    void theDirectoryHasEveryOrderBothWaysAndNamesTheAgencyAbove() {
        caller.actAs("canbo");
        DirectoryFilter all = new DirectoryFilter(" ", "", "", LocalDate.now(Time.ZONE));
        for (AgencyOrder order : AgencyOrder.values()) {
            List<String> up = codes(all, new Cut<>(order, false, 1, 50));
            assertEquals(up.subList(0, 25), codes(all, new Cut<>(order, false, 1, 25)), order::name);
            assertEquals(up.subList(25, 50), codes(all, new Cut<>(order, false, 2, 25)), order::name);
            assertEquals(25, codes(all, new Cut<>(order, true, 1, 25)).size(), order::name);
        }
        List<DirectoryLine> byType = directory.list(all, new Cut<>(AgencyOrder.TYPE, false, 1, 25)).rows();
        assertEquals(List.of("country", "ministry"),
                byType.stream().map(DirectoryLine::type).distinct().limit(2).toList());
        assertNull(byType.get(0).parentName());
        assertEquals(byType.get(0).name(), byType.get(1).parentName());
        assertEquals(byType.get(0).nameEn(), byType.get(1).parentName(Locale.ENGLISH));
        assertEquals(2, selects(() -> directory.list(all, new Cut<>(AgencyOrder.PARENT, true, 3, 100))));
    }

    private List<String> codes(DirectoryFilter filter, Cut<AgencyOrder> cut) {
        return directory.list(filter, cut).rows().stream().map(DirectoryLine::code).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
