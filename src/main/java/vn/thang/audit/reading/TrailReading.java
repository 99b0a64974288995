package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TimeAuthority;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.Blocks;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Shows the trail to auditors and administrators of the country. Values that are kept apart are not shown: an auditor does
 * not see restricted answers.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.READ_TRAIL)
public class TrailReading {

    /** A file with more could not be opened by the programs that people have. */
    private static final int MOST_TAKEN = 100_000;
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    @Inject
    private TrailEntries entries;

    @Inject
    private Blocks blocks;

    @Inject
    private Anchors anchors;

    @Inject
    private TimeAuthority authority;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * How far the trail is sealed.
     *
     * @param last       number of the last block; null before the first
     * @param hash       hash of the last block
     * @param waiting    how many entries of the last day are in no block yet
     * @param oldest     when the first of them was written
     * @param anchor     the last anchor outside of the database; null for none
     * @param unanchored when the first block after that anchor was sealed; null where nothing waits to be stamped
     */
    public record Sealing(Long last, Instant at, String hash, long waiting, Instant oldest, Anchoring anchor,
            boolean authority, Instant unanchored) {

        /** Counts the blocks that the authority has still to stamp; none where no authority is set. */
        public long behind() {
            return unanchored == null ? 0 : anchor == null ? last : anchor.behind();
        }
    }

    /**
     * The last anchor outside of the database.
     *
     * @param hours  how old it is
     * @param behind how many blocks came after its block
     */
    public record Anchoring(long number, long block, Instant at, String authority, long hours, long behind) {
    }

    /** Lists the entries that the filter lets through. */
    @Requires(Permission.READ_TRAIL)
    public Slice<TrailRow> list(TrailFilter filter, Cut<TrailOrder> cut) {
        check();
        return entries.list(filter, cut);
    }

    /** Lists them all for taking them away, the oldest first; nobody takes more than a program can open. */
    @Requires(Permission.READ_TRAIL)
    public List<TrailRow> all(TrailFilter filter, Cut<TrailOrder> cut) {
        check();
        if (entries.count(filter) > MOST_TAKEN) {
            throw new BusinessException("list.too-many", MOST_TAKEN);
        }
        return entries.list(filter, cut).rows();
    }

    /** Lists what has been done at all, for choosing. */
    @Requires(Permission.READ_TRAIL)
    public List<String> actions() {
        check();
        return entries.actions();
    }

    /** Lists the kinds of things to which anything was done, for choosing. */
    @Requires(Permission.READ_TRAIL)
    public List<String> subjects() {
        check();
        return entries.subjects();
    }

    /** Says how far the trail is sealed. */
    @Requires(Permission.READ_TRAIL)
    public Sealing sealing() {
        check();
        Block last = blocks.last().orElse(null);
        Blocks.Waiting waiting = blocks.waiting(clock.instant().minus(LOOKED_BACK));
        Anchor anchor = anchors.last().orElse(null);
        return new Sealing(last == null ? null : last.number(), last == null ? null : last.sealedAt(),
                last == null ? null : last.blockHash(), waiting.count(), waiting.oldest(),
                anchor == null ? null : anchoring(anchor, last), authority.isSet(), unanchored(anchor));
    }

    private Instant unanchored(Anchor anchor) {
        return !authority.isSet() ? null
                : blocks.after(anchor == null ? 0 : anchor.block()).map(Block::sealedAt).orElse(null);
    }

    private Anchoring anchoring(Anchor anchor, Block last) {
        return new Anchoring(anchor.number(), anchor.block(), anchor.stampedAt(), anchor.authority(),
                Math.max(0, Duration.between(anchor.stampedAt(), clock.instant()).toHours()),
                last == null ? 0 : Math.max(0, last.number() - anchor.block()));
    }

    private void check() {
        caller.check(Permission.READ_TRAIL, agencies.rootPath());
    }
}
