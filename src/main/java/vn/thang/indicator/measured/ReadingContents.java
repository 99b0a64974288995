package vn.thang.indicator.measured;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import vn.thang.platform.Sha256;

/**
 * What readings say, as a fingerprint: a reading is never changed, since a correction is another one, so that whoever froze the
 * fingerprint of the readings of a result finds a value that was changed behind the application's back.
 */
public final class ReadingContents {

    private static final int AT_ONCE = 1_000;

    private final Map<Long, Row> rows;

    private ReadingContents(Map<Long, Row> rows) {
        this.rows = rows;
    }

    private record Row(long id, String indicator, LocalDate period, long agencyId, String source, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value, Instant measuredAt) {

        private String line() {
            return String.join(" ", String.valueOf(id), indicator, period.toString(), String.valueOf(agencyId), source,
                    plain(numerator), plain(denominator), plain(value),
                    measuredAt == null ? "-" : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, measuredAt)));
        }

        private static String plain(BigDecimal number) {
            return number == null ? "-" : number.stripTrailingZeros().toPlainString();
        }
    }

    /** Reads these readings; some hundreds by one statement. */
    public static ReadingContents of(Handle sql, Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().sorted().toList();
        return new ReadingContents(IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(part -> all.subList(part * AT_ONCE, Math.min(all.size(), (part + 1) * AT_ONCE)))
                .flatMap(some -> sql.createQuery("""
                        SELECT id, indicator, period, agency_id, source, numerator, denominator, value, measured_at
                        FROM reading WHERE id IN (<ids>)""").bindList("ids", some).mapTo(Row.class).list().stream())
                .collect(Collectors.toMap(Row::id, Function.identity())));
    }

    /** Returns the SHA-256 over these readings in their order; a reading that is gone has no line. */
    public String hash(List<Long> ids) {
        return Sha256.hex(ids.stream().map(rows::get).filter(Objects::nonNull).map(Row::line)
                .collect(Collectors.joining("\n")));
    }
}
