package vn.thang.organisation.agency;

/** The agencies directly below the country, under which the figures of all that stand below them are summed. */
public final class FirstLevel {

    /** The id of the agency of the first level that an agency {@code a} of a statement is or stands below, by its path. */
    public static final String OF_AGENCY = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";

    private FirstLevel() {
    }
}
