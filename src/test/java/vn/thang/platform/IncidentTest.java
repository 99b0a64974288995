package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A failure stands in the log with its id and that of its request as fields of their own, and is counted. */
@Isolated
class IncidentTest {

    @Test
    void theLogNamesIncidentAndRequest() {
        List<LogRecord> written = new ArrayList<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord line) {
                written.add(line);
            }

            @Override
            public void flush() {
                // nothing is held
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger(Incident.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        long before = Incident.counted();
        try {
            assertEquals("of-the-proxy-1", RequestId.begin("of-the-proxy-1"));
            String id = Incident.log("GET /", null, new IllegalStateException("try"));
            LogRecord line = written.get(0);
            assertEquals(Map.of("incident", id, "request", "of-the-proxy-1"), line.getParameters()[0]);
            assertEquals("try", line.getThrown().getMessage());
            assertTrue(line.getMessage().contains(id) && line.getMessage().contains("of-the-proxy-1"));
            assertEquals(before + 1, Incident.counted());
        } finally {
            RequestId.end();
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertNull(RequestId.present());
    }

    /** What somebody else wrote never gets into the log as it is. */
    @Test
    void anIdThatNobodyWouldWriteIsReplaced() {
        for (String given : new String[]{null, "", "short", "with space in it", "a\nb-forged-line", "x".repeat(65)}) {
            String id = RequestId.begin(given);
            assertTrue(id.matches("[0-9a-f-]{36}"), id);
        }
        RequestId.end();
    }
}
