package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Reading the register of matters: everybody sees those of the agencies that they may see, and those about restricted answers
 * only where they may read these.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class MatterRegister {

    @Inject
    private MatterList list;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * How much waits for a person.
     *
     * @param asked    what waits for their answer or deed
     * @param late     how much of it is late
     * @param until    the next last day of it; null for none
     * @param answered what they asked and is answered
     */
    public record Waiting(long asked, long late, LocalDate until, long answered) {
    }

    /** Two statements whatever the number of matters. */
    @Requires(Permission.VIEW)
    public Slice<MatterLine> page(MatterFilter filter, Cut<MatterOrder> cut) {
        return list.list(filter, sight(Permission.VIEW), cut);
    }

    /** The same for taking them away, as far as the person may. */
    @Requires(Permission.EXPORT)
    public Slice<MatterLine> whole(MatterFilter filter, Cut<MatterOrder> cut) {
        return list.list(filter, sight(Permission.EXPORT), cut);
    }

    /**
     * Lists those of an agency and of all below it that something was left to do of between two moments, for taking them away.
     *
     * @param path of ids of the agency
     */
    @Requires(Permission.EXPORT)
    public List<MatterLine> between(String path, Instant begin, Instant end) {
        caller.check(Permission.EXPORT, path);
        return list.between(path, begin, end, sight(Permission.EXPORT));
    }

    /** Lists the first open matters of the filter, for the page of a figure. */
    @Requires(Permission.VIEW)
    public List<MatterLine> open(MatterFilter filter) {
        return page(filter, Cut.by(MatterOrder.NEXT)).rows();
    }

    /**
     * Lists what was asked of an agency about criteria in this round and in earlier ones, open or ended, the newest first, for
     * the pages on which these are answered and judged; one statement.
     *
     * @param agency code of the agency
     */
    @Requires(Permission.VIEW)
    public List<MatterLine> ofCriteria(String agency, Collection<String> criteria) {
        return list.ofCriteria(agency, criteria, sight(Permission.VIEW));
    }

    /** Lists what the person is asked and what they asked, ended or not, that is due on a day or later; one statement. */
    @Requires(Permission.VIEW)
    public List<MatterLine> concerning(LocalDate since) {
        return list.concerning(sight(Permission.VIEW), since);
    }

    /** How much waits for the person; one statement. */
    @Requires(Permission.VIEW)
    public Waiting waiting() {
        return list.waiting(sight(Permission.VIEW));
    }

    private MatterSight sight(Permission permission) {
        return MatterSight.of(caller, permission, LocalDate.now(clock));
    }
}
