package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.it.DatabaseForTests;

/**
 * The last day of a round: officers of many agencies at once, over HTTP, with the client on the same machine. Every answer
 * that was acknowledged must stand in the database afterwards, in its version and with its history.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlineBench {

    private static final String ROUND = "D2026";
    private static final Duration CLOSED_LOOP = Duration.ofSeconds(Integer.getInteger("bench.rush.seconds", 30));
    private static final Duration DAY = Duration.ofSeconds(Integer.getInteger("bench.day.seconds", 600));
    private static final int ARRIVING = Integer.getInteger("bench.day.officers", 1_000);
    private static final long BETWEEN_ARRIVALS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Every so many-th officer has evidence to attach. */
    private static final int WITH_EVIDENCE = 10;
    private static final int EVIDENCE_BYTES = 5 << 20;
    private static final int STEPS_TO_AN_EMPTY_PAGE = 10;
    private static final int STEPS_TO_EVIDENCE = 10;
    /** Bounds, in milliseconds. */
    private static final double MOST_FOR_A_SAVE_OF_MANY = 2_000;
    private static final double MOST_FOR_A_SAVE = 1_000;
    private static final double MOST_FOR_A_SIGN_IN = 2_000;
    private static final double MOST_UNTIL_INSIDE = 120_000;
    private static final int ORDINARY = 40;
    private static final int MANY = 100;
    private static final int LONGEST_MINUTES = 15;

    private static double mostSaves;

    private final List<String> criteria = new Catalog(Optional.empty()).model("vn-dgm/1.0").forAgencyType("commune")
            .criteria().stream().map(Criterion::code).toList();

    private interface Life {

        void live(Officer officer, SplittableRandom random) throws Exception;
    }

    @BeforeEach
    void openARound() throws Exception {
        Figures.begin();
        try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
            new FullRound(database).addCommunes();
            for (String statement : """
                    INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version)
                    VALUES (2000000000, 'D2026', 'Đợt đo ngày cuối', 'vn-dgm', '1.0', '2026-01-01', '2030-12-31', 'OPEN', 0);
                    INSERT INTO round_scope (round_id, agency_type) VALUES (2000000000, 'commune');
                    INSERT INTO assessment (id, round_id, agency_id, state, started_at, version)
                    SELECT 1000000000 + a.id, 2000000000, a.id, 'IN_PROGRESS', NOW(6), 0 FROM agency a WHERE a.id >= 1000000000
                    AND a.type = 'commune';
                    INSERT INTO person (id, username, full_name, language, password_hash, active, version, credentials_at)
                    SELECT 1000000000 + a.id, CONCAT('xa', a.code), a.name, 'vi', p.password_hash, 1, 0, p.credentials_at
                    FROM agency a JOIN person p ON p.username = 'canbo' WHERE a.id >= 1000000000 AND a.type = 'commune';
                    INSERT INTO membership (id, person_id, agency_id, role, valid_from)
                    SELECT 1000000000 + a.id, 1000000000 + a.id, a.id, 'OFFICER', '2020-01-01' FROM agency a
                    WHERE a.id >= 1000000000 AND a.type = 'commune'
                    """.split(";")) {
                sql.execute(statement);
            }
        }
    }

    /** Other figures are measured without this round. */
    @AfterEach
    void removeTheRound() throws Exception {
        try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
            sql.execute("SET FOREIGN_KEY_CHECKS = 0");
            sql.execute("DELETE FROM evidence_content WHERE evidence_id IN (SELECT id FROM evidence WHERE assessment_id"
                    + " >= 2000000000)");
            for (String table : List.of("evidence", "answer_history", "answer", "node_score", "assessment_score",
                    "discrepancy")) {
                sql.execute("DELETE FROM " + table + " WHERE assessment_id >= 2000000000");
            }
            sql.execute("DELETE FROM assessment WHERE id >= 2000000000");
            sql.execute("DELETE FROM membership WHERE id >= 2000000000");
            sql.execute("DELETE FROM person WHERE id >= 2000000000");
            sql.execute("DELETE FROM round_scope WHERE round_id = 2000000000");
            sql.execute("DELETE FROM assessment_round WHERE id = 2000000000");
        }
    }

    /** All of them come in first, so that what a second brings is the work of all of them and not of those who are in already. */
    @ParameterizedTest
    @Order(1)
    @CsvSource({"20, false", "40, false", "100, false", "400, false", "100, true"})
    void officersWithoutAPause(int officers, boolean evidence) throws Exception {
        AtomicReference<Instant> end = new AtomicReference<>();
        RushFigures figures = new RushFigures();
        CyclicBarrier everybody = new CyclicBarrier(officers, () -> {
            figures.inside();
            end.set(Instant.now().plus(CLOSED_LOOP));
        });
        rush(figures, officers, 0, evidence, (officer, random) -> {
            officer.signIn();
            everybody.await(LONGEST_MINUTES, TimeUnit.MINUTES);
            for (int i = 0; Instant.now().isBefore(end.get()); i++) {
                step(officer, random, i);
                if (i % STEPS_TO_AN_EMPTY_PAGE == 0) {
                    officer.openTheEmptyPage();
                }
            }
        });
        DeadlineTable table = new DeadlineTable("%d without a pause%s".formatted(officers, with(evidence)), figures);
        table.saves(best(figures.perSecond("save")), officers >= MANY && !evidence);
        if (officers == MANY) {
            table.steps(MOST_FOR_A_SAVE_OF_MANY);
        } else {
            table.steps();
        }
        table.pages(officers == ORDINARY);
        table.door();
        table.rest();
    }

    /** The most saves a second so far, beside which those of more officers are held. */
    private static double best(double saves) {
        mostSaves = Math.max(mostSaves, saves);
        return mostSaves;
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(booleans = {false, true})
    void aDayInSmall(boolean evidence) throws Exception {
        RushFigures figures = new RushFigures();
        Instant end = Instant.now().plus(DAY);
        rush(figures, ARRIVING, BETWEEN_ARRIVALS, evidence, (officer, random) -> {
            officer.signIn();
            for (int i = 0; Instant.now().isBefore(end); i++) {
                step(officer, random, i);
                Duration left = Duration.between(Instant.now(), end);
                Thread.sleep(left.isNegative() ? Duration.ZERO : left.compareTo(PAUSE) < 0 ? left : PAUSE);
            }
        });
        DeadlineTable table = new DeadlineTable("%d, 10 more a second%s".formatted(ARRIVING, with(evidence)), figures);
        table.saves(0, false);
        table.steps(MOST_FOR_A_SAVE);
        table.door(MOST_UNTIL_INSIDE, MOST_FOR_A_SIGN_IN);
        table.rest();
        assertTrue(DeadlineTable.AT_THE_DOOR.containsAll(figures.waits().keySet()),
                () -> "somebody who was inside was told to wait: " + figures.waits());
    }

    private static String with(boolean evidence) {
        return evidence ? ", 5 MB from every tenth" : "";
    }

    private void step(Officer officer, SplittableRandom random, int i) throws Exception {
        String criterion = criteria.get(random.nextInt(criteria.size()));
        officer.answer(criterion, random.nextInt(1, 6));
        if (officer.hasEvidence() && i % STEPS_TO_EVIDENCE == 1) {
            officer.attach(criterion, 2, document(random));
        }
    }

    /** Looks like a document on its outside, and nothing of it can be packed. */
    private static byte[] document(SplittableRandom random) {
        byte[] content = new byte[EVIDENCE_BYTES];
        random.nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static void rush(RushFigures figures, int officers, long between, boolean evidence, Life life)
            throws Exception {
        List<Long> assessments = assessments(officers);
        List<Future<Officer>> all = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < officers; i++) {
                long assessment = assessments.get(i);
                SplittableRandom random = new SplittableRandom(i);
                Officer officer = new Officer("xa%05d".formatted(i), assessment, evidence && i % WITH_EVIDENCE == 0,
                        figures);
                all.add(people.submit(() -> {
                    life.live(officer, random);
                    return officer;
                }));
                Thread.sleep(between);
            }
        }
        figures.over();
        List<Officer.Kept> kept = new ArrayList<>();
        for (Future<Officer> one : all) {
            kept.add(one.get().kept());
        }
        assertEquals(0, lost(kept), "answers that were acknowledged and are not there");
        assertEquals(0, lostFiles(kept), "files that were acknowledged and are not there");
        assertEquals(Map.of(), figures.failures(), "everything but the announced 503 is answered as it was asked");
    }

    private static List<Long> assessments(int officers) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection database = DatabaseForTests.connect();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                        + " WHERE s.id >= 2000000000 ORDER BY a.code LIMIT " + officers)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    private static long lost(List<Officer.Kept> kept) throws SQLException {
        long lost = 0;
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement sql = database.prepareStatement(
                        """
                        SELECT a.version, (SELECT COUNT(*) FROM answer_history h WHERE h.assessment_id = a.assessment_id
                            AND h.criterion = a.criterion) FROM answer a WHERE a.assessment_id = ? AND a.criterion = ?""")) {
            for (Officer.Kept officer : kept) {
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

    private static long lostFiles(List<Officer.Kept> kept) throws SQLException {
        long lost = 0;
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement sql = database.prepareStatement("""
                        SELECT COUNT(*) FROM evidence e JOIN evidence_content c ON c.evidence_id = e.id
                        WHERE e.assessment_id = ? AND e.criterion = ? AND LENGTH(c.content) = ?""")) {
            for (Officer.Kept officer : kept) {
                for (Map.Entry<String, Integer> files : officer.attached().entrySet()) {
                    sql.setLong(1, officer.assessment());
                    sql.setString(2, files.getKey());
                    sql.setInt(3, EVIDENCE_BYTES);
                    try (ResultSet row = sql.executeQuery()) {
                        row.next();
                        lost += files.getValue() - row.getLong(1);
                    }
                }
            }
        }
        return lost;
    }
}
