package vn.thang.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.EveryDoor;
import vn.thang.it.InvitedPerson;

/**
 * Every role at every page and at every operation of the API, about the own agency, one below it, one beside it and one above it.
 * The pages are those of the war and the operations those of the description of the API, so that a new one is asked like all
 * others. Answers of each agency have a mark of their own in their comments: who may not see them finds no mark anywhere, in
 * no workbook, archive or document either.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsMatrixBrowserIT {

    private static final Set<Role> SOME = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);
    /** All roles, and the published round too, only where everything is tested. */
    private static final boolean WHOLE = Boolean.getBoolean("it.matrix");
    /** A machine that does other things besides answers late, and that is no fault of rights. */
    private static final int PATIENCE = 180_000;
    private static final String RESTRICTED = "SEC.1";
    private static final String OWN = "15";
    private static final String BELOW = "48";
    private static final String BESIDE = "BTP";
    private static final Pattern OPEN = Pattern.compile("/(login|forgotten|password|openid|address)\\.xhtml");

    private final Map<String, String> paths = new TreeMap<>();
    private final Map<String, List<Long>> assessments = new TreeMap<>();

    @BeforeEach
    void mark() throws SQLException {
        sql("CREATE TABLE kept_comment AS SELECT w.id, w.comment FROM answer w JOIN assessment s ON s.id = w.assessment_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE a.code IN ('15', '48', 'BTP')");
        sql("UPDATE answer w JOIN assessment s ON s.id = w.assessment_id JOIN agency a ON a.id = s.agency_id"
                + " SET w.comment = CONCAT('dấu-', IF(w.criterion LIKE 'SEC.%', 'kín-', 'mở-'), a.code, '.')"
                + " WHERE a.code IN ('15', '48', 'BTP')");
        sql("CREATE TABLE kept_agency AS SELECT id, parent_id, path FROM agency WHERE code = '48'");
        sql("UPDATE agency c JOIN agency p ON p.code = '15' SET c.parent_id = p.id, c.path = CONCAT(p.path, c.id, '/')"
                + " WHERE c.code = '48'");
        for (String agency : List.of(OWN, BELOW, BESIDE)) {
            paths.put(agency, text("SELECT path FROM agency WHERE code = ?", agency).get(0));
            assessments.put(agency, text("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                    + " JOIN assessment_round r ON r.id = s.round_id WHERE a.code = ? AND r.code IN ('2025', '2026')"
                    + " AND EXISTS (SELECT 1 FROM answer w WHERE w.assessment_id = s.id AND w.criterion = 'SEC.1'"
                    + " AND w.comment IS NOT NULL) ORDER BY s.id", agency).stream().map(Long::valueOf).toList());
            assertFalse(assessments.get(agency).isEmpty(), () -> "nothing restricted to look for at " + agency);
        }
    }

    @AfterEach
    void unmark() throws SQLException {
        sql("UPDATE answer w JOIN kept_comment k ON k.id = w.id SET w.comment = k.comment");
        sql("UPDATE agency a JOIN kept_agency k ON k.id = a.id SET a.parent_id = k.parent_id, a.path = k.path");
        sql("DROP TABLE kept_comment");
        sql("DROP TABLE kept_agency");
    }

    @Test
    void whoMayNotSeeAnAnswerFindsItNowhere() throws IOException {
        Set<Role> roles = WHOLE ? EnumSet.allOf(Role.class) : SOME;
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        Map<Role, Set<String>> reached = new TreeMap<>();
        try (Browser browser = Browser.open()) {
            List<EveryDoor.Operation> operations = EveryDoor.operations(browser);
            for (Role role : roles) {
                for (String at : List.of(OWN, BELOW)) {
                    try (InvitedPerson person = InvitedPerson.invited(role.name(), at)) {
                        APIRequestContext http = signedIn(browser, person);
                        for (String about : at.equals(OWN) ? List.of(OWN, BELOW, BESIDE) : List.of(OWN)) {
                            look(http, role, at, about, operations, wrong, seen, reached);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen.containsAll(List.of("dấu-mở-15.", "dấu-kín-15.")),
                () -> "marks are seen where they may be: " + seen);
        Set<String> more = new TreeSet<>(reached.getOrDefault(Role.ADMINISTRATOR, Set.of()));
        more.removeAll(reached.getOrDefault(Role.HEAD, Set.of()));
        more.removeIf(page -> page.startsWith("/organisation/") || page.startsWith("/audit/"));
        assertEquals(Set.of(), more, "an administrator of a province administers people");
    }

    /** Files are looked into: who answers finds both marks in the workbook that is filled in without network. */
    @Test
    void whatIsPackedIsLookedInto() throws IOException, SQLException {
        Set<String> seen = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        List<Long> all = assessments.get(OWN);
        long assessment = all.get(all.size() - 1);
        sql("CREATE TABLE kept_state AS SELECT s.id, s.state, r.id AS round_id, r.state AS round_state FROM assessment s"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE s.id = " + assessment);
        try (Browser browser = Browser.open(); InvitedPerson person = InvitedPerson.invited(Role.OFFICER.name(), OWN)) {
            sql("UPDATE assessment s JOIN kept_state k ON k.id = s.id SET s.state = 'IN_PROGRESS'");
            sql("UPDATE assessment_round r JOIN kept_state k ON k.round_id = r.id SET r.state = 'OPEN'");
            APIResponse answer = signedIn(browser, person)
                    .get(Browser.address("/api/v1/assessments/" + assessment + "/answers.xlsx"),
                            RequestOptions.create().setTimeout(PATIENCE));
            assertTrue(EveryDoor.isZip(answer.body()), () -> "no workbook: " + answer.text());
            judge("answers.xlsx", answer, "dấu-mở-15.", "dấu-kín-15.", true, true, wrong, seen);
        } finally {
            sql("UPDATE assessment s JOIN kept_state k ON k.id = s.id SET s.state = k.state");
            sql("UPDATE assessment_round r JOIN kept_state k ON k.round_id = r.id SET r.state = k.round_state");
            sql("DROP TABLE kept_state");
        }
        assertEquals(List.of(), wrong);
        assertEquals(Set.of("dấu-mở-15.", "dấu-kín-15."), seen);
    }

    private static APIRequestContext signedIn(Browser browser, InvitedPerson person) {
        person.sql("UPDATE person p JOIN person d ON d.username = 'canbo' SET p.password_hash = d.password_hash"
                + " WHERE p.username = ?", person.username());
        return browser.signIn(browser.person(), person.username(), Browser.PASSWORD).request();
    }

    private void look(APIRequestContext http, Role role, String at, String about, List<EveryDoor.Operation> operations,
            List<String> wrong, Set<String> seen, Map<Role, Set<String>> reached) throws IOException {
        Grant grant = new Grant(role, 0, at, paths.get(at));
        String open = "dấu-mở-" + about + ".";
        String restricted = "dấu-kín-" + about + ".";
        boolean mayOpen = grant.allows(Permission.VIEW, paths.get(about));
        boolean mayRestricted = grant.allows(Permission.VIEW_RESTRICTED, paths.get(about));
        String who = role + " of " + at + " about " + about + ": ";
        List<Long> all = assessments.get(about);
        for (long assessment : WHOLE ? all : all.subList(all.size() - 1, all.size())) {
            for (String page : EveryDoor.pages()) {
                APIResponse answer = http.get(
                        Browser.address(page + "?" + EveryDoor.query(page, assessment, about, RESTRICTED)),
                        RequestOptions.create().setMaxRedirects(0).setTimeout(PATIENCE));
                judge(who + page, answer, open, restricted, mayOpen, mayRestricted, wrong, seen);
                if (answer.status() == 200 && at.equals(OWN) && about.equals(OWN)) {
                    reached.computeIfAbsent(role, one -> new TreeSet<>()).add(page);
                }
                answer.dispose();
            }
            for (EveryDoor.Operation operation : operations) {
                boolean reads = operation.method().equals("GET");
                if (!reads && (mayOpen || !operation.path().contains("{"))) {
                    continue; // who has to do with the agency may change something there; the use cases test what
                }
                APIResponse answer = http
                        .fetch(Browser.address(EveryDoor.filled(operation.path(), assessment, about, RESTRICTED)),
                                RequestOptions.create().setMethod(operation.method()).setMaxRedirects(0)
                                        .setTimeout(PATIENCE)
                                        .setHeader("Content-Type", "application/json").setData(reads ? "" : "{}"));
                judge(who + operation, answer, open, restricted, mayOpen, mayRestricted, wrong, seen);
                if (!reads && answer.status() < 400) {
                    wrong.add(who + operation + " is done: " + answer.status());
                }
                answer.dispose();
            }
        }
    }

    private static void judge(String what, APIResponse answer, String open, String restricted, boolean mayOpen,
            boolean mayRestricted, List<String> wrong, Set<String> seen) {
        if (answer.status() >= 500) {
            wrong.add(what + " fails: " + answer.status());
            return;
        }
        String text = EveryDoor.read(answer.body());
        for (String mark : List.of(open, restricted)) {
            if (text.contains(mark)) {
                seen.add(mark);
                if (!(mark.equals(open) ? mayOpen : mayRestricted)) {
                    wrong.add(what + " shows " + mark);
                }
            }
        }
    }

    @Test
    void whoIsNotSignedInGetsNowhere() throws IOException {
        try (Browser browser = Browser.open()) {
            APIRequestContext nobody = browser.person().request();
            List<String> wrong = new ArrayList<>();
            for (String page : EveryDoor.pages()) {
                APIResponse answer = nobody.get(Browser.address(page),
                        RequestOptions.create().setMaxRedirects(0).setTimeout(PATIENCE));
                boolean sent = answer.status() == 302
                        && answer.headers().getOrDefault("location", "").contains("/login.xhtml");
                if (sent == OPEN.matcher(page).matches()) {
                    wrong.add(page + ": " + answer.status());
                }
                answer.dispose();
            }
            for (EveryDoor.Operation operation : EveryDoor.operations(browser)) {
                if (operation.path().startsWith("/api/v1/") && operation.path().contains("{")) {
                    APIResponse answer = nobody.fetch(
                            Browser.address(EveryDoor.filled(operation.path(), 1, OWN, RESTRICTED)),
                            RequestOptions.create().setMethod(operation.method()).setTimeout(PATIENCE)
                                    .setHeader("Content-Type",
                                            "application/json")
                                    .setData(operation.method().equals("GET") ? "" : "{}"));
                    if (answer.status() < 400 || answer.status() >= 500) {
                        wrong.add(operation + ": " + answer.status());
                    }
                    answer.dispose();
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement change = connection.prepareStatement(sql)) {
            change.execute();
        }
    }

    private static List<String> text(String sql, String parameter) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
