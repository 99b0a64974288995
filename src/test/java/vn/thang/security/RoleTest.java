package vn.thang.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has a permission follows from the roles, so that statements need not name them. */
class RoleTest {

    @Test
    void rolesAreFoundByWhatTheyMayDo() {
        assertEquals(EnumSet.of(Role.OFFICER, Role.HEAD), Role.with(Permission.ANSWER));
        assertEquals(EnumSet.of(Role.OFFICER, Role.HEAD, Role.CONTRIBUTOR), Role.with(Permission.CONTRIBUTE));
        assertEquals(Set.of(Role.HEAD), Role.with(Permission.SIGN));
        assertEquals(Set.of(Role.OFFICER), Role.officers());
        assertEquals(Set.of(Role.HEAD, Role.LEADER), Role.with(Permission.ASK));
        assertEquals(Set.of(Role.AUDITOR), Role.with(Permission.RECOMMEND));
        assertEquals(Set.of(Role.REVIEWER), Role.with(Permission.REVIEW));
        assertEquals(Set.of(Role.PANELLIST), Role.with(Permission.DECIDE));
        assertEquals(Set.of(Role.ADMINISTRATOR), Role.with(Permission.ADMINISTER));
    }

    /** What a page asks of a role it asks by what the role may do; here it is said of which roles that is so. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void leadersAndAuditorsAreKnownByWhatTheyMayDo(Role role) {
        assertEquals(role == Role.LEADER, role.leads());
        assertEquals(role == Role.AUDITOR, role.audits());
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aRoleIsAmongThoseWithAPermissionWhenItAllowsIt(Permission permission) {
        for (Role role : Role.values()) {
            assertEquals(role.allows(permission), Role.with(permission).contains(role), role.name());
        }
    }
}
