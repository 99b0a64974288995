package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Sends every minute the letters that wait. */
@ApplicationScoped
class Mailing implements RecurringWork {

    @Inject
    private MailDelivery delivery;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(Progress progress) {
        delivery.run();
    }
}
