package vn.thang.notice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour for what is due, on every server: what was told is not told again. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DueDaysTimer {

    private static final Logger LOG = Logger.getLogger(DueDaysTimer.class.getName());

    @Inject
    private DueDays dueDays;

    @Schedule(hour = "*", minute = "5", persistent = false)
    void announce() {
        try {
            dueDays.announce();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Notices of what is due wait for the next hour", e);
        }
    }
}
