package vn.thang.organisation.agency;

/**
 * The agencies directly below the country, under which the figures of all that stand below them are summed. A figure of the past is
 * summed under the agency below which its own stood then: {@link FormerPlaces} knows those that moved, and the view
 * assessment_place where the agencies of rounds stood at their cut-off.
 */
public final class FirstLevel {

    /** The id of the agency of the first level that an agency {@code a} of a statement is or stands below today, by its path. */
    public static final String OF_AGENCY = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";

    private FirstLevel() {
    }

    /**
     * Returns the id of the agency directly above an agency {@code a} on a day.
     *
     * @param day the parameter or column with the day
     */
    public static String parentOn(String day) {
        return """
                COALESCE((SELECT former_place.parent_id FROM agency_place former_place
                    WHERE former_place.agency_id = a.id AND former_place.until > %s
                    ORDER BY former_place.until LIMIT 1), a.parent_id)""".formatted(day);
    }
}
