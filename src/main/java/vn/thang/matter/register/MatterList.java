package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterStep;
import vn.thang.matter.Matters;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** Matters as people read them: filtered, sorted and cut by the database, each as far as the person may see it. */
@ApplicationScoped
public class MatterList {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final String THEN = "m.id";
    private static final String FROM = """
             FROM matter m JOIN agency a ON a.id = m.agency_id JOIN person q ON q.id = m.asked_by
            LEFT JOIN person p ON p.id = m.person_id WHERE\s""";
    private static final String LINES = """
            SELECT m.id, m.kind, m.about, m.target, m.assessment_id AS assessment,
                (SELECT CONCAT(r.model_id, '/', r.model_version) FROM assessment s JOIN assessment_round r ON r.id = s.round_id
                    WHERE s.id = m.assessment_id) AS model_ref,
                m.criterion, m.indicator, m.source, m.raise_to, m.restricted, a.code AS agency_code, a.name, a.name_en, a.path, m.person_id,
                p.full_name AS person,
                (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id ORDER BY t.id LIMIT 1) AS words,
                (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id AND t.step = :answer
                    ORDER BY t.id DESC LIMIT 1) AS answer,
                (SELECT t.taken_by FROM matter_step t WHERE t.matter_id = m.id AND t.step = :answer
                    ORDER BY t.id DESC LIMIT 1) AS answered_by,
                m.asked_by AS asked_by_id, q.full_name AS asked_by,
                (SELECT f.path FROM agency f WHERE f.id = m.asked_from) AS asked_from_path,
                m.asked_at, m.first_due_on, m.due_on, m.money, m.state, m.ended_at,
                m.ended_at IS NULL AND m.state <> :answered AND m.due_on < :today AS late, m.version, m.figure_value,
                m.figure_wanted, m.figure_percent, m.figure_level, m.figure_status, m.figure_period, m.figure_standing,
                m.figure_measured, m.figure_indicator, m.figure_reading, m.figure_reading_period"""
            + FROM;
    private static final String COUNT = "SELECT COUNT(*)" + FROM;

    @Inject
    private Flushed flushed;

    /** A condition of SQL with the values of its parameters. */
    private record Which(StringBuilder sql, Map<String, Object> values, Map<String, List<?>> lists) {

        static Which of(MatterSight sight) {
            Which which = new Which(new StringBuilder(sight.condition()), new HashMap<>(sight.values()),
                    new HashMap<>());
            which.lists.put("exactly", sight.restricted().agencies());
            return which;
        }

        Which and(String condition) {
            sql.append(" AND ").append(condition);
            return this;
        }

        Which and(String condition, String name, Object value) {
            if (value != null) {
                values.put(name, value);
                and(condition);
            }
            return this;
        }

        Which and(String condition, String name, Collection<?> list) {
            lists.put(name, List.copyOf(list));
            return and(condition);
        }

        Query of(Query query) {
            lists.forEach((name, list) -> query.bindList(EmptyHandling.NULL_KEYWORD, name, list));
            return query.bindMap(values);
        }
    }

    /** Two statements. */
    public Slice<MatterLine> list(MatterFilter filter, MatterSight sight, Cut<MatterOrder> cut) {
        Which which = which(filter, sight);
        return flushed.withHandle(sql -> Slice.of(count(which), cut, (size, offset) -> lines(which.of(sql.createQuery(
                LINES + which.sql() + " ORDER BY " + cut.sql(THEN) + " LIMIT :size OFFSET :offset")), sight)
                .bind("size", size).bind("offset", offset).mapTo(MatterLine.class).list()));
    }

    private static Query lines(Query query, MatterSight sight) {
        return query.bind("answer", MatterStep.Kind.ANSWER).bind("answered", Matter.State.ANSWERED)
                .bind("today", sight.today());
    }

    long count(MatterFilter filter, MatterSight sight) {
        return count(which(filter, sight));
    }

    private long count(Which which) {
        return flushed.withHandle(
                sql -> which.of(sql.createQuery(COUNT + which.sql())).mapTo(Long.class).one());
    }

    /** Returns what asks the person, alone or with all who answer for an agency, and what they asked. */
    List<MatterLine> concerning(MatterSight sight, LocalDate since) {
        Which which = Which.of(sight).and("m.due_on >= :since", "since", since)
                .and("(m.asked_by = :me OR a.path IN (<mine>) AND COALESCE(m.person_id, :me) = :me)", "mine",
                        sight.answers());
        which.values().put("me", sight.person());
        return flushed.withHandle(sql -> lines(which.of(sql.createQuery(
                LINES + which.sql() + " ORDER BY m.due_on, m.id")), sight).mapTo(MatterLine.class).list());
    }

    /** Returns what was asked of the agency and those below it before one moment and had not ended before another. */
    List<MatterLine> between(String path, Instant begin, Instant end, MatterSight sight) {
        Which which = Which.of(sight).and("a.path LIKE :top", "top", path + "%").and("m.asked_at < :end", "end", end)
                .and("(m.ended_at IS NULL OR m.ended_at >= :begin)", "begin", begin);
        return flushed.withHandle(sql -> lines(which.of(sql.createQuery(
                LINES + which.sql() + " ORDER BY m.asked_at, m.id")), sight).mapTo(MatterLine.class).list());
    }

