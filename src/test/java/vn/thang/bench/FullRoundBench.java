package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.assessment.score.RoundReplay;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.CatalogDrafts;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.RowWriter;
import vn.thang.data.round.AnswerRow;
import vn.thang.data.round.ResultRow;
import vn.thang.data.round.RoundData;
import vn.thang.drafting.DraftDecision;
import vn.thang.drafting.Drafting;
import vn.thang.drafting.ProgrammeEffect;
import vn.thang.matter.sheet.SheetMaking;
import vn.thang.open.Choice;
import vn.thang.open.OpenReading;
import vn.thang.open.Opening;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.Work;
import vn.thang.report.workbook.NationalWorkbook;
import vn.thang.security.Caller;

/** A full round inside the server: scoring all of it, writing its workbook, saving one answer. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FullRoundBench {

    private static final String ROUND = "B2026";
    private static final String PUBLISHED = "B2025";
    private static final int SAVED_ANSWERS = 400;
    private static final int WRITTEN = 5;
    private static final int MILLISECONDS = 200;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private Caller caller;

    @Inject
    private ScoreRebuild scores;

    @Inject
    private NationalWorkbook workbooks;

    @Inject
    private RankRobustness robustness;

    @Inject
    private RoundReplay replays;

    @Inject
    private Catalog catalog;

    @Inject
    private Drafting drafting;

    @Inject
    private DraftDecision decision;

    @Inject
    private ProgrammeEffect effects;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private RoundData data;

    @Inject
    private SheetMaking sheets;

    @Inject
    private LongWork works;

    @Inject
    private Opening opening;

    @Inject
    private OpenReading open;

    @Test
    @Order(1)
    void fill() throws Exception {
        Figures.begin();
        try (Connection connection = dataSource.getConnection()) {
            FullRound round = new FullRound(connection);
            round.addCommunes();
            round.addRounds();
            Figures.keep("full round", count(connection, "SELECT COUNT(*) FROM assessment s JOIN assessment_round r"
                    + " ON r.id = s.round_id WHERE r.code = 'B2026'") + " agencies",
                    count(connection, "SELECT COUNT(*) FROM answer") + " answers in all rounds", "");
        }
        caller.actAsSystem();
        for (String code : FullRound.ROUNDS) {
            scores.rebuild(round(code), "vn-dgm/1.0");
        }
    }

    @Test
    @Order(2)
    void scoreTheRound() throws Exception {
        caller.actAsSystem();
        long round = round(ROUND);
        double[] best = {Double.MAX_VALUE};
        for (int i = 0; i < 2; i++) {
            best[0] = Math.min(best[0], Figures.seconds(() -> scores.rebuild(round, "vn-dgm/1.0")));
        }
        long heap = Figures.heap(() -> scores.rebuild(round, "vn-dgm/1.0"));
        Files.writeString(Path.of("target/bench-scoring.txt"), String.valueOf(best[0]));
        Figures.keep("scoring the round from the database", "%.2f s".formatted(best[0]),
                "heap above idle " + heap + " MiB",
                "wanted: at most 512 MiB");
    }

    @Test
    @Order(3)
    void writeTheWorkbook() throws Exception {
        caller.actAs("thamdinh");
        Path file = Path.of("target/bench-round.xlsx");
        Figures.Work write = () -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                workbooks.prepare(ROUND, "VN", Locale.forLanguageTag("vi-VN")).content().to(out);
            }
        };
        write.run();
        WrittenCells cells = WrittenCells.read(file);
        double best = Double.MAX_VALUE;
        double alone = Double.MAX_VALUE;
        for (int i = 0; i < WRITTEN; i++) {
            best = Math.min(best, Figures.seconds(write));
            alone = Math.min(alone, Figures.seconds(() -> cells.write(Path.of("target/bench-cells.xlsx"))));
        }
        Figures.keep("workbook of the round", "%.2f s, %d MiB".formatted(best, Files.size(file) >> 20),
                "%.2f times %.2f s of the same %,d cells alone".formatted(best / alone, alone, cells.count()),
                "wanted: at most 1.5 times");
    }

    @Test
    @Order(4)
    void holdTheWorkbook() throws Exception {
        caller.actAs("thamdinh");
        long heap = Figures.heap(() -> {
            try (OutputStream out = OutputStream.nullOutputStream()) {
                workbooks.prepare(ROUND, "VN", Locale.forLanguageTag("vi-VN")).content().to(out);
            }
        });
        Figures.keep("workbook of the round, memory", "",
                "heap above idle " + heap + " MiB", "wanted: at most 256 MiB");
    }

    @Test
    @Order(5)
    void moveTheWeights() throws Exception {
        caller.actAs("lanhdao");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            best = Math.min(best, Figures.seconds(() -> robustness.analyse(ROUND)));
        }
        Figures.keep("robustness of the ranks of the round", "%.2f s".formatted(best),
                "%,d draws, read from the database and stored".formatted(RankRobustness.DRAWS), "wanted: at most 5 s");
    }

    /** The last round of the country by a draft with another gate, from its files to the names of those who move. */
    @Test
    @Order(5)
    void replayADraft() throws Exception {
        caller.actAs("quantri");
        Map<String, byte[]> files = new HashMap<>(catalog.files("vn-dgm/1.1"));
        files.put("model.yaml", new String(files.get("model.yaml"), StandardCharsets.UTF_8)
                .replace("version: \"1.1\"", "version: \"9.9\"")
                .replace("whole: {at: \">85\"", "whole: {at: \">60\"").getBytes(StandardCharsets.UTF_8));
        double best = Double.MAX_VALUE;
        RoundReplay.Replayed[] replayed = {null};
        for (int i = 0; i < 2; i++) {
            best = Math.min(best, Figures
                    .seconds(() -> replayed[0] = replays.of(new CatalogDrafts(catalog).model(files), Progress.UNSEEN)));
        }
        Figures.keep("replay of the last round by a draft", "%.2f s".formatted(best), "%,d of %,d agencies move"
                .formatted(replayed[0].replay().moves().size(), replayed[0].replay().agencies()),
                "wanted: at most 5 s");
    }

    /** What another version of the programme would do to all targets, from its archive to the names of those that move. */
    @Test
    @Order(5)
    void effectOfAProgrammeDraft() throws Exception {
        caller.actAs("quantri");
        String ref = catalog.edition().ref();
        long draft = drafting.upload("bench.zip", programmeDraft(drafting.archive(ref)));
        double best = Double.MAX_VALUE;
        ProgrammeEffect.Effect[] effect = {null};
        for (int i = 0; i < 2; i++) {
            best = Math.min(best, Figures.seconds(() -> effect[0] = effects.of(draft)));
        }
        decision.drop(draft);
        assertFalse(effect[0].rows().isEmpty());
        Figures.keep("effect of a draft of the programme", "%.2f s".formatted(best), "%,d of %,d targets move"
                .formatted(effect[0].rows().stream().filter(ProgrammeEffect.TargetEffect::moves).count(),
                        effect[0].rows().size()),
                "wanted: at most 5 s");
    }

    /** The same files under another number and with another bound of coverage. */
    private static byte[] programmeDraft(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().endsWith("programme.yaml")
                        ? text.replaceFirst("(?m)^version: .*$", "version: \"9.9\"").replace("coverage: 80",
                                "coverage: 60")
                        : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    @Order(6)
    void saveAnswers() throws Exception {
        caller.actAs("canbo");
        long assessment = assessmentOfLaoCai();
        List<Double> saved = new ArrayList<>();
        int version = 0;
        for (int i = 0; i < SAVED_ANSWERS; i++) {
            AssessmentWorkflow.Draft draft = new AssessmentWorkflow.Draft("INF.4", String.valueOf(1 + i % 5), null,
                    version);
            long begin = System.nanoTime();
            version = workflow.answer(assessment, draft).answer().version();
            saved.add((System.nanoTime() - begin) / 1e6);
        }
        double bare = median(bareInserts(assessment));
        Figures.keep("one saved answer, median", "%.2f ms".formatted(median(saved)),
                "bare insert %.2f ms, beyond it %.2f ms".formatted(bare, median(saved) - bare),
                "wanted: at most 10 ms beyond");
    }

    /** A program reads all results and all answers of the round, batch by batch, as lines with commas. */
    @Test
    @Order(7)
    void readTheRound() throws Exception {
        caller.actAs("thamdinh");
        long[] bytes = {0};
        long[] rows = {0};
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            bytes[0] = 0;
            rows[0] = 0;
            double results = Figures.seconds(
                    () -> rows[0] += readAll(asked -> data.results(ROUND, asked), ResultRow.class, bytes));
            best = Math.min(best, results + Figures.seconds(
                    () -> rows[0] += readAll(asked -> data.answers(ROUND, asked), AnswerRow.class, bytes)));
        }
        Figures.keep("reading the round by the API", "%.2f s".formatted(best),
                "%,d rows, %d MiB of CSV".formatted(rows[0], bytes[0] >> 20), "wanted: at most 10 s");
    }

    /** The reports of all agencies of the country as one archive, from the order to the last part that is read again. */
    @Test
    @Order(8)
    void reportAllAgencies() throws Exception {
        caller.actAs("lanhdao");
        long[] made = {0};
        long[] bytes = {0};
        double[] seconds = {0};
        long heap = Figures.heap(() -> seconds[0] = Figures.seconds(() -> {
            long work = sheets.start("VN", true, Locale.forLanguageTag("vi-VN"));
            while (works.get(work).active()) {
                Thread.sleep(MILLISECONDS);
            }
            Work done = works.get(work);
            assertEquals(Work.State.DONE, done.state(), () -> String.valueOf(done.incident()));
            try (OutputStream out = Files.newOutputStream(Path.of("target/bench-reports.zip"))) {
                works.file(work).orElseThrow().content().to(out);
            }
        }));
        try (ZipFile zip = new ZipFile("target/bench-reports.zip")) {
            made[0] = zip.size() - 1L;
            bytes[0] = Files.size(Path.of("target/bench-reports.zip"));
        }
        Figures.keep("reports of all agencies", "%.1f s, %,d reports, %d MiB".formatted(seconds[0], made[0],
                bytes[0] >> 20), "%.1f ms each, heap above idle %d MiB".formatted(1000 * seconds[0] / made[0], heap),
                "wanted: at most 100 ms each");
    }

    /** The last published round of all agencies becomes public, and everybody reads it. */
    @Test
    @Order(9)
    void makeTheRoundPublic() throws Exception {
        caller.actAs("quantri");
        double seconds = Figures.seconds(() -> opening.open(PUBLISHED, new Choice(true, true)));
        Figures.keep("making the round public", "%.1f s".formatted(seconds), "", "");
        for (String path : List.of("/vi/" + PUBLISHED + "/", "/en/" + PUBLISHED + "/agencies/",
                "/de/" + PUBLISHED + "/agencies/15", "/catalogue.jsonld", "/data/" + PUBLISHED + "/results.json",
                "/share/vi/" + PUBLISHED + ".png")) {
            byte[][] content = {null};
            double best = Double.MAX_VALUE;
            for (int i = 0; i < WRITTEN; i++) {
                best = Math.min(best, Figures.seconds(() -> content[0] = open.read(new OpenReading.Question(path,
                        "https://thang.example/open/", null, 1)).orElseThrow().content()));
            }
            Figures.keep("open" + path, "%.0f ms".formatted(best * 1000), "%,d bytes, %,d packed"
                    .formatted(content[0].length, packed(content[0])), "wanted: pages of 50,000 bytes at most");
        }
        opening.close(PUBLISHED);
    }

    private static int packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.size();
    }

    private static <R extends Record> long readAll(Function<Asked, Batch<R>> use, Class<R> type, long[] bytes) {
        RowWriter writer = new RowWriter(type, Set.of());
        long rows = 0;
        Asked asked = Asked.of(Map.of());
        while (asked != null) {
            Batch<R> batch = use.apply(asked);
            rows += batch.rows().size();
            bytes[0] += writer.csv(batch.rows()).length;
            asked = batch.next() == null ? null : Asked.of(Map.of("cursor", batch.next()));
        }
        return rows;
    }

    private List<Double> bareInserts(long assessment) throws SQLException {
        List<Double> inserts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("INSERT INTO answer (id, assessment_id, criterion, value,"
                                + " answered_at, version) VALUES (NEXTVAL(answer_seq), ?, ?, '3', NOW(6), 1)");
                PreparedStatement delete = connection
                        .prepareStatement("DELETE FROM answer WHERE criterion LIKE 'bench%'")) {
            for (int i = 0; i < SAVED_ANSWERS; i++) {
                insert.setLong(1, assessment);
                insert.setString(2, "bench" + i);
                long begin = System.nanoTime();
                insert.executeUpdate();
                inserts.add((System.nanoTime() - begin) / 1e6);
            }
            delete.executeUpdate();
        }
        return inserts;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private long round(String code) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return count(connection, "SELECT id FROM assessment_round WHERE code = '" + code + "'");
        }
    }

    private long assessmentOfLaoCai() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return count(connection, "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                    + " JOIN assessment_round r ON r.id = s.round_id WHERE a.code = '15' AND r.code = '2026'");
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
