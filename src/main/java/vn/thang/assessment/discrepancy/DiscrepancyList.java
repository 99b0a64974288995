package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.score.MeanBias;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;

/** The register as lists read it: filtered, sorted and cut by the database. */
@ApplicationScoped
class DiscrepancyList {

    private static final String JOINED = " s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id";
    /** Those whose answers are compared; the register keeps the entries of those too that left a round. */
    private static final String AGENCIES = " FROM counted_assessment" + JOINED;
    private static final String ENTRIES = " FROM assessment" + JOINED + " JOIN discrepancy d ON d.assessment_id = s.id";
    /** What a reviewer decided counts as explained for whoever does not see decisions yet, in filters and orders too. */
    static final String STATE = "IF({decision}, d.state, IF(d.state IN (<decided>), :explained, d.state))";
    private static final String LINES = "SELECT " + Discrepancies.COLUMNS + """
            , {decision} AS decision_shown, s.state AS course, a.path AS agency_path, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en, a.type AS agency_type,
            p.name AS parent_name, p.name_en AS parent_name_en,
            CONCAT(r.model_id, '/', r.model_version) AS model_ref,
            IF({restricted}, c.bias_sum, c.open_bias_sum) AS bias_sum,
            IF({restricted}, c.bias_count, c.open_bias_count) AS bias_count""" + ENTRIES + """
             JOIN assessment_place w ON w.assessment_id = s.id
            LEFT JOIN agency p ON p.id = w.parent_id AND p.parent_id IS NOT NULL
            LEFT JOIN assessment_score c ON c.assessment_id = s.id""" + Discrepancies.PEOPLE;
    private static final String BY_DIMENSION = """
            SELECT n.node AS code, NULL AS name, SUM(IF({restricted}, n.bias_sum, n.open_bias_sum)) AS above,
                SUM(IF({restricted}, n.bias_count, n.open_bias_count)) AS compared""" + AGENCIES + """
             JOIN assessment_score c ON c.assessment_id = s.id AND (c.bias_count > 0 OR c.open_bias_count > 0)
            JOIN node_score n ON n.assessment_id = s.id AND (n.bias_count > 0 OR n.open_bias_count > 0) WHERE {agencies}
            GROUP BY n.node HAVING compared > 0 ORDER BY n.node""";
    private static final String BY_AGENCY = """
            SELECT a.code, a.name, IF({restricted}, c.bias_sum, c.open_bias_sum) AS above,
                IF({restricted}, c.bias_count, c.open_bias_count) AS compared""" + AGENCIES + """
             JOIN assessment_score c ON c.assessment_id = s.id AND (c.bias_count > 0 OR c.open_bias_count > 0)
            WHERE {agencies}
            HAVING compared > 0 ORDER BY above / compared DESC, a.path""";
    private static final String THEN = "a.path, d.criterion, d.id";

    @Inject
    private Flushed flushed;

    /**
     * What a person sees: entries of agencies at or below the paths once they have handed in, and of the own ones before.
     *
     * @param own             paths of the agencies that the person answers for
     * @param restrictedBelow paths at or below which restricted answers are seen; own ones are seen besides
     * @param course          what is shown to the person in which state
     * @param person          id of the person; null for the application itself
     */
    record Sight(List<String> subtrees, List<String> own, List<String> restrictedBelow, CourseSight course,
            Long person) {

        private String restricted() {
            return "(" + new Subtrees("restricted", restrictedBelow).condition("a.path") + " OR a.path IN (<own>))";
        }

        /** Where the person sees what reviewers decided, as {@link Shown#VERDICTS} says, so that the database filters and sorts by it. */
        private String decision() {
            return "(s.state IN (<issued>) OR " + reviewed().condition("a.path")
                    + " AND NOT COALESCE(a.path IN (<own>), FALSE)"
                    + " AND NOT EXISTS (SELECT 1 FROM second_review y WHERE y.assessment_id = s.id"
                    + " AND y.reviewer_id = :person AND y.done_at IS NULL))";
        }

        private Subtrees reviewed() {
            return new Subtrees("reviewed", course.reviewing().subtrees());
        }
    }

    /** Two statements. */
    Slice<DiscrepancyLine> list(DiscrepancyFilter filter, Sight sight, Cut<DiscrepancyOrder> cut) {
        return Slice.of(count(filter, sight), cut, (size, offset) -> lines(filter, sight,
                cut.sql(THEN) + " LIMIT " + size + " OFFSET " + offset, Stream::toList));
    }

    long count(DiscrepancyFilter filter, Sight sight) {
        return flushed.withHandle(sql -> bound(sql.createQuery(filled("SELECT COUNT(*)" + ENTRIES
                + " WHERE " + entries(filter), filter, sight)), filter, sight, true).mapTo(Long.class).one());
    }

