package vn.thang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Communes with their official names where the file of tests is there, otherwise numbered ones. */
    void addCommunes() throws SQLException, IOException {
        Map<String, String[]> provinces = provinces();
        List<String[]> communes = communes(new ArrayList<>(provinces.keySet()));
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO agency (id, code, name, type, parent_id, path, valid_from, version)
                VALUES (?, ?, ?, 'commune', ?, ?, '2025-07-01', 0)""")) {
            for (String[] commune : communes) {
                String[] province = provinces.get(commune[1]);
                long id = nextId++;
                insert.setLong(1, id);
                insert.setString(2, commune[0]);
                insert.setString(3, commune[2]);
                insert.setLong(4, Long.parseLong(province[0]));
                insert.setString(5, province[1] + id + "/");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Map<String, String[]> provinces() throws SQLException {
        Map<String, String[]> provinces = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "SELECT code, id, path FROM agency WHERE type = 'province' AND valid_to IS NULL ORDER BY code")) {
            while (row.next()) {
                provinces.put(row.getString(1), new String[]{row.getString(2), row.getString(3)});
            }
        }
        return provinces;
    }

    private static List<String[]> communes(List<String> provinces) throws IOException {
        Path official = Path.of("../shared/data/communes.csv");
        List<String[]> communes = new ArrayList<>();
        if (Files.exists(official)) {
            List<String> lines = Files.readAllLines(official, StandardCharsets.UTF_8);
            lines.subList(1, lines.size()).forEach(line -> communes.add(line.split(",", 4)));
        } else {
            for (int i = 0; i < COMMUNES; i++) {
                communes.add(new String[]{"%05d".formatted(i), provinces.get(i % provinces.size()), "Xã số " + i});
            }
        }
        return communes;
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
