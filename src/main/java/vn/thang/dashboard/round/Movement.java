package vn.thang.dashboard.round;

/**
 * How the levels of agencies moved from one round of the country to the next, of those that took part in both.
 *
 * @param type null for all types together
 * @param node code of a dimension; empty for the whole
 */
public record Movement(String type, String node, long rose, long stayed, long fell) {

    public long all() {
        return rose + stayed + fell;
    }

    /** In per cent of all. */
    public double share(long part) {
        return all() == 0 ? 0 : 100d * part / all();
    }

    /** Whether so few agencies are not shown apart to others. */
    boolean small() {
        return all() < Group.SMALLEST;
    }

    Movement and(Movement other) {
        return new Movement(null, node, rose + other.rose, stayed + other.stayed, fell + other.fell);
    }
}
