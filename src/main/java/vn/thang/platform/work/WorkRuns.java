package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Incident;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Works.Attempt;

/** Runs work on this server: with the rights of whoever started it, and whatever comes of it is kept. */
@ApplicationScoped
class WorkRuns {

    private static final Logger LOG = Logger.getLogger(WorkRuns.class.getName());
    /** Key of the fault of work whose servers were never heard of again. */
    static final String LOST = "work.lost";
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(300);
    private static final Duration AFTER_COLLISION = Duration.ofSeconds(1);
    private static final Duration FOR_ANOTHER_VERSION = Duration.ofSeconds(15);
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    @Inject
    private Works works;

    @Inject
    private WorkKinds kinds;

    @Inject
    private Event<WorkBegins> begins;

    @Inject
    private Event<WorkEnded> ends;

    @Inject
    private WorkNode node;

    @Inject
    private Clock clock;

    @Inject
    private OneTransaction transaction;

    /**
     * Runs started work once; answers when it is to be tried again, or nothing when it has ended. While nodes are upgraded one by
     * one, work of a kind that is newer than this server is left as it is for those that know it.
     */
    @ActivateRequestContext
    Optional<Instant> run(long id) {
        Work work = works.find(id).orElse(null);
        if (work == null) {
            return Optional.empty();
        }
        WorkKind<?> kind = kinds.find(work.kind()).orElse(null);
        if (kind == null) {
            LOG.info(() -> "Work " + id + " (" + work.kind() + ") is left to another version of the application");
            return Optional.of(clock.instant().plus(FOR_ANOTHER_VERSION));
        }
        Attempt attempt = works.begin(id, node.name(), clock.instant()).orElse(null);
        if (attempt == null) {
            return Optional.empty();
        }
        if (attempt.lost() && attempt.failures() > kind.pauses().size()) {
            works.fault(attempt, KeyedWords.of(LOST), null, false, null, clock.instant());
            ended(attempt, true);
            return Optional.empty();
        }
        return attempt(attempt, kind.whole(), () -> {
            works.done(attempt, kinds.run(kind, attempt.input(), progress(attempt)), clock.instant());
            ended(attempt, false);
        }).flatMap(fault -> again(attempt, fault, kind.pauses()));
    }

    /** Runs recurring work once; answers when it is due next. */
    @ActivateRequestContext
    Instant run(RecurringWork kind) {
        long id = works.recurring(kind.name(), clock.instant());
        Attempt attempt = works.begin(id, node.name(), clock.instant()).orElseThrow();
        Optional<Fault> fault = attempt(attempt, false, () -> {
            kind.run(progress(attempt));
            works.done(attempt, null, clock.instant());
            if (kind.rhythm().everyDay()) {
                ended(attempt, false);
            }
        });
        Instant now = clock.instant();
        Instant regular = kind.rhythm().after(now);
        return fault.map(found -> again(attempt, found, kind.pauses(), regular)).orElse(regular);
    }

    /**
     * Why an attempt came to nothing.
     *
     * @param refused  whether trying again cannot help
     * @param gone     whether this server has to leave the work to another one
     * @param collided whether it only came across others in the database, so that it can be tried again at once
     */
    private record Fault(KeyedWords words, String incident, boolean refused, boolean gone, boolean collided) {
    }

    private Optional<Fault> attempt(Attempt attempt, boolean whole, Runnable deed) {
        try {
            begins.fire(new WorkBegins(attempt.behalf()));
            if (whole) {
                transaction.whole(deed);
            } else {
                deed.run();
            }
            return Optional.empty();
        } catch (BusinessException refusal) {
            return Optional.of(new Fault(KeyedWords.of(refusal), null, true, false, false));
        } catch (WorkLost lost) {
            LOG.log(Level.WARNING, lost.getMessage());
            return Optional.of(new Fault(null, null, false, true, false));
        } catch (RuntimeException e) {
            if (node.leaving()) {
                works.giveBack(attempt);
                return Optional.of(new Fault(null, null, false, true, false));
            }
            return Optional.of(new Fault(KeyedWords.of("work.fault"), incident(attempt, e), false, false, collided(e)));
        }
    }

    private static String incident(Attempt attempt, RuntimeException fault) {
        Long person = attempt.behalf().person();
        return Incident.log("work %d (%s)".formatted(attempt.id(), attempt.kind()),
                person == null ? "the application" : "person " + person, fault);
    }

    /** Answers whether the database has undone the work because others held what it wanted. */
    private static boolean collided(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransactionRollbackException
                    || cause instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return true;
            }
        }
        return false;
    }

    private static Duration pause(Attempt attempt, Fault fault, List<Duration> pauses) {
        return fault.collided() ? AFTER_COLLISION : pauses.get(attempt.failures());
    }

    private Optional<Instant> again(Attempt attempt, Fault fault, List<Duration> pauses) {
        Instant now = clock.instant();
        if (fault.gone()) {
            return Optional.of(now);
        }
        Optional<Instant> next = fault.refused() || attempt.failures() >= pauses.size() ? Optional.empty()
                : Optional.of(now.plus(pause(attempt, fault, pauses)));
        works.fault(attempt, fault.words(), fault.incident(), next.isPresent(), next.orElse(null), now);
        if (next.isEmpty()) {
            ended(attempt, true);
        }
        return next;
    }

    private Instant again(Attempt attempt, Fault fault, List<Duration> pauses, Instant regular) {
        Instant now = clock.instant();
        if (fault.gone()) {
            return now;
        }
        Instant soon = attempt.failures() < pauses.size() ? now.plus(pause(attempt, fault, pauses)) : regular;
        Instant next = soon.isBefore(regular) ? soon : regular;
        works.fault(attempt, fault.words(), fault.incident(), false, next, now);
        if (attempt.failures() == 0) {
            ended(attempt, true);
        }
        return next;
    }

    private void ended(Attempt attempt, boolean failed) {
        ends.fire(new WorkEnded(attempt.id(), attempt.kind(), attempt.subject(), attempt.behalf().person(), failed));
    }

    /** Writes what the work tells of itself, not oftener than people can read it. */
    private Progress progress(Attempt attempt) {
        Instant[] last = {Instant.EPOCH};
        String[] doing = {null};
        return (done, total, what) -> {
            Instant now = clock.instant();
            if (!what.equals(doing[0]) || last[0].plus(BETWEEN_WORDS).isBefore(now)) {
                works.progress(attempt, done, total, what);
                last[0] = now;
                doing[0] = what;
            }
        };
    }
}
