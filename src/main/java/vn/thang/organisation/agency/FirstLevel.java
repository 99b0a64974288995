package vn.thang.organisation.agency;

/**
 * The agencies directly below the country, under which the figures of all that stand below them are summed. A figure of the past is
 * summed under the agency below which its own stood then: {@link FormerPlaces} knows those that moved.
 */
public final class FirstLevel {

    /** The id of the agency of the first level that an agency {@code a} of a statement is or stands below today, by its path. */
    public static final String OF_AGENCY = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";

    private static final String FORMER = """
            (SELECT former_place.%s FROM agency_place former_place
                WHERE former_place.agency_id = a.id AND former_place.until > %s ORDER BY former_place.until LIMIT 1)""";

    private FirstLevel() {
    }

    /**
     * Returns the id of the agency of the first level that an agency {@code a} was or stood below on a day.
     *
     * @param day the parameter or column with the day
     */
    public static String on(String day) {
        return "COALESCE(%s, CAST(%s AS SIGNED))".formatted(FORMER.formatted("first_level", day), OF_AGENCY);
    }

    /**
     * Returns the id of the agency directly above an agency {@code a} on a day.
     *
     * @param day the parameter or column with the day
     */
    public static String parentOn(String day) {
        return "COALESCE(%s, a.parent_id)".formatted(FORMER.formatted("parent_id", day));
    }
}
