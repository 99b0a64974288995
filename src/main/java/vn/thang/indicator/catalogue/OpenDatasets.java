package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.indicator.fetching.PullQuery;
import vn.thang.platform.Sha256;
import vn.thang.platform.Slice;

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
    private static final String INSERT = "INSERT INTO open_dataset (connector_id, dataset, agency_id, code, title, publisher, points, costs, from_run)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NEWEST = "(SELECT MAX(run_id) FROM open_data_score GROUP BY connector_id)";
    private static final String LINE = "SELECT a.code, a.name, a.name_en, s.datasets, s.good, s.recent, s.points, r.ended_at FROM open_data_score s"
            + " JOIN agency a ON a.id = s.agency_id JOIN connector_run r ON r.id = s.run_id";

    @Inject
    private PullQuery query;

    /** What a run counted, and since when it is so. */
    public record Counted(PulledCatalogue.Score score, Instant countedAt) {
    }

    /** Whether an address answered when it was last asked. */
    record Known(boolean answers, Instant askedAt) {
    }

    private record Present(long id, String facts) {
    }

    /** Keeps the datasets of a run. What is as it was stays, what changed or is gone ends with this run. */
    public void keep(long run, long connector, Map<Long, List<PulledCatalogue.Described>> datasets) {
        Map<String, Present> before = new HashMap<>();
        query.list("SELECT id, dataset, agency_id, title, publisher, costs FROM open_dataset WHERE connector_id = ? AND until_run IS NULL",
                row -> before.put(HexFormat.of().formatHex(row.getBytes(2)), new Present(row.getLong(1), facts(row.getLong(3), row.getString(4), row.getString(5),
                        row.getString(6)))), connector);
        List<Object[]> added = new ArrayList<>();
        datasets.forEach((agency, list) -> list.forEach(one -> {
            byte[] key = key(one.dataset().id());
            String title = cut(one.dataset().title() == null ? one.dataset().id() : one.dataset().title(), LONGEST);
            String publisher = cut(one.dataset().publisher() == null ? "" : one.dataset().publisher(), LONGEST_PUBLISHER);
            Present present = before.get(HexFormat.of().formatHex(key));
            if (present != null && present.facts().equals(facts(agency, title, publisher, costs(one.quality())))) {
                before.remove(HexFormat.of().formatHex(key));
            } else {
                added.add(new Object[] {connector, key, agency, cut(one.dataset().id(), LONGEST), title, publisher, one.quality().total().toDecimal(DECIMALS),
                    costs(one.quality()), run});
            }
        }));
        query.writeAll("UPDATE open_dataset SET until_run = ? WHERE id = ?", before.values().stream().map(gone -> new Object[] {run, gone.id()}).toList());
        query.writeAll(INSERT, added);
    }

    private static String facts(long agency, String title, String publisher, String costs) {
        return agency + "\n" + title + "\n" + publisher + "\n" + costs;
    }

    public void keepScores(long run, long connector, Map<Long, Counted> scores) {
        query.writeAll("INSERT INTO open_data_score (run_id, agency_id, connector_id, datasets, good, recent, points, counted_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", scores.entrySet().stream().map(entry -> {
                    PulledCatalogue.Score score = entry.getValue().score();
                    return new Object[] {run, entry.getKey(), connector, score.datasets(), score.good(), score.recent(),
                        score.points().map(points -> points.toDecimal(DECIMALS)).orElse(null), entry.getValue().countedAt()};
                }).toList());
    }

    /** What the last run of the connector counted, by agency. */
    public Map<Long, Counted> lastScores(long connector) {
        Map<Long, Counted> last = new HashMap<>();
        query.list("SELECT agency_id, datasets, good, recent, counted_at FROM open_data_score WHERE run_id = (SELECT MAX(run_id) FROM open_data_score"
                + " WHERE connector_id = ?) AND connector_id = ?", row -> last.put(row.getLong(1), new Counted(new PulledCatalogue.Score(row.getInt(2), row.getInt(3),
                row.getInt(4), Optional.empty()), PullQuery.moment(row, 5))), connector, connector);
        return last;
    }

    /** What is known of these addresses. */
    Map<String, Known> known(List<String> addresses) {
        Map<String, String> byKey = addresses.stream().collect(Collectors.toMap(one -> HexFormat.of().formatHex(key(one)), one -> one, (one, same) -> one));
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < addresses.size(); from += AT_ONCE) {
            List<String> some = addresses.subList(from, Math.min(addresses.size(), from + AT_ONCE));
            query.list("SELECT address, answers, asked_at FROM asked_address WHERE address IN (" + some.stream().map(one -> "?").collect(Collectors.joining(", "))
                    + ")", row -> known.put(byKey.get(HexFormat.of().formatHex(row.getBytes(1))), new Known(row.getBoolean(2), PullQuery.moment(row, 3))),
                    some.stream().map(OpenDatasets::key).toArray());
        }
        return known;
    }

    void remember(Map<String, Boolean> answers, Instant now, Duration longest) {
        query.writeAll("INSERT INTO asked_address (address, answers, asked_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE answers = VALUES(answers),"
                + " asked_at = VALUES(asked_at)", answers.entrySet().stream().map(one -> new Object[] {key(one.getKey()), one.getValue(), now}).toList());
        query.write("DELETE FROM asked_address WHERE asked_at < ?", now.minus(longest));
    }

    /** Agencies with what the newest runs counted, the weakest first; two statements. */
    Slice<OpenDataPoints.Line> agencies(int page) {
        long total = query.number("SELECT COUNT(*) FROM open_data_score WHERE run_id IN " + NEWEST);
        int existing = Slice.existing(page, total);
        return new Slice<>(query.list(LINE + " WHERE s.run_id IN " + NEWEST + " ORDER BY s.points IS NULL, s.points, a.code LIMIT ? OFFSET ?", OpenDatasets::line, Slice.SIZE, Slice.offset(existing)), total, existing);
    }

    /** What the runs counted for an agency, the newest first. */
    List<OpenDataPoints.Line> history(long agency, int most) {
        return query.list(LINE + " WHERE s.agency_id = ? ORDER BY s.run_id DESC LIMIT ?", OpenDatasets::line, agency, most);
    }

    /** The datasets of an agency as they are, the weakest first; two statements. */
    Slice<OpenDataPoints.Described> datasets(long agency, int page) {
        long total = query.number("SELECT COUNT(*) FROM open_dataset WHERE agency_id = ? AND until_run IS NULL", agency);
        int existing = Slice.existing(page, total);
        return new Slice<>(query.list("SELECT code, title, publisher, points, costs FROM open_dataset WHERE agency_id = ? AND until_run IS NULL"
                + " ORDER BY points, id LIMIT ? OFFSET ?", row -> new OpenDataPoints.Described(row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4),
                OpenDataPoints.costs(row.getString(5))), agency, Slice.SIZE, Slice.offset(existing)), total, existing);
    }

    private static OpenDataPoints.Line line(ResultSet row) throws SQLException {
        BigDecimal points = row.getBigDecimal(7);
        return new OpenDataPoints.Line(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getInt(6), points,
                PullQuery.moment(row, 8));
    }

    /** As KEYWORD:30,FORMAT:20/3. */
    public static String costs(MetadataQuality quality) {
        return quality.costs().stream().map(cost -> cost.metric() + ":" + cost.points()).collect(Collectors.joining(","));
    }

    private static byte[] key(String text) {
        return Sha256.of(text);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
