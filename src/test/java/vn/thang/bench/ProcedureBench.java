package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.WholeProcedure;

/** All 3,377 agencies from answering to publication, over the round that {@link FullRoundBench} has filled: nothing stuck, nothing lost. */
@ExtendWith(ArquillianExtension.class)
class ProcedureBench {

    private static final String ROUND = "B2026";
    private static final String OF_ROUND = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '"
            + ROUND + "'";
    private static final int VERIFIED = 50;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private WholeProcedure procedure;

    @Test
    void everyAgencyIsPublished() throws Exception {
        change("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id SET s.state = 'IN_PROGRESS', s.handed_in_at = NULL,"
                + " s.receipt = NULL WHERE r.code = '" + ROUND + "'",
                "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, s.agency_id, 'HEAD',"
                        + " '2020-01-01' FROM person p JOIN assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '"
                        + ROUND
                        + "' WHERE p.username = 'lanhdao.tinh' AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id"
                        + " AND m.agency_id = s.agency_id)");
        List<Long> all = ids();
        long answers = count("SELECT COUNT(*) FROM answer a WHERE a.assessment_id IN (SELECT s.id" + OF_ROUND + ")");
        double signed = Figures.seconds(() -> procedure.handIn(all));
        double reviewed = Figures.seconds(() -> procedure.review(all));
        double replied = Figures.seconds(() -> procedure.reply(ROUND, all));
        change("UPDATE assessment_round SET reply_until = reply_until - INTERVAL 1 DAY WHERE code = '" + ROUND + "'");
        double published = Figures.seconds(() -> assertEquals(all.size(), procedure.publish(ROUND)));
        assertEquals(all.size(), count("SELECT COUNT(*)" + OF_ROUND + " AND s.state = 'PUBLISHED'"));
        assertEquals(all.size(), count(
                "SELECT COUNT(*) FROM published_result p WHERE p.assessment_id IN (SELECT s.id" + OF_ROUND + ")"));
        assertEquals(answers,
                count("SELECT COUNT(*) FROM answer a WHERE a.assessment_id IN (SELECT s.id" + OF_ROUND + ")"));
        assertEquals(all.size(),
                count("SELECT COUNT(DISTINCT g.assessment_id) FROM assessment_signature g WHERE g.ended_at IS NULL"
                        + " AND g.assessment_id IN (SELECT s.id" + OF_ROUND + ")"));
        for (int i = 0; i < all.size(); i += all.size() / VERIFIED) {
            assertTrue(procedure.verifies(all.get(i)));
        }
        Figures.keep("the whole procedure, " + all.size() + " agencies",
                "%.0f s".formatted(signed + reviewed + replied + published),
                "signed %.0f s, reviewed %.0f s, replied %.0f s, published %.1f s".formatted(signed, reviewed, replied,
                        published),
                "all published, a sample verified");
    }

    private List<Long> ids() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT s.id" + OF_ROUND + " ORDER BY s.id")) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
