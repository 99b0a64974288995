package vn.thang.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;

/**
 * Decides row by row what a program gets to see: only agencies whose numbers the person may take away, and of restricted
 * criteria and what measures them only those whose restricted answers the person may read. It tells the trail what was taken.
 */
@ApplicationScoped
class DataSight {

    @Inject
    private Caller caller;

    @Inject
    private Event<DataEvent> events;

    /** Where the person may take numbers away. */
    Reach taken() {
        return caller.reach(Permission.EXPORT);
    }

    /** Where the person may read restricted answers. */
    Reach restricted() {
        return caller.reach(Permission.VIEW_RESTRICTED);
    }

    /** The parts of the tree in which the person may take numbers away, as a condition. */
    Subtrees subtrees() {
        return new Subtrees(Stream.concat(taken().subtrees().stream(), taken().agencies().stream()).distinct()
                .toList());
    }

    boolean covers(String path) {
        return taken().covers(path);
    }

    /** Whether what is about a criterion of an agency is shown; a code that is restricted in one version is so in all. */
    boolean shows(String path, boolean ofRestricted) {
        return covers(path) && (!ofRestricted || restricted().covers(path));
    }

    /** Whether restricted answers count in the node, so that its exact index would give them away. */
    static boolean restricts(Dimension node) {
        return MaturityModel.criteriaBelow(node).values().stream().anyMatch(Criterion::restricted);
    }

    /** Tells the trail of it and hands it on. */
    <R> Batch<R> told(String what, Asked asked, Batch<R> batch) {
        events.fire(new DataEvent.RowsRead(what, asked.told(), batch.rows().size(), caller.token()));
        return batch;
    }
}
