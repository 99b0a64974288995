package vn.thang.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.thang.launcher.PayaraMicro;
import vn.thang.security.Role;

/**
 * The assessment of an agency that has not begun in the open round of the demonstration: a test takes it for its own, lets
 * people of its own answer it, and empties it again.
 */
public final class OwnAssessment {

    private static final String ROUND = "2026";
    /** The agency of the assessment, and those that it came of. */
    private static final String OF_AGENCY = " AND agency_id IN (SELECT a.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
            + " OR a.id IN (SELECT p.predecessor_id FROM agency_predecessor p WHERE p.agency_id = s.agency_id) WHERE s.id = ?)";
    /** Into the future, of which nothing is known: nothing measures the answers. */
    private static final String LAY_ASIDE = "UPDATE reading SET period = period + INTERVAL 20 YEAR, measured_at = measured_at + INTERVAL 20 YEAR"
            + " WHERE period < '2040-01-01'" + OF_AGENCY;
    private static final String ALL_BACK = "UPDATE reading SET period = period - INTERVAL 20 YEAR, measured_at = measured_at - INTERVAL 20 YEAR"
            + " WHERE period > '2040-01-01'";
    private static final String TAKE_BACK = ALL_BACK + OF_AGENCY;
    /** Nor is the agency silent, so that nothing has to be explained. */
    private static final String SAY_NOTHING = GivenNothing.SAID
            .formatted("(SELECT agency_id FROM assessment WHERE id = ?)");
    private static final String SAY_NO_MORE = "DELETE FROM reading WHERE source = '" + GivenNothing.SOURCE + "'";

    private final String agency;
    private final long id;

    private OwnAssessment(String agency, long id) {
        this.agency = agency;
        this.id = id;
    }

    /** A person with the password that the administrator was shown. */
    public record Person(String username, String fullName, String password) {
        public Page signIn(Browser browser) {
            return browser.signIn(browser.person(), username, password);
        }
    }

    public static OwnAssessment of(String agency) throws SQLException {
        return of(ROUND, agency);
    }

