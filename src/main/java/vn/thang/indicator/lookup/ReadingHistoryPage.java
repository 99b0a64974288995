package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.omnifaces.cdi.Param;
import vn.thang.platform.web.NoticePage;

/** All readings of an indicator for an agency, or what was known of them on a day. */
@Named
@RequestScoped
public class ReadingHistoryPage {

    @Inject
    private ReadingLookup lookup;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String agency;

    @Inject
    @Param
    private String indicator;

    @Inject
    @Param
    private String at;

    private LocalDate asked;
    private ReadingHistory history;
    private Boolean national;

    public boolean isFound() {
        if (history == null) {
            history = notices.found(() -> lookup.history(agency, indicator, getDay()));
        }
        return history != null;
    }

    /** Null where the address names none, or what is no day. */
    public LocalDate getDay() {
        try {
            return at == null || at.isBlank() ? null : LocalDate.parse(at);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day in the field: the one that is shown, until another is asked for. */
    public LocalDate getAsked() {
        return asked == null ? getDay() : asked;
    }

    public void setAsked(LocalDate day) {
        asked = day;
    }

    /** Shows what was known on the day that was asked for, at an address that can be sent; without a day what is known now. */
    public String show() {
        return "/indicator/reading?faces-redirect=true&agency=" + agency + "&indicator=" + indicator
                + (asked == null ? "" : "&at=" + asked);
    }

    public boolean isNational() {
        if (national == null) {
            national = lookup.seesBatches();
        }
        return national;
    }

    public ReadingHistory getHistory() {
        return history;
    }

    public String getAgency() {
        return agency;
    }

    public String getIndicator() {
        return indicator;
    }
}
