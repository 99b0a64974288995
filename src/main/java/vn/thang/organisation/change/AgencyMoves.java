package vn.thang.organisation.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/** Lets the tree follow the moves whose day has come, at the beginning of that day. */
@ApplicationScoped
class AgencyMoves implements RecurringWork {

    @Inject
    private DueMoves due;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Caller caller;

    @Override
    public String name() {
        return "move-agencies";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(0, 1));
    }

    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        transaction.whole(due::take);
    }
}
