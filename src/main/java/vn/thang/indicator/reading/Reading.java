package vn.thang.indicator.reading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import vn.thang.indicator.period.Period;
import vn.thang.platform.Sha256;

/**
 * A value of an indicator for an agency and a period, which never changes.
 *
 * @param value in the unit of the indicator; of a ratio in per cent, with six decimals
 */
public record Reading(String indicator, Period period, long agency, BigDecimal numerator, BigDecimal denominator,
        BigDecimal value, Instant measuredAt) {

    /** Fingerprint of what was said: saying the same again adds nothing. */
    public byte[] payload() {
        return Sha256.of(text(numerator) + "|" + text(denominator) + "|" + text(value) + "|" + measuredAt);
    }

    /** Fingerprint of several, in their order. */
    public static byte[] content(List<Reading> readings) {
        MessageDigest all = Sha256.begin();
        for (Reading one : readings) {
            all.update((one.indicator + "|" + one.period.begin() + "|" + one.agency + "|")
                    .getBytes(StandardCharsets.UTF_8));
            all.update(one.payload());
        }
        return all.digest();
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
