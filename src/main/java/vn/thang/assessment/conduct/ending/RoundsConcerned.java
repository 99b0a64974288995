package vn.thang.assessment.conduct.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.RoundAssessments;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.change.ChangeTopic;
import vn.thang.organisation.change.Concerned;
import vn.thang.organisation.change.Following;
import vn.thang.organisation.change.Rearrangement;
import vn.thang.organisation.change.Worded;
import vn.thang.platform.sql.Flushed;

/**
 * Rounds that run follow the agencies: who ends before the day on which agencies have to be there leaves, and whoever goes on
 * for them joins. Answers, evidence and results stay where they were given.
 */
@ApplicationScoped
@Transactional
class RoundsConcerned implements Concerned {

    private static final String STANDING = """
            SELECT r.name AS round, a.name AS agency, s.state, COALESCE(c.answered, 0) AS answered,
                (SELECT COUNT(*) FROM evidence e WHERE e.assessment_id = s.id AND e.removed_at IS NULL) AS attached,
                COALESCE(r.agencies_on, r.due_on) AS agencies_on
            FROM assessment s
            JOIN assessment_round r ON r.id = s.round_id
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            WHERE r.state IN (<running>) AND a.id IN (<agencies>)
            ORDER BY r.due_on, a.name""";
    /** Whether whoever goes on takes part already in the rounds that are open and ask it. */
    private static final String GOING_ON = """
            SELECT r.name AS round, a.name AS agency, s.id IS NOT NULL AS takes_part
            FROM assessment_round r
            JOIN agency a ON a.id = :successor
            JOIN round_scope z ON z.round_id = r.id AND z.agency_type = a.type
            LEFT JOIN assessment s ON s.round_id = r.id AND s.agency_id = a.id
            WHERE r.state = :open AND COALESCE(r.agencies_on, r.due_on) >= :day
            ORDER BY r.due_on, r.code""";
    private static final String KEPT = """
            SELECT COUNT(*) AS attached, (
                SELECT COUNT(*) FROM assessment p WHERE p.agency_id IN (<agencies>) AND p.published_at IS NOT NULL) AS published
            FROM evidence e JOIN assessment s ON s.id = e.assessment_id
            WHERE s.agency_id IN (<agencies>) AND e.removed_at IS NULL""";

    @Inject
    private Rounds rounds;

    @Inject
    private RoundAssessments assessments;

    @Inject
    private Assessments all;

    @Inject
    private Flushed flushed;

    @Inject
    private Event<RoundEvent> events;

    private record Standing(String round, String agency, AssessmentState state, int answered, long attached,
            LocalDate agenciesOn) {
    }

    private record GoingOn(String round, String agency, boolean takesPart) {
    }

    private record Kept(long attached, long published) {
    }

    @Override
    public List<Following> foresee(Rearrangement change) {
        List<Following> all = new ArrayList<>();
        List<Long> agencies = change.ending().isEmpty() ? List.of(change.agency()) : change.ending();
        List<Standing> standing = flushed.withHandle(sql -> sql.createQuery(STANDING)
                .bindList("running", RoundState.running()).bindList("agencies", agencies).mapTo(Standing.class).list());
        for (Standing one : standing) {
            all.add(change.ending().isEmpty()
                    ? Following.of(ChangeTopic.ROUNDS, "organisation.change.round-as-before", one.round(), one.agency())
                    : Following.of(ChangeTopic.ROUNDS,
                            one.agenciesOn().isBefore(change.day()) ? "organisation.change.round-stays"
                                    : "organisation.change.round-left",
                            one.round(), one.agency(), new Worded("assessment.state." + one.state()), one.answered(),
                            one.attached(), change.day()));
        }
        if (change.ending().isEmpty()) {
            return all;
        }
        for (Round round : open()) {
            if (!round.agenciesOn().isBefore(change.day())) {
                change.founded().forEach(name -> all.add(
                        Following.of(ChangeTopic.ROUNDS, "organisation.change.round-joins", round.name(), name)));
            }
        }
        if (change.successor() != null) {
            flushed.useHandle(sql -> sql.createQuery(GOING_ON).bind("open", RoundState.OPEN)
                    .bind("successor", change.successor()).bind("day", change.day()).mapTo(GoingOn.class)
                    .forEach(one -> all.add(Following.of(ChangeTopic.ROUNDS, one.takesPart()
                            ? "organisation.change.round-goes-on" : "organisation.change.round-joins", one.round(),
                            one.agency()))));
        }
        Kept kept = flushed.withHandle(sql -> sql.createQuery(KEPT).bindList("agencies", agencies).mapTo(Kept.class)
                .one());
        if (kept.attached() > 0) {
            all.add(Following.of(ChangeTopic.EVIDENCE, change.kind().joins() ? "organisation.change.evidence-again"
                    : "organisation.change.evidence-stays", kept.attached()));
        }
        if (kept.published() > 0) {
            all.add(Following.of(ChangeTopic.HISTORY, change.kind().joins() ? "organisation.change.results-joined"
                    : "organisation.change.results-stay", kept.published(), change.day()));
        }
        return all;
    }

    /** Who goes on for others is asked in the rounds that are open, where it is due. */
    void follow(@Observes AgencyEvent.AgenciesSettled settled) {
        if (settled instanceof AgencyEvent.AgencyRearranged one && !one.ending().isEmpty()) {
            List<Long> goingOn = flushed.withHandle(sql -> sql.createQuery("""
                    SELECT DISTINCT p.agency_id FROM agency_predecessor p WHERE p.predecessor_id IN (<ending>)""")
                    .bindList(EmptyHandling.NULL_KEYWORD, "ending", one.ending()).mapTo(Long.class).list());
            if (!goingOn.isEmpty()) {
                open().forEach(round -> join(round, goingOn, one.decision()));
            }
        }
        assessments.settleLeaving();
    }

    /** Whoever takes part only now is told by when, as who is added by hand. */
    private void join(Round round, List<Long> goingOn, String decision) {
        Set<Long> before = Set.copyOf(rounds.agencies(round.id()));
        if (assessments.begin(round, goingOn) > 0) {
            rounds.agencies(round.id()).stream().filter(agency -> !before.contains(agency)).forEach(agency -> {
                events.fire(new RoundEvent.AgencyJoined(round.id(), agency, decision));
                AssessmentHead begun = all.findHead(round.code(), code(agency)).orElseThrow();
                events.fire(new RoundEvent.AgencyReminded(begun.id(), agency, begun.dueOn()));
            });
        }
    }

    private String code(long agency) {
        return flushed.withHandle(sql -> sql.createQuery("SELECT code FROM agency WHERE id = :agency")
                .bind("agency", agency).mapTo(String.class).one());
    }

    private List<Round> open() {
        return rounds.running().stream().filter(round -> round.state() == RoundState.OPEN).toList();
    }
}