    public static OwnAssessment of(String round, String agency) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT s.id, s.state FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                                + " JOIN agency a ON a.id = s.agency_id WHERE r.code = ? AND a.code = ?")) {
            query.setString(1, round);
            query.setString(2, agency);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertEquals("NOT_STARTED", row.getString(2), agency);
                return new OwnAssessment(agency, row.getLong(1));
            }
        }
    }

    /** A person whom the administrator invites in the browser, with the password of the demonstration. */
    public Person person(Browser browser, String fullName, String role) {
        String username = "nguoi." + UUID.randomUUID().toString().substring(0, 8);
        Page page = browser.administrator();
        page.navigate(Browser.address("/organisation/new-person.xhtml?agency=" + agency));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Họ và tên").fill(fullName);
        page.getByLabel("Thư điện tử").fill(username + "@example.vn");
        page.getByLabel("Vai trò").selectOption(role);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo tài khoản")).click();
        assertThat(page).hasTitle(fullName + " · Thang");
        if (Role.valueOf(role).judges()) {
            agree(browser.signIn("quantri.hai"), fullName);
        }
        setPassword(username);
        return new Person(username, fullName, PayaraMicro.DEMO_PASSWORD);
    }

    /** A role that judges is given by two. */
    private static void agree(Page second, String fullName) {
        second.navigate(Browser.address("/organisation/people-roles.xhtml"));
        Locator proposal = second.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Đồng ý: " + fullName));
        proposal.click();
        assertThat(proposal).hasCount(0);
        second.context().close();
    }

    /** As if the person had opened the link of the letter. */
    private static void setPassword(String username) {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE person p JOIN person d ON d.username = 'canbo'
                        SET p.password_hash = d.password_hash WHERE p.username = ?""")) {
            update.setString(1, username);
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long id() {
        return id;
    }

    /** The address of a page of this assessment. */
    public String at(String page) {
        return Browser.address("/assessment/" + page + ".xhtml?assessment=" + id);
    }

    public String question(String criterion) {
        return at("edit") + "&criterion=" + criterion;
    }

    /** Where files are sent for a level of a criterion. */
    public String files(String criterion, int level) {
        return Browser.address("/api/v1/assessments/" + id + "/criteria/" + criterion + "/levels/" + level + "/files");
    }

    /** Takes back what a test gave an agency of the demonstration more time for. */
    public static void forgetExtensions(String agency) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE x FROM stage_extension x JOIN assessment s ON s.id = x.assessment_id JOIN agency a ON a.id = s.agency_id WHERE"
                                + " a.code = ?")) {
            delete.setString(1, agency);
            delete.executeUpdate();
        }
    }

    /** Nobody has this role at the agency: other tests have left theirs there. */
    public static void nobodyAs(Role role, String agency) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE m FROM membership m JOIN agency a ON a.id = m.agency_id WHERE m.role = ? AND a.code = ?")) {
            delete.setString(1, role.name());
            delete.setString(2, agency);
            delete.executeUpdate();
        }
    }

    public void empty() throws SQLException {
        try (Connection connection = DatabaseForTests.connect()) {
            AssessmentTables.empty(connection, id);
        }
        takeReadingsBack();
    }

    /** Until the assessment is emptied, or they are taken back. */
    public void layReadingsAside() throws SQLException {
        run(List.of(LAY_ASIDE, SAY_NOTHING));
    }

    /** Removes what a round made by a test holds of its assessments, and takes all readings back. */
    public static void removeAllOf(String round) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement back = connection.prepareStatement(ALL_BACK);
                PreparedStatement silent = connection.prepareStatement(SAY_NO_MORE)) {
            back.executeUpdate();
            silent.executeUpdate();
            AssessmentTables.delete(connection,
                    "SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                            + " WHERE r.code = '" + round + "'",
                    Set.of());
        }
    }

    public void takeReadingsBack() throws SQLException {
        run(List.of(TAKE_BACK, SAY_NO_MORE + OF_AGENCY));
    }

    /** All questions answered as another agency of the same type did, ready to be handed in. */
    public void answered() throws SQLException {
        layReadingsAside();
        run(List.of("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version)"
                + " SELECT NEXTVAL(answer_seq), me.id, w.criterion, w.value, NOW(6), 1 FROM assessment me"
                + " JOIN agency a ON a.id = me.agency_id JOIN answer w ON w.assessment_id = (SELECT MIN(o.id) FROM assessment o"
                + " JOIN agency b ON b.id = o.agency_id AND b.type = a.type WHERE o.round_id = me.round_id AND o.state IN ('HANDED_IN', 'ADMITTED'))"
                + " WHERE me.id = ?",
                "UPDATE assessment SET state = 'IN_PROGRESS', started_at = NOW(6), version = version + 1 WHERE id = ?"));
    }

    /** The questions answered as in the last published round, by this agency or the one above it. */
    public void answeredAsLastTime() throws SQLException {
        layReadingsAside();
        run(List.of("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version)"
                + " SELECT NEXTVAL(answer_seq), me.id, w.criterion, w.value, NOW(6), 1 FROM assessment me JOIN agency a ON a.id = me.agency_id"
                + " JOIN assessment o ON o.agency_id IN (a.id, a.parent_id) JOIN assessment_round r ON r.id = o.round_id AND r.code = '2025'"
                + " JOIN answer w ON w.assessment_id = o.id WHERE me.id = ?",
                "UPDATE assessment SET state = 'IN_PROGRESS', started_at = NOW(6), version = version + 1 WHERE id = ?"));
    }

    /** Everything at the first level, which asks for no evidence and no comment: nothing is formally missing. */
    public void lowest() throws SQLException {
        run(List.of("UPDATE answer SET value = '1', comment = NULL WHERE assessment_id = ?"));
    }

    /** The officer submits and the head signs, each on their own page, which shows the receipt at the end. */
    public void handIn(Page officer, Page head) {
        submit(officer);
        sign(head, "Chủ tịch UBND tỉnh");
    }

    public void submit(Page officer) {
        officer.navigate(at("review"));
        button(officer, "Trình ký").click();
        assertThat(officer.getByText("Đã trình ký.")).isVisible();
    }

    public void sign(Page head, String position) {
        head.navigate(at("sign"));
        head.getByLabel("Chức vụ").fill(position);
        if (head.getByLabel("Mã xác thực").count() > 0) {
            head.getByLabel("Mã xác thực").fill(SecondFactorOf.demonstration("lanhdao.tinh"));
        }
        head.getByRole(AriaRole.CHECKBOX).check();
        button(head, "Ký xác nhận và nộp").click();
        assertThat(head.locator("#receiptNumber")).isVisible();
    }

    /** The reviewer finds it complete. */
    public void admit(Page reviewer) {
        reviewer.navigate(at("completeness"));
        button(reviewer, "Tiếp nhận").click();
        assertThat(reviewer.getByText("Đã tiếp nhận.")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect()) {
            for (String sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setLong(1, id);
                    statement.executeUpdate();
                }
            }
        }
    }
}
