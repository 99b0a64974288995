package vn.thang.indicator.reading;

import java.time.Instant;

/**
 * When a reading counts: it is the newest of its agency, indicator and period, and waits for no confirmation. The conditions
 * in SQL take the alias of its table.
 */
public final class InForce {

    private static final String SETTLED = """
            NOT EXISTS (SELECT 1 FROM reading_jump waiting WHERE waiting.reading_id = %s.id AND waiting.confirmed_at IS NULL)""";
    private static final String NEWEST = """
            %1$s.id = (
                SELECT MAX(newer.id) FROM reading newer
                WHERE newer.agency_id = %1$s.agency_id AND newer.indicator = %1$s.indicator AND newer.period = %1$s.period)
            AND\s""";

    private static final String SETTLED_BY = """
            NOT EXISTS (SELECT 1 FROM reading_jump waiting WHERE waiting.reading_id = %1$s.id
                AND (waiting.confirmed_at IS NULL OR waiting.confirmed_at > %2$s))""";
    private static final String REPLACED = """
            EXISTS (SELECT 1 FROM reading newer WHERE newer.agency_id = %1$s.agency_id
                AND newer.indicator = %1$s.indicator AND newer.period = %1$s.period AND newer.id > %1$s.id)""";

    private InForce() {
    }

    /** Returns the condition that a reading waits for no confirmation. */
    public static String settled(String alias) {
        return SETTLED.formatted(alias);
    }

    /** Returns the condition that a reading waited for no confirmation at a moment, which is the name of a parameter. */
    public static String settledBy(String alias, String moment) {
        return SETTLED_BY.formatted(alias, moment);
    }

    /**
     * Whether a reading that stands far from the one before waits for its confirmation.
     *
     * @param confirmedAt null where nobody has confirmed it
     * @param by          moment up to which something is known; null for now
     */
    public static boolean waits(Instant confirmedAt, Instant by) {
        return confirmedAt == null || by != null && confirmedAt.isAfter(by);
    }

    /** Returns the condition that a newer reading of its agency, indicator and period came, be it one that waits. */
    public static String replaced(String alias) {
        return REPLACED.formatted(alias);
    }

    /** Returns the condition that a reading is the newest of its agency, indicator and period; one that waits counts as missing. */
    public static String newest(String alias) {
        return NEWEST.formatted(alias) + settled(alias);
    }
}
