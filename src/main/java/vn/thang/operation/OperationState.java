package vn.thang.operation;

import java.time.Instant;
import java.util.List;
import vn.thang.audit.reading.TrailReading;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.notice.mail.FailedMails;
import vn.thang.platform.work.LongWork;

/**
 * How the installation was at a moment, seen from this server.
 *
 * @param backup null before the first one
 */
public record OperationState(Instant at, LongWork.Standing work, List<LongWork.Recurring> recurring,
        FailedMails.Queue mails, ReadingSources.Attention sources, TrailReading.Sealing trail, Backup backup,
        DatabaseFigures.Standing database, ServerFigures.Disk disk) {

    /** Lists the recurring work whose last run failed. */
    public List<LongWork.Recurring> failing() {
        return recurring.stream().filter(one -> one.last() != null && one.last().failed()).toList();
    }
}
