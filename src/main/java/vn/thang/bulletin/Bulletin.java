package vn.thang.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The bulletin of a month.
 *
 * @param month    its first day
 * @param maker    who had it made; null where the application made it by itself
 * @param openedAt when it was made public last; null before
 * @param closedAt when that ended; null while it is public
 */
public record Bulletin(long id, LocalDate month, String factsHash, String maker, Instant madeAt, Instant openedAt,
        Instant closedAt) {

    /** Whether everybody reads it. */
    public boolean open() {
        return openedAt != null && closedAt == null;
    }

    /** The month in the words of a language. */
    public String name(Locale language) {
        return BulletinTexts.month(month, language);
    }

    /** The month as addresses name it. */
    public String code() {
        return DateTimeFormatter.ofPattern("yyyy-MM").format(month);
    }
}
