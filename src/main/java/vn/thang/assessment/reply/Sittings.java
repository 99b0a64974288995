package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.round.Round;
import vn.thang.platform.sql.Flushed;

/** All sittings of the panel; one is written once and never changed. */
@ApplicationScoped
class Sittings {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** Under the next number of the round, whose row is locked so that no number is given twice. */
    void add(AssessmentHead head, Sitting.Meeting meeting, long person, Instant now) {
        entities.find(Round.class, head.roundId(), LockModeType.PESSIMISTIC_WRITE);
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO panel_sitting (assessment_id, round_id, number, place, held_on, chair, chair_position, secretary,
                    members, written_by, written_at)
                SELECT :assessment, :round, COALESCE(MAX(number), 0) + 1, :place, :heldOn, :chair, :position, :secretary,
                    :members, :person, :now
                FROM panel_sitting WHERE round_id = :round""")
                .bind("assessment", head.id()).bind("round", head.roundId()).bind("place", meeting.place())
                .bind("heldOn", meeting.heldOn()).bind("chair", meeting.chair()).bind("position", meeting.position())
                .bind("secretary", meeting.secretary()).bind("members", meeting.members())
                .bind("person", person).bind("now", now).execute());
    }

    /** None before the panel has ended the case. */
    Optional<Sitting> find(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT s.number, s.place, s.held_on, s.chair, s.chair_position AS position, s.secretary, s.members,
                    p.full_name AS written_by, s.written_at
                FROM panel_sitting s JOIN person p ON p.id = s.written_by WHERE s.assessment_id = :assessment""")
                .bind("assessment", assessmentId).mapTo(Sitting.class).findOne());
    }

    /** The last one that the person wrote: its chair, place and members often are those of the next. */
    Optional<Sitting.Meeting> last(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT place, held_on, chair, chair_position AS position, secretary, members
                FROM panel_sitting WHERE written_by = :person ORDER BY written_at DESC LIMIT 1""")
                .bind("person", person).mapTo(Sitting.Meeting.class).findOne());
    }
}
