package vn.thang.organisation.agency.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;

/** The tree of agencies, branch by branch. */
class AgencyTreeIT extends ContainerFixture {

    private static final int PROVINCES = 34;

    @Inject
    private AgencyDirectory directory;

    @BeforeEach
    void begin() {
        caller.actAs("lanhdao");
    }

    @Test
    void theCountryIsTheRootAndEachBranchSaysHowManyAreBelowIt() {
        List<AgencyBranch> roots = directory.below(null);
        assertEquals(List.of("VN"), roots.stream().map(AgencyBranch::code).toList());
        List<AgencyBranch> first = directory.below("VN");
        assertEquals(roots.get(0).below(), first.size());
        assertEquals(PROVINCES, first.stream().filter(branch -> branch.type().equals("province")).count());
        int before = below("15");
        anAgency("XT1").named("Xã Cây").below("15");
        assertEquals(before + 1, below("15"));
        assertTrue(directory.below("15").stream().anyMatch(branch -> branch.code().equals("XT1")));
        assertEquals(0, directory.below("XT1").size());
    }

    @Test
    void whoIsOverOrNotThereYetStandsInNoBranch() {
        int before = below("15");
        anAgency("XT1").below("15");
        anAgency("XT2").below("15");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XT1'", LocalDate.now(clock).minusDays(1));
        sql("UPDATE agency SET valid_from = ?1 WHERE code = 'XT2'", LocalDate.now(clock).plusDays(1));
        assertEquals(before, below("15"));
        assertFalse(directory.below("15").stream().anyMatch(branch -> branch.code().startsWith("XT")));
    }

    @Test
    void aBranchIsOpenedByOneStatementHoweverManyAreBelowIt() {
        sql("INSERT INTO agency (id, code, name, type, parent_id, path, version)"
                + " SELECT 991000000 + s.seq, CONCAT('XT', s.seq), 'Xã nhiều', 'commune', a.id,"
                + " CONCAT(a.path, 991000000 + s.seq, '/'), 0 FROM agency a JOIN seq_1_to_3377 s WHERE a.code = '15'");
        assertEquals(1, used(() -> directory.below("15")));
        assertEquals(1, used(() -> directory.below("VN")));
        assertTrue(below("15") >= 3377);
    }

    @Test
    void whoOnlyHelpsWithAnAssessmentSeesNoTree() {
        caller.actAs("phoihop");
        forbidden(() -> directory.below("VN"));
    }

    private int below(String code) {
        return directory.below("VN").stream().filter(branch -> branch.code().equals(code)).findFirst().orElseThrow()
                .below();
    }
}
