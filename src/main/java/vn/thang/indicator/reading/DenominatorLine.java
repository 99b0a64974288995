package vn.thang.indicator.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** An agency with the denominator that is set for it now; everything but the agency is null where none is. */
public record DenominatorLine(String code, String name, String nameEn, BigDecimal amount, String by, Instant at) {

    /** Its name for readers of Vietnamese, or for others where it has one. */
    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("vi") ? name : nameEn;
    }
}
