package vn.thang.dashboard;

/**
 * Which agencies of a round, in which order.
 *
 * @param scope      path of ids at or below which agencies are seen
 * @param words      part of the name, whatever its marks; null for all
 * @param state      {@code handed-in}, {@code waiting} or null for all
 * @param level      official level, or null
 * @param belowLevel only agencies that have not reached this level (those that have not handed in included), or null
 * @param sort       {@code name}, {@code level}, {@code index} or the code of a dimension
 */
public record AgencyFilter(String scope, String words, String type, String state, Integer level, Integer belowLevel,
        String sort, boolean descending) {
}
