package vn.thang.audit.reading;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.sql.DatabaseMigration;

/** How far the trail is sealed, at the foot of what people print. */
@Named
@RequestScoped
public class TrailHeadPage {

    @Inject
    private TrailHead head;

    @EJB
    private DatabaseMigration migration;

    private TrailHead.Head last;

    /** Whether the account of the application may change what is sealed: then the operator alone vouches for it. */
    public boolean isRewritable() {
        return migration.rewritable();
    }

    /** Null before the first block. */
    public TrailHead.Head getLast() {
        if (last == null) {
            last = head.last().orElse(null);
        }
        return last;
    }
}
