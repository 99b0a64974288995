package vn.thang.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.review.SecondReview;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.Stage;
import vn.thang.security.Caller;

/** What people of the demonstration have done, so that every page of the procedure has something to show; all of it invented. */
@ApplicationScoped
class DemoProcedure {

    private static final String MINISTRY = "BTP";
    private static final String REVIEWER = "thamdinh";
    private static final String PANELLIST = "hoidong";
    private static final String ADMINISTRATOR = "quantri";
    private static final int DAYS_TO_ANSWER = 10;
    private static final int SAMPLE = 6;
    private static final String REASON = "Minh họa: xem lại minh chứng của câu này.";
    private static final Instant CORRECTED_AT = Instant.parse("2026-01-20T03:00:00Z");
    private static final Instant OBJECTED_AT = Instant.parse("2026-02-05T02:30:00Z");
    private static final Instant DECIDED_AT = Instant.parse("2026-02-20T04:00:00Z");
    /** Cases of the round before: agency, who objects, decision, number of the minutes. */
    private static final List<Case> CASES = List.of(new Case("15", "lanhdao.tinh", true, 1),
            new Case(MINISTRY, "canbo.bo", false, 2));

    private static final String ASSESSMENT = """
            SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = :agency AND s.round_id = :round""";
    private static final String DISPUTED = """
            SELECT criterion, value AS level FROM answer
            WHERE assessment_id = :assessment AND value BETWEEN '2' AND '4' AND criterion NOT LIKE 'SEC.%'
            ORDER BY criterion LIMIT 1""";
    private static final String VERDICT = """
            INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, due_on, given_by, given_at, replaced_at)
            SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, :kind, :value, w.value, :reason, :dueOn, p.id, :at, :replacedAt
            FROM answer w, person p
            WHERE w.assessment_id = :assessment AND w.criterion = :criterion AND p.username = :person""";
    private static final String OBJECTION = """
            INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by, written_at, decision, value,
                reasons, members, decided_by, decided_at, version)
            SELECT NEXTVAL(objection_seq), :assessment, :criterion, :lower, :claimed,
                'Minh họa: báo cáo kết quả thực hiện đã gửi kèm bài đánh giá.', o.id, :objectedAt, :decision, :decided,
                :reasons, 'Bùi Thanh Bình; Phan Thị Ngà', h.id, :decidedAt, 1
            FROM person o, person h
            WHERE o.username = :objector AND h.username = :panellist""";
    private static final String SITTING = """
            INSERT INTO panel_sitting (assessment_id, round_id, number, place, held_on, chair, chair_position, secretary, members,
                written_by, written_at)
            SELECT s.id, s.round_id, :number, 'Hà Nội', '2026-02-20', 'Bùi Thanh Bình', 'Chủ tịch Hội đồng (minh họa)',
                'Đặng Thu Thảo', 'Phan Thị Ngà; Lưu Quang Huy', h.id, '2026-02-20 09:00:00'
            FROM assessment s, person h
            WHERE h.username = :panellist AND s.id = :assessment""";
    private static final String STEP = """
            INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)
            SELECT NEXTVAL(assessment_step_seq), :assessment, :step, id, :at FROM person WHERE username = :person""";
    private static final String EXEMPTION = """
            INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, decision, decided_by, decided_at)
            SELECT NEXTVAL(exemption_seq), :assessment, :criterion,
                'Minh họa: cơ quan không có nhiệm vụ này trong kỳ đánh giá.', o.id, :at, :granted, :decision,
                IF(:granted IS NULL, NULL, r.id), IF(:granted IS NULL, NULL, :at)
            FROM person o, person r
            WHERE o.username = 'canbo.bo' AND r.username = :reviewer""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private SecondReview second;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoundEvent> events;

    /** Has the trail tell of what was published, so that it can be verified. */
    @Transactional
    void published(List<PublishedHash> results) {
        events.fire(new RoundEvent.ResultsFrozen(results));
    }

    private record Case(String agency, String objector, boolean upheld, int number) {
    }

    /** The answer that is disputed, with the level that was declared. */
    private record Disputed(String criterion, int level) {
    }

    /** Writes objections that the panel decided on, and somebody who was late; before the round is scored. */
    void past(long round) {
        jdbi.useHandle(sql -> {
            for (Case one : CASES) {
                decided(sql, one, assessment(sql, one.agency(), round));
            }
            sql.createUpdate("""
                    UPDATE assessment s
                    JOIN assessment_signature g ON g.assessment_id = s.id
                    SET s.handed_in_at = '2026-01-06 03:10:00', g.signed_at = '2026-01-06 03:10:00'
                    WHERE s.id = :assessment""").bind("assessment", assessment(sql, MINISTRY, round)).execute();
            sql.createUpdate("UPDATE assessment SET published_at = '2026-03-02 02:00:00' WHERE round_id = :round")
                    .bind("round", round).execute();
            sql.createUpdate("UPDATE assessment_round SET reply_until = '2026-02-10' WHERE id = :round")
                    .bind("round", round).execute();
        });
    }

    /** A reviewer took one level away; the agency objected; the panel decided. */
    private static void decided(Handle sql, Case one, long assessment) {
        Disputed disputed = sql.createQuery(DISPUTED).bind("assessment", assessment).mapTo(Disputed.class).one();
        int lower = disputed.level() - 1;
        verdict(sql, assessment, disputed.criterion(),
                new Ruling("CORRECTED", lower, "Minh họa: minh chứng chưa thể hiện kết quả thực hiện.",
                        null, REVIEWER, CORRECTED_AT, one.upheld() ? DECIDED_AT : null));
        sql.createUpdate(OBJECTION).bind("assessment", assessment).bind("criterion", disputed.criterion())
                .bind("lower", lower).bind("claimed", disputed.level()).bind("objectedAt", OBJECTED_AT)
                .bind("decision", one.upheld() ? "UPHELD" : "DISMISSED")
                .bind("decided", one.upheld() ? disputed.level() : lower)
                .bind("reasons", one.upheld() ? "Minh họa: báo cáo đủ căn cứ cho mức cơ quan đề nghị."
                        : "Minh họa: báo cáo không nêu số liệu.")
                .bind("decidedAt", DECIDED_AT).bind("objector", one.objector()).bind("panellist", PANELLIST).execute();
        if (one.upheld()) {
            verdict(sql, assessment, disputed.criterion(), new Ruling("DECIDED", disputed.level(),
                    "Minh họa: báo cáo đủ căn cứ cho mức cơ quan đề nghị.", null, PANELLIST, DECIDED_AT, null));
        }
        sql.createUpdate(SITTING).bind("number", one.number()).bind("panellist", PANELLIST)
                .bind("assessment", assessment).execute();
        step(sql, assessment, Step.ISSUE, ADMINISTRATOR, Instant.parse("2026-01-26T02:00:00Z"));
        step(sql, assessment, Step.OBJECT, one.objector(), Instant.parse("2026-02-06T02:00:00Z"));
        step(sql, assessment, Step.SETTLE, PANELLIST, Instant.parse("2026-02-20T02:00:00Z"));
        step(sql, assessment, Step.PUBLISH, ADMINISTRATOR, Instant.parse("2026-03-02T02:00:00Z"));
        sql.createUpdate(
                "UPDATE assessment SET reply = :step, replied_at = '2026-02-06 02:00:00' WHERE id = :assessment")
                .bind("step", Step.OBJECT).bind("assessment", assessment).execute();
    }

    /** Writes into the round that runs, before it is scored: reviews in every state, exemptions, a section, a submitter, more time. */
    void present(long round) {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        jdbi.useHandle(sql -> {
            ministry(sql, assessment(sql, MINISTRY, round), now);
            List<Long> provinces = sql.createQuery("""
                    SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id
                    WHERE a.type = 'province' AND s.state = :handedIn AND s.round_id = :round
                        AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = a.id)
                    ORDER BY a.path DESC LIMIT 4""").bind("handedIn", AssessmentState.HANDED_IN).bind("round", round)
                    .mapTo(Long.class).list();
            reviewed(sql, provinces.get(0), AssessmentState.UNDER_REVIEW, null, now);
            reviewed(sql, provinces.get(1), AssessmentState.RETURNED, today.plusDays(DAYS_TO_ANSWER), now);
            reviewed(sql, provinces.get(2), AssessmentState.RETURNED, today.minusDays(2), now);
            reviewed(sql, provinces.get(3), AssessmentState.REVIEWED, null, now);
            sql.createUpdate("""
                    INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at)
                    SELECT NEXTVAL(stage_extension_seq), s.id, :stage, DATE_ADD(r.due_on, INTERVAL 7 DAY),
                        'Minh họa: khắc phục hậu quả mưa lũ', p.id, :now
                    FROM assessment_round r, person p, assessment s
                    WHERE p.username = :administrator AND r.id = :round AND s.id = (
                        SELECT MAX(x.id) FROM assessment x WHERE x.round_id = r.id AND x.state = :inProgress
                            AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = x.agency_id))""")
                    .bind("stage", Stage.ANSWERING).bind("now", now).bind("administrator", ADMINISTRATOR)
                    .bind("round", round)
                    .bind("inProgress", AssessmentState.IN_PROGRESS).execute();
        });
    }

    private static void ministry(Handle sql, long assessment, Instant now) {
        sql.createUpdate("""
                INSERT INTO assessment_section (id, assessment_id, dimension, person_id, given_by, given_at)
                SELECT NEXTVAL(assessment_section_seq), :assessment, :dimension, c.id, o.id, :now
                FROM person o, person c WHERE o.username = 'canbo.bo' AND c.username = 'phoihop.bo'""")
                .bind("assessment", assessment).bind("dimension", "SEC").bind("now", now).execute();
        sql.createUpdate(
                """
                INSERT INTO assessment_submitter (id, assessment_id, person_id, named_by, named_at)
                SELECT NEXTVAL(assessment_submitter_seq), :assessment, id, id, :now FROM person WHERE username = 'canbo.bo'""")
                .bind("assessment", assessment).bind("now", now).execute();
        exemption(sql, assessment, "USE.4", true, "Minh họa: đúng với chức năng của cơ quan.", now);
        exemption(sql, assessment, "USE.5", false, "Minh họa: cơ quan vẫn có dịch vụ thuộc phạm vi.", now);
        exemption(sql, assessment, "SKL.3", null, null, now);
    }

    /** @param granted null while nobody has decided */
    private static void exemption(Handle sql, long assessment, String criterion, Boolean granted, String decision,
            Instant now) {
        sql.createUpdate(EXEMPTION).bind("assessment", assessment).bind("criterion", criterion).bind("granted", granted)
                .bind("decision", decision).bind("at", now).bind("reviewer", REVIEWER).execute();
    }

    /** @param dueOn until when two questions are to be answered; null where none came back */
    private static void reviewed(Handle sql, long assessment, AssessmentState state, LocalDate dueOn, Instant now) {
        verdict(sql, assessment, "STR.2", new Ruling("CORRECTED", 1, REASON, null, REVIEWER, now, null));
        step(sql, assessment, Step.ADMIT, REVIEWER, now);
        if (dueOn != null) {
            for (String criterion : List.of("GOV.1", "QUA.1")) {
                verdict(sql, assessment, criterion, new Ruling("RETURNED", null, REASON, dueOn, REVIEWER, now, null));
            }
            step(sql, assessment, Step.GIVE_BACK, REVIEWER, now);
        } else if (state == AssessmentState.REVIEWED) {
            step(sql, assessment, Step.CONCLUDE, REVIEWER, now);
        }
        sql.createUpdate("UPDATE assessment SET state = :state WHERE id = :assessment")
                .bind("state", state).bind("assessment", assessment).execute();
    }

    /** What somebody said of an answer; it holds until it is replaced. */
    private record Ruling(String kind, Integer value, String reason, LocalDate dueOn, String person, Instant at,
            Instant replacedAt) {
    }

    private static void verdict(Handle sql, long assessment, String criterion, Ruling ruling) {
        sql.createUpdate(VERDICT).bind("assessment", assessment).bind("criterion", criterion)
                .bind("kind", ruling.kind())
                .bind("value", ruling.value()).bind("reason", ruling.reason()).bind("dueOn", ruling.dueOn())
                .bind("person", ruling.person()).bind("at", ruling.at()).bind("replacedAt", ruling.replacedAt())
                .execute();
    }

    private static void step(Handle sql, long assessment, Step step, String person, Instant at) {
        sql.createUpdate(STEP).bind("assessment", assessment).bind("step", step).bind("person", person).bind("at", at)
                .execute();
    }

    private static long assessment(Handle sql, String agency, long round) {
        return sql.createQuery(ASSESSMENT).bind("agency", agency).bind("round", round).mapTo(Long.class).one();
    }

    /** Draws a sample of what was handed in, as an administrator draws it. */
    void sample(String round) {
        caller.actAs(ADMINISTRATOR);
        second.draw(round, SAMPLE, "minh-hoa-" + round);
    }
}
