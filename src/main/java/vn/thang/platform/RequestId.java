package vn.thang.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of the request that this thread answers. The proxy gives it, writes it into its own log and sends it along; it stands
 * in the answer and in the log, so that what a person saw, what the proxy saw and what happened inside are found together.
 */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Za-z-]{8,64}");
    private static final ThreadLocal<String> PRESENT = new ThreadLocal<>();

    private RequestId() {
    }

    /** Takes up the id that came along, or a new one where none came or it is written otherwise. */
    public static String begin(String given) {
        String id = given != null && WRITTEN.matcher(given).matches() ? given : UUID.randomUUID().toString();
        PRESENT.set(id);
        return id;
    }

    /** Returns the id of the present request; null outside of any. */
    public static String present() {
        return PRESENT.get();
    }

    public static void end() {
        PRESENT.remove();
    }
}
