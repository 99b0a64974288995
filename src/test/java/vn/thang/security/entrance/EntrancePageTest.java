package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.security.Role;

/** Who signs in begins where their work is. */
class EntrancePageTest {

    private static final String ALL_THAT_WAITS = "/index.xhtml";

    @ParameterizedTest
    @EnumSource(Role.class)
    void leadersBeginWithTheCountryAndAuditorsWithTheReports(Role role) {
        assertEquals(role == Role.LEADER ? "/dashboard/index.xhtml"
                : role == Role.AUDITOR ? "/report/index.xhtml" : ALL_THAT_WAITS, EntrancePage.firstPage(Set.of(role)));
    }

    /** Whoever does anything else as well begins with all that waits. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void whoDoesAnythingElseAsWellBeginsWithAllThatWaits(Role role) {
        for (Role other : EnumSet.complementOf(EnumSet.of(role))) {
            assertEquals(ALL_THAT_WAITS, EntrancePage.firstPage(Set.of(role, other)));
        }
    }

    @Test
    void whoHasNoRoleYetBeginsThereToo() {
        assertEquals(ALL_THAT_WAITS, EntrancePage.firstPage(Set.of()));
    }
}
