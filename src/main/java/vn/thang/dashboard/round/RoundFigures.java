package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.target.LevelHistory;
import vn.thang.core.target.Participation;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.organisation.agency.AgencyType;

/** Counts over a round, made by the database: a fixed number of statements, however many agencies. */
@ApplicationScoped
public class RoundFigures {

    private static final List<String> ORDER = AgencyType.assessed();
    /** How far some assessments are. */
    private static final String PROGRESS = """
            COUNT(*) AS agencies, SUM(s.state IN (<handedIn>)) AS handed_in,
                GREATEST(COALESCE(MAX(s.handed_in_at), MAX(s.published_at)),
                    COALESCE(MAX(s.published_at), MAX(s.handed_in_at))) AS last_change""";
    /** How far a round is that still changes; one that is published changes with its version only. */
    private static final String ROUNDS = """
            SELECT r.id, r.code, r.name, CONCAT(r.model_id, '/', r.model_version) AS model_ref, r.opens_on, r.due_on, r.state,
                COALESCE(p.agencies, 0) AS agencies, COALESCE(p.handed_in, 0) AS handed_in, p.last_change, r.version,
                (SELECT COALESCE(SUM(batches), 0) FROM reading_source) AS readings, r.rehearsal, r.participation,
                (SELECT GROUP_CONCAT(z.agency_type) FROM round_scope z WHERE z.round_id = r.id) AS scope
            FROM assessment_round r
            LEFT JOIN (SELECT s.round_id, %s
                FROM counted_assessment s
                JOIN assessment_round o ON o.id = s.round_id AND o.state <> :published
                GROUP BY s.round_id) p ON p.round_id = r.id
            WHERE r.state <> :planned
            ORDER BY r.due_on DESC, r.code DESC""".formatted(PROGRESS);
    private static final String TYPES = """
            SELECT s.round_id AS round, a.type, %s
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            GROUP BY 1, 2""".formatted(PROGRESS);
    private static final String LEVELS = """
            SELECT a.type, '' AS node, IF(s.state IN (<handedIn>), c.level, NULL) AS level, COUNT(*) AS agencies,
                SUM(c.measured) AS measured, SUM(GREATEST(c.grounded - c.measured, 0)) AS evidenced,
                SUM(c.confirmed) AS confirmed
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            WHERE s.round_id = :round
            GROUP BY 1, 2, 3""";
    private static final String PROVINCES = """
            SELECT a.type, IF(a.type = :province, a.code, p.code) AS node, IF(s.state IN (<handedIn>), c.level, NULL) AS level,
                COUNT(*) AS agencies, 0 AS measured, 0 AS evidenced, 0 AS confirmed
            FROM counted_assessment s
            JOIN assessment_place w ON w.assessment_id = s.id
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN agency p ON p.id = w.first_level
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            WHERE s.round_id = :round AND a.type IN (:province, :commune)
            GROUP BY 1, 2, 3""";
    private static final String DIMENSIONS = """
            SELECT a.type, n.node, n.level, COUNT(*) AS agencies, 0 AS measured, 0 AS evidenced, 0 AS confirmed
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            JOIN node_score n ON n.assessment_id = s.id
            WHERE s.round_id = :round AND s.state IN (<handedIn>)
            GROUP BY 1, 2, 3""";
    private static final String HISTORIES = """
            SELECT a.type, s.agency_id AS agency, s.round_id AS round,
                IF(s.state = :published, COALESCE(c.level, 0), NULL) AS level
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            WHERE (a.type, s.round_id) IN (<asked>)""";
    private static final String MOVEMENT = """
            SELECT a.type, n.node, SUM(n.level > o.level) AS rose, SUM(n.level = o.level) AS stayed, SUM(n.level < o.level) AS fell
            FROM counted_assessment f
            JOIN counted_assessment t ON t.agency_id = f.agency_id AND t.state IN (<handedIn>)
            JOIN agency a ON a.id = f.agency_id
            JOIN node_score o ON o.assessment_id = f.id
            JOIN node_score n ON n.assessment_id = t.id AND n.node = o.node
            WHERE (a.type, f.round_id, t.round_id) IN (<steps>) AND f.state IN (<handedIn>)
            GROUP BY a.type, n.node
            UNION ALL
            SELECT a.type, '', SUM(n.level > o.level), SUM(n.level = o.level), SUM(n.level < o.level)
            FROM counted_assessment f
            JOIN counted_assessment t ON t.agency_id = f.agency_id AND t.state IN (<handedIn>)
            JOIN agency a ON a.id = f.agency_id
            JOIN assessment_score o ON o.assessment_id = f.id
            JOIN assessment_score n ON n.assessment_id = t.id
            WHERE (a.type, f.round_id, t.round_id) IN (<steps>) AND f.state IN (<handedIn>)
            GROUP BY a.type""";
    @Inject
    private Jdbi jdbi;

    @Inject
    private RecentFigures recent;

    /** So many agencies of a type stand at a level, which is null while they wait. */
    private record LevelCount(String type, String node, Integer level, long agencies, BigDecimal measured,
            BigDecimal evidenced, BigDecimal confirmed) {

        private Group group() {
            long[] counts = new long[Distribution.LEVELS];
            if (level != null) {
                counts[level] = agencies;
            }
            return new Group(List.of(type), new Distribution(counts), level == null ? agencies : 0, Map.of(),
                    Grounds.NONE);
        }

        private Grounds grounds() {
            return new Grounds(BigDecimal.valueOf(agencies), measured, evidenced, confirmed);
        }
    }

    /** The level of an agency in a round; null where it did not hand in. */
    private record Seen(String type, long agency, long round, Integer level) {
    }

