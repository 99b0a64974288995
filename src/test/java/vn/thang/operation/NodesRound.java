package vn.thang.operation;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;

/** A round of the provinces with an officer for each, made past the procedure, whose answers are counted afterwards. */
final class NodesRound {

    private static final long PAUSE = 100;

    private static final String BEGIN = """
            INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version)
            VALUES (2100000000, 'N2026', 'Đợt hai máy', 'vn-dgm', '1.0', '2026-01-01', '2030-12-31', 'OPEN', 0);
            INSERT INTO round_scope (round_id, agency_type) VALUES (2100000000, 'province');
            INSERT INTO assessment (id, round_id, agency_id, state, started_at, version)
            SELECT 2100000000 + a.id, 2100000000, a.id, 'IN_PROGRESS', NOW(6), 0 FROM agency a WHERE a.type = 'province'
                AND a.valid_to IS NULL;
            INSERT INTO person (id, username, full_name, language, password_hash, active, version, credentials_at)
            SELECT 2100000000 + a.id, CONCAT('nut', a.code), a.name, 'vi', p.password_hash, 1, 0, p.credentials_at
            FROM agency a JOIN person p ON p.username = 'canbo' WHERE a.type = 'province' AND a.valid_to IS NULL;
            INSERT INTO membership (id, person_id, agency_id, role, valid_from)
            SELECT 2100000000 + a.id, 2100000000 + a.id, a.id, 'OFFICER', '2020-01-01' FROM agency a
            WHERE a.type = 'province' AND a.valid_to IS NULL
            """;

    private final List<String> criteria = new Catalog(Optional.empty()).model("vn-dgm/1.0").forAgencyType("province")
            .criteria().stream().map(Criterion::code).toList();

    static void begin(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            for (String statement : BEGIN.split(";")) {
                sql.execute(statement);
            }
        }
    }

    /** Other tests know nothing of it; what the trail tells of it stays. */
    static void end(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : List.of("answer_history", "answer", "node_score", "assessment_score", "discrepancy")) {
                sql.execute("DELETE FROM " + table + " WHERE assessment_id >= 2100000000");
            }
            for (String table : List.of("assessment", "membership", "person")) {
                sql.execute("DELETE FROM " + table + " WHERE id >= 2100000000");
            }
            sql.execute("DELETE FROM round_scope WHERE round_id = 2100000000");
            sql.execute("DELETE FROM assessment_round WHERE id = 2100000000");
        }
    }

    /** So many officers, each with a browser of its own. */
    static List<SavingOfficer> officers(Connection database, int most, String server, Supplier<HttpClient> browsers)
            throws SQLException {
        List<SavingOfficer> officers = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql
                        .executeQuery("SELECT s.id, p.username FROM assessment s JOIN person p ON p.id = s.id"
                                + " WHERE s.id >= 2100000000 ORDER BY s.id LIMIT " + most)) {
            while (row.next()) {
                officers.add(new SavingOfficer(browsers.get(), server, row.getString(2), row.getLong(1)));
            }
        }
        return officers;
    }

    /** Something that happens while they save. */
    interface Happening {

        void happen() throws Exception;
    }

    /** All of them sign in and save until this time after it has happened. */
    void save(List<SavingOfficer> officers, Happening before, Happening happening, Duration after) throws Exception {
        AtomicReference<Instant> end = new AtomicReference<>(Instant.MAX);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SavingOfficer officer : officers) {
                officer.signIn();
            }
            before.happen();
            List<Future<?>> all = new ArrayList<>();
            for (SavingOfficer officer : officers) {
                SplittableRandom random = new SplittableRandom(officer.assessment());
                all.add(people.submit(() -> {
                    while (Instant.now().isBefore(end.get())) {
                        officer.save(criteria.get(random.nextInt(criteria.size())), random.nextInt(1, 6));
                        Thread.sleep(PAUSE);
                    }
                    return null;
                }));
            }
            try {
                Thread.sleep(Duration.ofSeconds(5));
                happening.happen();
            } finally {
                end.set(Instant.now().plus(after));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** Counts answers that were acknowledged and are not there in their version, with their history. */
    static long lost(Connection database, List<SavingOfficer> officers) throws SQLException {
        long lost = 0;
        try (PreparedStatement sql = database.prepareStatement("""
                SELECT a.version, (SELECT COUNT(*) FROM answer_history h WHERE h.assessment_id = a.assessment_id
                    AND h.criterion = a.criterion) FROM answer a WHERE a.assessment_id = ? AND a.criterion = ?""")) {
            for (SavingOfficer officer : officers) {
                for (Map.Entry<String, Integer> answer : officer.versions().entrySet()) {
                    sql.setLong(1, officer.assessment());
                    sql.setString(2, answer.getKey());
                    try (ResultSet row = sql.executeQuery()) {
                        if (!row.next() || row.getInt(1) < answer.getValue() || row.getInt(2) < answer.getValue()) {
                            lost++;
                        }
                    }
                }
            }
        }
        return lost;
    }
}
