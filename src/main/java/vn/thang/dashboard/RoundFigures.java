package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.organisation.AgencyType;

/** Counts over a round, made by the database: a fixed number of statements, however many agencies. */
@ApplicationScoped
class RoundFigures {

    private static final List<String> ORDER = AgencyType.assessed();
    private static final String ROUNDS = """
            SELECT r.id, r.code, r.name, CONCAT(r.model_id, '/', r.model_version) AS model_ref, r.opens_on, r.due_on, r.state,
                COUNT(s.id) AS agencies,
                COALESCE(SUM(s.state IN (<handedIn>)), 0) AS handed_in,
                GREATEST(COALESCE(MAX(s.handed_in_at), MAX(s.published_at)),
                    COALESCE(MAX(s.published_at), MAX(s.handed_in_at))) AS last_change,
                r.version,
                (SELECT COALESCE(SUM(batches), 0) FROM reading_source) AS readings,
                COALESCE(MIN(t.thinnest), 0) AS thinnest
            FROM assessment_round r
            LEFT JOIN assessment s ON s.round_id = r.id
            LEFT JOIN (SELECT o.round_id, MIN(o.share) AS thinnest
                FROM (SELECT n.round_id, AVG(n.state IN (<handedIn>)) AS share
                    FROM assessment n JOIN agency a ON a.id = n.agency_id GROUP BY n.round_id, a.type) o
                GROUP BY o.round_id) t ON t.round_id = r.id
            WHERE r.state <> :planned
            GROUP BY r.id
            ORDER BY r.due_on DESC, r.code DESC""";
    private static final String LEVELS = """
            SELECT a.type, '' AS node, IF(s.state IN (<handedIn>), c.level, NULL) AS level, COUNT(*) AS agencies
            FROM assessment s
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            WHERE s.round_id = :round
            GROUP BY 1, 2, 3""";
    private static final String DIMENSIONS = """
            SELECT a.type, n.node, n.level, COUNT(*) AS agencies
            FROM assessment s
            JOIN agency a ON a.id = s.agency_id
            JOIN node_score n ON n.assessment_id = s.id
            WHERE s.round_id = :round AND s.state IN (<handedIn>)
            GROUP BY 1, 2, 3""";
    private static final String MOVES = """
            SELECT a.type,
                COALESCE(IF(f.state = :published, fc.level, 0), 0) AS level_from,
                COALESCE(IF(t.state = :published, tc.level, 0), 0) AS level_to,
                t.round_id AS round, COUNT(*) AS agencies
            FROM assessment f
            JOIN assessment t ON t.agency_id = f.agency_id
            JOIN agency a ON a.id = f.agency_id
            LEFT JOIN assessment_score fc ON fc.assessment_id = f.id
            LEFT JOIN assessment_score tc ON tc.assessment_id = t.id
            WHERE (f.round_id, t.round_id) IN (<pairs>)
            GROUP BY 1, 2, 3, 4""";
    private static final String MOVEMENT = """
            SELECT a.type, n.node, SUM(n.level > o.level) AS rose, SUM(n.level = o.level) AS stayed, SUM(n.level < o.level) AS fell
            FROM assessment f
            JOIN assessment t ON t.agency_id = f.agency_id AND t.round_id = :to AND t.state IN (<handedIn>)
            JOIN agency a ON a.id = f.agency_id
            JOIN node_score o ON o.assessment_id = f.id
            JOIN node_score n ON n.assessment_id = t.id AND n.node = o.node
            WHERE f.round_id = :from AND f.state IN (<handedIn>)
            GROUP BY a.type, n.node
            UNION ALL
            SELECT a.type, '', SUM(n.level > o.level), SUM(n.level = o.level), SUM(n.level < o.level)
            FROM assessment f
            JOIN assessment t ON t.agency_id = f.agency_id AND t.round_id = :to AND t.state IN (<handedIn>)
            JOIN agency a ON a.id = f.agency_id
            JOIN assessment_score o ON o.assessment_id = f.id
            JOIN assessment_score n ON n.assessment_id = t.id
            WHERE f.round_id = :from AND f.state IN (<handedIn>)
            GROUP BY a.type""";
    private static final String TREND = """
            SELECT s.id AS assessment, r.code AS round, r.due_on, c.level, c.index_value AS `index`
            FROM assessment s
            JOIN assessment_round r ON r.id = s.round_id
            JOIN assessment_score c ON c.assessment_id = s.id
            WHERE s.agency_id = :agency AND s.state IN (<handedIn>)
            ORDER BY r.due_on, r.code""";

