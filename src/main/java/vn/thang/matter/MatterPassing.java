package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.thang.organisation.agency.OrganisationEvent;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/**
 * Lets whoever goes on for an agency that was merged be asked what it was asked, from its first day on. What is asked of an agency
 * that closed or was divided stays with it: nobody goes on for it alone, and whoever asked decides what becomes of it.
 */
@ApplicationScoped
class MatterPassing implements RecurringWork {

    /** An agency that came of another may have been merged itself. */
    private static final int MOST_MERGERS = 10;

    @Inject
    private Matters matters;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    @Override
    public String name() {
        return "pass-matters";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(0, 5));
    }

    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        transaction.whole(this::pass);
    }

    /** A merger may hold from a day that has come already. */
    void follow(@Observes OrganisationEvent.AgenciesSettled settled) {
        pass();
    }

    /** Answers how many went on. */
    int pass() {
        LocalDate today = LocalDate.now(clock);
        int passed = 0;
        for (int merger = 0; merger < MOST_MERGERS; merger++) {
            List<Matters.GoingOn> due = matters.goingOn(today);
            for (Matters.GoingOn one : due) {
                Matter matter = matters.lock(one.matter());
                long before = matter.agency();
                if (matter.goesOn(one.ended(), one.successor())) {
                    events.fire(new MatterEvent.MatterPassed(one.matter(), one.successor(), before));
                }
            }
            passed += due.size();
            if (due.isEmpty()) {
                break;
            }
        }
        return passed;
    }
}
