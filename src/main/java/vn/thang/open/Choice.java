package vn.thang.open;

/**
 * What the ministry switches on.
 *
 * @param agencies results of single agencies
 * @param targets  the targets of the programme
 */
public record Choice(boolean agencies, boolean targets) {
}
