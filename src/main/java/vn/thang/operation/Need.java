package vn.thang.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that needs a hand.
 *
 * @param link page on which it is mended; null where it is mended at the machine, as the handbook says
 */
public record Need(Kind kind, List<Object> arguments, String link) {

    private static final String JOBS = "/work/jobs.xhtml";

    /** What may be wrong. The rule of the same name tells whoever watches by machine, by the same limit. */
    public enum Kind {
        RECURRING_FAILED, WORK_FAILED, WORK_LATE, MAILS_FAILED, MAILS_LATE, MAILS_BEHIND, MAIL_UNSET, SOURCES_LATE,
        TRAIL_LATE, ANCHOR_LATE, BACKUP_NONE, BACKUP_LATE, DISK_LOW, CONNECTIONS_FEW, TRANSACTION_OLD
    }

    static final Duration WORK_WAITS = Duration.ofMinutes(15);
    static final Duration MAIL_WAITS = Duration.ofHours(2);
    static final Duration TRAIL_WAITS = Duration.ofMinutes(5);
    static final Duration ANCHOR_WAITS = Duration.ofHours(26);
    static final Duration BACKUP_HOLDS = Duration.ofHours(26);
    static final Duration TRANSACTION_LASTS = Duration.ofMinutes(10);
    static final double DISK_FREE = 0.1;
    static final double CONNECTIONS_USED = 0.8;
    private static final int PER_CENT = 100;

    /** Lists what needs a hand, what is worst first. */
    public static List<Need> of(OperationState state) {
        List<Need> needs = new ArrayList<>();
        Instant now = state.at();
        if (state.backup() == null) {
            needs.add(new Need(Kind.BACKUP_NONE, List.of(), null));
        } else if (older(state.backup().finishedAt(), BACKUP_HOLDS, now)) {
            needs.add(new Need(Kind.BACKUP_LATE, List.of(state.backup().finishedAt()), null));
        }
        if (older(state.trail().oldest(), TRAIL_WAITS, now)) {
            needs.add(new Need(Kind.TRAIL_LATE, List.of(state.trail().waiting(), state.trail().oldest()), JOBS));
        }
        if (older(state.trail().unanchored(), ANCHOR_WAITS, now)) {
            needs.add(new Need(Kind.ANCHOR_LATE, List.of(state.trail().behind(), state.trail().unanchored()), JOBS));
        }
        ofServer(state, needs);
        state.failing().forEach(one -> needs.add(new Need(Kind.RECURRING_FAILED, List.of(one.kind()), JOBS)));
        if (state.work().failed() > 0) {
            needs.add(new Need(Kind.WORK_FAILED, List.of(state.work().failed()), JOBS + "?state=FAILED"));
        }
        if (older(state.work().oldest(), WORK_WAITS, now)) {
            needs.add(new Need(Kind.WORK_LATE, List.of(state.work().waiting(), state.work().oldest()),
                    JOBS + "?state=WAITING"));
        }
        ofMails(state, needs);
        if (state.sources().sources() > 0) {
            needs.add(new Need(Kind.SOURCES_LATE, List.of(state.sources().sources()),
                    "/indicator/sources.xhtml?show=attention"));
        }
        return List.copyOf(needs);
    }

    private static void ofServer(OperationState state, List<Need> needs) {
        ServerFigures.Disk disk = state.disk();
        if (disk.free() < disk.total() * DISK_FREE) {
            needs.add(new Need(Kind.DISK_LOW, List.of(PER_CENT * disk.free() / disk.total()), null));
        }
        DatabaseFigures.Standing database = state.database();
        if (database.connections() > database.most() * CONNECTIONS_USED) {
            needs.add(new Need(Kind.CONNECTIONS_FEW, List.of(database.connections(), database.most()), null));
        }
        if (database.oldest() != null && database.oldest() > TRANSACTION_LASTS.toSeconds()) {
            needs.add(new Need(Kind.TRANSACTION_OLD, List.of(database.oldest() / 60), null));
        }
    }

    private static void ofMails(OperationState state, List<Need> needs) {
        if (state.mails().failed() > 0) {
            needs.add(new Need(Kind.MAILS_FAILED, List.of(state.mails().failed()), "/notice/mails.xhtml"));
        }
        if (!state.mails().set()) {
            needs.add(new Need(Kind.MAIL_UNSET, List.of(), null));
        } else if (state.mails().delayed() > 0) {
            needs.add(new Need(Kind.MAILS_LATE, List.of(state.mails().delayed()), null));
        } else if (older(state.mails().untried(), MAIL_WAITS, state.at())) {
            needs.add(new Need(Kind.MAILS_BEHIND, List.of(state.mails().waiting(), state.mails().untried()), null));
        }
    }

    private static boolean older(Instant moment, Duration limit, Instant now) {
        return moment != null && moment.plus(limit).isBefore(now);
    }
}
