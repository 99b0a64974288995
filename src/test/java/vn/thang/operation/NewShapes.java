package vn.thang.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import vn.thang.it.Browser;

/**
 * Rows that the last release does not know, written by people at pages of the new one: owners who are no persons, an owner of an
 * indicator, and a question about a reading.
 *
 * @param pages those of the last release that show what they are about
 */
record NewShapes(List<String> pages) {

    /**
     * The pages of the last release that fail where there are such rows, each with the person who opens it: it knows no
     * question about a reading, and no notice that somebody owns an indicator.
     */
    static final Set<String> UNREADABLE = Set.of("canbo /matter/index.xhtml", "lanhdao /matter/index.xhtml",
            "quantri /matter/index.xhtml", "canbo /matter/matter.xhtml?id=", "lanhdao /matter/matter.xhtml?id=",
            "quantri /matter/matter.xhtml?id=", "canbo /notice/index.xhtml");

    private static final String TARGET = "P1-08";
    private static final String INDICATOR = "systems_connected";
    private static final String AGENCY = "15";

    /** Writes them at the server of this address. */
    static NewShapes write(String server) {
        try (Browser browser = Browser.open()) {
            Page leader = browser.person().newPage();
            Browser.signIn(leader, server, "lanhdao", Browser.PASSWORD);
            for (String figure : List.of("target=" + TARGET, "indicator=" + INDICATOR)) {
                leader.navigate(server + "/matter/owner.xhtml?" + figure);
                leader.locator("[id='owner:agency_input']").pressSequentially("lao cai");
                assertThat(leader.locator(".ui-autocomplete-item").first()).containsText("Lào Cai");
                leader.keyboard().press("ArrowDown");
                leader.keyboard().press("Enter");
                assertThat(leader.locator("[id='owner:person'] option:checked")).containsText("Cả cơ quan");
                leader.locator("[id='owner:name']").click();
                assertThat(leader.getByText("Đã cử người phụ trách;")).isVisible();
            }
            leader.navigate(server + "/matter/ask.xhtml?reading=" + INDICATOR + "&agency=" + AGENCY);
            leader.getByLabel("Nội dung yêu cầu").fill("Vì sao số liệu chưa được gửi?");
            leader.locator("[id='ask:send']").click();
            leader.waitForURL("**/matter/matter.xhtml?id=*");
            return new NewShapes(
                    List.of(leader.url().substring(server.length()), "/matter/owner.xhtml?target=" + TARGET,
                            "/dashboard/target.xhtml?code=" + TARGET));
        }
    }
}
