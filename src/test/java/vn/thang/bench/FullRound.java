package vn.thang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/**
 * A national round at its full size, written straight into the database: all first-level agencies and 3,321 communes,
 * three rounds of the last three years, every question answered, evidence for nearly every level.
 */
final class FullRound {

    static final int COMMUNES = 3_321;
    static final List<String> ROUNDS = List.of("B2024", "B2025", "B2026");

    private final Connection connection;
    private final MaturityModel model = new Catalog(Optional.empty()).model("vn-dgm/1.0");
    private long nextId = 1_000_000_000L;

    FullRound(Connection connection) {
        this.connection = connection;
    }

    /** Adds as many communes as the country has, numbered and spread over its provinces, where they are not there yet. */
    void addCommunes() throws SQLException {
        if (hasCommunes()) {
            nextId += COMMUNES;
            return;
        }
        List<Province> provinces = provinces();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO agency (id, code, name, type, parent_id, path, valid_from, version)
                VALUES (?, ?, ?, 'commune', ?, ?, '2025-07-01', 0)""")) {
            for (int i = 0; i < COMMUNES; i++) {
                Province province = provinces.get(i % provinces.size());
                long id = nextId++;
                insert.setLong(1, id);
                insert.setString(2, "%05d".formatted(i));
                insert.setString(3, "Xã số " + i);
                insert.setLong(4, province.id());
                insert.setString(5, province.path() + id + "/");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private boolean hasCommunes() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT 1 FROM agency WHERE id = " + nextId)) {
            return row.next();
        }
    }

    private record Province(long id, String path) {
    }

    private List<Province> provinces() throws SQLException {
        List<Province> provinces = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "SELECT id, path FROM agency WHERE type = 'province' AND valid_to IS NULL ORDER BY code")) {
            while (row.next()) {
                provinces.add(new Province(row.getLong(1), row.getString(2)));
            }
        }
        return provinces;
    }

    /** Rounds with every agency handed in; agencies rise a little from round to round. */
    void addRounds() throws SQLException {
        connection.setAutoCommit(false);
        for (int i = 0; i < ROUNDS.size(); i++) {
            addRound(ROUNDS.get(i), 2024 + i, i);
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void addRound(String code, int year, int rise) throws SQLException {
        long round = nextId++;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version) VALUES ("
                            + round + ", '" + code + "', 'Đợt đo tải " + year + "', 'vn-dgm', '1.0', '" + year
                            + "-01-01', '" + year
                            + "-12-31', '" + (rise == 2 ? "OPEN" : "PUBLISHED") + "', 0)");
            for (String type : List.of("ministry", "ministerial-agency", "government-agency", "province", "commune")) {
                statement.execute(
                        "INSERT INTO round_scope (round_id, agency_type) VALUES (" + round + ", '" + type + "')");
            }
        }
        SplittableRandom random = new SplittableRandom(year);
        try (Statement query = connection.createStatement();
                ResultSet agency = query.executeQuery(
                        "SELECT id, type FROM agency WHERE type <> 'country' AND valid_to IS NULL ORDER BY path");
                PreparedStatement assessment = connection.prepareStatement("""
                        INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at, receipt, version)
                        VALUES (?, ?, ?, ?, NOW(6), NOW(6), ?, 0)""");
                PreparedStatement answer = connection.prepareStatement("""
                        INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version)
                        VALUES (?, ?, ?, ?, ?, NOW(6), 0)""");
                PreparedStatement evidence = connection.prepareStatement("""
                        INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, url, attached_at)
                        VALUES (?, ?, ?, ?, 'LINK', 'Tài liệu đo tải', 'https://example.org/', NOW(6))""")) {
            while (agency.next()) {
                long id = nextId++;
                assessment.setLong(1, id);
                assessment.setLong(2, round);
                assessment.setLong(3, agency.getLong(1));
                assessment.setString(4, rise == 2 ? "HANDED_IN" : "PUBLISHED");
                assessment.setString(5, code + "-" + id);
                assessment.addBatch();
                int base = Math.min(5, random.nextInt(1, 4) + (random.nextInt(3) < rise ? 1 : 0));
                for (Criterion criterion : model.criteria()) {
                    int level = Math.max(1, Math.min(5, base + random.nextInt(-1, 2)));
                    answer.setLong(1, nextId++);
                    answer.setLong(2, id);
                    answer.setString(3, criterion.code());
                    answer.setString(4, String.valueOf(level));
                    answer.setString(5, random.nextInt(10) == 0 ? "Ghi chú đo tải của " + criterion.code() : null);
                    answer.addBatch();
                    for (int k = 2; k <= level; k++) {
                        if (random.nextInt(20) != 0) {
                            evidence.setLong(1, nextId++);
                            evidence.setLong(2, id);
                            evidence.setString(3, criterion.code());
                            evidence.setInt(4, k);
                            evidence.addBatch();
                        }
                    }
                }
            }
            assessment.executeBatch();
            answer.executeBatch();
            evidence.executeBatch();
        }
    }
}
