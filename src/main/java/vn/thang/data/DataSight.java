package vn.thang.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.platform.sql.Subtrees;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;

/**
 * Decides row by row what a program gets to see: only agencies whose numbers the person may take away, and of restricted
 * criteria and what measures them only those whose restricted answers the person may read. It tells the trail what was taken.
 */
@ApplicationScoped
public class DataSight {

    @Inject
    private Caller caller;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Event<DataEvent> events;

    /** Where the person may take numbers away. */
    Reach taken() {
        return caller.reach(Permission.EXPORT);
    }

    /** What of assessments the person sees in the states that they are in. */
    public CourseSight course() {
        return impartiality.sight();
    }

    /** Where the person may read restricted answers. */
    public Reach restricted() {
        return caller.reach(Permission.VIEW_RESTRICTED);
    }

    /** The parts of the tree in which the person may take numbers away, as a condition. */
    public Subtrees subtrees() {
        return new Subtrees(Stream.concat(taken().subtrees().stream(), taken().agencies().stream()).distinct()
                .toList());
    }

    public boolean covers(String path) {
        return taken().covers(path);
    }

    /** Whether what is about a criterion of an agency is shown; a code that is restricted in one version is so in all. */
    public boolean shows(String path, boolean ofRestricted) {
        return covers(path) && (!ofRestricted || restricted().covers(path));
    }

    /** Tells the trail of it, with the hash of what is handed over, and hands it on. */
    public <R> Batch<R> told(String what, Asked asked, Batch<R> batch) {
        byte[] content = asked.writing() == null ? null : asked.writing().apply(batch.rows());
        events.fire(new DataEvent.RowsRead(what, asked.told(), batch.rows().size(), batch.restricted(), caller.token(),
                content == null ? null : Sha256.hex(content)));
        return new Batch<>(batch.rows(), batch.next(), batch.restricted(), content);
    }
}
