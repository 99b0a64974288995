package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/**
 * Starts long work and tells of it. It asks for no permission: the use case that calls it has checked whether the
 * person may start the work, or see it.
 */
@ApplicationScoped
@Transactional
public class LongWork {

    private static final Duration LATELY = Duration.ofDays(1);

    @Inject
    private Works works;

    @Inject
    private WorkKinds kinds;

    @Inject
    private WorkSchedule schedule;

    @Inject
    private Event<WorkStarted> started;

    @Inject
    private Clock clock;

    /**
     * Work that the application does by itself.
     *
     * @param last its last run; null before the first
     * @param next when it is due; null while it is not known yet
     */
    public record Recurring(String kind, Rhythm rhythm, Work last, Instant next) {
    }

    /**
     * How the work that people have started stands.
     *
     * @param failed in the last day, by a fault: what a rule has refused is told to whoever started it, and needs nobody else
     * @param oldest since when that waits which waits for longest and was not tried yet; null for none
     */
    public record Standing(long waiting, long running, long failed, Instant oldest) {
    }

    /**
     * Starts work when the present transaction is committed; answers its id, or that of the like that waits or runs
     * already.
     */
    public long start(WorkInput input, Behalf behalf) {
        long id = works.add(kinds.of(input).name(), input, kinds.write(input), behalf, clock.instant());
        schedule.add(id);
        started.fire(new WorkStarted(id));
        return id;
    }

    /** Starts work of the application itself. */
    public long start(WorkInput input) {
        return start(input, Behalf.APPLICATION);
    }

    /** Starts failed work again, on behalf of whoever started it first. */
    public void again(long id) {
        get(id);
        if (!works.again(id)) {
            throw new BusinessException("work.not-failed");
        }
        schedule.add(id);
        started.fire(new WorkStarted(id));
    }

    /** Has recurring work done at once instead of at its next time; answers false while no server has made it known yet. */
    public boolean now(String kind) {
        return schedule.now(kinds.recurring().stream().filter(known -> known.name().equals(kind)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("work.unknown")));
    }

    /** @throws BusinessException.NotFound where there is none */
    public Work get(long id) {
        return works.find(id).orElseThrow(() -> new BusinessException.NotFound("work.unknown"));
    }

    /** Finds what a person has started last of a kind and a subject. */
    public Optional<Work> last(String kind, String subject, Long person) {
        return works.last(kind, subject, person);
    }

    /** Lists what people have started. */
    public Slice<Work> list(WorkFilter filter, Cut<WorkOrder> cut) {
        return works.list(filter, cut);
    }

    /** Lists the kinds of work that people can start. */
    public List<String> kinds() {
        return kinds.started();
    }

    /** Lists what the application does by itself, by name. */
    public List<Recurring> recurring() {
        List<Work> last = works.recurring();
        return kinds.recurring().stream().map(kind -> new Recurring(kind.name(), kind.rhythm(),
                last.stream().filter(work -> work.kind().equals(kind.name())).findFirst().orElse(null),
                schedule.next(kind).orElse(null))).sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
    }

    /** Counts what people have started and how it stands. */
    public Standing standing() {
        return works.standing(clock.instant().minus(LATELY));
    }

    /** Counts what waits or runs of a kind. */
    public long active(String kind) {
        return works.active(kind);
    }

    /** Forgets what ended of a subject that is removed, with the files that it made. */
    public void forget(String subject) {
        works.forget(subject);
    }

    /**
     * Finds the rights under which work has made its file, as the feature security wrote them down; empty where it has
     * made none.
     */
    public Optional<String> rights(long id) {
        return works.rights(id);
    }

    /** Finds the file that work has made. */
    public Optional<WorkFile> file(long id) {
        return works.file(id);
    }
}
