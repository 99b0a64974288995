package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.round.Round;
import vn.thang.platform.Moments;

/** All sittings of the panel; one is written once and never changed. */
@ApplicationScoped
class Sittings {

    @PersistenceContext
    private EntityManager entities;

    /** Under the next number of the round, whose row is locked so that no number is given twice. */
    void add(AssessmentHead head, Sitting.Meeting meeting, long person, Instant now) {
        entities.find(Round.class, head.roundId(), LockModeType.PESSIMISTIC_WRITE);
        entities.createNativeQuery("INSERT INTO panel_sitting (assessment_id, round_id, number, place, held_on, chair, chair_position, secretary,"
                + " members, written_by, written_at) SELECT ?1, ?2, COALESCE(MAX(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
                + " FROM panel_sitting WHERE round_id = ?2").setParameter(1, head.id()).setParameter(2, head.roundId())
                .setParameter(3, meeting.place()).setParameter(4, Date.valueOf(meeting.heldOn())).setParameter(5, meeting.chair())
                .setParameter(6, meeting.position()).setParameter(7, meeting.secretary()).setParameter(8, meeting.members())
                .setParameter(9, person).setParameter(10, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).executeUpdate();
    }

    /** None before the panel has ended the case. */
    Optional<Sitting> find(long assessmentId) {
        return rows("SELECT s.number, s.place, s.held_on, s.chair, s.chair_position, s.secretary, s.members, p.full_name, s.written_at"
                + " FROM panel_sitting s JOIN person p ON p.id = s.written_by WHERE s.assessment_id = ?1", assessmentId).stream().findFirst()
                .map(row -> new Sitting(((Number) row[0]).intValue(), meeting(row), (String) row[7], Moments.instant(row[8])));
    }

    /** The last one that the person wrote: its chair, place and members often are those of the next. */
    Optional<Sitting.Meeting> last(long person) {
        return rows("SELECT s.number, s.place, s.held_on, s.chair, s.chair_position, s.secretary, s.members FROM panel_sitting s"
                + " WHERE s.written_by = ?1 ORDER BY s.written_at DESC LIMIT 1", person).stream().findFirst().map(Sittings::meeting);
    }

    private static Sitting.Meeting meeting(Object[] row) {
        return new Sitting.Meeting((String) row[1], Moments.day(row[2]), (String) row[3], (String) row[4], (String) row[5], (String) row[6]);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, long argument) {
        return entities.createNativeQuery(sql).setParameter(1, argument).getResultList();
    }
}
