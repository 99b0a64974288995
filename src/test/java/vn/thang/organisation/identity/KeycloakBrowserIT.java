package vn.thang.organisation.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.InvitedPerson;
import vn.thang.it.Keycloak;

/** Sign-in at a real Keycloak: connected by an invitation, with a role that follows from a group, ended from there. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "vn.thang.it.Keycloak#isThere", disabledReason = "the profile of production brings Keycloak")
class KeycloakBrowserIT {

    @Test
    void whoSignsInAtKeycloakIsLetInAndLeavesWithIt() throws Exception {
        try (Keycloak keycloak = Keycloak.start();
                InvitedPerson person = InvitedPerson.invited("OFFICER", "15");
                Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/password.xhtml?link=" + person.link()));
            choose(page);
            Keycloak.signIn(page);
            assertThat(page.getByText("Bạn vừa đăng nhập với tên " + Keycloak.PERSON)).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nối tài khoản").setExact(true))
                    .click();
            page.waitForURL("**/index.xhtml**");
            page.navigate(Browser.address("/organisation/account.xhtml"));
            assertThat(page.locator("#identities")).containsText(Keycloak.PERSON);
            assertThat(page.getByText("Lãnh đạo").first()).isVisible();

            Keycloak.signOut(page.context().newPage());
            OpenIdBrowserIT.ended(page);
            choose(page);
            Keycloak.signIn(page); // the session there is over too
            page.waitForURL("**/index.xhtml**");
        }
    }

    private static void choose(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Keycloak.LABEL)).click();
    }
}
