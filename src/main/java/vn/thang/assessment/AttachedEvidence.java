package vn.thang.assessment;

import java.time.Instant;

/** Evidence as pages list it; the content stays where it is. */
public record AttachedEvidence(long id, String criterion, int level, String kind, String title, String url, String mediaType,
        Long size, String sha256, String attachedBy, Instant attachedAt) {

    public boolean isFile() {
        return kind.equals("FILE");
    }

    /** Size of a file as it is shown: never 0. */
    public long kilobytes() {
        return size == null ? 0 : Math.max(1, Math.round(size / 1024.0));
    }
}
