package vn.thang.assessment.answer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Evidence as pages list it; the content stays where it is.
 *
 * @param validFrom    the day from which it holds; null where nobody said
 * @param validUntil   the last day on which it holds; null for no end
 * @param newer        whether it took the place of an older version
 * @param forObjection whether it is for an objection, and supports no level
 * @param scan         what a scanner has said of the file; null for an address
 */
public record AttachedEvidence(long id, String criterion, int level, String kind, String title, String url,
        String mediaType,
        Long size, String sha256, String attachedBy, Instant attachedAt, LocalDate validFrom, LocalDate validUntil,
        boolean newer,
        boolean forObjection, ScanState scan) implements Supporting {

    /** Kind of evidence whose content is kept. */
    public static final String FILE = "FILE";
    /** Kind of evidence that is an address. */
    public static final String LINK = "LINK";

    /** Evidence of a level without days, in its first version. */
    public AttachedEvidence(long id, String criterion, int level, String kind, String title, String url,
            String mediaType,
            Long size, String sha256, String attachedBy, Instant attachedAt) {
        this(id, criterion, level, kind, title, url, mediaType, size, sha256, attachedBy, attachedAt, null, null, false,
                false);
    }

    /** Evidence that no scanner has looked at. */
    public AttachedEvidence(long id, String criterion, int level, String kind, String title, String url,
            String mediaType, Long size, String sha256, String attachedBy, Instant attachedAt, LocalDate validFrom,
            LocalDate validUntil, boolean newer, boolean forObjection) {
        this(id, criterion, level, kind, title, url, mediaType, size, sha256, attachedBy, attachedAt, validFrom,
                validUntil, newer, forObjection, kind.equals(FILE) ? ScanState.NOT_SCANNED : null);
    }

    /**
     * Returns the rule that evidence holds on a day as a condition of SQL.
     *
     * @param row name of the evidence in the statement
     * @param day the parameter or column with the day
     */
    public static String holdsOn(String row, String day) {
        return "(%1$s.valid_until IS NULL OR %1$s.valid_until >= %2$s)".formatted(row, day);
    }

    public boolean file() {
        return kind.equals(FILE);
    }

    /** Size of a file as it is shown: never 0. */
    public long kilobytes() {
        return size == null ? 0 : Math.max(1, Math.round(size / 1024.0));
    }
}
