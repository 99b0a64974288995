package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Flushed;
import vn.thang.platform.Slice;

/** The assessments of the units directly below an agency, in the same round. */
@ApplicationScoped
public class UnitsBelow {

    private static final String FROM = """
            FROM assessment s
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
            """ + FROM + IN_STATES + " ORDER BY a.name, a.code LIMIT :size OFFSET :offset";

    @Inject
    private Flushed flushed;

    private record Count(AssessmentState state, long units) {
    }

    /** By name; those that did not hand in yet, or all of them. Two statements however many there are. */
    Slice<UnitLine> list(AssessmentHead head, boolean waitingOnly, int page, int questions) {
        Set<AssessmentState> states = waitingOnly ? AssessmentState.waiting() : EnumSet.allOf(AssessmentState.class);
        return flushed.withHandle(sql -> {
            long total = sql.createQuery("SELECT COUNT(*) " + FROM + IN_STATES).bind("answering", Stage.ANSWERING)
                    .bind("round", head.roundId()).bind("above", head.agencyId()).bindList("states", states)
                    .mapTo(Long.class).one();
            return Slice.of(total, page,
                    before -> sql.createQuery(LINES).bind("answering", Stage.ANSWERING).bind("round", head.roundId())
                            .bind("above", head.agencyId()).bindList("states", states).bind("questions", questions)
                            .bind("size", Slice.SIZE).bind("offset", before).mapTo(UnitLine.class).list());
        });
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
                JOIN assessment s ON s.round_id = t.round_id AND s.agency_id = c.id
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
