package vn.thang.organisation.view;

/**
 * A view of a list that a person keeps.
 *
 * @param query filters, order and size as they stand in the address of the list
 */
public record KeptView(long id, String name, String query) {
}
