package vn.thang.indicator.reading;

/** The conditions in SQL under which a reading counts, by the alias of its table. */
public final class InForce {

    private static final String SETTLED = """
            NOT EXISTS (SELECT 1 FROM reading_jump waiting WHERE waiting.reading_id = %s.id AND waiting.confirmed_at IS NULL)""";
    private static final String NEWEST = """
            %1$s.id = (
                SELECT MAX(newer.id) FROM reading newer
                WHERE newer.agency_id = %1$s.agency_id AND newer.indicator = %1$s.indicator AND newer.period = %1$s.period)
            AND\s""";

    private InForce() {
    }

    /** Returns the condition that a reading waits for no confirmation. */
    public static String settled(String alias) {
        return SETTLED.formatted(alias);
    }

    /** Returns the condition that a reading is the newest of its agency, indicator and period; one that waits counts as missing. */
    public static String newest(String alias) {
        return NEWEST.formatted(alias) + settled(alias);
    }
}
