package vn.thang.platform;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A failure that nobody foresaw. Its id stands in the answer, on the page and in one line of the log, so that what a
 * person
 * reports can be found.
 */
public final class Incident {

    private static final Logger LOG = Logger.getLogger(Incident.class.getName());

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
        LOG.log(Level.SEVERE, cause, () -> "Incident " + id + ": " + request + " by "
                + (person == null ? "nobody" : person));
        return id;
    }
}