    void each(DiscrepancyFilter filter, Sight sight, Consumer<DiscrepancyLine> reader) {
        lines(filter, sight, Cut.by(DiscrepancyOrder.GAP).sql(THEN), lines -> {
            lines.forEach(reader);
            return null;
        });
    }

    private <R> R lines(DiscrepancyFilter filter, Sight sight, String order,
            Function<Stream<DiscrepancyLine>, R> reader) {
        return flushed.withHandle(sql -> {
            try (Stream<DiscrepancyLine> lines = bound(sql.createQuery(filled(LINES + " WHERE "
                    + entries(filter) + " ORDER BY " + order, filter, sight)), filter, sight, true).mapTo(Row.class)
                    .stream().map(row -> row.line(sight.course()))) {
                return reader.apply(lines);
            }
        });
    }

    /** A row of the register; without a bias where nothing is scored yet. */
    private record Row(@Nested DiscrepancyEntry entry, String agencyCode, String agencyName, String agencyNameEn,
            String agencyType, boolean decisionShown, String agencyPath, AssessmentState course,
            String parentName, String parentNameEn, String modelRef, Long biasSum, Long biasCount) {

        private DiscrepancyLine line(CourseSight sight) {
            DiscrepancyEntry shown = entry.shown(decisionShown,
                    sight.shows(Shown.NAMES, entry.assessment(), course, agencyPath));
            return new DiscrepancyLine(shown, agencyCode, agencyName, agencyNameEn, agencyType, parentName,
                    parentNameEn, modelRef,
                    new MeanBias(agencyCode, agencyName, biasSum == null ? 0 : biasSum,
                            biasCount == null ? 0 : biasCount));
        }
    }

    private record BiasRow(String code, String name, long above, long compared) {

        private MeanBias bias() {
            return new MeanBias(code, name, above, compared);
        }
    }

    /** The bias of every dimension that has one, over the agencies of the filter. */
    List<MeanBias> byDimension(DiscrepancyFilter filter, Sight sight) {
        return biases(BY_DIMENSION, filter, sight);
    }

    /** The bias of the agencies of the filter that have one, those first that stand highest above what was measured. */
    List<MeanBias> byAgency(DiscrepancyFilter filter, Sight sight, int most) {
        return biases(BY_AGENCY + (most > 0 ? " LIMIT " + most : ""), filter, sight);
    }

    private List<MeanBias> biases(String statement, DiscrepancyFilter filter, Sight sight) {
        return flushed.withHandle(sql -> bound(sql.createQuery(filled(statement, filter, sight)), filter, sight, false)
                .mapTo(BiasRow.class).stream().map(BiasRow::bias).toList());
    }

    private static String filled(String statement, DiscrepancyFilter filter, Sight sight) {
        return statement.replace("{restricted}", sight.restricted()).replace("{agencies}", agencies(filter, sight))
                .replace("{decision}", sight.decision());
    }

    private static String entries(DiscrepancyFilter filter) {
        return "{agencies} AND " + STATE + " IN (<states>) AND (d.restricted = FALSE OR {restricted})"
                + (filter.dimension() == null ? "" : " AND d.dimension = :dimension")
                + (filter.indicator() == null ? "" : " AND d.indicator = :indicator");
    }

    private static String agencies(DiscrepancyFilter filter, Sight sight) {
        return "r.code = :round AND " + new Subtrees("seen", sight.subtrees()).condition("a.path")
                + " AND (s.state NOT IN (<waiting>) OR a.path IN (<own>))"
                + (filter.type() == null ? "" : " AND a.type = :type")
                + (filter.top() == null ? "" : " AND a.path LIKE :top")
                + AgencyWords.condition(filter.words());
    }

    private static Query bound(Query query, DiscrepancyFilter filter, Sight sight, boolean entries) {
        query.bind("round", filter.round()).bindList("waiting", List.copyOf(AssessmentState.waiting()))
                .bindList(EmptyHandling.NULL_KEYWORD, "own", sight.own());
        query.bindMap(new Subtrees("seen", sight.subtrees()).values())
                .bindMap(new Subtrees("restricted", sight.restrictedBelow()).values())
                .bindMap(AgencyWords.arguments(filter.words()));
        if (filter.type() != null) {
            query.bind("type", filter.type());
        }
        if (filter.top() != null) {
            query.bind("top", filter.top() + "%");
        }
        if (entries) {
            query.bindList("states", filter.states()).bindMap(sight.reviewed().values())
                    .bindList("issued", List.copyOf(AssessmentState.issued()))
                    .bindList("decided", List.copyOf(Discrepancy.State.decided()))
                    .bind("explained", Discrepancy.State.EXPLAINED).bind("person", sight.person());
            if (filter.dimension() != null) {
                query.bind("dimension", filter.dimension());
            }
            if (filter.indicator() != null) {
                query.bind("indicator", filter.indicator());
            }
        }
        return query;
    }

}
