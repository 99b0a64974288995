package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.SearchedWords;
import vn.thang.platform.Sha256;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/**
 * The datasets of catalogues with their points, as they are and as they were, and what every run counted for every agency. A
 * dataset has a new row only when something about it changed, so that daily runs do not repeat themselves.
 */
@ApplicationScoped
@Transactional
public class OpenDatasets {

    private static final int LONGEST = 400;
    private static final int LONGEST_PUBLISHER = 200;
    private static final int DECIMALS = 4;
    private static final int AT_ONCE = 1_000;
    private static final String INSERT = """
            INSERT INTO open_dataset (connector_id, dataset, agency_id, code, title, publisher, points, costs, from_run)
            VALUES (:connector, :dataset, :agency, :code, :title, :publisher, :points, :costs, :run)""";
    private static final String INSERT_SCORE = """
            INSERT INTO open_data_score (run_id, agency_id, connector_id, datasets, good, recent, points, counted_at)
            VALUES (:run, :agency, :connector, :datasets, :good, :recent, :points, :countedAt)""";
    private static final String REMEMBER = """
            INSERT INTO asked_address (address, answers, asked_at) VALUES (:address, :answers, :now)
            ON DUPLICATE KEY UPDATE answers = VALUES(answers), asked_at = VALUES(asked_at)""";
    private static final String NEWEST = "s.run_id IN (SELECT MAX(run_id) FROM open_data_score GROUP BY connector_id)";
    private static final String SCORES = """
            FROM open_data_score s
            JOIN agency a ON a.id = s.agency_id
            JOIN connector_run r ON r.id = s.run_id
            """;
    private static final String LINE = """
            SELECT s.run_id AS run, a.code, a.name, a.name_en, s.datasets, s.good, s.recent, s.points, r.ended_at AS `at`
            """ + SCORES;

    @Inject
    private Jdbi jdbi;

    /** What a run counted, and since when it is so. */
    public record Counted(PulledCatalogue.Score score, Instant countedAt) {
    }

    /** Whether an address answered when it was last asked. */
    record Known(boolean answers, Instant askedAt) {
    }

    private record Present(long id, byte[] dataset, long agency, String title, String publisher, String costs) {

        private String facts() {
            return OpenDatasets.facts(agency, title, publisher, costs);
        }
    }

    private record LastScore(long agency, int datasets, int good, int recent, Instant countedAt) {

        private Counted counted() {
            return new Counted(new PulledCatalogue.Score(datasets, good, recent, Optional.empty()), countedAt);
        }
    }

    private record AddressLine(byte[] address, boolean answers, Instant askedAt) {
    }

    /** What so many datasets lose. */
    record SameCosts(String costs, int datasets) {
    }

    private record DatasetLine(long id, String code, String title, String publisher, BigDecimal points, String costs) {

        private OpenDataPoints.Described described() {
            return new OpenDataPoints.Described(id, code, title, publisher, points, OpenDataPoints.costs(costs));
        }
    }

    /** Keeps the datasets of a run. What is as it was stays, what changed or is gone ends with this run. */
    public void keep(long run, long connector, Map<Long, List<PulledCatalogue.Described>> datasets) {
        jdbi.useHandle(sql -> {
            Map<String, Present> before = new HashMap<>();
            sql.createQuery("""
                    SELECT id, dataset, agency_id AS agency, title, publisher, costs FROM open_dataset
                    WHERE connector_id = :connector AND until_run IS NULL""").bind("connector", connector)
                    .mapTo(Present.class).forEach(one -> before.put(HexFormat.of().formatHex(one.dataset()), one));
            PreparedBatch added = sql.prepareBatch(INSERT);
            datasets.forEach((agency, list) -> list.forEach(one -> {
                byte[] key = key(one.dataset().id());
                String title = cut(one.dataset().title() == null ? one.dataset().id() : one.dataset().title(), LONGEST);
                String publisher = cut(one.dataset().publisher() == null ? "" : one.dataset().publisher(),
                        LONGEST_PUBLISHER);
                Present present = before.get(HexFormat.of().formatHex(key));
                if (present != null && present.facts().equals(facts(agency, title, publisher, costs(one.quality())))) {
                    before.remove(HexFormat.of().formatHex(key));
                } else {
                    added.bind("connector", connector).bind("dataset", key).bind("agency", agency)
                            .bind("code", cut(one.dataset().id(), LONGEST)).bind("title", title)
                            .bind("publisher", publisher)
                            .bind("points", one.quality().total().toDecimal(DECIMALS))
                            .bind("costs", costs(one.quality()))
                            .bind("run", run).add();
                }
            }));
            PreparedBatch gone = sql.prepareBatch("UPDATE open_dataset SET until_run = :run WHERE id = :id");
            before.values().forEach(one -> gone.bind("run", run).bind("id", one.id()).add());
            gone.execute();
            added.execute();
        });
    }

    private static String facts(long agency, String title, String publisher, String costs) {
        return agency + "\n" + title + "\n" + publisher + "\n" + costs;
    }

