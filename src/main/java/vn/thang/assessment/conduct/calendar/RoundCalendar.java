package vn.thang.assessment.conduct.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Tells everybody who takes part which rounds run or come, and what their next day is; days and numbers are no secret. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class RoundCalendar {

    @Inject
    private RoundDays days;

    @Inject
    private Clock clock;

    /**
     * Finds the mark of a round, or of the round of an assessment; empty where it has none; one statement.
     *
     * @param round      code; null for none
     * @param assessment number; null for none
     */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Optional<RoundMark> mark(String round, Long assessment) {
        return days.mark(round, assessment);
    }

    /** Lists the rounds that are not published, the one with the next last day first; one statement. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<ComingRound> coming() {
        return days.coming(LocalDate.now(clock));
    }

    /** Lists the days of rounds since a day, the first one first; of rehearsals none; one statement. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<RoundDay> days(LocalDate since) {
        return days.days(since);
    }

    /** Returns the last round that was published; empty before the first; one statement. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Optional<PublishedRound> lastPublished() {
        return days.lastPublished();
    }
}