    @Inject
    private Jdbi jdbi;

    /** So many agencies of a type stand at a level, which is null while they wait. */
    private record LevelCount(String type, String node, Integer level, long agencies) {
    }

    private record MoveCount(String type, int levelFrom, int levelTo, long round, long agencies) {
    }

    /** Two rounds that follow each other. */
    public record Pair(long from, long to) {
    }

    /** Returns the rounds that have begun, newest first. */
    List<RoundChoice> rounds() {
        return jdbi.withHandle(sql -> sql.createQuery(ROUNDS).bind("planned", RoundState.PLANNED)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(RoundChoice.class).list());
    }

    /** Returns one group for each type of agency in the round, in the order of the types; two statements. */
    List<Group> groups(long roundId) {
        Map<String, Distribution> levels = new HashMap<>();
        Map<String, Long> waiting = new HashMap<>();
        for (LevelCount count : counts(LEVELS, roundId)) {
            if (count.level() == null) {
                waiting.put(count.type(), count.agencies());
            } else {
                add(levels, count.type(), count.level(), count.agencies());
            }
        }
        Map<String, Map<String, Distribution>> dimensions = new HashMap<>();
        for (LevelCount count : counts(DIMENSIONS, roundId)) {
            add(dimensions.computeIfAbsent(count.type(), type -> new HashMap<>()), count.node(), count.level(),
                    count.agencies());
        }
        return Stream.concat(waiting.keySet().stream(), levels.keySet().stream()).distinct()
                .sorted(Comparator.comparingInt(ORDER::indexOf))
                .map(type -> new Group(List.of(type), levels.getOrDefault(type, Distribution.empty()),
                        waiting.getOrDefault(type, 0L), dimensions.getOrDefault(type, Map.of())))
                .toList();
    }

    private List<LevelCount> counts(String query, long roundId) {
        return jdbi.withHandle(sql -> sql.createQuery(query).bind("round", roundId)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(LevelCount.class).list());
    }

    private static void add(Map<String, Distribution> counts, String key, int level, long agencies) {
        long[] one = new long[Distribution.LEVELS];
        one[level] = agencies;
        counts.merge(key, new Distribution(one), Distribution::plus);
    }

    /**
     * How the agencies of each type moved between levels from one of the published rounds to the next, and where they stand in
     * the last; one statement. Whoever did not hand in stands at 0, as one without a level does.
     *
     * @param rounds ids of two or more, in the order of time
     */
    Map<String, StepwiseForecast.Group> moves(List<Long> rounds) {
        List<Pair> pairs = IntStream.range(1, rounds.size()).mapToObj(i -> new Pair(rounds.get(i - 1), rounds.get(i)))
                .toList();
        long last = rounds.get(rounds.size() - 1);
        List<MoveCount> counts = jdbi
                .withHandle(sql -> sql.createQuery(MOVES).bind("published", AssessmentState.PUBLISHED)
                        .bindMethodsList("pairs", pairs, List.of("from", "to")).mapTo(MoveCount.class).list());
        Map<String, StepwiseForecast.Group> moves = new HashMap<>();
        for (MoveCount count : counts) {
            StepwiseForecast.Group group = moves.computeIfAbsent(count.type(), type -> new StepwiseForecast.Group(
                    new long[Distribution.LEVELS][Distribution.LEVELS], new long[Distribution.LEVELS]));
            group.transitions()[count.levelFrom()][count.levelTo()] += count.agencies();
            group.present()[count.levelTo()] += count.round() == last ? count.agencies() : 0;
        }
        return moves;
    }

    /** Returns how many agencies of each type rose, stayed and fell from one round to another, by dimension; one statement. */
    List<Movement> movement(long from, long to) {
        return jdbi.withHandle(sql -> sql.createQuery(MOVEMENT).bind("from", from).bind("to", to)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Movement.class).list());
    }

    /** Returns official level and index of an agency over the rounds that it handed in, oldest first. */
    List<TrendPoint> trend(long agencyId) {
        return jdbi.withHandle(sql -> sql.createQuery(TREND).bind("agency", agencyId)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(TrendPoint.class).list());
    }
}
