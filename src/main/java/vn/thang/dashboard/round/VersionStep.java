package vn.thang.dashboard.round;

/**
 * A change of the version of the model between two rounds.
 *
 * @param joined whether the levels of the two compare
 */
public record VersionStep(String from, String to, boolean joined) {
}
