package vn.thang.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers and dates as the person's language writes them; shown values are rounded half up. */
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

    /** A percentage such as 55.36 with at most one decimal and its sign. */
    public String percent(Number percentage) {
        return percentage == null ? "" : format(0, 1).format(percentage) + " %";
    }

    public String day(LocalDate day) {
        return day == null ? "" : DateTimeFormatter.ofPattern(pattern(), language.getLocale()).format(day);
    }

    public String day(Instant moment) {
        return moment == null ? "" : day(moment.atZone(Time.ZONE).toLocalDate());
    }

    public String moment(Instant moment) {
        return moment == null ? "" : DateTimeFormatter.ofPattern("HH:mm " + pattern(), language.getLocale())
                .withZone(Time.ZONE).format(moment);
    }

    private String pattern() {
        return language.getCode().equals("de") ? "dd.MM.yyyy" : "dd/MM/yyyy";
    }

    private NumberFormat format(int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
