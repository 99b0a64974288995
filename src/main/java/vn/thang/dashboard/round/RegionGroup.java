package vn.thang.dashboard.round;

/**
 * The agencies of one type in one region, in a round.
 *
 * @param region its key in texts
 */
public record RegionGroup(String region, Group group) {
}
