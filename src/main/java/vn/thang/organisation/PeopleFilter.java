package vn.thang.organisation;

/**
 * Which people a list shows.
 *
 * @param words       part of the name or the user name; null for all
 * @param withoutRole only active people who hold no role today
 */
public record PeopleFilter(String words, boolean withoutRole) {
}
