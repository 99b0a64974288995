package vn.thang.operation;

import java.time.Instant;

/**
 * A backup that ended well.
 *
 * @param position file and place in the binary log up to which it reaches; null where none is written
 */
public record Backup(String name, Instant finishedAt, String sha256, long bytes, int seconds, String host,
        String position) {
}
