package vn.thang.assessment.conduct.ending;

import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.Rounds;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** Removes a rehearsal whole: nothing of it is left but the trail. It is a national matter of those who may publish. */
@ApplicationScoped
@Transactional
public class RehearsalRemoval {

    @Inject
    private Rounds rounds;

    @Inject
    private RehearsalRows rows;

    @Inject
    private Denominators denominators;

    @Inject
    private LongWork works;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Event<RoundEvent> events;

    /** Refuses whatever {@link #remove} refuses, and changes nothing. */
    @Requires(PUBLISH)
    public void mayRemove(String code, int version) {
        removable(code, version);
    }

    /** Removes the rehearsal and answers how many assessments there were. */
    @Requires(PUBLISH)
    public int remove(String code, int version, Progress progress) {
        Round round = removable(code, version);
        rounds.touch(round);
        long id = round.id();
        denominators.remove(id);
        int removed = rows.remove(id, progress);
        rounds.forget(round);
        works.forget(code);
        events.fire(new RoundEvent.RehearsalRemoved(id, code, removed));
        return removed;
    }

    private Round removable(String code, int version) {
        caller.check(PUBLISH, agencies.rootPath());
        Round round = rounds.get(code, version);
        round.mayRemove();
        return round;
    }
}
