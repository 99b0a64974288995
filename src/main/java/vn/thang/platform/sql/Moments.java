package vn.thang.platform.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads values as native queries return them: moments are stored in UTC, and drivers differ in the types that they choose. */
public final class Moments {

    private Moments() {
    }

    /** Returns the moment that a column holds; null where it holds none. */
    public static Instant instant(Object stored) {
        if (stored == null) {
            return null;
        }
        LocalDateTime time = stored instanceof Timestamp timestamp ? timestamp.toLocalDateTime()
                : (LocalDateTime) stored;
        return time.toInstant(ZoneOffset.UTC);
    }
}
