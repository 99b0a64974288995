package vn.thang.dashboard;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;

/**
 * The rows of the rounds as they are, one by one, for counting beside the dashboard; and a thousand more of them. Everything
 * happens in the transaction of the test.
 */
public final class PlainCount {

    static final int COMMUNES_OF_A_PROVINCE = 30;
    private static final int FIRST_NEW_VERSION = 1_000_000;

    private final EntityManager entities;

    public PlainCount(EntityManager entities) {
        this.entities = entities;
    }

    /** An agency in a round, with what is stored of it whether it handed in or not. */
    public record Agency(long assessment, String code, String name, String type, String state, Integer level,
            Double index,
            Integer answered) {
        public boolean handedIn() {
            return Stream.of("NOT_STARTED", "IN_PROGRESS", "READY").noneMatch(state::equals);
        }
    }

    public List<Agency> agencies(String round) {
        return rows(
                "SELECT s.id, a.code, a.name, a.type, s.state, c.level, c.index_value, c.answered FROM assessment_round r"
                        + " JOIN assessment s ON s.round_id = r.id JOIN agency a ON a.id = s.agency_id"
                        + " LEFT JOIN assessment_score c ON c.assessment_id = s.id WHERE r.code = ?1",
                round)
                .map(row -> new Agency(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3],
                        (String) row[4],
                        row[5] == null ? null : ((Number) row[5]).intValue(),
                        row[6] == null ? null : ((Number) row[6]).doubleValue(),
                        row[7] == null ? null : ((Number) row[7]).intValue()))
                .toList();
    }

    /** Types of the agencies of a round, in the order of all lists. */
    List<String> types(String round) {
        List<String> there = agencies(round).stream().map(Agency::type).distinct().toList();
        return AgencyType.assessed().stream().filter(there::contains).toList();
    }

    public List<String> dimensions(String round) {
        return rows("SELECT DISTINCT n.node, 0 FROM node_score n JOIN assessment s ON s.id = n.assessment_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = ?1 ORDER BY 1", round)
                .map(row -> (String) row[0]).toList();
    }

    /** A dimension of one agency. */
    public record Node(String code, int level, double index) {
    }

    /** A dimension of those that handed in. */
    public List<Node> nodes(String round, String dimension) {
        return rows(
                "SELECT a.code, n.level, n.index_value FROM node_score n JOIN assessment s ON s.id = n.assessment_id"
                        + " JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                        + " WHERE r.code = ?1 AND n.node = ?2 AND s.state NOT IN ('NOT_STARTED', 'IN_PROGRESS', 'READY')",
                round, dimension)
                .map(row -> new Node((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).doubleValue()))
                .toList();
    }

    /** The levels of a type of agency in a dimension, lowest first. */
    List<Integer> levels(String round, String type, String dimension) {
        List<String> codes = agencies(round).stream().filter(agency -> agency.type().equals(type)).map(Agency::code)
                .toList();
        return nodes(round, dimension).stream().filter(node -> codes.contains(node.code())).map(Node::level).sorted()
                .toList();
    }

    /** The rounds get a version that nobody has seen, so that no figure made before is shown. */
    public void forgetRecentFigures() {
        execute("UPDATE assessment_round SET version = "
                + ThreadLocalRandom.current().nextInt(FIRST_NEW_VERSION, Integer.MAX_VALUE));
    }

    /** Thirty communes below each province, all of them in the round 2026, nine of ten handed in. */
    public void addCommunes() {
        execute("INSERT INTO agency (id, code, name, type, parent_id, path) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                + " SELECT i + 1 FROM n WHERE i < " + COMMUNES_OF_A_PROVINCE + ") SELECT 900000000 + p.id * 100 + n.i,"
                + " CONCAT('T', p.code, '-', n.i), CONCAT('Xã số ', n.i, ' ', p.name), 'commune', p.id,"
                + " CONCAT(p.path, 900000000 + p.id * 100 + n.i, '/') FROM agency p JOIN n"
                + " WHERE p.id IN (SELECT s.agency_id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.type = 'province')");
        execute("INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at) SELECT a.id, r.id, a.id,"
                + " IF(MOD(a.id, 10) = 0, 'IN_PROGRESS', 'HANDED_IN'), NOW(6), IF(MOD(a.id, 10) = 0, NULL, NOW(6))"
                + " FROM agency a JOIN assessment_round r ON r.code = '2026' WHERE a.id > 900000000 AND a.type = 'commune'");
        execute("INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index, answered,"
                + " applicable, evidenced, computed_at) SELECT id, 1 + MOD(id, 5), 1 + MOD(id, 5), 1, 1, 40, 42, 1, NOW(6)"
                + " FROM assessment WHERE id > 900000000");
        execute("INSERT INTO node_score (assessment_id, node, level, index_value) SELECT s.id, d.node, MOD(s.id, 6), MOD(s.id, 6) FROM assessment s"
                + " JOIN (SELECT DISTINCT node FROM node_score) d WHERE s.id > 900000000");
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private Stream<Object[]> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row);
    }
}
