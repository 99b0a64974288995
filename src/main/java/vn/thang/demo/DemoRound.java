package vn.thang.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.security.Caller;

/**
 * Three demonstration rounds over the agencies of the first level, where {@code thang.demo} is set and there is no round
 * yet. Everything in them is invented and says so.
 */
@Singleton
@Startup
@DependsOn("DemoAccounts")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoRound {

    private static final String MODEL = "vn-dgm/1.0";
    private static final int PRESENT_YEAR = 2026;
    private static final Set<String> ALWAYS_IN_PROGRESS = Set.of("15", "BTP");
    private static final List<String> TYPES = List.of("ministry", "ministerial-agency", "government-agency",
            "province");
    private static final int ANSWERED_SO_FAR = 16;
    /** Of a hundred agencies in the open round: so many are admitted, handed in completely, handed in, ready, at work. */
    private static final int ADMITTED = 12;
    private static final int COMPLETE = 20;
    private static final int HANDED_IN = 62;
    private static final int READY = 68;
    private static final int IN_PROGRESS = 87;
    private static final int DAYS_LEFT = 6;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private ScoreRebuild scores;

    @Inject
    private PublishedResults results;

    @Inject
    private RankRobustness robustness;

    @Inject
    private DemoProcedure procedure;

    @Inject
    private DemoTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean wanted;

    private record DemoAgency(long id, String code, String type) {
    }

    @PostConstruct
    void load() {
        if (!wanted) {
            return;
        }
        List<Long> rounds = rounds();
        if (rounds.isEmpty()) {
            return;
        }
        caller.actAsSystem();
        procedure.past(rounds.get(1));
        procedure.present(rounds.get(2));
        for (int i = 0; i < rounds.size(); i++) {
            trail.tell(rounds.get(i), MODEL);
            scores.rebuild(rounds.get(i), MODEL);
            results.freeze(rounds.get(i), String.valueOf(PRESENT_YEAR - 2 + i), MODEL);
            procedure.published(results.hashes(rounds.get(i)));
            robustness.analyse(String.valueOf(PRESENT_YEAR - 2 + i));
        }
        procedure.sample(String.valueOf(PRESENT_YEAR));
    }

    /** Returns the rounds that were made; none when there were some already. */
    private List<Long> rounds() {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM assessment_round").mapTo(Long.class).one() > 0
                        ? List.<Long>of() : IntStream.rangeClosed(PRESENT_YEAR - 2, PRESENT_YEAR)
                                .mapToObj(year -> round(sql, year)).toList());
    }

    private long round(Handle sql, int year) {
        long round = sql.createQuery("SELECT NEXTVAL(assessment_round_seq)").mapTo(Long.class).one();
        boolean present = year == PRESENT_YEAR;
        sql.createUpdate("""
                INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version)
                VALUES (:id, :code, :name, 'vn-dgm', '1.0', :opensOn, :dueOn, :state, 0)""")
                .bind("id", round).bind("code", String.valueOf(year)).bind("name", "Đợt " + year + " (minh họa)")
                .bind("opensOn", LocalDate.of(year, 9, 1)).bind("dueOn", present ? soon() : LocalDate.of(year, 12, 31))
                .bind("state", present ? RoundState.OPEN : RoundState.PUBLISHED).execute();
        if (present) {
            stages(sql, round);
        }
        PreparedBatch scope = sql
                .prepareBatch("INSERT INTO round_scope (round_id, agency_type) VALUES (:round, :type)");
        TYPES.forEach(type -> scope.bind("round", round).bind("type", type).add());
        scope.execute();
        DemoAnswers answers = new DemoAnswers(catalog.model(MODEL));
        List<DemoAgency> agencies = sql.createQuery("""
                SELECT id, code, type FROM agency WHERE valid_to IS NULL AND type IN (<types>) ORDER BY path""")
                .bindList("types", TYPES).mapTo(DemoAgency.class).list();
        try (DemoRows rows = new DemoRows(sql)) {
            for (DemoAgency agency : agencies) {
                AssessmentState state = state(agency, present);
                long id = rows.assessment(round, agency.id(), state, year + "-" + agency.code() + "-MH",
                        moment(agency, year));
                List<DemoAnswers.DemoAnswer> given = applicable(answers.of(agency.code(), agency.type(), year), agency);
                int count = switch (state) {
                    case NOT_STARTED -> 0;
                    case IN_PROGRESS -> ANSWERED_SO_FAR;
                    default -> given.size();
                };
                boolean complete = present && state == AssessmentState.HANDED_IN && drawn(agency) < COMPLETE;
                for (DemoAnswers.DemoAnswer answer : given.subList(0, Math.min(count, given.size()))) {
                    rows.answer(id, complete ? answer.complete() : answer, moment(agency, year));
                }
                if (complete) {
                    rows.filed(id);
                }
            }
        }
        return round;
    }

    /** The present round is due in a few days, whenever it is loaded and in later years too, so that there is something to be done. */
    private LocalDate soon() {
        return LocalDate.now(clock).plusDays(DAYS_LEFT);
    }

    private void stages(Handle sql, long round) {
        PreparedBatch stages = sql.prepareBatch("""
                INSERT INTO round_stage (round_id, stage, days, due_on) VALUES (:round, :stage, :days, :dueOn)""");
        LocalDate day = soon();
        for (Stage stage : Stage.planned()) {
            int days = Stage.usual().get(stage);
            day = day.plusDays(days);
            stages.bind("round", round).bind("stage", stage).bind("days", days).bind("dueOn", day).add();
        }
        stages.execute();
    }

    private List<DemoAnswers.DemoAnswer> applicable(List<DemoAnswers.DemoAnswer> answers, DemoAgency agency) {
        MaturityModel model = catalog.model(MODEL);
        return answers.stream().filter(answer -> model.criterion(answer.criterion()).appliesTo(agency.type())).toList();
    }

    /** In the open round six of ten have handed in, a few of them admitted already; a quarter is at work, the others have not begun. */
    private static AssessmentState state(DemoAgency agency, boolean present) {
        if (!present) {
            return AssessmentState.PUBLISHED;
        }
        if (ALWAYS_IN_PROGRESS.contains(agency.code())) {
            return AssessmentState.IN_PROGRESS;
        }
        int drawn = drawn(agency);
        return drawn < ADMITTED ? AssessmentState.ADMITTED : drawn < HANDED_IN ? AssessmentState.HANDED_IN
                : drawn < READY ? AssessmentState.READY
                        : drawn < IN_PROGRESS ? AssessmentState.IN_PROGRESS : AssessmentState.NOT_STARTED;
    }

    private static int drawn(DemoAgency agency) {
        return new SplittableRandom(agency.code().hashCode()).nextInt(100);
    }

    private static Instant moment(DemoAgency agency, int year) {
        SplittableRandom random = new SplittableRandom(agency.code().hashCode() + year);
        return LocalDateTime.of(year, 10, 1, 8, 0).plusDays(random.nextInt(45)).plusMinutes(random.nextInt(480))
                .toInstant(ZoneOffset.UTC);
    }
}
