package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.organisation.AgencyType;

/** Counts over a round, made by the database: a fixed number of statements, however many agencies. */
@ApplicationScoped
class RoundFigures {

    private static final String HANDED_IN = AgencyFilter.Standing.HANDED_IN.condition();
    private static final List<String> ORDER = AgencyType.assessed();

    @Inject
    private Query query;

    /** Rounds that have begun, newest first. */
    List<RoundChoice> rounds() {
        return query.list("SELECT r.id, r.code, r.name, CONCAT(r.model_id, '/', r.model_version), r.opens_on, r.due_on, r.state,"
                + " COUNT(s.id), COALESCE(SUM(" + HANDED_IN + "), 0), GREATEST(COALESCE(MAX(s.handed_in_at), MAX(s.published_at)),"
                + " COALESCE(MAX(s.published_at), MAX(s.handed_in_at))), r.version,"
                + " (SELECT COALESCE(SUM(batches), 0) FROM reading_source) FROM assessment_round r"
                + " LEFT JOIN assessment s ON s.round_id = r.id WHERE r.state <> 'PLANNED' GROUP BY r.id ORDER BY r.due_on DESC, r.code DESC",
                List.of(), row -> new RoundChoice(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), row.getString(7), row.getLong(8),
                        row.getLong(9), Query.moment(row, 10), row.getInt(11), row.getLong(12)));
    }

    /** One group for each type of agency in the round, in the order of the types; two statements. */
    List<Group> groups(long roundId) {
        Map<String, Distribution> levels = new HashMap<>();
        Map<String, Long> waiting = new HashMap<>();
        query.list("SELECT a.type, IF(" + HANDED_IN + ", c.level, NULL), COUNT(*) FROM assessment s"
                + " JOIN agency a ON a.id = s.agency_id LEFT JOIN assessment_score c ON c.assessment_id = s.id"
                + " WHERE s.round_id = ? GROUP BY 1, 2", List.of(roundId), row -> {
                    Integer level = (Integer) row.getObject(2);
                    if (level == null) {
                        waiting.put(row.getString(1), row.getLong(3));
                    } else {
                        add(levels, row.getString(1), level, row.getLong(3));
                    }
                    return level;
                });
        Map<String, Map<String, Distribution>> dimensions = dimensions(roundId);
        List<String> types = new ArrayList<>(new LinkedHashMap<>(waiting).keySet());
        levels.keySet().stream().filter(type -> !types.contains(type)).forEach(types::add);
        return types.stream().sorted(Comparator.comparingInt(ORDER::indexOf))
                .map(type -> new Group(List.of(type), levels.getOrDefault(type, Distribution.empty()),
                        waiting.getOrDefault(type, 0L), dimensions.getOrDefault(type, Map.of()))).toList();
    }

    private Map<String, Map<String, Distribution>> dimensions(long roundId) {
        Map<String, Map<String, Distribution>> dimensions = new HashMap<>();
        query.list("SELECT a.type, n.node, n.level, COUNT(*) FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN node_score n ON n.assessment_id = s.id WHERE s.round_id = ? AND " + HANDED_IN + " GROUP BY 1, 2, 3",
                List.of(roundId), row -> {
                    add(dimensions.computeIfAbsent(row.getString(1), type -> new HashMap<>()), row.getString(2), row.getInt(3),
                            row.getLong(4));
                    return null;
                });
        return dimensions;
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
        Map<String, StepwiseForecast.Group> moves = new HashMap<>();
        List<Long> pairs = new ArrayList<>();
        for (int i = 1; i < rounds.size(); i++) {
            pairs.add(rounds.get(i - 1));
            pairs.add(rounds.get(i));
        }
        Long last = rounds.get(rounds.size() - 1);
        query.list("SELECT a.type, IF(f.state = 'PUBLISHED', fc.level, 0), IF(t.state = 'PUBLISHED', tc.level, 0), t.round_id, COUNT(*)"
                + " FROM assessment f JOIN assessment t ON t.agency_id = f.agency_id JOIN agency a ON a.id = f.agency_id"
                + " LEFT JOIN assessment_score fc ON fc.assessment_id = f.id LEFT JOIN assessment_score tc ON tc.assessment_id = t.id"
                + " WHERE (f.round_id, t.round_id) IN (" + String.join(", ", Collections.nCopies(rounds.size() - 1, "(?, ?)"))
                + ") GROUP BY 1, 2, 3, 4", pairs, row -> {
                    StepwiseForecast.Group group = moves.computeIfAbsent(row.getString(1), type -> new StepwiseForecast.Group(
                            new long[Distribution.LEVELS][Distribution.LEVELS], new long[Distribution.LEVELS]));
                    group.transitions()[row.getInt(2)][row.getInt(3)] += row.getLong(5);
                    group.present()[row.getInt(3)] += last.equals(row.getLong(4)) ? row.getLong(5) : 0;
                    return null;
                });
        return moves;
    }

    /** Official level and index of an agency over the rounds that it handed in, oldest first. */
    List<TrendPoint> trend(long agencyId) {
        return query.list("SELECT s.id, r.code, r.due_on, c.level, c.index_value FROM assessment s"
                + " JOIN assessment_round r ON r.id = s.round_id JOIN assessment_score c ON c.assessment_id = s.id"
                + " WHERE s.agency_id = ? AND " + HANDED_IN + " ORDER BY r.due_on, r.code", List.of(agencyId),
                row -> new TrendPoint(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getInt(4), row.getDouble(5)));
    }
}
