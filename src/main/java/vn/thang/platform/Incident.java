package vn.thang.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A failure that nobody foresaw. Its id stands in the answer, on the page and in one line of the log, so that what a
 * person reports can be found.
 */
public final class Incident {

    private static final Logger LOG = Logger.getLogger(Incident.class.getName());
    private static final LongAdder COUNTED = new LongAdder();

    private Incident() {
    }

    /**
     * Writes the failure to the log and returns its id.
     *
     * @param request method and path of what was asked for
     * @param person  name that the person signed in with; null for nobody
     * @param cause   what was thrown; null where the server tells a status only
     */
    public static String log(String request, String person, Throwable cause) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        COUNTED.increment();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("incident", id);
        fields.put("request", String.valueOf(RequestId.present()));
        LogRecord line = new LogRecord(Level.SEVERE, "Incident " + id + ": " + request + " by "
                + (person == null ? "nobody" : person) + ", request " + RequestId.present());
        line.setLoggerName(LOG.getName());
        line.setThrown(cause);
        line.setParameters(new Object[]{fields});
        LOG.log(line);
        return id;
    }

    /** Returns how many there were since the start. */
    public static long counted() {
        return COUNTED.sum();
    }
}
