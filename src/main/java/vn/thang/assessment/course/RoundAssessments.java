package vn.thang.assessment.course;

import static vn.thang.assessment.course.AssessmentState.ADMITTED;
import static vn.thang.assessment.course.AssessmentState.FINAL;
import static vn.thang.assessment.course.AssessmentState.HANDED_IN;
import static vn.thang.assessment.course.AssessmentState.IN_PROGRESS;
import static vn.thang.assessment.course.AssessmentState.NOT_STARTED;
import static vn.thang.assessment.course.AssessmentState.OBJECTION;
import static vn.thang.assessment.course.AssessmentState.PROVISIONAL;
import static vn.thang.assessment.course.AssessmentState.PUBLISHED;
import static vn.thang.assessment.course.AssessmentState.READY;
import static vn.thang.assessment.course.AssessmentState.RETURNED;
import static vn.thang.assessment.course.AssessmentState.REVIEWED;
import static vn.thang.assessment.course.AssessmentState.UNDER_REVIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.work.Progress;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** The assessments of whole rounds: begun, counted, and taken a step further by one statement each. */
@ApplicationScoped
public class RoundAssessments {

    /** The agencies that a round asks if it is opened, with whether somebody there answers and somebody signs. */
    private static final String FORESEEN = """
            WITH held AS (
                SELECT m.agency_id, MAX(m.role IN (<officers>)) AS officer, MAX(m.role IN (<heads>)) AS head
                FROM membership m JOIN person p ON p.id = m.person_id AND p.active WHERE %s GROUP BY m.agency_id),
            foreseen AS (
                SELECT a.code, a.name, a.parent_id, a.type, COALESCE(h.officer, FALSE) AS officer,
                    COALESCE(h.head, FALSE) AS head
                FROM agency a LEFT JOIN held h ON h.agency_id = a.id WHERE a.type IN (<scope>) AND %s)
            """.formatted(Lasting.on("m", ":today"), Lasting.on("a", ":agenciesOn"));

    private static final int AT_ONCE = 500;

    @Inject
    private Rounds rounds;

    @Inject
    private RoundReaders readers;

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    /**
     * Assessments of a round in one state.
     *
     * @param again whether they came back from the review before, also when they are ready
     */
    private record Standing(long round, AssessmentState state, boolean again, long assessments) {
    }

    /** Lists all rounds with how far they are, the latest first; three statements however many there are. */
    public List<RoundLine> lines() {
        Map<Long, RoundLine.Progress> progress = progress();
        return rounds.list().stream()
                .map(round -> RoundLine.of(round, progress.getOrDefault(round.id(), RoundLine.Progress.NONE))).toList();
    }

    public RoundLine line(Round round) {
        return RoundLine.of(round, progress().getOrDefault(round.id(), RoundLine.Progress.NONE));
    }