    /** A type of agency that was asked in a round. */
    public record Asked(String type, long round) {
    }

    /** A type of agency with two rounds that follow each other. */
    public record Step(String type, long from, long to) {
    }

    /** A round as it stands; one without types in scope has no scope. */
    private record Begun(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
            String state, long agencies, long handedIn, Instant lastChange, int version, long readings,
            boolean rehearsal, int participation, String scope) {

        private RecentFigures.State stands() {
            return new RecentFigures.State(id, agencies, handedIn, lastChange, version);
        }

        /** A type in scope without agencies stands there too. */
        private RoundChoice with(List<TypeCount> counts) {
            Map<String, Participation> types = new HashMap<>();
            if (scope != null) {
                List.of(scope.split(",")).forEach(type -> types.put(type, new Participation(0, 0)));
            }
            counts.forEach(count -> types.put(count.type(), new Participation(count.agencies(), count.handedIn())));
            Instant changed = counts.stream().map(TypeCount::lastChange).filter(Objects::nonNull)
                    .max(Comparator.naturalOrder()).orElse(null);
            return new RoundChoice(id, code, name, modelRef, opensOn, dueOn, state, changed, version, readings,
                    rehearsal, participation, types);
        }
    }

    /** The agencies of one type in a round. */
    private record TypeCount(long round, String type, long agencies, long handedIn, Instant lastChange) {
    }

    private record TypesKey(List<RecentFigures.State> rounds) {
    }

    /** Returns the rounds that have begun, newest first; their agencies by type are counted only after one has changed. */
    public List<RoundChoice> rounds() {
        List<Begun> rounds = jdbi.withHandle(sql -> sql.createQuery(ROUNDS).bind("planned", RoundState.PLANNED)
                .bind("published", RoundState.PUBLISHED)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Begun.class).list());
        Map<Long, List<TypeCount>> types = recent.get(new TypesKey(rounds.stream().map(Begun::stands).toList()),
                this::types);
        return rounds.stream().map(round -> round.with(types.getOrDefault(round.id(), List.of()))).toList();
    }

    private Map<Long, List<TypeCount>> types() {
        return jdbi.withHandle(sql -> sql.createQuery(TYPES).bindList("handedIn", AssessmentState.handedIn())
                .mapTo(TypeCount.class).collect(Collectors.groupingBy(TypeCount::round)));
    }

    /** Returns one group for each type of agency in the round, in the order of the types; two statements. */
    public List<Group> groups(long roundId) {
        Map<String, Distribution> levels = new HashMap<>();
        Map<String, Long> waiting = new HashMap<>();
        Map<String, Grounds> grounds = new HashMap<>();
        for (LevelCount count : counts(LEVELS, roundId)) {
            if (count.level() == null) {
                waiting.put(count.type(), count.agencies());
            } else {
                add(levels, count.type(), count.level(), count.agencies());
                grounds.merge(count.type(), count.grounds(), Grounds::and);
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
                        waiting.getOrDefault(type, 0L), dimensions.getOrDefault(type, Map.of()),
                        grounds.getOrDefault(type, Grounds.NONE)))
                .toList();
    }

    /** Returns the provinces of the round and the communes in each, by the code of the province; one statement. */
    Map<String, List<Group>> provinces(long roundId) {
        Map<String, Map<String, Group>> provinces = new TreeMap<>();
        jdbi.useHandle(sql -> sql.createQuery(PROVINCES).bind("round", roundId)
                .bind("province", AgencyType.PROVINCE.key()).bind("commune", AgencyType.COMMUNE.key())
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(LevelCount.class)
                .forEach(count -> provinces.computeIfAbsent(count.node(), code -> new TreeMap<>(
                        Comparator.comparingInt(ORDER::indexOf))).merge(count.type(), count.group(), Group::alike)));
        return provinces.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, one -> List.copyOf(one.getValue().values())));
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
     * What is known of the levels of the agencies of each type over these published rounds, by one statement: how they moved
     * between two rounds in which they took part, and where they were last seen.
     *
     * @param rounds ids of the rounds of each type, in the order of time
     */
    public Map<String, StepwiseForecast.Group> histories(Map<String, List<Long>> rounds) {
        List<Asked> asked = rounds.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(round -> new Asked(one.getKey(), round))).toList();
        Map<String, Map<Long, int[]>> histories = new TreeMap<>();
        jdbi.useHandle(sql -> sql.createQuery(HISTORIES).bind("published", AssessmentState.PUBLISHED)
                .bindMethodsList("asked", asked, List.of("type", "round")).mapTo(Seen.class).forEach(seen -> {
                    List<Long> ofType = rounds.get(seen.type());
                    int[] history = histories.computeIfAbsent(seen.type(), type -> new HashMap<>())
                            .computeIfAbsent(seen.agency(), agency -> absent(ofType.size()));
                    history[ofType.indexOf(seen.round())] = seen.level() == null ? LevelHistory.SILENT : seen.level();
                }));
        Map<String, StepwiseForecast.Group> groups = new TreeMap<>();
        histories.forEach((type, ofType) -> groups.put(type,
                LevelHistory.of(List.copyOf(ofType.values()), Distribution.LEVELS)));
        return groups;
    }

    private static int[] absent(int rounds) {
        int[] history = new int[rounds];
        Arrays.fill(history, LevelHistory.ABSENT);
        return history;
    }

    /** Returns how many agencies of each type rose, stayed and fell in its step, by dimension; one statement. */
    List<Movement> movement(List<Step> steps) {
        return jdbi.withHandle(sql -> sql.createQuery(MOVEMENT)
                .bindMethodsList("steps", steps, List.of("type", "from", "to"))
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Movement.class).list());
    }
}
