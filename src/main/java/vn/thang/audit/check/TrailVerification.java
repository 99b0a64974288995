package vn.thang.audit.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.thang.audit.AuditEvent;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TimeAuthority;
import vn.thang.audit.seal.Blocks;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Verifies the trail for whoever may read it, and says which entry or block is wrong; a national matter. */
@ApplicationScoped
@Transactional
@Requires(Permission.READ_TRAIL)
public class TrailVerification {

    private static final String HASH = "[0-9a-f]{64}";

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

    @Inject
    private Event<AuditEvent> events;

    /** Computes everything again. */
    @Requires(Permission.READ_TRAIL)
    public Verified verify() {
        return verify(Map.of());
    }

    /**
     * Computes everything again and compares one block with the hash that somebody has kept outside.
     *
     * @param block number of the block; null for none
     * @param hash  hash that it had
     */
    @Requires(Permission.READ_TRAIL)
    public Verified verify(Long block, String hash) {
        if (block == null && hash == null) {
            return verify();
        }
        if (block == null || hash == null || block < 1 || !hash.strip().matches(HASH)) {
            throw new BusinessException("trail.known-wrong");
        }
        return verify(Map.of(block, hash.strip()));
    }

    private Verified verify(Map<Long, String> known) {
        caller.check(Permission.READ_TRAIL, agencies.rootPath());
        Verified verified = TrailCheck.verify(blocks, anchors, authority.trusted(), known, clock.instant());
        events.fire(new AuditEvent.TrailVerified(verified.blocks(), verified.entries(), verified.head(),
                verified.wrong()));
        return verified;
    }
}
