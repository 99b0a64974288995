package vn.thang.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers as the person's language writes them; shown values are rounded half up. */
@Named
@RequestScoped
public class Formats {

    private static final int EVERYTHING = 100;
    /** From here on a percentage would be rounded to everything. */
    private static final double ROUNDED_UP = 99.95;
    private static final double MISSED = 99.9;

    @Inject
    private Language language;

    public String decimal(Number number) {
        return number == null ? "" : format(2, 2).format(number);
    }

    /** An index as everybody may see it: to one decimal, so that nothing restricted follows from it. */
    public String index(Number index) {
        return index == null ? "" : format(1, 1).format(index);
    }

    /** With exactly the decimals that it has. */
    public String scaled(BigDecimal number) {
        return number == null ? "" : format(number.scale(), number.scale()).format(number);
    }

    public String integer(Number number) {
        return number == null ? "" : format(0, 0).format(number);
    }

    /** With as many decimals as it has, six at most. */
    public String number(Number number) {
        return number == null ? "" : format(0, 6).format(number);
    }

    /** A percentage such as 55.36 with at most one decimal and its sign; what misses everything is never shown as everything. */
    public String percent(Number percentage) {
        return percentage == null ? "" : percent(percentage, language.getLocale());
    }

    /** Writes a percentage in the language of a file, which may be another one than that of the page. */
    public static String percent(Number percentage, Locale locale) {
        boolean misses = percentage.doubleValue() >= ROUNDED_UP && isBelow(percentage, EVERYTHING);
        return format(0, 1, locale).format(misses ? Double.valueOf(MISSED) : percentage)
                + (locale.getLanguage().equals("de") ? "\u00a0%" : "%");
    }

    private static boolean isBelow(Number number, int bound) {
        return number instanceof BigDecimal exact ? exact.compareTo(BigDecimal.valueOf(bound)) < 0
                : number.doubleValue() < bound;
    }

    /** A number with at most one decimal for a file, which has a language of its own. */
    public static String number(Number number, Locale locale) {
        return format(0, 1, locale).format(number);
    }

    /** A number with two decimals for a file, which has a language of its own. */
    public static String decimal(Number number, Locale locale) {
        return format(2, 2, locale).format(number);
    }

    /** The day of a moment in Vietnam; nothing for none. */
    public String day(Instant moment) {
        return moment == null ? "" : language.day(LocalDate.ofInstant(moment, Time.ZONE));
    }

    private NumberFormat format(int least, int most) {
        return format(least, most, language.getLocale());
    }

    private static NumberFormat format(int least, int most, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
