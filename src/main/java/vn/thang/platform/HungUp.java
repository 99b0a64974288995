package vn.thang.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Callers who closed the connection before they had sent or heard everything: nothing here is wrong, and nobody hears an answer. */
public final class HungUp {

    private static final Logger LOG = Logger.getLogger(HungUp.class.getName());
    private static final LongAdder COUNTED = new LongAdder();
    /** What the server calls an answer that could not be written. */
    private static final String ABORTED = "ClientAbortException";
    /** What reads from the connection; it throws near the top of the stack, and everything runs far above it. */
    private static final String CONNECTION = "org.glassfish.grizzly.";
    private static final int NEAR = 12;

    private HungUp() {
    }

    /** Whether something failed because the caller is gone. */
    public static boolean is(Throwable thrown) {
        return Refusal.causes(thrown).filter(IOException.class::isInstance)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals(ABORTED)
                        || Arrays.stream(cause.getStackTrace()).limit(NEAR)
                                .anyMatch(frame -> frame.getClassName().startsWith(CONNECTION)));
    }

    /** Counts the request and writes its one line into the log. */
    public static void log(String request) {
        COUNTED.increment();
        LOG.log(Level.INFO, "The caller of {0} has hung up", request);
    }

    /** Returns how many there were since the start. */
    public static long counted() {
        return COUNTED.sum();
    }
}
