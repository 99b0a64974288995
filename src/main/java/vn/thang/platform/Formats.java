package vn.thang.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;

/** Numbers as the person's language writes them; shown values are rounded half up. */
@Named
@RequestScoped
public class Formats {

    @Inject
    private Language language;

    public String decimal(Number number) {
        return number == null ? "" : format(2, 2).format(number);
    }

    public String integer(Number number) {
        return number == null ? "" : format(0, 0).format(number);
    }

    /** With as many decimals as it has, six at most. */
    public String number(Number number) {
        return number == null ? "" : format(0, 6).format(number);
    }

    /** A percentage such as 55.36 with at most one decimal and its sign. */
    public String percent(Number percentage) {
        return percentage == null ? ""
                : format(0, 1).format(percentage) + (language.getCode().equals("de") ? "\u00a0%" : "%");
    }

    /** The day of a moment in Vietnam; nothing for none. */
    public String day(Instant moment) {
        return moment == null ? "" : language.day(LocalDate.ofInstant(moment, Time.ZONE));
    }

    private NumberFormat format(int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
