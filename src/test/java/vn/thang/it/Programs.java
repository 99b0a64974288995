package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Programs of the machine that tests use where they are installed. Before a release none may be missing: a test that lacks one fails
 * there, and is skipped by name elsewhere.
 */
public final class Programs {

    private static final boolean NONE_MAY_BE_MISSING = Boolean.getBoolean("it.matrix");

    private Programs() {
    }

    /** Whether a test with a program runs: where it is there, and where its absence has to be seen. */
    public static boolean wanted(boolean there) {
        return there || NONE_MAY_BE_MISSING;
    }

    /** @param lack says which program is not there */
    public static void need(boolean there, String lack) {
        assertTrue(wanted(there), lack);
        assumeTrue(there, lack);
    }
}
