package vn.thang.dashboard.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.dashboard.round.Grounds;
import vn.thang.organisation.agency.FormerSelves;

/** The results of single agencies over rounds, by a fixed number of statements however many agencies and rounds. */
@ApplicationScoped
public class AgencyStandings {

    private static final String AGENCIES = """
            SELECT code, name, name_en, type, path FROM agency WHERE code IN (<codes>)""";
    private static final String SCORES = """
            WITH RECURSIVE %s
            SELECT b.code, MAX(IF(f.ended IS NULL, s.id, NULL)) AS assessment, r.code AS round, r.due_on,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, MAX(IF(f.ended IS NULL, c.level, NULL)) AS level,
                ROUND(MAX(IF(f.ended IS NULL, c.index_value, NULL)), 1) AS `index`, ROUND(AVG(c.index_value), 1) AS joined,
                SUM(f.ended IS NOT NULL) AS merged, MAX(IF(f.ended IS NULL, c.measured, NULL)) AS measured,
                MAX(IF(f.ended IS NULL, c.grounded, NULL)) AS grounded,
                MAX(IF(f.ended IS NULL, c.confirmed, NULL)) AS confirmed
            FROM former f
            JOIN agency b ON b.id = f.agency
            JOIN counted_assessment s ON s.agency_id = f.member
            JOIN assessment_round r ON r.id = s.round_id
            JOIN assessment_score c ON c.assessment_id = s.id
            WHERE s.round_id IN (<rounds>) AND s.state IN (<handedIn>) AND (f.ended IS NULL OR r.due_on <= f.ended)
            GROUP BY b.code, r.id, r.code, r.due_on, r.model_id, r.model_version
            ORDER BY r.due_on, r.code""".formatted(FormerSelves.of("a.code IN (<codes>)", ":today"));
    private static final String NODES = """
            SELECT n.assessment_id AS assessment, n.node, n.level
            FROM node_score n
            JOIN assessment s ON s.id = n.assessment_id
            JOIN agency a ON a.id = s.agency_id
            WHERE a.code IN (<codes>) AND s.round_id IN (<rounds>)""";
    /**
     * The place among those of the same type, and among those of the same type that stood below the same agency in the round: by
     * the level, and by the index among those of one level, as ranks go everywhere.
     */
    private static final String PLACES = """
            SELECT a.code, r.code AS round, COUNT(*) AS of_type,
                1 + SUM((d.level, d.index_value) > (c.level, c.index_value)) AS `rank`,
                SUM(v.parent_id = w.parent_id) AS of_parent,
                1 + SUM(v.parent_id = w.parent_id AND (d.level, d.index_value) > (c.level, c.index_value))
                    AS rank_below_parent
            FROM counted_assessment s
            JOIN assessment_round r ON r.id = s.round_id
            JOIN agency a ON a.id = s.agency_id
            JOIN assessment_place w ON w.assessment_id = s.id
            JOIN assessment_score c ON c.assessment_id = s.id
            JOIN counted_assessment o ON o.round_id = s.round_id AND o.state IN (<handedIn>)
            JOIN agency b ON b.id = o.agency_id AND b.type = a.type
            JOIN assessment_place v ON v.assessment_id = o.id
            JOIN assessment_score d ON d.assessment_id = o.id
            WHERE a.code IN (<codes>) AND s.round_id = :round AND s.state IN (<handedIn>)
            GROUP BY a.code, r.code, c.level, c.index_value""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    private record Agency(String code, String name, String nameEn, String type, String path) {
    }

    /** What is the agency's own is null where it took no part itself. */
    private record Score(String code, Long assessment, String round, LocalDate dueOn, String modelRef, Integer level,
            Double index, double joined, int merged, BigDecimal measured, BigDecimal grounded, BigDecimal confirmed) {

        private ComparedAgency.Standing standing(Map<Long, Map<String, Integer>> nodes, VersionStep step) {
            return new ComparedAgency.Standing(assessment, round, dueOn, level, index, joined, merged,
                    assessment == null ? Grounds.NONE : Grounds.ofOne(measured, grounded, confirmed),
                    nodes.getOrDefault(assessment, Map.of()), step);
        }
    }

    private record Node(long assessment, String node, int level) {
    }

    /**
     * Where an agency stands in a round, counted from 1; equal ones share a place.
     *
     * @param ofType   how many of its type took part
     * @param ofParent how many of them lie below the same agency
     */
    public record Place(String code, String round, long ofType, long rank, long ofParent, long rankBelowParent) {
    }

    /** Returns the agencies with these codes in the order of the codes, unknown ones left out; three statements. */
    List<ComparedAgency> of(List<String> codes, List<Long> rounds) {
        return jdbi.withHandle(sql -> {
            List<Agency> agencies = sql.createQuery(AGENCIES).bindList(EmptyHandling.NULL_KEYWORD, "codes", codes)
                    .mapTo(Agency.class).list();
            Map<Long, Map<String, Integer>> nodes = new HashMap<>();
            sql.createQuery(NODES).bindList(EmptyHandling.NULL_KEYWORD, "codes", codes).bindList("rounds", rounds)
                    .mapTo(Node.class).forEach(node -> nodes.computeIfAbsent(node.assessment(), id -> new HashMap<>())
                            .put(node.node(), node.level()));
            Map<String, List<Score>> scores = sql.createQuery(SCORES)
                    .bindList(EmptyHandling.NULL_KEYWORD, "codes", codes).bindList("rounds", rounds)
                    .bindList("handedIn", AssessmentState.handedIn()).bind("today", LocalDate.now(clock))
                    .mapTo(Score.class).collect(Collectors.groupingBy(Score::code));
            return agencies.stream().map(agency -> new ComparedAgency(agency.code(), agency.name(), agency.nameEn(),
                    agency.type(), agency.path(), standings(scores.getOrDefault(agency.code(), List.of()), nodes)))
                    .sorted(Comparator.comparingInt(agency -> codes.indexOf(agency.code()))).toList();
        });
    }

    private List<ComparedAgency.Standing> standings(List<Score> scores, Map<Long, Map<String, Integer>> nodes) {
        List<VersionStep> steps = VersionStep.along(catalog, scores.stream().map(Score::modelRef).toList());
        return IntStream.range(0, scores.size()).mapToObj(i -> scores.get(i).standing(nodes, steps.get(i))).toList();
    }

    /** Returns the places of the agencies in the round, by code; one statement. */
    Map<String, Place> places(List<String> codes, long round) {
        return jdbi.withHandle(sql -> sql.createQuery(PLACES).bindList(EmptyHandling.NULL_KEYWORD, "codes", codes)
                .bind("round", round).bindList("handedIn", AssessmentState.handedIn()).mapTo(Place.class)
                .collect(Collectors.toMap(Place::code, place -> place)));
    }
}
