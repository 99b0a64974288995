package vn.thang.core.target;

/**
 * How many of the agencies of one type that were due took part in a round.
 *
 * @param due      all that had to answer
 * @param tookPart those of them that handed in
 */
public record Participation(long due, long tookPart) {

    private static final int HUNDRED = 100;

    public Participation {
        if (tookPart < 0 || tookPart > due) {
            throw new IllegalArgumentException(tookPart + " of " + due);
        }
    }

    /** Whether at least so many per cent took part, compared exactly; a type without agencies misses nothing. */
    public boolean reaches(int percent) {
        return tookPart * HUNDRED >= percent * due;
    }
}
