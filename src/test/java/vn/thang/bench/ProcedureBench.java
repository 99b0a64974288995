package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.WholeProcedure;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.RoundWork;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.security.Caller;

/**
 * All 3,377 agencies from answering to publication, over the round that {@link FullRoundBench} has filled: nothing stuck, nothing lost.
 * A round of all of them opens, and that one is published, by the work that the page starts.
 */
@ExtendWith(ArquillianExtension.class)
class ProcedureBench {

    private static final String ROUND = "B2026";
    private static final String OF_ROUND = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '"
            + ROUND + "'";
    private static final int VERIFIED = 50;
    private static final String REHEARSAL = RoundPlan.REHEARSAL_CODE + "B2027";
    private static final int MILLISECONDS = 50;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private WholeProcedure procedure;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private RoundWork work;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    /** It is a rehearsal, so that nothing of it is left. */
    @Test
    void aRoundOfAllAgenciesOpensAndGoes() throws Exception {
        caller.actAs("quantri");
        LocalDate today = LocalDate.now();
        rounds.create(new RoundPlan(REHEARSAL, "Diễn tập cả nước", "vn-dgm/1.0", today, today.plusDays(30),
                Set.of("ministry", "ministerial-agency", "government-agency", "province", "commune"), Stage.usual(),
                false, RoundPlan.USUAL_PARTICIPATION, true));
        long all = rounds.foresee(REHEARSAL).agencies();
        List<Long> seen = new ArrayList<>();
        double opened = Figures.seconds(() -> done(() -> work.open(REHEARSAL, version(REHEARSAL)), seen));
        assertEquals(all, rounds.get(REHEARSAL).progress().notStarted());
        double removed = Figures.seconds(() -> done(() -> work.remove(REHEARSAL, version(REHEARSAL)), seen));
        assertTrue(rounds.list().stream().noneMatch(one -> one.code().equals(REHEARSAL)));
        Figures.keep("opening a round, " + all + " agencies", "%.1f s".formatted(opened),
                "removed in %.1f s; progress seen: %s".formatted(removed, seen), "as work, with progress");
    }

    /** Waits as the page of the work does. */
    private void done(LongSupplier start, List<Long> seen) throws InterruptedException {
        long id = start.getAsLong();
        Work now = works.get(id);
        while (now.active()) {
            if (seen.isEmpty() || seen.getLast() != now.done()) {
                seen.add(now.done());
            }
            Thread.sleep(MILLISECONDS);
            now = works.get(id);
        }
        assertEquals(Work.State.DONE, now.state(), String.valueOf(now.incident()));
    }

    private int version(String round) {
        return rounds.get(round).version();
    }

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
        procedure.lapse(ROUND);
        List<Long> seen = new ArrayList<>();
        double published = Figures.seconds(() -> done(() -> work.publish(ROUND, version(ROUND)), seen));
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
                        published) + "; progress seen while publishing: " + seen,
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
