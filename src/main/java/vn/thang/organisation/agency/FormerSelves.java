package vn.thang.organisation.agency;

/**
 * The common table of SQL that says what agencies an agency was before mergers: itself, those that were merged into it, and those
 * that had been merged into these. An agency that was divided goes on in none. A merger that is decided and lies ahead makes nobody
 * a former self: it counts from the day after the last one of the other agency.
 */
public final class FormerSelves {

    private static final String ENTIRELY = """
            NOT EXISTS (
                    SELECT 1 FROM agency_predecessor o
                    WHERE o.predecessor_id = p.predecessor_id AND o.agency_id <> p.agency_id)""";
    private static final String BEFORE = """
            SELECT f.agency, a.id, a.valid_to FROM former f
                JOIN agency_predecessor p ON p.agency_id = f.member
                JOIN agency a ON a.id = p.predecessor_id
                WHERE a.valid_to < %2$s AND (f.ended IS NULL OR a.valid_to < f.ended) AND\s""" + ENTIRELY;
    private static final String TABLE = """
            former (agency, member, ended) AS (
                SELECT a.id, a.id, CAST(NULL AS DATE) FROM agency a WHERE %1$s
                UNION
                """ + BEFORE + ")";
    private static final String MERGED = """
            former (agency, member, ended) AS (
                SELECT p.agency_id, a.id, a.valid_to FROM agency_predecessor p JOIN agency a ON a.id = p.predecessor_id
                WHERE %1$s AND a.valid_to < %2$s AND\s""" + ENTIRELY + """

                UNION
                """ + BEFORE + ")";

    private FormerSelves() {
    }

    /** Returns the condition that the predecessor p went on in one agency alone, not divided among several. */
    public static String entirely() {
        return ENTIRELY;
    }

    /**
     * Returns the recursive table {@code former}: agency, what it was (member) and the last day of that (ended, null for itself).
     *
     * @param which condition on the agencies, which are called a
     * @param day   the parameter with the day on which it is asked
     */
    public static String of(String which, String day) {
        return TABLE.formatted(which, day);
    }

    /**
     * Returns the same table without the agencies themselves. It begins at the few that were merged, so that it costs next to
     * nothing where none of the agencies came from others, as hardly any does.
     *
     * @param which condition on {@code p.agency_id}
     * @param day   the parameter with the day on which it is asked
     */
    public static String merged(String which, String day) {
        return MERGED.formatted(which, day);
    }
}
