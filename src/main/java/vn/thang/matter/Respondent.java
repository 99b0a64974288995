package vn.thang.matter;

/**
 * A person who answers for an agency today.
 *
 * @param head whether they sign for it
 */
public record Respondent(long id, String name, boolean head) {
}
