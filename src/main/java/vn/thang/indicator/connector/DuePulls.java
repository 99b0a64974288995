package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/**
 * Looks every half minute which connectors are due and starts a pull of each, a few at once on all servers together.
 */
@ApplicationScoped
class DuePulls implements RecurringWork {

    private static final int MOST_AT_ONCE = 4;

    @Inject
    private Pull pull;

    @Inject
    private LongWork works;

    @Override
    public String name() {
        return "due-pulls";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofSeconds(30));
    }

    @Override
    public void run(Progress progress) {
        List<Long> due = pull.due();
        long free = MOST_AT_ONCE - (due.isEmpty() ? 0 : works.active(PullWork.NAME));
        due.stream().limit(Math.max(0, free)).forEach(connector -> works.start(new PullWork.Asked(connector,
                pull.code(connector), false)));
    }
}
