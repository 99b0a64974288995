package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.MatterStep;
import vn.thang.matter.Matters;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.agency.FormerSelves;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/**
 * Lets what is asked of agencies that ended go on with the one that goes on for them, and tells whoever asked where none does:
 * with the change itself, and each day for what ends on a day to come or by a list of agencies. What is over stays where it was.
 */
@ApplicationScoped
public class MattersOfEnded implements RecurringWork {

    /** What an agency became is found in so many steps at most. */
    private static final int LONGEST_CHAIN = 20;
    private static final String ONE_GOES_ON = """
            JOIN agency_predecessor p ON p.predecessor_id = a.id
            JOIN agency s ON s.id = p.agency_id AND (s.valid_from IS NULL OR s.valid_from <= :today)
            WHERE a.valid_to < :today AND m.ended_at IS NULL AND\s""" + FormerSelves.entirely();

    @Inject
    private Matters matters;

    @Inject
    private Flushed flushed;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /** A matter and where it goes on. */
    public record GoesOn(long id, long former, String formerName, long successor) {
    }

    /** A matter for which nobody goes on. */
    public record Left(long id, long agency, String name) {
    }

    @Override
    public String name() {
        return "matters-of-ended";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(0, 5));
    }

    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        transaction.whole(this::follow);
    }

    void rearranged(@Observes AgencyEvent.AgencyRearranged event) {
        if (!event.ending().isEmpty()) {
            follow();
        }
    }

    /** Lets all of them go on; those whose agencies end on a day to come wait for it. */
    public void follow() {
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            List<GoesOn> asked = goingOn("agency_id", today);
            Map<Long, Set<Long>> respondents = matters
                    .respondents(asked.stream().map(GoesOn::successor).collect(Collectors.toSet()), today);
            asked.forEach(one -> goOn(one, respondents.getOrDefault(one.successor(), Set.of())));
            List<GoesOn> asking = goingOn("asked_from", today);
            asking.forEach(one -> matters.lock(one.id()).askedFrom(one.successor()));
            if (asked.isEmpty() && asking.isEmpty()) {
                break;
            }
        }
        left(today).forEach(this::tell);
    }

    private void goOn(GoesOn one, Set<Long> respondents) {
        Matter matter = matters.lock(one.id());
        Long person = matter.person() != null && respondents.contains(matter.person()) ? matter.person() : null;
        matters.addStep(matter.succeeded(one.successor(), person, one.formerName(), caller.personId(),
                clock.instant()));
        events.fire(new MatterEvent.MatterSucceeded(one.id(), one.successor(), one.former()));
    }

    private void tell(Left one) {
        matters.addStep(matters.lock(one.id()).orphaned(one.name(), caller.personId(), clock.instant()));
        events.fire(new MatterEvent.MatterOrphaned(one.id(), one.agency()));
    }

    private List<GoesOn> goingOn(String column, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT m.id, a.id AS former, a.name AS former_name, s.id AS successor
                FROM matter m JOIN agency a ON a.id = m.<column>
                """ + ONE_GOES_ON + " ORDER BY m.id").define("column", column).bind("today", today)
                .mapTo(GoesOn.class).list());
    }

    private List<Left> left(LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT m.id, a.id AS agency, a.name FROM matter m JOIN agency a ON a.id = m.agency_id
                WHERE a.valid_to < :today AND m.ended_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM matter_step t WHERE t.matter_id = m.id AND t.step = :orphaned)
                ORDER BY m.id""").bind("today", today).bind("orphaned", MatterStep.Kind.ORPHANED).mapTo(Left.class)
                .list());
    }
}
