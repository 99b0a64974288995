package vn.thang.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.EveryDoor;
import vn.thang.it.GivenMarks;
import vn.thang.it.InvitedPerson;

/**
 * Every page about an assessment and every reading operation of the API, in different states of the assessment and by different
 * readers: nobody is handed what the table {@link Shown} does not show them yet.
 */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ShownStatesBrowserIT {

    private static final String AGENCY = "15";
    private static final String CRITERION = "STR.1";
    /** Every reader and state only where everything is tested. */
    private static final boolean WHOLE = Boolean.getBoolean("it.matrix");
    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d)");
    /** What the trail tells is sealed by the server and cannot be taken away again: ShownReportsIT and TrailIT look at it. */
    private static final Set<String> ELSEWHERE = Set.of("/audit/", "/organisation/", "/operation/", "/indicator/",
            "/catalog/", "/drafting/", "/security/");

    private final GivenMarks marks = new GivenMarks(ShownStatesBrowserIT::number, ShownStatesBrowserIT::change, AGENCY,
            "2026");

    /** Who reads as what. */
    private record Somebody(Role role, String at, Reader reader) {
    }

    private static List<Somebody> readers() {
        List<Somebody> some = List.of(new Somebody(Role.HEAD, AGENCY, Reader.AGENCY),
                new Somebody(Role.REVIEWER, "VN", Reader.REVIEWER), new Somebody(Role.AUDITOR, "VN", Reader.CONTROL));
        List<Somebody> all = new ArrayList<>(some);
        all.addAll(List.of(new Somebody(Role.OFFICER, AGENCY, Reader.AGENCY),
                new Somebody(Role.PANELLIST, "VN", Reader.PANEL), new Somebody(Role.LEADER, "VN", Reader.OTHERS),
                new Somebody(Role.ADMINISTRATOR, "VN", Reader.CONTROL), new Somebody(Role.HEAD, "VN", Reader.OTHERS)));
        return WHOLE ? all : some;
    }

    private static List<AssessmentState> states() {
        return WHOLE ? List.of(AssessmentState.values())
                : List.of(AssessmentState.IN_PROGRESS, AssessmentState.UNDER_REVIEW, AssessmentState.PROVISIONAL);
    }

    @BeforeEach
    void keep() {
        long id = marks.assessment();
        change("CREATE TABLE kept_course AS SELECT id, state, ready_from, reply, handed_in_at, receipt FROM assessment"
                + " WHERE id = ?1", id);
        change("CREATE TABLE kept_answer AS SELECT * FROM answer WHERE assessment_id = ?1 AND criterion = ?2", id,
                CRITERION);
    }

    @AfterEach
    void restore() {
        long id = marks.assessment();
        marks.remove();
        change("INSERT INTO answer SELECT * FROM kept_answer");
        change("UPDATE assessment s JOIN kept_course k ON k.id = s.id SET s.state = k.state, s.ready_from = k.ready_from,"
                + " s.reply = k.reply, s.handed_in_at = k.handed_in_at, s.receipt = k.receipt WHERE s.id = ?1", id);
        change("DROP TABLE kept_course");
        change("DROP TABLE kept_answer");
    }

    @Test
    void nobodyIsHandedWhatIsNotShownToThemYet() throws IOException {
        Set<String> wrong = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        try (Browser browser = Browser.open()) {
            List<EveryDoor.Operation> operations = EveryDoor.operations(browser).stream()
                    .filter(EveryDoor.Operation::reads).filter(operation -> !operation.path().contains("/trail"))
                    .toList();
            for (Somebody somebody : readers()) {
                try (InvitedPerson person = InvitedPerson.invited(somebody.role().name(), somebody.at())) {
                    person.sql("UPDATE person p JOIN person d ON d.username = 'canbo'"
                            + " SET p.password_hash = d.password_hash WHERE p.username = ?", person.username());
                    APIRequestContext http = browser.signIn(browser.person(), person.username(), Browser.PASSWORD)
                            .request();
                    for (AssessmentState state : states()) {
                        marks.in(state);
                        look(http, somebody, state, operations, wrong, seen);
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
        assertTrue(seen.containsAll(GivenMarks.ALL.keySet()) && seen.contains(GivenMarks.OBJECTION),
                () -> "each mark is seen where it is shown: " + seen);
    }

    private void look(APIRequestContext http, Somebody somebody, AssessmentState state,
            List<EveryDoor.Operation> operations, Set<String> wrong, Set<String> seen) throws IOException {
        long assessment = marks.assessment();
        List<String> addresses = new ArrayList<>();
        for (String page : EveryDoor.pages()) {
            if (ELSEWHERE.stream().noneMatch(page::startsWith)) {
                addresses.add(page + "?" + EveryDoor.query(page, assessment, AGENCY, CRITERION));
            }
        }
        operations.forEach(
                operation -> addresses.add(EveryDoor.filled(operation.path(), assessment, AGENCY, CRITERION)));
        for (String address : addresses) {
            APIResponse answer = http.get(Browser.address(address),
                    RequestOptions.create().setMaxRedirects(0).setTimeout(EveryDoor.PATIENCE));
            String what = somebody.role() + " of " + somebody.at() + " in " + state + ": " + address;
            if (answer.status() >= 500) {
                wrong.add(what + " fails: " + answer.status());
            }
            String text = EveryDoor.read(answer.body());
            GivenMarks.ALL.forEach((mark, part) -> judge(text, mark, part.to(somebody.reader()).contains(state), what,
                    wrong, seen));
            judge(text, GivenMarks.OBJECTION, somebody.reader() == Reader.AGENCY, what, wrong, seen);
            answer.dispose();
        }
    }

    private static void judge(String text, String mark, boolean shown, String what, Set<String> wrong,
            Set<String> seen) {
        if (text.contains(mark)) {
            seen.add(mark);
            if (!shown) {
                wrong.add(what + " shows " + mark);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        Matcher places = PARAMETER.matcher(sql);
        List<Object> values = new ArrayList<>();
        while (places.find()) {
            values.add(parameters[Integer.parseInt(places.group(1)) - 1]);
        }
        PreparedStatement statement = connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"));
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static int change(String sql, Object... parameters) {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement change = prepared(connection, sql, parameters)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static long number(String sql, Object... parameters) {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