    /** Returns what was asked of the agency about one of the criteria in whatever round and state, the newest first. */
    List<MatterLine> ofCriteria(String agency, Collection<String> criteria, MatterSight sight) {
        Which which = Which.of(sight).and("a.code = :agency", "agency", agency)
                .and("m.criterion IN (<criteria>)", "criteria", criteria);
        return flushed.withHandle(sql -> lines(which.of(sql.createQuery(
                LINES + which.sql() + " ORDER BY m.asked_at DESC, m.id DESC")), sight).mapTo(MatterLine.class).list());
    }

    /** Returns the matter; empty for who may not see it. */
    Optional<MatterLine> find(long id, MatterSight sight) {
        Which which = Which.of(sight).and("m.id = :id", "id", id);
        return flushed.withHandle(sql -> lines(which.of(sql.createQuery(LINES + which.sql())), sight)
                .mapTo(MatterLine.class).findOne());
    }

    /** Returns what was done, the first step first. */
    List<MatterCourse.StepLine> steps(long matter) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT t.step, t.words, t.due_on, p.full_name AS taken_by, t.taken_at
                FROM matter_step t LEFT JOIN person p ON p.id = t.taken_by WHERE t.matter_id = :matter ORDER BY t.id""")
                .bind("matter", matter).mapTo(MatterCourse.StepLine.class).list());
    }

    /** Counts by one statement what waits for the person, and what was answered to them. */
    MatterRegister.Waiting waiting(MatterSight sight) {
        Which which = Which.of(sight).and("m.ended_at IS NULL");
        Which asked = asked(sight);
        return flushed.withHandle(sql -> asked.of(which.of(sql.createQuery("""
                SELECT COALESCE(SUM(w.asked), 0) AS asked, COALESCE(SUM(w.asked AND w.due_on < :today), 0) AS late,
                    MIN(IF(w.asked, w.due_on, NULL)) AS until, COALESCE(SUM(w.answered), 0) AS answered
                FROM (SELECT m.due_on, (%s) AS asked, m.state = :answered AND m.asked_by = :me AS answered
                    FROM matter m JOIN agency a ON a.id = m.agency_id
                    WHERE %s) w""".formatted(asked.sql(), which.sql())))).bind("answered", Matter.State.ANSWERED)
                .bind("today", sight.today()).mapTo(MatterRegister.Waiting.class).one());
    }

    /** It waits for the person: they are asked, or all who answer for their agency are. */
    private static Which asked(MatterSight sight) {
        return new Which(new StringBuilder("m.ended_at IS NULL"), new HashMap<>(), new HashMap<>())
                .and("m.state IN (<waiting>)", "waiting", Matter.State.waitingForAgency())
                .and("a.path IN (<mine>)", "mine", sight.answers())
                .and("COALESCE(m.person_id, :me) = :me", "me", (Object) sight.person());
    }

    private static Which which(MatterFilter filter, MatterSight sight) {
        Which which = Which.of(sight).and("m.kind = :kind", "kind", filter.kind())
                .and("m.target = :target", "target", filter.target())
                .and("m.criterion = :criterion", "criterion", filter.criterion())
                .and("m.indicator = :indicator", "indicator", filter.indicator())
                .and("m.source = :source", "source", filter.source())
                .and("a.code = :agency", "agency", filter.agency())
                .and("m.assessment_id = :assessment", "assessment", filter.assessment())
                .and("m.meeting_id = :meeting", "meeting", filter.meeting())
                .and("(LOCATE(:person, p.full_name) > 0 OR LOCATE(:person, q.full_name) > 0)", "person",
                        filter.person());
        switch (filter.standing()) {
            case OPEN -> which.and("m.ended_at IS NULL");
            case WAITING -> which.and("m.ended_at IS NULL").and("m.state IN (<states>)", "states",
                    Matter.State.waitingForAgency());
            case ANSWERED -> which.and("m.state IN (<states>)", "states", Set.of(Matter.State.ANSWERED));
            case DONE -> which.and("m.ended_at IS NOT NULL").and("m.state IN (<states>)", "states",
                    Set.of(Matter.State.DONE, Matter.State.ACCEPTED));
            case DROPPED -> which.and("m.state IN (<states>)", "states", Set.of(Matter.State.DROPPED));
            case ALL -> {
            }
        }
        due(which, filter.due(), sight);
        if (filter.mine() == MatterFilter.Mine.ASKING) {
            which.and("m.asked_by = :me", "me", (Object) sight.person());
        } else if (filter.mine() == MatterFilter.Mine.COPIED) {
            which.and("EXISTS (SELECT 1 FROM matter_copy k WHERE k.matter_id = m.id AND k.person_id = :me)", "me",
                    (Object) sight.person());
        } else if (filter.mine() == MatterFilter.Mine.ASKED) {
            Which asked = asked(sight);
            which.and(asked.sql().toString());
            which.values().putAll(asked.values());
            which.lists().putAll(asked.lists());
        }
        which.sql().append(AgencyWords.condition(filter.words()));
        which.values().putAll(AgencyWords.arguments(filter.words()));
        return which;
    }

    private static void due(Which which, MatterFilter.Due due, MatterSight sight) {
        if (due == null) {
            return;
        }
        which.and("m.ended_at IS NULL");
        if (due == MatterFilter.Due.LATE) {
            which.and("m.state <> :notLate", "notLate", Matter.State.ANSWERED).and("m.due_on < :day", "day",
                    sight.today());
        } else {
            which.and("m.due_on >= :day", "day", sight.today()).and("m.due_on <= :until", "until",
                    sight.today().plusDays(due == MatterFilter.Due.WEEK ? WEEK : MONTH));
        }
    }
}
