package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.Stage;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** The assessments of the units directly below an agency, in the same round. */
@ApplicationScoped
public class UnitsBelow {

    private static final String FROM = """
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            JOIN assessment_round r ON r.id = s.round_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = :answering AND x.replaced_at IS NULL
            WHERE s.round_id = :round AND a.parent_id = :above
            """;
    private static final String IN_STATES = "AND s.state IN (<states>)";
    private static final String LINES = """
            SELECT s.id AS assessment, a.code, a.name, s.state, COALESCE(c.answered, 0) AS answered,
                COALESCE(c.applicable, :questions) AS applicable, COALESCE(x.due_on, r.due_on) AS due_on, s.handed_in_at
            """;

    @Inject
    private Flushed flushed;

    private record Count(AssessmentState state, long units) {
    }

    /** A page; two statements however many there are. */
    Slice<UnitLine> list(AssessmentHead head, UnitFilter filter, Cut<UnitOrder> cut, int questions) {
        String where = IN_STATES + AgencyWords.condition(filter.words());
        return flushed.withHandle(sql -> Slice.of(
                asked(sql.createQuery("SELECT COUNT(*) " + FROM + where), head, filter).mapTo(Long.class).one(), cut,
                (size, offset) -> asked(sql.createQuery(LINES + FROM + where + " ORDER BY " + cut.sql("a.name, a.code")
                        + " LIMIT :size OFFSET :offset"), head, filter).bind("questions", questions)
                        .bind("size", size).bind("offset", offset).mapTo(UnitLine.class).list()));
    }

    private static Query asked(Query query, AssessmentHead head, UnitFilter filter) {
        return query.bind("answering", Stage.ANSWERING).bind("round", head.roundId()).bind("above", head.agencyId())
                .bindList("states",
                        filter.waiting() ? AssessmentState.waiting() : EnumSet.allOf(AssessmentState.class))
                .bindMap(AgencyWords.arguments(filter.words()));
    }

    /** How many are in each state. */
    Map<AssessmentState, Long> count(AssessmentHead head) {
        return flushed
                .withHandle(sql -> sql.createQuery("SELECT s.state, COUNT(*) AS units " + FROM + "GROUP BY s.state")
                        .bind("answering", Stage.ANSWERING).bind("round", head.roundId())
                        .bind("above", head.agencyId()).mapTo(Count.class)
                        .collect(Collectors.toMap(Count::state, Count::units, Long::sum,
                                () -> new EnumMap<>(AssessmentState.class))));
    }

    /** How many units there are below an agency in the round of its assessment, and how many of them handed in. */
    public record Share(long assessment, long units, long handedIn) {
    }

    /** How far the units below are, of those of the assessments whose agencies have any that take part; one statement. */
    Map<Long, Share> shares(List<Long> assessments) {
        return assessments.isEmpty() ? Map.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT t.id AS assessment, COUNT(*) AS units, SUM(s.state IN (<handedIn>)) AS handed_in
                FROM assessment t
                JOIN agency c ON c.parent_id = t.agency_id
                JOIN counted_assessment s ON s.round_id = t.round_id AND s.agency_id = c.id
                WHERE t.id IN (<assessments>)
                GROUP BY t.id""").bindList("assessments", assessments)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Share.class)
                .collect(Collectors.toMap(Share::assessment, Function.identity())));
    }

    /** @throws BusinessException while units below have to hand in first and did not */
    public void requireHandedIn(AssessmentHead head) {
        if (head.time().waitsForBelow()) {
            long waiting = count(head).entrySet().stream().filter(count -> !count.getKey().isHandedIn())
                    .mapToLong(Map.Entry::getValue).sum();
            if (waiting > 0) {
                throw new BusinessException("below.first", waiting);
            }
        }
    }
}
