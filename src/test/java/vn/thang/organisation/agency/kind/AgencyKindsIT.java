package vn.thang.organisation.agency.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Faults;

/** Kinds of agency are data: they are added when the law does, and each agency finds its own. Everything here is undone. */
class AgencyKindsIT extends ContainerFixture {

    @Inject
    private AgencyKindKeeping keeping;

    @Inject
    private AgencyKinds kinds;

    @BeforeEach
    void begin() {
        caller.actAs("quantri");
    }

    @Test
    void provincesAndCitiesHaveTheirsFromTheBeginning() {
        kinds.settle();
        assertEquals("province", keeping.of("15").orElseThrow().code());
        assertEquals("city", keeping.of("01").orElseThrow().code());
        assertTrue(keeping.of("BTP").isEmpty());
    }

    @Test
    void aKindThatIsAddedFindsItsAgencies() {
        anAgency("XK1").named("Thị trấn Thử").below("15");
        anAgency("XK2").named("Phường Thử").below("15");
        keeping.add("town", "commune", "Thị trấn", "Town", "Kleinstadt");
        assertEquals("town", keeping.of("XK1").orElseThrow().code());
        assertEquals("ward", keeping.of("XK2").orElseThrow().code());
        assertEquals(1, keeping.list().stream().filter(kind -> kind.code().equals("town")).findFirst().orElseThrow()
                .agencies());
        sql("UPDATE agency SET kind = 'commune' WHERE code = 'XK1'");
        kinds.settle();
        assertEquals("commune", keeping.of("XK1").orElseThrow().code());
    }

    @Test
    void whatIsNoKindIsRefusedAtItsFields() throws Exception {
        assertEquals(List.of("code", "type", "name", "nameEn", "nameDe"), assertThrows(Faults.Refused.class,
                () -> keeping.add("Xã!", "country", " ", null, "")).faults().stream().map(Faults.Fault::field)
                .toList());
        refused("organisation.kind.there", () -> keeping.add("ward", "commune", "Phường", "Ward", "Stadtbezirk"));
    }

    @Test
    void onlyNationalAdministratorsAddKinds() {
        role("thamdinh", "15", "ADMINISTRATOR");
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> keeping.add("town", "commune", "Thị trấn", "Town", "Kleinstadt"));
        }
    }
}