    public void keepScores(long run, long connector, Map<Long, Counted> scores) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch(INSERT_SCORE);
            scores.forEach((agency, counted) -> {
                PulledCatalogue.Score score = counted.score();
                BigDecimal points = score.points().map(one -> one.toDecimal(DECIMALS)).orElse(null);
                insert.bind("run", run).bind("agency", agency).bind("connector", connector)
                        .bind("datasets", score.datasets())
                        .bind("good", score.good()).bind("recent", score.recent()).bind("points", points)
                        .bind("countedAt", counted.countedAt()).add();
            });
            insert.execute();
        });
    }

    /** What the last run of the connector counted, by agency. */
    public Map<Long, Counted> lastScores(long connector) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT agency_id AS agency, datasets, good, recent, counted_at FROM open_data_score
                WHERE run_id = (SELECT MAX(run_id) FROM open_data_score WHERE connector_id = :connector)
                    AND connector_id = :connector""").bind("connector", connector).mapTo(LastScore.class)
                .collect(Collectors.toMap(LastScore::agency, LastScore::counted)));
    }

    /** What is known of these addresses. */
    Map<String, Known> known(List<String> addresses) {
        Map<String, String> byKey = addresses.stream()
                .collect(Collectors.toMap(one -> HexFormat.of().formatHex(key(one)), one -> one, (one, same) -> one));
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < addresses.size(); from += AT_ONCE) {
            List<byte[]> some = addresses.subList(from, Math.min(addresses.size(), from + AT_ONCE)).stream()
                    .map(OpenDatasets::key).toList();
            jdbi.useHandle(sql -> sql.createQuery("""
                    SELECT address, answers, asked_at FROM asked_address WHERE address IN (<addresses>)""")
                    .bindList("addresses", some).mapTo(AddressLine.class).forEach(line -> known.put(
                            byKey.get(HexFormat.of().formatHex(line.address())),
                            new Known(line.answers(), line.askedAt()))));
        }
        return known;
    }

    void remember(Map<String, Boolean> answers, Instant now, Duration longest) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch(REMEMBER);
            answers.forEach(
                    (address, answer) -> insert.bind("address", key(address)).bind("answers", answer).bind("now", now)
                            .add());
            insert.execute();
            sql.createUpdate("DELETE FROM asked_address WHERE asked_at < :before").bind("before", now.minus(longest))
                    .execute();
        });
    }

    /** A page of the agencies with what the newest runs counted; two statements. */
    Slice<OpenDataPoints.AgencyPoints> agencies(String words, String type, Cut<OpenDataOrder> cut) {
        String where = "WHERE " + NEWEST + " AND a.type = COALESCE(:type, a.type)" + AgencyWords.condition(words);
        return jdbi.withHandle(sql -> Slice.of(
                agencies(sql, "SELECT COUNT(*) " + SCORES + where, words, type).mapTo(Long.class).one(), cut,
                (size, offset) -> agencies(sql,
                        LINE + where + " ORDER BY " + cut.sql("a.code, s.run_id") + " LIMIT :size OFFSET :offset",
                        words, type).bind("size", size).bind("offset", offset).mapTo(OpenDataPoints.AgencyPoints.class)
                        .list()));
    }

    private static Query agencies(Handle sql, String text, String words, String type) {
        return sql.createQuery(text).bind("type", type).bindMap(AgencyWords.arguments(words));
    }

    /** What the runs counted for an agency, the newest first. */
    List<OpenDataPoints.AgencyPoints> history(long agency, int most) {
        return jdbi.withHandle(sql -> sql.createQuery(LINE + """
                WHERE s.agency_id = :agency ORDER BY s.run_id DESC LIMIT :most""").bind("agency", agency)
                .bind("most", most)
                .mapTo(OpenDataPoints.AgencyPoints.class).list());
    }

    /** A page of the datasets of an agency as they are; two statements. */
    Slice<OpenDataPoints.Described> datasets(long agency, DatasetFilter filter, Cut<DatasetOrder> cut) {
        String from = "FROM open_dataset WHERE agency_id = :agency AND until_run IS NULL"
                + (filter.words() == null ? ""
                        : " AND (" + SearchedWords.in("title") + " OR " + SearchedWords.in("publisher") + ")")
                + (filter.metric() == null ? "" : " AND CONCAT(',', costs) LIKE CONCAT('%,', :metric, ':%')");
        return jdbi.withHandle(sql -> Slice.of(
                datasets(sql, "SELECT COUNT(*) " + from, agency, filter).mapTo(Long.class).one(), cut,
                (size, offset) -> datasets(sql,
                        "SELECT id, code, title, publisher, points, costs " + from + " ORDER BY "
                                + cut.sql("id") + " LIMIT :size OFFSET :offset",
                        agency, filter).bind("size", size)
                        .bind("offset", offset).mapTo(DatasetLine.class).map(DatasetLine::described).list()));
    }

    private static Query datasets(Handle sql, String text, long agency, DatasetFilter filter) {
        Query query = sql.createQuery(text).bind("agency", agency);
        if (filter.words() != null) {
            query.bind("words", SearchedWords.containing(filter.words()));
        }
        return filter.metric() == null ? query : query.bind("metric", filter.metric().name());
    }

    /** What all datasets of an agency lose, by how many of them lose just that; one statement. */
    List<SameCosts> costs(long agency) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT costs, COUNT(*) AS datasets FROM open_dataset
                WHERE agency_id = :agency AND until_run IS NULL GROUP BY costs""").bind("agency", agency)
                .mapTo(SameCosts.class).list());
    }

    /** As KEYWORD:30,FORMAT:20/3. */
    public static String costs(MetadataQuality quality) {
        return quality.costs().stream().map(cost -> cost.metric() + ":" + cost.points())
                .collect(Collectors.joining(","));
    }

    private static byte[] key(String text) {
        return Sha256.of(text);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
