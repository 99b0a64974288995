package vn.thang.organisation.agency;

/**
 * The conditions of SQL that say on which days a role is held and an agency exists: from the first day to the last, both
 * included, without a bound where none is set. Every statement that asks takes its condition from here.
 */
public final class Lasting {

    private Lasting() {
    }

    /**
     * Returns the condition that a membership or an agency lasts on a day.
     *
     * @param row name of the membership or the agency in the statement
     * @param day the parameter or column with the day
     */
    public static String on(String row, String day) {
        return "((%1$s.valid_from IS NULL OR %1$s.valid_from <= %2$s) AND %3$s)".formatted(row, day, since(row, day));
    }

    /**
     * Returns the condition that a membership or an agency lasted on a day or lasts on a later one.
     *
     * @param row name of the membership or the agency in the statement
     * @param day the parameter or column with the day
     */
    public static String since(String row, String day) {
        return "(%1$s.valid_to IS NULL OR %1$s.valid_to >= %2$s)".formatted(row, day);
    }
}
