package vn.thang.core.target;

/**
 * How many of the agencies of one type that were due came: handed in for a round, or reported for a period.
 *
 * @param due  all of which something was due
 * @param came those of them of which it came
 */
public record Participation(long due, long came) {

    private static final int HUNDRED = 100;

    /** @throws IllegalArgumentException when fewer than none came, or more than were due */
    public Participation {
        if (came < 0 || came > due) {
            throw new IllegalArgumentException(came + " of " + due);
        }
    }

    /** Whether at least so many per cent came, compared exactly; a type without agencies misses nothing. */
    public boolean reaches(int percent) {
        return came * HUNDRED >= percent * due;
    }
}
