package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
class DeadlineBench {

    private static final String ROUND = "D2026";
    private static final Duration CLOSED_LOOP = Duration.ofSeconds(Integer.getInteger("bench.rush.seconds", 60));
    private static final Duration DAY = Duration.ofSeconds(Integer.getInteger("bench.day.seconds", 600));
    private static final int ARRIVING = Integer.getInteger("bench.day.officers", 1_000);
    private static final long BETWEEN_ARRIVALS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Every so many-th officer has evidence to attach. */
    private static final int WITH_EVIDENCE = 10;
    private static final int EVIDENCE_BYTES = 5 << 20;
    private static final int STEPS_TO_AN_EMPTY_PAGE = 10;
    private static final int STEPS_TO_EVIDENCE = 10;

    private final List<String> criteria = new Catalog(Optional.empty()).model("vn-dgm/1.0").forAgencyType("commune")
            .criteria().stream().map(Criterion::code).toList();

    private interface Life {

        void live(Officer officer, SplittableRandom random, Instant end) throws Exception;
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

    @ParameterizedTest
    @CsvSource({"20, false", "40, false", "100, false", "400, false", "100, true"})
    void officersWithoutAPause(int officers, boolean evidence) throws Exception {
        RushFigures figures = rush(officers, 0, CLOSED_LOOP, evidence, (officer, random, end) -> {
            officer.signIn();
            for (int i = 0; Instant.now().isBefore(end); i++) {
                step(officer, random, i);
                if (i % STEPS_TO_AN_EMPTY_PAGE == 0) {
                    officer.openTheEmptyPage();
                }
            }
        });
        keep("%d officers without a pause%s".formatted(officers, with(evidence)), figures,
                "wanted: save p95 at most 2 s at 100, saves/s at least 0.9 of the best; question 3 and save 2 empty pages at 40");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDayInSmall(boolean evidence) throws Exception {
        RushFigures figures = rush(ARRIVING, BETWEEN_ARRIVALS, DAY, evidence, (officer, random, end) -> {
            officer.signIn();
            for (int i = 0; Instant.now().isBefore(end); i++) {
                step(officer, random, i);
                Thread.sleep(PAUSE);
            }
        });
        keep("%d officers, 10 more a second, 30 s between steps%s".formatted(ARRIVING, with(evidence)), figures,
                "wanted: inside within 2 min, sign-in p95 2 s, save p95 1 s");
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

    private RushFigures rush(int officers, long between, Duration time, boolean evidence, Life life) throws Exception {
        List<Long> assessments = assessments(officers);
        RushFigures figures = new RushFigures();
        Instant end = Instant.now().plus(time);
        List<Future<Officer>> all = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < officers; i++) {
                long assessment = assessments.get(i);
                SplittableRandom random = new SplittableRandom(i);
                Officer officer = new Officer("xa%05d".formatted(i), assessment, evidence && i % WITH_EVIDENCE == 0,
                        figures);
                all.add(people.submit(() -> {
                    life.live(officer, random, end);
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
        return figures;
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

    private static void keep(String what, RushFigures figures, String wanted) {
        Figures.keep(what, "%.0f saves/s, p95 %.0f ms".formatted(figures.perSecond("save"),
                figures.percentile("save", 95)),
                ("%d saves, none lost; question p95 %.0f ms, %.1f empty pages; save %.1f empty pages; sign-in p50 %.0f, p95 %.0f ms;"
                        + " at the door p95 %.0f, longest %.0f ms; %d files, p95 %.0f ms; told to wait %s; failed %s; heap at most %d MiB;"
                        + " processor: %s, for each save %s").formatted(figures.count("save"),
                                figures.percentile("question", 95), figures.times("question", "empty page"),
                                figures.times("save", "empty page"), figures.percentile("sign-in", 50),
                                figures.percentile("sign-in", 95), figures.percentile("admission", 95),
                                figures.percentile("admission", 100), figures.count("evidence"),
                                figures.percentile("evidence", 95), figures.waits(), figures.failures(), figures.heap(),
                                figures.processorUsed(), figures.processorFor("save")),
                wanted);
    }
}
