package vn.thang.drafting;

import java.time.Instant;
import vn.thang.catalog.reading.PublishedVersions.Kind;

/**
 * A published version with who published it.
 *
 * @param proposer  null for one that came with the application
 * @param publisher null likewise
 */
public record PublishedVersion(Kind kind, String ref, String sha256, Instant publishedAt, String proposer,
        String publisher) {
}
