package vn.thang.matter;

/**
 * An agency with its last published result, for which nothing is planned.
 *
 * @param agency its code
 */
public record Unplanned(String agency, long assessment) {
}
