package vn.thang.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.security.Caller;

/**
 * Three demonstration rounds over the agencies of the first level, where {@code thang.demo} is set and there is no round
 * yet. Everything in them is invented and says so.
 */
@Singleton
@Startup
@DependsOn("DemoAccounts")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoRound {

    private static final String MODEL = "vn-dgm/1.0";
    private static final int PRESENT_YEAR = 2026;
    private static final Set<String> ALWAYS_IN_PROGRESS = Set.of("15", "BTP");
    private static final int ANSWERED_SO_FAR = 16;
    /** Of a hundred agencies in the open round: so many are admitted, handed in completely, handed in, ready, at work. */
    private static final int ADMITTED = 12;
    private static final int COMPLETE = 20;
    private static final int HANDED_IN = 62;
    private static final int READY = 68;
    private static final int IN_PROGRESS = 87;
    private static final int DAYS_LEFT = 6;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private Catalog catalog;

    @Inject
    private ScoreRebuild scores;

    @Inject
    private PublishedResults results;

    @Inject
    private RankRobustness robustness;

    @Inject
    private DemoProcedure procedure;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean wanted;

    private record DemoAgency(long id, String code, String type) {
    }

    @PostConstruct
    void load() {
        if (!wanted) {
            return;
        }
        try {
            List<Long> rounds = rounds();
            if (rounds.isEmpty()) {
                return;
            }
            caller.actAsSystem();
            procedure.past(rounds.get(1));
            procedure.present(rounds.get(2));
            for (int i = 0; i < rounds.size(); i++) {
                scores.rebuild(rounds.get(i), MODEL);
                results.freeze(rounds.get(i), String.valueOf(PRESENT_YEAR - 2 + i), MODEL);
                robustness.analyse(String.valueOf(PRESENT_YEAR - 2 + i));
            }
            procedure.sample(String.valueOf(PRESENT_YEAR));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when there were some already. */
    private List<Long> rounds() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (count(connection, "SELECT COUNT(*) FROM assessment_round") > 0) {
                return List.of();
            }
            List<Long> rounds = new ArrayList<>();
            for (int year = PRESENT_YEAR - 2; year <= PRESENT_YEAR; year++) {
                rounds.add(round(connection, year));
            }
            return rounds;
        }
    }

    private long round(Connection connection, int year) throws SQLException {
        long round = next(connection, "assessment_round_seq");
        boolean present = year == PRESENT_YEAR;
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version)
                VALUES (?, ?, ?, 'vn-dgm', '1.0', ?, ?, ?, 0)""")) {
            insert.setLong(1, round);
            insert.setString(2, String.valueOf(year));
            insert.setString(3, "Đợt " + year + " (minh họa)");
            insert.setDate(4, Date.valueOf(LocalDate.of(year, 9, 1)));
            insert.setDate(5, Date.valueOf(present ? soon() : LocalDate.of(year, 12, 31)));
            insert.setString(6, present ? "OPEN" : "PUBLISHED");
            insert.execute();
        }
        if (present) {
            stages(connection, round);
        }
        try (PreparedStatement scope = connection.prepareStatement("INSERT INTO round_scope (round_id, agency_type) VALUES (?, ?)")) {
            for (String type : List.of("ministry", "ministerial-agency", "government-agency", "province")) {
                scope.setLong(1, round);
                scope.setString(2, type);
                scope.addBatch();
            }
            scope.executeBatch();
        }
        DemoAnswers answers = new DemoAnswers(catalog.model(MODEL));
        List<DemoAgency> agencies = agencies(connection);
        try (DemoRows rows = new DemoRows(connection)) {
            for (DemoAgency agency : agencies) {
                String state = state(agency, present);
                long id = rows.assessment(round, agency.id(), state, year + "-" + agency.code() + "-MH", moment(agency, year));
                List<DemoAnswers.DemoAnswer> given = answers.of(agency.code(), agency.type(), year);
                int count = switch (state) {
                    case "NOT_STARTED" -> 0;
                    case "IN_PROGRESS" -> ANSWERED_SO_FAR;
                    default -> given.size();
                };
                boolean complete = present && state.equals("HANDED_IN") && drawn(agency) < COMPLETE;
                for (DemoAnswers.DemoAnswer answer : applicable(given, agency).subList(0, Math.min(count, applicable(given, agency).size()))) {
                    rows.answer(id, complete ? answer.complete() : answer, moment(agency, year));
                }
                if (complete) {
                    rows.filed(id);
                }
            }
        }
        return round;
    }

    /** The present round is due in a few days, whenever it is loaded, so that there is something to be done. */
    private LocalDate soon() {
        LocalDate day = LocalDate.now(clock).plusDays(DAYS_LEFT);
        return day.getYear() == PRESENT_YEAR && day.getMonthValue() > 9 ? day : LocalDate.of(PRESENT_YEAR, 12, 31);
    }

    private void stages(Connection connection, long round) throws SQLException {
        LocalDate day = soon();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO round_stage (round_id, stage, days, due_on) VALUES (?, ?, ?, ?)")) {
            for (Stage stage : Stage.planned()) {
                int days = Stage.usual().get(stage);
                day = day.plusDays(days);
                insert.setLong(1, round);
                insert.setString(2, stage.name());
                insert.setInt(3, days);
                insert.setDate(4, Date.valueOf(day));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<DemoAnswers.DemoAnswer> applicable(List<DemoAnswers.DemoAnswer> answers, DemoAgency agency) {
        MaturityModel model = catalog.model(MODEL);
        return answers.stream().filter(answer -> model.criterion(answer.criterion()).appliesTo(agency.type())).toList();
    }

    /** In the open round six of ten have handed in, a few of them admitted already; a quarter is at work, the others have not begun. */
    private static String state(DemoAgency agency, boolean present) {
        if (!present) {
            return "PUBLISHED";
        }
        if (ALWAYS_IN_PROGRESS.contains(agency.code())) {
            return "IN_PROGRESS";
        }
        int drawn = drawn(agency);
        return drawn < ADMITTED ? "ADMITTED" : drawn < HANDED_IN ? "HANDED_IN" : drawn < READY ? "READY"
                : drawn < IN_PROGRESS ? "IN_PROGRESS" : "NOT_STARTED";
    }

    private static int drawn(DemoAgency agency) {
        return new SplittableRandom(agency.code().hashCode()).nextInt(100);
    }

    private static Timestamp moment(DemoAgency agency, int year) {
        SplittableRandom random = new SplittableRandom(agency.code().hashCode() + year);
        return Timestamp.valueOf(LocalDateTime.of(year, 10, 1, 8, 0).plusDays(random.nextInt(45)).plusMinutes(random.nextInt(480)));
    }

    private static List<DemoAgency> agencies(Connection connection) throws SQLException {
        List<DemoAgency> agencies = new ArrayList<>();
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery("""
                SELECT id, code, type FROM agency WHERE valid_to IS NULL
                AND type IN ('ministry', 'ministerial-agency', 'government-agency', 'province') ORDER BY path""")) {
            while (row.next()) {
                agencies.add(new DemoAgency(row.getLong(1), row.getString(2), row.getString(3)));
            }
        }
        return agencies;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static long next(Connection connection, String sequence) throws SQLException {
        return count(connection, "SELECT NEXTVAL(" + sequence + ")");
    }
}
