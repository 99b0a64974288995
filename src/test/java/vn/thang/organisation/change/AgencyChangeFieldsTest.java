package vn.thang.organisation.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.sheet.AgencySheetRow;

/** What is left empty between filled fields moves no fault to another field. */
class AgencyChangeFieldsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static AgencyChangeFields fields(AgencyChange.Kind kind) {
        return new AgencyChangeFields(new AgencySheetRow(0, "XS1", "15", "Xã Một", null, AgencyType.COMMUNE, DAY, null,
                new TreeSet<>()), null, kind, DAY, 4, 3);
    }

    @Test
    void theOthersOfAMergerCloseUp() {
        AgencyChangeFields fields = fields(AgencyChange.Kind.MERGE);
        fields.getOthers()[1] = " XS2 ";
        fields.getOthers()[3] = "XS3";
        assertEquals(List.of("XS2", "XS3"), ((AgencyChange.Merge) fields.change()).others());
        assertArrayEquals(new String[]{" XS2 ", "XS3", null, null}, fields.getOthers());
    }

    @Test
    void thePartsOfADivisionCloseUpWithTheirUnits() {
        AgencyChangeFields fields = fields(AgencyChange.Kind.SPLIT);
        fields.getPartCodes()[1] = "XSA";
        fields.getPartUnits()[1] = "U1; U2";
        fields.getPartNames()[2] = "Xã B";
        List<AgencyChange.Part> parts = ((AgencyChange.Split) fields.change()).parts();
        assertEquals(List.of(new AgencyChange.Part("XSA", null, List.of("U1", "U2")),
                new AgencyChange.Part(null, "Xã B", List.of())), parts);
        assertArrayEquals(new String[]{"XSA", null, null}, fields.getPartCodes());
        assertArrayEquals(new String[]{null, "Xã B", null}, fields.getPartNames());
        assertArrayEquals(new String[]{"U1; U2", null, null}, fields.getPartUnits());
    }
}
