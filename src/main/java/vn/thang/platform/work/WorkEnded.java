package vn.thang.platform.work;

/**
 * Started work has come to its end, in the transaction that says so; or work of every day has; or recurring work failed for the
 * first time.
 *
 * @param starter id of the person who started it; null for the application itself
 * @param failed  whether nothing came of it
 */
public record WorkEnded(long id, String kind, String subject, Long starter, boolean failed) {
}
