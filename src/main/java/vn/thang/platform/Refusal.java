package vn.thang.platform;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the refusal in what a page, a transaction or the platform wrapped it in: that of a use case, that of the database where
 * a statement waited too long for a lock or stood in the way of another, so that whoever sent it may try again, or that of the
 * server where what a form sent is cut off.
 */
public final class Refusal {

    private static final int DEEPEST = 20;
    private static final int WAITED_TOO_LONG = 1205;
    private static final int DEADLOCK = 1213;
    private static final Set<Integer> BUSY = Set.of(WAITED_TOO_LONG, DEADLOCK);
    /** What reads the parts of what a form sends; it throws where they are cut off or are none. */
    private static final String PARTS = "org.apache.catalina.fileupload.";

    private Refusal() {
    }

    public static Optional<BusinessException> in(Throwable thrown) {
        return causes(thrown).map(Refusal::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<BusinessException> of(Throwable cause) {
        if (cause instanceof BusinessException refusal) {
            return Optional.of(refusal);
        }
        if (cause.getClass().getName().startsWith(PARTS)) {
            return Optional.of(new BusinessException("app.parts"));
        }
        return isBusy(cause) ? Optional.of(new BusinessException.Conflict("app.busy")) : Optional.empty();
    }

    /** Whether the database refused a statement that waited too long for a lock or stood in the way of another. */
    public static boolean isBusy(Throwable cause) {
        return cause instanceof SQLException failure && BUSY.contains(failure.getErrorCode());
    }

    /** What was thrown and its causes, the outermost first. */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }
}
