package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/** Makes the bulletin of the month that is over, early in the morning; on most days there is nothing to do. */
@ApplicationScoped
class MonthlyBulletin implements RecurringWork {

    private static final Logger LOG = Logger.getLogger(MonthlyBulletin.class.getName());

    @Inject
    private BulletinMaking making;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Caller caller;

    @Override
    public String name() {
        return "monthly-bulletin";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(4, 40));
    }

    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        try {
            transaction.whole(making::makeDue);
        } catch (BusinessException nothing) {
            LOG.log(Level.INFO, "There is no bulletin of the month that is over: {0}", nothing.key());
        }
    }
}