    private Map<Long, RoundLine.Progress> progress() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT round_id AS round, state, COALESCE(ready_from = :returned, FALSE) AS again,
                    COUNT(*) AS assessments
                FROM counted_assessment GROUP BY 1, 2, 3""").bind("returned", RETURNED)
                .mapTo(Standing.class)
                .collect(Collectors.groupingBy(Standing::round,
                        Collectors.collectingAndThen(Collectors.toList(), RoundAssessments::progress))));
    }

    private static RoundLine.Progress progress(List<Standing> standings) {
        long again = standings.stream().filter(Standing::again).mapToLong(Standing::assessments).sum();
        return new RoundLine.Progress(in(standings, EnumSet.of(NOT_STARTED)),
                in(standings, EnumSet.of(IN_PROGRESS, READY)) + again, in(standings, EnumSet.range(HANDED_IN, FINAL)),
                in(standings, EnumSet.of(HANDED_IN, UNDER_REVIEW, RETURNED)) + again,
                in(standings, EnumSet.of(ADMITTED, REVIEWED)), in(standings, EnumSet.of(PROVISIONAL)),
                in(standings, EnumSet.of(OBJECTION)), in(standings, EnumSet.of(PUBLISHED)));
    }

    private static long in(List<Standing> standings, Set<AssessmentState> states) {
        return standings.stream().filter(one -> !one.again() && states.contains(one.state()))
                .mapToLong(Standing::assessments).sum();
    }

    /**
     * Foresees whom a planned round asks; three statements however many agencies there are.
     * A plan that is not stored yet is foreseen as well.
     *
     * @param opener whoever opens it
     */
    public ForeseenRound foresee(Round round, Long opener) {
        return flushed.withHandle(sql -> new ForeseenRound(types(sql, round),
                foreseen(sql, round, """
                        SELECT f.code, f.name, b.name AS place, f.officer, f.head
                        FROM foreseen f LEFT JOIN agency b ON b.id = f.parent_id AND b.parent_id IS NOT NULL
                        WHERE NOT f.officer OR NOT f.head ORDER BY f.officer + f.head, f.code LIMIT :most""")
                        .bind("most", ForeseenRound.MOST_NAMED).mapTo(ForeseenRound.Lacking.class).list(),
                readers.whenOpened(round, opener)));
    }

    /** Lists the types of the scope, those without any agency at the end. */
    private List<ForeseenRound.OfType> types(Handle sql, Round round) {
        List<ForeseenRound.OfType> types = foreseen(sql, round, """
                SELECT type, COUNT(*) AS agencies, SUM(NOT officer) AS without_officer, SUM(NOT head) AS without_head,
                    SUM(NOT officer OR NOT head) AS lacking
                FROM foreseen GROUP BY type ORDER BY agencies DESC, type""").mapTo(ForeseenRound.OfType.class).list();
        Set<String> known = types.stream().map(ForeseenRound.OfType::type).collect(Collectors.toSet());
        return Stream.concat(types.stream(), round.scope().stream().filter(type -> !known.contains(type))
                .map(type -> new ForeseenRound.OfType(type, 0, 0, 0, 0))).toList();
    }

    /** Counts the agencies that a planned round asks. */
    public long asked(Round round) {
        return flushed.withHandle(
                sql -> foreseen(sql, round, "SELECT COUNT(*) FROM foreseen").mapTo(Long.class).one());
    }

    private Query foreseen(Handle sql, Round round, String question) {
        return sql.createQuery(FORESEEN + question).bindList("scope", round.scope())
                .bind("agenciesOn", round.agenciesOn()).bind("today", LocalDate.now(clock))
                .bindList("officers", Role.officers()).bindList("heads", Role.with(Permission.SIGN));
    }

    /** Begins an assessment for every agency in scope that exists on the last day as it was planned, and has none yet. */
    public int begin(Round round) {
        return begin(round, 0, Progress.UNSEEN);
    }

    /**
     * Begins them some hundred at a time and tells how far that is.
     *
     * @param all number of agencies, as far as it is known
     */
    public int begin(Round round, long all, Progress progress) {
        return begin(round, List.of(), all, progress);
    }

    /**
     * Begins an assessment for those of the agencies that are due and have none yet.
     *
     * @param agencies ids; empty for all there are
     */
    public int begin(Round round, List<Long> agencies) {
        return begin(round, agencies, 0, Progress.UNSEEN);
    }

    private int begin(Round round, List<Long> agencies, long all, Progress progress) {
        rounds.flush();
        int begun = 0;
        int more = AT_ONCE;
        while (more == AT_ONCE) {
            progress.at(begun, all, "work.doing.opening");
            more = some(round, agencies);
            begun += more;
        }
        return begun;
    }

    private int some(Round round, List<Long> agencies) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                INSERT INTO assessment (id, round_id, agency_id, state, version)
                SELECT NEXT VALUE FOR assessment_seq, s.round_id, a.id, :state, 0
                FROM agency a JOIN round_scope s ON s.agency_type = a.type AND s.round_id = :round
                WHERE %s AND (:all OR a.id IN (<agencies>))
                    AND NOT EXISTS (SELECT 1 FROM assessment b WHERE b.round_id = s.round_id AND b.agency_id = a.id)
                ORDER BY a.id LIMIT :most""".formatted(Lasting.on("a", ":agenciesOn"))).bind("most", AT_ONCE)
                .bind("state", NOT_STARTED).bind("round", round.id()).bind("agenciesOn", round.agenciesOn())
                .bind("all", agencies.isEmpty()).bindList(EmptyHandling.NULL_KEYWORD, "agencies", agencies)
                .execute());
    }

    /**
     * Lets agencies leave the rounds that run, where they end before the day on which agencies have to be there: those that have
     * not handed in, and those that another agency in the round goes on for. One that is there after all comes back.
     */
    public void settleLeaving() {
        flushed.useHandle(sql -> {
            sql.createUpdate("""
                    UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
                    SET s.left_on = NULL, s.version = s.version + 1
                    WHERE s.left_on IS NOT NULL AND r.state IN (<running>)
                        AND (a.valid_to IS NULL OR a.valid_to >= COALESCE(r.agencies_on, r.due_on))""")
                    .bindList("running", RoundState.running()).execute();
            List<Long> leaving = sql.createQuery("""
                    SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id
                    JOIN agency a ON a.id = s.agency_id
                    WHERE s.left_on IS NULL AND r.state IN (<running>) AND a.valid_to < COALESCE(r.agencies_on, r.due_on)
                        AND (s.state IN (<waiting>) OR EXISTS (
                            SELECT 1 FROM agency_predecessor p JOIN assessment o ON o.agency_id = p.agency_id
                            WHERE p.predecessor_id = s.agency_id AND o.round_id = s.round_id))""")
                    .bindList("running", RoundState.running()).bindList("waiting", AssessmentState.waiting())
                    .mapTo(Long.class).list();
            if (!leaving.isEmpty()) {
                sql.createUpdate("""
                        UPDATE assessment s JOIN agency a ON a.id = s.agency_id
                        SET s.left_on = a.valid_to + INTERVAL 1 DAY, s.version = s.version + 1
                        WHERE s.id IN (<leaving>)""").bindList("leaving", leaving).execute();
            }
        });
    }

    /** Makes what is admitted or reviewed a provisional result. */
    public int issue(Round round) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE counted_assessment SET state = :to, version = version + 1
                WHERE round_id = :round AND state IN (<from>)""").bind("to", PROVISIONAL).bind("round", round.id())
                .bindList("from", Step.ISSUE.states()).execute());
    }

    /** Makes what got no reply final. Objections that were never handed in lapse with it. */
    public int lapse(Round round) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE counted_assessment SET state = :to, reply = :reply, replied_at = :now, version = version + 1
                WHERE round_id = :round AND state IN (<from>)""").bind("to", FINAL).bind("reply", Step.LAPSE)
                .bind("now", clock.instant()).bind("round", round.id()).bindList("from", Step.LAPSE.states())
                .execute());
    }

    /** Publishes what is final. */
    public int publish(Round round) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE counted_assessment SET state = :to, published_at = :now, version = version + 1
                WHERE round_id = :round AND state IN (<from>)""").bind("to", PUBLISHED).bind("now", clock.instant())
                .bind("round", round.id()).bindList("from", Step.PUBLISH.states()).execute());
    }
}
