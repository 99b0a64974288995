package vn.thang.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** What stands in the navigation of whom. */
class NavigationTest {

    private static Navigation of(Set<Role> roles) {
        return Navigation.of(permission -> roles.stream().anyMatch(role -> role.allows(permission)));
    }

    private static List<String> pages(Navigation navigation) {
        return navigation.tasks().stream().flatMap(task -> task.entries().stream()).map(Navigation.Entry::path)
                .toList();
    }

    @Test
    void nobodySeesMoreThanSevenEntriesAtOnceWhateverRolesThePersonHolds() {
        Role[] all = Role.values();
        IntStream.range(0, 1 << all.length).forEach(some -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            IntStream.range(0, all.length).filter(i -> (some >> i & 1) == 1).forEach(i -> roles.add(all[i]));
            Navigation navigation = of(roles);
            assertTrue(navigation.seen() <= 7, roles + " see " + navigation.seen());
            assertEquals(pages(navigation).stream().distinct().toList(), pages(navigation), roles + " see a page once");
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleSeesThePagesOfItsPermissions(Role role) {
        List<String> pages = pages(of(EnumSet.of(role)));
        assertEquals(role.allows(Permission.VIEW), pages.contains("/dashboard/index.xhtml"));
        assertEquals(role.allows(Permission.VIEW), pages.contains("/organisation/agencies.xhtml"));
        assertEquals(role.allows(Permission.REVIEW), pages.contains("/assessment/queue.xhtml"));
        assertEquals(role.allows(Permission.DECIDE), pages.contains("/assessment/panel.xhtml"));
        assertEquals(role.allows(Permission.EXPORT), pages.contains("/report/index.xhtml"));
        assertEquals(role.allows(Permission.READ_TRAIL), pages.contains("/audit/trail.xhtml"));
        assertEquals(role.allows(Permission.ADMINISTER), pages.contains("/organisation/people.xhtml"));
        assertTrue(pages.stream().allMatch(page -> new File("src/main/webapp" + page).isFile()), pages.toString());
    }

    @Test
    void whatFindsRoomStandsOpen() {
        assertEquals(List.of(false, false), folded(Role.OFFICER));
        assertEquals(List.of(false, true, false, false), folded(Role.REVIEWER));
        assertEquals(List.of(false, true, true, true), folded(Role.ADMINISTRATOR));
        assertEquals(7, of(EnumSet.of(Role.AUDITOR)).seen());
    }

    private static List<Boolean> folded(Role role) {
        return Stream.of(of(EnumSet.of(role))).flatMap(one -> one.tasks().stream()).map(Navigation.Task::folded)
                .toList();
    }

    @Test
    void aTaskIsMarkedOnThePagesBelowIt() {
        Navigation.Task results = of(EnumSet.of(Role.LEADER)).tasks().get(0);
        assertTrue(results.holds("/dashboard/target.xhtml"));
        assertTrue(!results.holds("/matter/index.xhtml"));
    }
}
